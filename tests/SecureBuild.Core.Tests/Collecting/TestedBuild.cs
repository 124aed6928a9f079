using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using SecureBuild.Assessment;
using SecureBuild.Collecting;
using SecureBuild.Core.Tests.Verification;
using SecureBuild.Evidence;

namespace SecureBuild.Core.Tests.Collecting;

/// <summary>A build that nobody signed yet, and a folder in which tests ran beside its assembly.</summary>
sealed class TestedBuild : IDisposable
{
    public const string Commit = "0123456789abcdef0123456789abcdef01234567";

    // The build is of 04:21.
    public const string Before = "2026-11-22T04:20:59Z", Started = "2026-11-22T04:30:00.1234567+00:00", Finished = "2026-11-22T04:31:00.5+00:00";

    readonly AttestedFolder _folder;

    public TestedBuild(bool? dirty = false, string? commit = Commit, ImmutableArray<PersonStatement>? statements = null)
    {
        var time = new DateTimeOffset(2026, 11, 22, 4, 21, 0, TimeSpan.Zero);
        _folder = new AttestedFolder
        {
            Assessed = statements ?? [],
            Facts =
            [
                new("git.commit", FactState.Known, new JsonObject { ["commit"] = commit }, "git", TrustClass.ObservedByBuild, time),
                dirty is null ? new("git.dirty", FactState.NotAssessed, null, "git", TrustClass.ObservedByBuild, time, "Unknown.") : new("git.dirty", FactState.Known, new JsonObject { ["dirty"] = dirty }, "git", TrustClass.ObservedByBuild, time),
            ],
        }.Write(signer: null);
        Directory.CreateDirectory(Tests);
        File.Copy(Assembly, Copy);
        File.WriteAllText(TestAssembly, "tests");
        Date(new DateTime(2026, 11, 22, 4, 20, 30, DateTimeKind.Utc));
    }

    public AttestedFolder Folder => _folder;

    public string Assembly => Path.Combine(_folder.Output, "Portal.dll");

    public string Tests => Path.Combine(_folder.Output, "tests");

    /// <summary>The assembly beside the tests.</summary>
    public string Copy => Path.Combine(Tests, "Portal.dll");

    public string TestAssembly => Path.Combine(Tests, "Portal.Tests.dll");

    public void Date(DateTime time)
    {
        File.SetLastWriteTimeUtc(Copy, time);
        File.SetLastWriteTimeUtc(TestAssembly, time);
    }

    public string Put(string name, string text)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder.Output, "reports")).FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    public string Trx(string results = """<UnitTestResult testName="A" outcome="Passed" />""", string counters = "", string outcome = "Completed", string started = Started, string? assembly = null) => Put("results.trx", $"""
        <?xml version="1.0" encoding="utf-8"?>
        <TestRun id="1" xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
          <Times creation="{started}" start="{started}" finish="{Finished}" />
          <TestSettings name="default" id="2"><Deployment runDeploymentRoot="run" /></TestSettings>
          <Results>{results}</Results>
          <TestDefinitions>
            <UnitTest name="A" storage="{(assembly ?? TestAssembly).ToLowerInvariant()}" id="3"><TestMethod codeBase="{assembly ?? TestAssembly}" className="T" name="A" /></UnitTest>
          </TestDefinitions>
          <ResultSummary outcome="{outcome}"><Counters {counters} /><CollectorDataEntries><Collector><UriAttachments><UriAttachment><A href="vm\coverage.xml" /></UriAttachment></UriAttachments></Collector></CollectorDataEntries></ResultSummary>
        </TestRun>
        """);

    /// <summary>Collects, and writes what comes of it.</summary>
    public CollectionResult Collect(string? tests = null, string? coverage = null, TimeZoneInfo? zone = null, string? analysis = null)
    {
        var result = Collection.Collect(new([_folder.Output])
        {
            Tests = tests is null ? [] : [tests], Coverage = coverage is null ? [] : [coverage], Analysis = analysis is null ? [] : [analysis], Zone = zone ?? TimeZoneInfo.Utc, Reassess = Derive,
        });
        foreach (var artifact in result.Artifacts)
            AtomicFile.Write(artifact.Path, artifact.Content.Span);
        return result;
    }

    /// <summary>Collects files that were made of the output, and writes what comes of it.</summary>
    public CollectionResult CollectFiles(string? package = null, string? log = null)
    {
        var result = Collection.Collect(new([_folder.Output]) { Packages = package is null ? [] : [package], BinaryLogs = log is null ? [] : [log], Reassess = Derive });
        AtomicFile.WriteTogether(result.Artifacts);
        return result;
    }

    public JsonNode Fact(string id) => JsonNode.Parse(File.ReadAllText(_folder.Artifact(".evidence.json")))!["facts"]!.AsArray().Single(fact => (string?)fact!["id"] == id)!["value"]!;

    public JsonNode Control(string id) => File.ReadAllLines(_folder.Statements).Select(line => JsonNode.Parse(line)!["predicate"]!)
        .Single(predicate => predicate["frameworks"] is not null)["frameworks"]!.AsArray().SelectMany(framework => framework!["controls"]!.AsArray()).Single(control => (string?)control!["control"] == id)!;

    public JsonNode TestResult => JsonNode.Parse(File.ReadAllText(_folder.Artifact(".test-result.json")))!;

    public void Dispose() => _folder.Dispose();

    public static ImmutableArray<FrameworkResult>? Derive(ReadOnlyMemory<byte> evidence, ReadOnlyMemory<byte>? catalogues, ImmutableArray<PersonStatement> statements, DateTimeOffset time)
    {
        using var document = JsonDocument.Parse(evidence);
        return Assessor.Assess(EvidenceJson.Read(document), statements, DateOnly.FromDateTime(time.UtcDateTime));
    }
}
