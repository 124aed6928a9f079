using System.Collections.Frozen;

namespace SecureBuild.Sbom;

/// <summary>What CycloneDX and SPDX call the same thing.</summary>
static class SpdxNames
{
    static readonly FrozenDictionary<string, Names> s_algorithms = new Dictionary<string, Names>
    {
        ["MD5"] = new("MD5", "md5"), ["SHA-1"] = new("SHA1", "sha1"), ["SHA-256"] = new("SHA256", "sha256"), ["SHA-384"] = new("SHA384", "sha384"), ["SHA-512"] = new("SHA512", "sha512"),
        ["SHA3-256"] = new("SHA3-256", "sha3_256"), ["SHA3-384"] = new("SHA3-384", "sha3_384"), ["SHA3-512"] = new("SHA3-512", "sha3_512"),
        ["BLAKE2b-256"] = new("BLAKE2b-256", "blake2b256"), ["BLAKE2b-384"] = new("BLAKE2b-384", "blake2b384"), ["BLAKE2b-512"] = new("BLAKE2b-512", "blake2b512"), ["BLAKE3"] = new("BLAKE3", "blake3"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static readonly FrozenDictionary<string, Names> s_types = new Dictionary<string, Names>
    {
        ["application"] = new("APPLICATION", "application"), ["framework"] = new("FRAMEWORK", "framework"), ["library"] = new("LIBRARY", "library"), ["container"] = new("CONTAINER", "container"),
        ["operating-system"] = new("OPERATING_SYSTEM", "operatingSystem"), ["device"] = new("DEVICE", "device"), ["firmware"] = new("FIRMWARE", "firmware"), ["file"] = new("FILE", "file"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static readonly FrozenDictionary<string, string> s_references = new Dictionary<string, string>
    {
        ["vcs"] = "vcs", ["issue-tracker"] = "issueTracker", ["website"] = "altWebPage", ["advisories"] = "securityAdvisory", ["mailing-list"] = "mailingList", ["social"] = "socialMedia",
        ["chat"] = "chat", ["documentation"] = "documentation", ["support"] = "support", ["source-distribution"] = "sourceArtifact", ["distribution"] = "binaryArtifact", ["license"] = "license",
        ["build-meta"] = "buildMeta", ["build-system"] = "buildSystem", ["release-notes"] = "releaseNotes", ["security-contact"] = "securityOther", ["rfc-9116"] = "securityPolicy",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>CycloneDX's name of a digest algorithm as SPDX 2.3 has it, or null.</summary>
    public static string? Algorithm2(string alg) => s_algorithms.TryGetValue(alg, out var names) ? names.Spdx2 : null;

    /// <summary>The same for SPDX 3.0.1.</summary>
    public static string? Algorithm3(string alg) => s_algorithms.TryGetValue(alg, out var names) ? names.Spdx3 : null;

    /// <summary>CycloneDX's name of an algorithm of SPDX 2 or 3, or null.</summary>
    public static string? Algorithm(string spdx)
    {
        foreach (var (name, names) in s_algorithms)
            if (names.Spdx2 == spdx || names.Spdx3 == spdx)
                return name;
        return null;
    }

    /// <summary>The purpose of a component in SPDX 2.3.</summary>
    public static string Purpose2(string type) => s_types.TryGetValue(type, out var names) ? names.Spdx2 : "OTHER";

    /// <summary>The purpose of a component in SPDX 3.0.1.</summary>
    public static string Purpose3(string type) => s_types.TryGetValue(type, out var names) ? names.Spdx3 : "other";

    /// <summary>CycloneDX's type for a purpose; a library where SPDX says nothing that CycloneDX has a word for.</summary>
    public static string Type(string? purpose)
    {
        foreach (var (name, names) in s_types)
            if (names.Spdx2 == purpose || names.Spdx3 == purpose)
                return name;
        return purpose is "executable" or "install" or "INSTALL" ? "application" : "library";
    }

    /// <summary>What SPDX 3.0.1 calls a kind of reference.</summary>
    public static string Reference3(string type) => s_references.GetValueOrDefault(type, "other");

    /// <summary>CycloneDX's kind for one of SPDX 3.0.1.</summary>
    public static string Reference(string? spdx)
    {
        foreach (var (name, other) in s_references)
            if (other == spdx)
                return name;
        return "other";
    }

    // A class: code for dictionaries of structs is compiled at run time, in every build.
    sealed record Names(string Spdx2, string Spdx3);
}
