using System.Collections.Immutable;
using SecureBuild.Verification;

namespace SecureBuild.Collecting;

/// <summary>Holds every report against every build.</summary>
sealed class Matching(CollectionRequest request, ImmutableArray<CollectedBuild> builds, ImmutableArray<Report> reports)
{
    readonly ImmutableArray<UsedReport>.Builder _used = ImmutableArray.CreateBuilder<UsedReport>();
    readonly ImmutableArray<Artifact>.Builder _artifacts = ImmutableArray.CreateBuilder<Artifact>();
    readonly ImmutableArray<Problem>.Builder _problems = ImmutableArray.CreateBuilder<Problem>();
    readonly Dictionary<Report, List<Problem>> _refused = new(ReferenceEqualityComparer.Instance);

    public CollectionResult Run()
    {
        foreach (var build in builds)
            Build(build);
        // One report is about one build of several: what is said of the others helps nobody.
        foreach (var report in reports.Where(report => _used.All(used => used.File != report.File.Path)))
            _problems.AddRange(_refused[report].DistinctBy(static problem => problem.Text));
        var outcome = _problems.Any(static problem => problem.Code == "SB9777") ? VerificationOutcome.TamperedOrUnreadable
            : _problems.Count > 0 ? VerificationOutcome.NotSatisfied : VerificationOutcome.Satisfied;
        return new(outcome, _used.ToImmutable(), _artifacts.ToImmutable(), _problems.ToImmutable());
    }

    void Build(CollectedBuild build)
    {
        var tests = Tied(build, reports.OfType<TestReport>(), report => OfTests(report, build));
        var coverage = Tied(build, reports.OfType<CoverageReport>(), report => OfCoverage(report, build, tests));
        var analysis = Tied(build, reports.OfType<AnalysisReport>(), report => BuildMatch.Of(report, build));
        var files = Tied(build, reports.OfType<BuiltFileReport>(), report => report.Of(build));
        if (tests.IsEmpty && coverage.IsEmpty && analysis.IsEmpty && files.IsEmpty)
        {
            _problems.Add(Messages.Warning("SB9791", build.Set.Statements, 0, 0, build.Binding.Output));
            return;
        }
        var facts = new CollectedFacts(build, tests, coverage, analysis, files);
        if (new CollectedStatements(build, facts, request.Reassess).Artifacts() is { } artifacts)
            _artifacts.AddRange(artifacts.Where(static artifact => !File.Exists(artifact.Path) || !File.ReadAllBytes(artifact.Path).AsSpan().SequenceEqual(artifact.Content.Span)));
        else
            _problems.Add(Messages.Error("SB9777", build.Set.Statements));
    }

    ImmutableArray<Tied<T>> Tied<T>(CollectedBuild build, IEnumerable<T> candidates, Func<T, (BuildMatch? Match, Problem? Why)> match) where T : Report
    {
        var tied = ImmutableArray.CreateBuilder<Tied<T>>();
        foreach (var report in candidates)
        {
            var (found, why) = match(report);
            if (found is not null)
            {
                tied.Add(new(report, found));
                _used.Add(new(report.File.Path, report.Format, build.Set.Stem, found.By));
            }
            else
            {
                if (!_refused.TryGetValue(report, out var refused))
                    _refused.Add(report, refused = []);
                refused.Add(why!);
            }
        }
        // By content, so that the order on the command line changes nothing.
        return [.. tied.OrderBy(static item => item.Report.File.Sha256, StringComparer.Ordinal)];
    }

    static (BuildMatch?, Problem?) OfTests(TestReport report, CollectedBuild build) =>
        report.Counts is { Total: 0, Incomplete: 0 } ? BuildMatch.Not(report, "SB9788") : BuildMatch.Of(report, build);

    static (BuildMatch?, Problem?) OfCoverage(CoverageReport report, CollectedBuild build, ImmutableArray<Tied<TestReport>> tests)
    {
        if (CollectedFacts.Covered(report, build) is null)
            return BuildMatch.Not(report, "SB9789", build.Binding.Output);
        var match = BuildMatch.Of(report, build);
        // Only "nothing ties it" can be mended by the run that it was attached to; that it is about something else cannot.
        if (match.Why?.Code == "SB9780" && tests.Any(test => Attached(test.Report, report)))
            return (new("run", []), null);
        return match;
    }

    static bool Attached(TestReport tests, CoverageReport coverage)
    {
        foreach (var attachment in tests.Attachments)
        {
            try
            {
                if (attachment == coverage.File.Path || (File.Exists(attachment) && Digest.Sha256OfFile(attachment) == coverage.File.Sha256))
                    return true;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
            }
        }
        return false;
    }
}

/// <summary>A report and what ties it to the build.</summary>
sealed record Tied<T>(T Report, BuildMatch Match) where T : Report;
