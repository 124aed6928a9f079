using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Verification;

namespace SecureBuild.Exchange;

/// <summary>A format of somebody else's in which an attestation can be handed on. It says what the statement says, and names the statement's digest.</summary>
public sealed class ExchangeFormat
{
    readonly Func<AttestedBuild, string, JsonObject?> _render;

    ExchangeFormat(string name, string suffix, Func<AttestedBuild, string, JsonObject?> render) => (Name, Suffix, _render) = (name, suffix, render);

    /// <summary>Every format, in the order in which they are written.</summary>
    public static ImmutableArray<ExchangeFormat> All { get; } =
    [
        new("cdxa-1.7", ".1.7.cdxa.json", static (build, language) => CycloneDxDeclarations.Of(build, language, "1.7")),
        new("cdxa-1.6", ".1.6.cdxa.json", static (build, language) => CycloneDxDeclarations.Of(build, language, "1.6")),
        new("oscal-ar", ".assessment-results.oscal.json", OscalAssessmentResults.Of),
        new("oscal-poam", ".poam.oscal.json", OscalPlanOfAction.Of),
    ];

    /// <summary>Name on the command line: <c>cdxa-1.7</c> (CycloneDX attestations, ECMA-424), <c>oscal-ar</c> and <c>oscal-poam</c> (OSCAL 1.2.1).</summary>
    public string Name { get; }

    /// <summary>End of the file's name.</summary>
    public string Suffix { get; }

    /// <summary>The names, separated by commas.</summary>
    public static string Names => string.Join(", ", All.Select(static format => format.Name));

    /// <summary>The format with this name, upper case or lower, or null.</summary>
    public static ExchangeFormat? Find(string name) => All.FirstOrDefault(format => string.Equals(format.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Renders every attestation under a path.</summary>
    /// <param name="path">As for <see cref="VerificationRequest.Path"/>.</param>
    /// <param name="formats">In which formats.</param>
    /// <param name="language"><c>en</c> or <c>ja</c>: the language of titles and sentences.</param>
    public static ExchangeResult Render(string path, ImmutableArray<ExchangeFormat> formats, string language)
    {
        var log = new CheckLog();
        var builds = AttestedBuildReader.Read(path, log);
        var files = ImmutableArray.CreateBuilder<ExchangeFile>();
        foreach (var build in builds)
            foreach (var format in formats)
                files.Add(new(build.Stem + format.Suffix, format, format._render(build, language) is { } document ? (ReadOnlyMemory<byte>?)CanonicalJson.Indented(document) : null, build.IsDraft));
        return new(files.ToImmutable(), log.Outcome, log.Report.Problems);
    }
}

/// <summary>A rendered attestation.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Format">Its format.</param>
/// <param name="Content">UTF-8 JSON; null where the format has no document for it (a plan of action without an open item).</param>
/// <param name="IsDraft">Nobody has signed the statement that it renders.</param>
public sealed record ExchangeFile(string Name, ExchangeFormat Format, ReadOnlyMemory<byte>? Content, bool IsDraft);

/// <summary>What was rendered under a path.</summary>
/// <param name="Files">One for each attestation and format.</param>
/// <param name="Outcome">Whether everything could be read.</param>
/// <param name="Problems">What could not.</param>
public sealed record ExchangeResult(ImmutableArray<ExchangeFile> Files, VerificationOutcome Outcome, ImmutableArray<Problem> Problems);
