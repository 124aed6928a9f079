using System.Text.Json;
using System.Text.Json.Nodes;
using SecureBuild.Catalogues;
using SecureBuild.Evidence;

namespace SecureBuild.Core.Tests.Evidence;

public sealed class FactCollectorTests : IDisposable
{
    readonly string _root = Directory.CreateTempSubdirectory("securebuild-facts").FullName;

    [Fact]
    public void Every_fact_is_of_the_catalogue_and_has_a_value_or_a_reason()
    {
        var evidence = FactCollector.Collect(SampleEvidence.Sources(_root), SampleEvidence.Clock);

        Assert.True(evidence.Facts.Length >= 45, $"{evidence.Facts.Length} facts");
        Assert.Equal(evidence.Facts.Select(fact => fact.Id).Order(StringComparer.Ordinal), evidence.Facts.Select(fact => fact.Id));
        foreach (var fact in evidence.Facts)
        {
            Assert.True(CatalogueLibrary.Facts.ContainsKey(fact.Id), fact.Id);
            Assert.True(fact.State is FactState.Known or FactState.Stale == fact.Value is not null, fact.Id);
            Assert.True(fact.State == FactState.Known == fact.Gap is null, fact.Id);
        }
    }

    [Fact]
    public void At_least_thirty_five_facts_are_known_of_an_ordinary_build()
    {
        File.WriteAllText(Path.Combine(_root, "obj.json"), "");
        var sources = Fresh(SampleEvidence.Log());
        File.WriteAllText(sources.Build.AssetsFile!, """
            {"libraries":{},"project":{"restore":{"configFilePaths":[],"sources":{"https://feed.example/v3/index.json":{}},"restoreAuditProperties":{"enableAudit":"true"}},"frameworks":{"net10.0":{}}}}
            """);
        sources = sources with { Sbom = new("App.cdx.json", new('a', 64), "CycloneDX 1.7", 3, 2, 1, 1, 0), AttestationFile = "App.intoto.jsonl", Build = sources.Build with { Git = new(new('c', 40), false, null, "main") } };

        var known = FactCollector.Collect(sources, SampleEvidence.Clock).Facts.Where(fact => fact.State is FactState.Known or FactState.NotApplicable).Select(fact => fact.Id).ToArray();
        Assert.True(known.Length >= 35, $"{known.Length}: {string.Join(' ', known)}");
    }

