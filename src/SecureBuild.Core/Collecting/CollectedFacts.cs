using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Evidence;

namespace SecureBuild.Collecting;

/// <summary>
/// The facts that reports give, in the shapes of FactValues.md. Their trust is less than the catalogue's: no build watched these tools, their files lie in the work tree and
/// say so. No name of a file goes into the evidence, as such names carry those of users and machines.
/// </summary>
sealed class CollectedFacts(CollectedBuild build, ImmutableArray<Tied<TestReport>> tests, ImmutableArray<Tied<CoverageReport>> coverage, ImmutableArray<Tied<AnalysisReport>> analysis,
    ImmutableArray<Tied<BuiltFileReport>> built)
{
    public const string Results = "test.results", Coverage = "test.coverage", Analysis = "sarif.others";

    /// <summary>The build's facts with the new ones in the place of theirs, and with the files that belong to them.</summary>
    /// <param name="files">The in-toto statement about the tests and the log of others' findings, as far as there are such reports.</param>
    public EvidenceManifest Manifest(ImmutableArray<EvidenceFile> files)
    {
        var manifest = build.Evidence;
        if (!tests.IsEmpty)
            manifest = With(manifest, Fact(Results, TestsValue(), tests.Select(static test => (Report)test.Report)));
        if (!coverage.IsEmpty)
            manifest = With(manifest, Fact(Coverage, CoverageValue(), coverage.Select(static item => (Report)item.Report)));
        if (!analysis.IsEmpty)
            manifest = With(manifest, Fact(Analysis, AnalysisValue(), analysis.Select(static item => (Report)item.Report)));
        foreach (var same in built.GroupBy(static item => item.Report.Fact, StringComparer.Ordinal))
            manifest = With(manifest, FileFact(same.Key, [.. same.Select(static item => item.Report)]));
        if (files.IsEmpty)
            return manifest;
        manifest = manifest with { Files = [.. manifest.Files.Where(other => files.All(file => other.Name != file.Name)).Concat(files).OrderBy(static other => other.Name, StringComparer.Ordinal)] };
        return manifest["evidence.manifest"] is { State: FactState.Known } listed
            ? With(manifest, listed with { Value = new JsonArray([.. manifest.Files.Select(static other => (JsonNode)new JsonObject { ["name"] = other.Name, ["mediaType"] = other.MediaType, ["sha256"] = other.Sha256, ["class"] = other.Class })]) })
            : manifest;
    }

    /// <summary>What a report tells of the build's assembly; null where it tells nothing.</summary>
    public static CoveredPackage? Covered(CoverageReport report, CollectedBuild build) =>
        report.Packages.TryGetValue(Path.GetFileNameWithoutExtension(build.Binding.Output), out var package) && package.Lines.Count > 0 ? package : null;

    /// <summary>When the last of all reports ended: the time from which on there could be such facts. Files of the build itself say no time; the build's own is theirs.</summary>
    public DateTimeOffset Latest => tests.Select(static test => (Report)test.Report).Concat(coverage.Select(static item => (Report)item.Report)).Concat(analysis.Select(static item => (Report)item.Report))
        .Select(Ended).Append(build.Ended).Max();

    public ImmutableArray<Tied<TestReport>> Tests => tests;

    public ImmutableArray<Tied<AnalysisReport>> Others => analysis;

    public TestCounts Counts => tests.Aggregate(new TestCounts(), static (sum, test) => sum + test.Report.Counts);

    static EvidenceManifest With(EvidenceManifest manifest, Fact fact) =>
        manifest with { Facts = [.. manifest.Facts.Where(other => other.Id != fact.Id).Append(fact).OrderBy(static other => other.Id, StringComparer.Ordinal)] };

    static Fact Fact(string id, JsonObject value, IEnumerable<Report> reports)
    {
        var used = reports.ToArray();
        return new(id, FactState.Known, value, string.Join(", ", used.Select(static report => report.Format).Distinct().Order(StringComparer.Ordinal)) + " reports (securebuild collect)",
            TrustClass.DeclaredByProject, used.Max(Ended));
    }

    // The least that any of them shows; their digests are their order.
    Fact FileFact(string id, BuiltFileReport[] reports) => new(id, FactState.Known, new JsonObject { ["files"] = new JsonArray([.. reports.Select(static report => report.Value.DeepClone())]) },
        reports[0].Format + " (securebuild collect)", reports.All(static report => report.Trust == TrustClass.VerifiedCryptographically) ? TrustClass.VerifiedCryptographically : TrustClass.DeclaredByProject, build.Ended);

    // Whole seconds, as everywhere in evidence.
    static DateTimeOffset Ended(Report report) =>
        DateTimeOffset.FromUnixTimeSeconds((report.Origin.Finished is { } finished && finished > report.Origin.Started ? finished : report.Origin.Started!.Value).ToUnixTimeSeconds());

    JsonObject TestsValue()
    {
        var value = Json(Counts);
        value["reports"] = new JsonArray([.. tests.Select(test =>
        {
            var report = Json(test.Report, test.Match);
            foreach (var (name, count) in Json(test.Report.Counts))
                report[name] = count!.DeepClone();
            return (JsonNode)report;
        })]);
        return value;
    }

    static JsonObject Json(TestCounts counts) => new()
    {
        ["total"] = counts.Total, ["passed"] = counts.Passed, ["failed"] = counts.Failed, ["notRun"] = counts.NotRun, ["incomplete"] = counts.Incomplete,
    };

    JsonObject CoverageValue()
    {
        var sum = new CoveredPackage();
        foreach (var item in coverage)
            sum.Add(Covered(item.Report, build)!);
        return new()
        {
            ["assembly"] = build.Binding.Output,
            ["lines"] = new JsonObject { ["covered"] = sum.Lines.Values.Count(static isCovered => isCovered), ["valid"] = sum.Lines.Count },
            ["branches"] = sum.Branches.Count == 0 ? null : new JsonObject { ["covered"] = sum.Branches.Values.Sum(static branch => branch.Covered), ["valid"] = sum.Branches.Values.Sum(static branch => branch.Valid) },
            ["reports"] = new JsonArray([.. coverage.Select(static item => (JsonNode)Json(item.Report, item.Match))]),
        };
    }

    JsonObject AnalysisValue()
    {
        var runs = analysis.SelectMany(static item => item.Report.Runs, static (item, run) => (Log: item, Run: run)).ToArray();
        return new()
        {
            ["open"] = Open(runs.Sum(static item => item.Run.Error), runs.Sum(static item => item.Run.Warning), runs.Sum(static item => item.Run.Note)),
            ["suppressed"] = runs.Sum(static item => item.Run.Suppressed),
            ["incomplete"] = runs.Count(static item => item.Run.IsIncomplete),
            ["runs"] = new JsonArray([.. runs.Select(static item =>
            {
                var json = Json(item.Log.Report, item.Log.Match);
                json["tool"] = Printable.Of(item.Run.Tool);
                json["toolVersion"] = item.Run.Version is { } version ? Printable.Of(version) : null;
                json["open"] = Open(item.Run.Error, item.Run.Warning, item.Run.Note);
                json["suppressed"] = item.Run.Suppressed;
                json["incomplete"] = item.Run.IsIncomplete;
                return (JsonNode)json;
            })]),
        };
    }

    static JsonObject Open(int error, int warning, int note) => new() { ["error"] = error, ["warning"] = warning, ["note"] = note };

    static JsonObject Json(Report report, BuildMatch match) => new()
    {
        ["format"] = report.Format,
        ["sha256"] = report.File.Sha256,
        ["by"] = match.By,
        ["started"] = Clock.Format(report.Origin.Started!.Value),
        ["finished"] = report.Origin.Finished is { } finished ? Clock.Format(finished) : null,
    };
}
