using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using SecureBuild.Assessment;
using SecureBuild.Configuration;
using SecureBuild.Evidence;
using SecureBuild.Testing;
using SecureBuild.Verification;

namespace SecureBuild.Build.Tests;

/// <summary>A real build held against the catalogues that a team chooses.</summary>
public sealed class CatalogueTests(TemporaryFeed feed)
{
    const string Stem = "Portal/bin/Debug/net10.0/securebuild/Portal";

    const string Contract = """
        {
          "framework": {
            "id": "acme-contract", "version": "1", "title": { "en": "ACME contract", "ja": "ACME 契約" }, "status": "final", "checked": "2026-11-01",
            "source": { "document": "Contract 4711", "url": "https://acme.example/4711" }
          },
          "controls": [
            { "id": "1", "kind": "requirement", "title": { "en": "Reproducible", "ja": "再現可能" }, "summary": { "en": "Deterministic.", "ja": "決定的。" }, "automation": "auto" }
          ]
        }
        """;

    const string Rules = """
        {
          "framework": "acme-contract", "version": "1",
          "rules": { "deterministic": { "fact": "compiler.deterministic", "when": [ { "path": "image", "is": true } ], "shows": { "en": "Yes.", "ja": "はい。" }, "fails": { "en": "No.", "ja": "いいえ。" } } },
          "controls": { "1": [ { "rule": "deterministic" } ] }
        }
        """;

    [Fact]
    public async Task The_catalogues_named_are_applied_travel_along_and_are_derived_again()
    {
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal");
        work.Write("Portal/securebuild.json", """{ "catalogues": ["cisa-sbom-minimum-elements", "compliance/contract.json"] }""");
        work.Write("Portal/compliance/contract.json", Contract);
        work.Write("Portal/compliance/contract.rules.json", Rules);

        (await work.BuildAsync("Portal")).Succeeded();

        var frameworks = Frameworks(work);
        Assert.Equal(["nist-ssdf", "cisa-sbom-minimum-elements", "acme-contract"], frameworks.Select(framework => (string?)framework!["framework"]));
        Assert.Equal("met-by-evidence", Status(frameworks[2]!, "1"));
        // What is in the SBOM that this build made: named components, and the author is not known without a supplier in the configuration.
        Assert.Equal("met-by-evidence", Status(frameworks[1]!, "C7"));
        Assert.Equal("met-by-evidence", Status(frameworks[1]!, "M7"));
        Assert.Equal("not-assessed", Status(frameworks[1]!, "P1"));
        Assert.True(work.Has(Stem + ".catalogues.json"));

        var report = Verify(work);
        Assert.Empty(report.Problems.Where(problem => problem.Level == ProblemLevel.Error));
        Assert.Contains(report.Checks, check => check is { Name: "reassessment", Result: CheckResult.Passed });
        Assert.Contains(report.Checks, check => check is { Name: "reassessment", Result: CheckResult.Skipped } && check.Sentence.Contains("acme-contract", StringComparison.Ordinal));

        // The contract changes, and nothing else: the next build notices.
        work.Write("Portal/compliance/contract.rules.json", Rules.Replace("\"is\": true", "\"is\": false", StringComparison.Ordinal));
        (await work.BuildAsync("Portal", "--no-restore")).Succeeded();
        Assert.NotEqual("met-by-evidence", Status(Frameworks(work)[2]!, "1"));

        // Taken off the list, it leaves nothing behind.
        work.Write("Portal/securebuild.json", "{ }");
        (await work.BuildAsync("Portal", "--no-restore")).Succeeded();
        Assert.Equal(["nist-ssdf", "cisa-ssda-common-form"], Frameworks(work).Select(framework => (string?)framework!["framework"]));
        Assert.False(work.Has(Stem + ".catalogues.json"));
    }

    static JsonArray Frameworks(Workspace work) => JsonNode.Parse(work.Read(Stem + ".intoto.jsonl").Split('\n')[1])!["predicate"]!["frameworks"]!.AsArray();

    static string? Status(JsonNode framework, string control) => (string?)framework["controls"]!.AsArray().Single(result => (string?)result!["control"] == control)!["status"];

    static VerificationReport Verify(Workspace work) => Verifier.Verify(new(work.PathOf("Portal/bin/Debug/net10.0"))
    {
        AllowUnsigned = true,
        Today = DateOnly.FromDateTime(DateTime.UtcNow),
        Reassess = static (evidence, catalogues, statements, time) =>
        {
            using var document = JsonDocument.Parse(evidence);
            var applied = catalogues is { } delivered ? DeliveredCatalogues.Apply(AssessedCatalogue.All, delivered)!.Value : AssessedCatalogue.All;
            return Assessor.Assess(EvidenceJson.Read(document), statements, DateOnly.FromDateTime(time.UtcDateTime), applied);
        },
    });
}