    [Fact]
    public void Written_evidence_reads_back_the_same()
    {
        var evidence = FactCollector.Collect(Fresh(SampleEvidence.Log()), SampleEvidence.Clock);
        var bytes = CanonicalJson.Indented(EvidenceJson.Write(evidence));
        using var document = JsonDocument.Parse(bytes, CanonicalJson.Strict);

        Assert.Equal(bytes, CanonicalJson.Indented(EvidenceJson.Write(EvidenceJson.Read(document))));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"type":"https://securebuild.example/evidence/v1"}""")]
    public void Another_document_is_refused_with_a_code(string text)
    {
        using var document = JsonDocument.Parse(text);
        Assert.Equal("SB9310", Assert.Throws<ProblemException>(() => EvidenceJson.Read(document)).Problem.Code);
    }

    [Fact]
    public void Hardening_is_read_from_the_file_not_from_the_wish()
    {
        var sources = SampleEvidence.Sources(_root);
        var evidence = FactCollector.Collect(sources with { Build = sources.Build.With("HighEntropyVA", "false").With("Deterministic", "false") }, SampleEvidence.Clock);

        Assert.True((bool)evidence["compiler.highEntropyVA"]!.Value!["image"]!);
        Assert.True((bool)evidence["compiler.deterministic"]!.Value!["image"]!);
        Assert.Equal(FactState.NotApplicable, evidence["compiler.cfg"]!.State);
    }

    [Fact]
    public void A_fresh_log_gives_known_facts()
    {
        var place = new TextRegion(1, 1, 1, 2);
        var evidence = FactCollector.Collect(Fresh(SampleEvidence.Log(
            new AnalysisResult("SB2001", "warning", "a.cs", place, "m", null),
            new AnalysisResult("SB2001", "warning", "a.cs", place, "m", new("inSource", "Pragma Directive", null)))), SampleEvidence.Clock);

        Assert.Equal(FactState.Known, evidence["sarif.freshness"]!.State);
        Assert.Equal(1, (int)evidence["sarif.log"]!.Value!["securebuildOpen"]!);
        Assert.Equal(1, (int)evidence["sarif.suppressions"]!.Value!["securebuildUnjustified"]!);
        Assert.Equal(1, (int)evidence["sarif.crypto"]!.Value!["open"]!);
        Assert.Equal(0, (int)evidence["sarif.secrets"]!.Value!["open"]!);
        Assert.Equal(FactState.NotAssessed, evidence["sarif.logging"]!.State);
    }

    [Fact]
    public void A_log_without_our_rules_is_never_no_findings()
    {
        var evidence = FactCollector.Collect(Fresh(new("Microsoft (R) Visual C# Compiler", "5.9.0", [new("CA1822", null, "note", "note", true, [])], [])), SampleEvidence.Clock);

        foreach (var id in new[] { "sarif.log", "sarif.suppressions", "sarif.freshness", "sarif.secrets", "sarif.crypto" })
            Assert.Equal((FactState.NotAssessed, (JsonNode?)null), (evidence[id]!.State, evidence[id]!.Value));
        Assert.Contains("did not run", evidence["sarif.log"]!.Gap, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_assembly_than_the_analysed_one_makes_the_analysis_stale()
    {
        var sources = Fresh(SampleEvidence.Log());
        File.AppendAllText(sources.Build.Outputs[0].Path, "rewritten");

        var evidence = FactCollector.Collect(sources with { Freshness = AnalysisFreshness.Of(sources.Build) }, SampleEvidence.Clock);
        Assert.Equal(FactState.Stale, evidence["sarif.log"]!.State);
        Assert.False((bool)evidence["sarif.freshness"]!.Value!["fresh"]!);
    }

    [Fact]
    public void Another_log_than_the_compilers_is_stale()
    {
        var sources = Fresh(SampleEvidence.Log());
        File.AppendAllText(sources.Build.SarifFile!, " ");
        Assert.Equal(FactState.Stale, AnalysisFreshness.Of(sources.Build).State);
    }

    [Fact]
    public void Without_a_record_of_the_compiler_run_nothing_is_assessed()
    {
        var sources = Fresh(SampleEvidence.Log());
        File.WriteAllText(sources.Build.CompileRecordFile!, "{ half");
        Assert.Equal(FactState.NotAssessed, AnalysisFreshness.Of(sources.Build).State);
    }

    [Fact]
    public void For_other_languages_the_analysis_is_not_applicable()
    {
        var sources = SampleEvidence.Sources(_root);
        var build = sources.Build.With("Language", "F#");
        var evidence = FactCollector.Collect(sources with { Build = build, Freshness = AnalysisFreshness.Of(build) }, SampleEvidence.Clock);

        Assert.Equal(FactState.NotApplicable, evidence["sarif.log"]!.State);
        Assert.Contains("F#", evidence["sarif.log"]!.Gap, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dangerous_run_time_switch_is_named()
    {
        var sources = SampleEvidence.Sources(_root);
        var file = Path.Combine(_root, "bin", "App.runtimeconfig.json");
        File.WriteAllText(file, """{"runtimeOptions":{"configProperties":{"System.Runtime.Serialization.EnableUnsafeBinaryFormatterSerialization":true,"System.GC.Server":true}}}""");
        var evidence = FactCollector.Collect(sources with { Build = sources.Build with { Outputs = sources.Build.Outputs.Add(new(file, OutputKind.RuntimeConfiguration)) } }, SampleEvidence.Clock);

        Assert.Equal("""["System.Runtime.Serialization.EnableUnsafeBinaryFormatterSerialization"]""", evidence["runtime.unsafeSwitches"]!.Value!["on"]!.ToJsonString());
    }

    [Theory]
    [InlineData("Contact: mailto:a@b.example\nExpires: 2026-06-01T00:00:00Z\n", true)]
    [InlineData("Contact: mailto:a@b.example\nExpires: 2025-06-01T00:00:00Z\n", false)]
    [InlineData("Expires: 2026-06-01T00:00:00Z\n", false)]
    [InlineData("Contact: mailto:a@b.example\n", false)]
    public void A_security_txt_counts_only_with_a_contact_and_before_it_expires(string text, bool valid)
    {
        Directory.CreateDirectory(Path.Combine(_root, ".well-known"));
        File.WriteAllText(Path.Combine(_root, ".well-known", "security.txt"), text);

        Assert.Equal(valid, (bool)FactCollector.Collect(SampleEvidence.Sources(_root), SampleEvidence.Clock)["contact.securityTxt"]!.Value!["valid"]!);
    }

    [Fact]
    public void A_file_that_is_no_JSON_is_a_gap_and_not_the_end()
    {
        var sources = SampleEvidence.Sources(_root);
        File.WriteAllText(sources.Build.AssetsFile!, "{ half");
        File.WriteAllText(Path.Combine(_root, "global.json"), "{ half");
        var evidence = FactCollector.Collect(sources, SampleEvidence.Clock);

        Assert.Equal(FactState.NotAssessed, evidence["nuget.audit"]!.State);
        Assert.Equal(FactState.NotAssessed, evidence["sdk.globalJson"]!.State);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    EvidenceSources Fresh(AnalysisLog log)
    {
        var sources = SampleEvidence.Sources(_root);
        File.WriteAllText(sources.Build.SarifFile!, "{}");
        CompileRecords.Write(sources.Build.CompileRecordFile!, CompileRecords.Of(sources.Build.CompiledAssembly!, sources.Build.SarifFile, SampleEvidence.Clock));
        return sources with { Analysis = log, Freshness = AnalysisFreshness.Of(sources.Build) };
    }
}
