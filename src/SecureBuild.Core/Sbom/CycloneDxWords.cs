using System.Collections.Frozen;

namespace SecureBuild.Sbom;

/// <summary>The words that CycloneDX 1.7 allows: what others made up is not carried on, or no document of ours would be valid.</summary>
static class CycloneDxWords
{
    /// <summary><c>component.type</c>.</summary>
    public static FrozenSet<string> Types { get; } = Set("application framework library container platform operating-system device device-driver firmware file machine-learning-model data cryptographic-asset");

    /// <summary><c>component.scope</c>.</summary>
    public static FrozenSet<string> Scopes { get; } = Set("required optional excluded");

    /// <summary><c>lifecycles[].phase</c>.</summary>
    public static FrozenSet<string> Phases { get; } = Set("design pre-build build post-build operations discovery decommission");

    /// <summary><c>compositions[].aggregate</c>.</summary>
    public static FrozenSet<string> Aggregates { get; } = Set(
        "complete incomplete incomplete_first_party_only incomplete_first_party_proprietary_only incomplete_first_party_opensource_only "
        + "incomplete_third_party_only incomplete_third_party_proprietary_only incomplete_third_party_opensource_only unknown not_specified");

    /// <summary><c>hashes[].alg</c>.</summary>
    public static FrozenSet<string> Algorithms { get; } = Set(
        "MD5 SHA-1 SHA-256 SHA-384 SHA-512 SHA3-256 SHA3-384 SHA3-512 BLAKE2b-256 BLAKE2b-384 BLAKE2b-512 BLAKE3 Streebog-256 Streebog-512");

    /// <summary><c>externalReferences[].type</c>.</summary>
    public static FrozenSet<string> References { get; } = Set(
        "adversary-model advisories attestation bom build-meta build-system certification-report chat citation codified-infrastructure component-analysis-report configuration "
        + "digital-signature distribution distribution-intake documentation dynamic-analysis-report electronic-signature evidence exploitability-statement formulation issue-tracker "
        + "license log mailing-list maturity-report model-card other patent patent-assertion patent-family pentest-report poam quality-metrics release-notes rfc-9116 risk-assessment "
        + "runtime-analysis-report security-contact social source-distribution static-analysis-report support threat-model vcs vulnerability-assertion website");

    /// <summary>Members of the document that the model does not take apart.</summary>
    public static FrozenSet<string> OfDocument { get; } = Set("services vulnerabilities annotations formulation declarations definitions citations");

    /// <summary>The same of <c>metadata</c>.</summary>
    public static FrozenSet<string> OfMetadata { get; } = Set("distributionConstraints");

    /// <summary>The same of a component.</summary>
    public static FrozenSet<string> OfComponent { get; } = Set("modified swid pedigree evidence releaseNotes modelCard data cryptoProperties omniborId swhid tags patentAssertions");

    /// <summary>The same of a licence.</summary>
    public static FrozenSet<string> OfLicence { get; } = Set("bom-ref licensing properties");

    /// <summary>A digest that could be one: hexadecimal, of a length that an algorithm has.</summary>
    public static bool IsHash(string alg, string content) => Algorithms.Contains(alg) && content.Length is 32 or 40 or 64 or 96 or 128 && content.All(char.IsAsciiHexDigit);

    /// <summary>An address as RFC 3987 writes it.</summary>
    public static bool IsAddress(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is <= ' ' or '<' or '>' or '"' or '{' or '}' or '|' or '\\' or '^' or '`' or '\u007f' || char.IsWhiteSpace(text[i]))
                return false;
            if (text[i] == '%' && !(i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2])))
                return false;
        }
        return true;
    }

    /// <summary>An e-mail address, roughly: one <c>@</c> with something on both sides and no space.</summary>
    public static bool IsMail(string text) => text.Split('@') is [{ Length: > 0 }, { Length: > 0 }] && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or '(' or ')' or ',' or ';' or ':' or '"' or '\\' or '[' or ']');

    static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
