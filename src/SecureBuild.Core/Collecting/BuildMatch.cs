using System.Collections.Immutable;

namespace SecureBuild.Collecting;

/// <summary>
/// What ties a report to a build. By digest: the assembly that was built lies, byte by byte, beside the tests that ran, and has lain there since before they began. By
/// commit: the report names the one that was built, and the build saw no other file than those of it. By run: it was attached to a report that is tied by itself.
/// In each case nothing counts that began before the build ended.
/// </summary>
/// <param name="By"><c>digest</c>, <c>commit</c>, <c>run</c>, or <c>content</c>: the output itself is in the file (<see cref="BuiltFileReport"/>).</param>
/// <param name="Tested">The assemblies with the tests that ran, absolute paths; none where the report does not say.</param>
sealed record BuildMatch(string By, ImmutableArray<string> Tested)
{
    /// <summary>Holds a report against a build.</summary>
    /// <param name="report">The report.</param>
    /// <param name="build">The build.</param>
    /// <returns>What ties them, or why nothing does.</returns>
    public static (BuildMatch? Match, Problem? Why) Of(Report report, CollectedBuild build)
    {
        if (report.Origin.Started is not { } started)
            return Not(report, "SB9785");
        if (started < build.Ended)
            return Not(report, "SB9782", Clock.Format(started), Clock.Format(build.Ended));
        if (report.Origin.Digests.Contains(build.Binding.OutputSha256))
            return (new("digest", []), null);
        // A folder that another machine names is not looked for in the network.
        ImmutableArray<string> tested = [.. report.Origin.Assemblies.Where(IsHere)];
        var copies = report.Origin.Assemblies.Select(path => IsHere(path) ? Copy(path, build) : null).ToArray();
        // A log of findings may lie anywhere; where it lies says nothing of what it is about.
        if (copies.Length == 0 && report is not AnalysisReport && Path.Combine(report.File.Directory, build.Binding.Output) is var beside && File.Exists(beside))
            copies = [beside];
        foreach (var copy in copies.OfType<string>())
        {
            if (Digest.Sha256OfFile(copy) != build.Binding.OutputSha256)
                return Not(report, "SB9781", build.Binding.Output);
            if (File.GetLastWriteTimeUtc(copy) > started.UtcDateTime)
                return Not(report, "SB9783", build.Binding.Output, Clock.Format(started));
        }
        if (copies.Length > 0 && copies.All(copy => copy is not null))
            return (new("digest", tested), null);
        if (report.Origin.Commit is { } commit)
            return ByCommit(report, build, commit, tested);
        return copies.Length > 0 ? Not(report, "SB9787", build.Binding.Output) : Not(report, "SB9780", build.Binding.Output);
    }

    /// <summary>A refusal of a report, as a warning: the rest can be used.</summary>
    public static (BuildMatch? Match, Problem? Why) Not(Report report, string code, params object?[] arguments) => (null, Messages.Warning(code, report.File.Path, 0, 0, arguments));

    static (BuildMatch? Match, Problem? Why) ByCommit(Report report, CollectedBuild build, string commit, ImmutableArray<string> tested) =>
        build.CleanCommit is not { } clean ? Not(report, "SB9784", build.Commit ?? "–")
        : !string.Equals(clean, commit, StringComparison.OrdinalIgnoreCase) ? Not(report, "SB9786", commit, clean)
        : (new("commit", tested), null);

    static bool IsHere(string path) => Path.IsPathFullyQualified(path) && !path.StartsWith(@"\\", StringComparison.Ordinal) && !path.StartsWith("//", StringComparison.Ordinal);

    static string? Copy(string test, CollectedBuild build) =>
        Path.GetDirectoryName(test) is { } folder && Path.Combine(folder, build.Binding.Output) is var copy && File.Exists(copy) ? copy : null;
}
