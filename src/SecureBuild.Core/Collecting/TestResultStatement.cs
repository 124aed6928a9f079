using System.Text.Json.Nodes;
using SecureBuild.Attestation;

namespace SecureBuild.Collecting;

/// <summary>The tests as an in-toto statement of its own (predicate test-result v0.1), for tools that know that and nothing of ours. The attestation names its digest, and so signs it.</summary>
static class TestResultStatement
{
    /// <summary>Ending of the file. Not that of statements: nobody signs it by itself.</summary>
    public const string Suffix = ".test-result.json";

    /// <summary>Predicate type (in-toto Attestation Framework, test-result v0.1).</summary>
    public const string PredicateType = "https://in-toto.io/attestation/test-result/v0.1";

    /// <summary>About the assembly that was tested, and nothing else that the build delivered.</summary>
    public static JsonObject Of(CollectedBuild build, CollectedFacts facts) => Statements.Statement(
        [build.Attestation.Subjects.Single(subject => subject.Name == build.Binding.Output)], PredicateType, Predicate(facts));

    // "configuration" is what ran: the assemblies with the tests.
    static JsonObject Predicate(CollectedFacts facts) => new()
    {
        ["result"] = facts.Counts is { Passed: > 0, Failed: 0, Incomplete: 0 } ? "PASSED" : "FAILED",
        ["configuration"] = JsonShapes.Array(facts.Tests.SelectMany(Tested).DistinctBy(static assembly => (assembly.Name, assembly.Sha256))
            .OrderBy(static assembly => assembly.Name, StringComparer.Ordinal).ThenBy(static assembly => assembly.Sha256, StringComparer.Ordinal)
            .Select(static assembly => new JsonObject { ["name"] = assembly.Name, ["digest"] = new JsonObject { ["sha256"] = assembly.Sha256 } })),
        ["failedTests"] = JsonShapes.Array(facts.Tests.SelectMany(static test => test.Report.Failed).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(static name => (JsonNode)name)),
        ["securebuild_counts"] = new JsonObject
        {
            ["total"] = facts.Counts.Total, ["passed"] = facts.Counts.Passed, ["failed"] = facts.Counts.Failed, ["notRun"] = facts.Counts.NotRun, ["incomplete"] = facts.Counts.Incomplete,
        },
    };

    // One that was written again since is not what ran.
    static IEnumerable<(string Name, string Sha256)> Tested(Tied<TestReport> test) =>
        from path in test.Match.Tested
        where File.Exists(path) && File.GetLastWriteTimeUtc(path) <= test.Report.Origin.Started!.Value.UtcDateTime
        select (Path.GetFileName(path), Digest.Sha256OfFile(path));
}
