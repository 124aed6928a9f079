using System.Collections.Immutable;

namespace SecureBuild.Collecting;

/// <summary>A report of another tool about something that it did after the build.</summary>
/// <param name="File">The file.</param>
/// <param name="Format"><c>TRX</c>, <c>JUnit XML</c>, <c>CTRF</c>, <c>Cobertura</c>, <c>SARIF</c>.</param>
/// <param name="Origin">What it says of where and when.</param>
abstract record Report(ReportFile File, string Format, ReportOrigin Origin);

/// <summary>What a report says of where and when: by this it is held against a build.</summary>
sealed record ReportOrigin
{
    /// <summary>Assemblies whose tests ran, as the report names them.</summary>
    public ImmutableArray<string> Assemblies { get; init; } = [];

    /// <summary>The revision that the report says it is about, or null.</summary>
    public string? Commit { get; init; }

    /// <summary>SHA-256 of files that it names as what it looked at.</summary>
    public ImmutableHashSet<string> Digests { get; init; } = [];

    /// <summary>When the tool began; null where the report does not say.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>When it ended; null where the report does not say.</summary>
    public DateTimeOffset? Finished { get; init; }
}

/// <summary>Results of tests.</summary>
sealed record TestReport(ReportFile File, string Format, ReportOrigin Origin, TestCounts Counts) : Report(File, Format, Origin)
{
    /// <summary>Names of tests that failed, without the arguments of a test: those may hold anything.</summary>
    public ImmutableArray<string> Failed { get; init; } = [];

    /// <summary>Files that the run attached, absolute paths below the report's folder.</summary>
    public ImmutableArray<string> Attachments { get; init; } = [];
}

/// <summary>Tests by how they ended.</summary>
/// <param name="Passed">Ran, and passed.</param>
/// <param name="Failed">Ran, and did not; also those of which the report says something that is not known here, and those that only its totals tell of.</param>
/// <param name="NotRun">Skipped, pending, inconclusive.</param>
/// <param name="Incomplete">Runs that broke off: what did not run in them nobody knows.</param>
readonly record struct TestCounts(int Passed, int Failed, int NotRun, int Incomplete)
{
    public int Total => Passed + Failed + NotRun;

    public static TestCounts operator +(TestCounts one, TestCounts other) =>
        new(one.Passed + other.Passed, one.Failed + other.Failed, one.NotRun + other.NotRun, one.Incomplete + other.Incomplete);
}

/// <summary>Findings of other tools than the compiler.</summary>
sealed record AnalysisReport(ReportFile File, string Format, ReportOrigin Origin, ImmutableArray<AnalysisRun> Runs) : Report(File, Format, Origin);

/// <summary>One run of a tool.</summary>
/// <param name="Tool">Its name.</param>
/// <param name="Version">Its version, or null.</param>
/// <param name="Error">Open findings of this level.</param>
/// <param name="Warning">Likewise.</param>
/// <param name="Note">Likewise.</param>
/// <param name="Suppressed">Findings of any level that somebody suppressed.</param>
/// <param name="IsIncomplete">It says that it did not run to its end, or nothing of results.</param>
sealed record AnalysisRun(string Tool, string? Version, int Error, int Warning, int Note, int Suppressed, bool IsIncomplete);

/// <summary>Coverage of tests.</summary>
sealed record CoverageReport(ReportFile File, string Format, ReportOrigin Origin, ImmutableDictionary<string, CoveredPackage> Packages) : Report(File, Format, Origin);

/// <summary>What tests ran of one assembly.</summary>
sealed class CoveredPackage
{
    /// <summary>Lines by source file and number: whether a test ran them. The files' names stay here.</summary>
    public Dictionary<(string File, int Line), bool> Lines { get; } = [];

    /// <summary>Branches by source file and line: how many of how many were taken.</summary>
    public Dictionary<(string File, int Line), (int Covered, int Valid)> Branches { get; } = [];

    /// <summary>Adds what another run covered: a line counts as covered once, whoever ran it.</summary>
    public void Add(CoveredPackage other)
    {
        foreach (var (place, isCovered) in other.Lines)
            Line(place, isCovered);
        foreach (var (place, branch) in other.Branches)
            Branch(place, branch);
    }

    public void Line((string, int) place, bool isCovered) => Lines[place] = isCovered || Lines.GetValueOrDefault(place);

    // Of two runs that took each some branches of a line nobody knows whether they were the same ones: the larger number is what is certain.
    public void Branch((string, int) place, (int Covered, int Valid) branch)
    {
        var known = Branches.GetValueOrDefault(place);
        Branches[place] = (Math.Max(known.Covered, branch.Covered), Math.Max(known.Valid, branch.Valid));
    }
}
