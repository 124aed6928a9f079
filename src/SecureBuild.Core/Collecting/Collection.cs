using System.Collections.Immutable;
using SecureBuild.Verification;

namespace SecureBuild.Collecting;

/// <summary>
/// <c>securebuild collect</c>: what is known only after a build goes into its evidence, before somebody signs. All files are read, all reports held against all builds,
/// and all that is to be written is made before anything is written; the caller writes.
/// </summary>
public static class Collection
{
    /// <summary>Collects. What is read never makes it throw.</summary>
    public static CollectionResult Collect(CollectionRequest request)
    {
        var log = new CheckLog();
        var builds = Builds(request, log);
        var problems = ImmutableArray.CreateBuilder<Problem>();
        if (log.Outcome != VerificationOutcome.Satisfied)
            return new(log.Outcome, [], [], [.. log.Report.Problems.Where(static problem => problem.Level == ProblemLevel.Error)]);
        var reports = Reports(request, problems);
        // A report that cannot be read may be the one with the failures.
        return problems.Count > 0 ? new(VerificationOutcome.TamperedOrUnreadable, [], [], problems.ToImmutable()) : new Matching(request, builds, reports).Run();
    }

    static ImmutableArray<CollectedBuild> Builds(CollectionRequest request, CheckLog log)
    {
        var builds = ImmutableArray.CreateBuilder<CollectedBuild>();
        foreach (var path in request.Paths)
        {
            if (AttestationSet.Find(path) is not { } sets)
                log.Tampered("found", path, "SB9501");
            else if (!sets.Any(set => set.Statements is not null))
                log.Unsatisfied("found", path, "SB9502");
            else
                foreach (var set in sets.Where(set => set.Statements is not null))
                    if (CollectedBuild.Read(set, request, log) is { } build)
                        builds.Add(build);
        }
        return builds.ToImmutable();
    }

    static ImmutableArray<Report> Reports(CollectionRequest request, ImmutableArray<Problem>.Builder problems)
    {
        var reports = ImmutableArray.CreateBuilder<Report>();
        foreach (var file in request.Tests)
            Add(() => TestReports.Read(file, request.Zone));
        foreach (var file in request.Coverage)
            Add(() => CoberturaReader.Read(file));
        foreach (var file in request.Analysis)
            Add(() => SarifReader.Read(file, request.Zone));
        foreach (var file in request.Packages)
            Add(() => PackageReader.Read(file));
        foreach (var file in request.BinaryLogs)
            Add(() => BinaryLogReader.Read(file));
        // One file given twice is one report.
        return [.. reports.DistinctBy(report => (report.File.Sha256, report.GetType()))];

        void Add(Func<Report> read)
        {
            try
            {
                reports.Add(read());
            }
            catch (ProblemException e)
            {
                problems.Add(e.Problem);
            }
        }
    }
}
