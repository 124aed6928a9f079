using System.Collections.Immutable;
using SecureBuild.Verification;

namespace SecureBuild.Collecting;

/// <summary>Builds, and what other tools said of them afterwards.</summary>
/// <param name="Paths">As for <see cref="VerificationRequest.Path"/>, each.</param>
public sealed record CollectionRequest(ImmutableArray<string> Paths)
{
    /// <summary>Formats of reports of tests, for people.</summary>
    public static string TestFormats => TestReports.Known;

    /// <summary>Reports of tests: TRX, JUnit XML, CTRF.</summary>
    public ImmutableArray<string> Tests { get; init; } = [];

    /// <summary>Reports of coverage: Cobertura.</summary>
    public ImmutableArray<string> Coverage { get; init; } = [];

    /// <summary>Findings of other analysis tools: SARIF.</summary>
    public ImmutableArray<string> Analysis { get; init; } = [];

    /// <summary>NuGet packages with the build's output in them.</summary>
    public ImmutableArray<string> Packages { get; init; } = [];

    /// <summary>Binary logs of the build.</summary>
    public ImmutableArray<string> BinaryLogs { get; init; } = [];

    /// <summary>Further folders to look for the subjects in.</summary>
    public ImmutableArray<string> ArtifactDirectories { get; init; } = [];

    /// <summary>Zone of this machine, for reports that give a time without one.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Derives the statuses from the evidence.</summary>
    public required Reassess Reassess { get; init; }
}

/// <summary>What came of it.</summary>
/// <param name="Outcome">Satisfied: every report was used, and every build got something.</param>
/// <param name="Used">Which report went into which build.</param>
/// <param name="Artifacts">Files to write, in this order; those that would stay as they are are not among them.</param>
/// <param name="Problems">What was not used, and why.</param>
public sealed record CollectionResult(VerificationOutcome Outcome, ImmutableArray<UsedReport> Used, ImmutableArray<Artifact> Artifacts, ImmutableArray<Problem> Problems);

/// <summary>A report that went into a build's evidence.</summary>
/// <param name="File">The report.</param>
/// <param name="Format">Its format.</param>
/// <param name="Build">Stem of the build's artifacts.</param>
/// <param name="By">What ties them: <c>digest</c>, <c>commit</c>, <c>run</c>, <c>content</c>.</param>
public sealed record UsedReport(string File, string Format, string Build, string By);
