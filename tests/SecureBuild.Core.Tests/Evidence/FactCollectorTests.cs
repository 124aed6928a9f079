using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using SecureBuild.Catalogues;
using SecureBuild.Configuration;
using SecureBuild.Evidence;
using SecureBuild.Testing;

namespace SecureBuild.Core.Tests.Evidence;

public sealed class FactCollectorTests : IDisposable
{
    readonly string _root = Directory.CreateTempSubdirectory("securebuild-facts").FullName;

    [Fact]
    public void Every_fact_is_of_the_catalogue_and_has_a_value_or_a_reason()
    {
        var evidence = FactCollector.Collect(SampleEvidence.Sources(_root), SampleEvidence.Clock);

        Assert.True(evidence.Facts.Length >= 66, $"{evidence.Facts.Length} facts");
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
    public void Sixty_facts_have_an_answer_where_a_team_does_its_part()
    {
        Put("docs/security-requirements.md", "docs/threat-model.md", "docs/adr/README.md", "docs/design-review.md", "docs/hardening.md", "SECURITY.md", "BannedSymbols.txt");
        var sources = Fresh(SampleEvidence.Log(kinds: true));
        File.WriteAllText(sources.Build.AssetsFile!, """
            {"libraries":{},"project":{"restore":{"configFilePaths":["{0}"],"sources":{"https://feed.example/v3/index.json":{}},"restoreAuditProperties":{"enableAudit":"true"}},"frameworks":{"net10.0":{}}}}
            """.Replace("{0}", Put("nuget.config", "<configuration/>").Replace("\\", "\\\\")));
        var configuration = ProjectConfigurationFile.Read("securebuild.json", """{"licences":{"allow":["MIT"]},"suppliers":[{"packages":["Acme.*"],"name":"Acme"}]}"""u8);
        Assert.Empty(configuration.Problems);
        var evidence = FactCollector.Collect(sources with
        {
            Configuration = configuration.Configuration,
            Sbom = new("App.cdx.json", new('a', 64), "CycloneDX 1.7", 3, 2, 1, 1, 0) { Licences = new(0, 0, 0) },
            AttestationFile = "App.intoto.jsonl", SigningKeyId = "key",
            Build = sources.Build.With("IsPackable", "false") with
            {
                Git = new(new('c', 40), false, null, "main") { CommitSignature = "ssh" },
                Host = new("linux", "x64", new Dictionary<string, string> { ["GITHUB_ACTIONS"] = "true", ["RUNNER_ENVIRONMENT"] = "github-hosted" }.ToImmutableDictionary()),
            },
        }, SampleEvidence.Clock);

        var answered = evidence.Facts.Where(fact => fact.State is FactState.Known or FactState.NotApplicable).ToArray();
        Assert.True(answered.Length >= 60, $"{answered.Length}; without: {string.Join(' ', evidence.Facts.Except(answered).Select(fact => fact.Id))}");
        Assert.Equal("passed", (string?)evidence["gate.policy"]!.Value!["outcome"]);
        Assert.Equal(TrustClass.DeclaredByProject, evidence["supplier.register"]!.Trust);
    }

    [Fact]
    public void Every_fact_is_described_where_the_values_are()
    {
        var described = File.ReadAllText(Repository.PathOf("src/SecureBuild.Core/Evidence/FactValues.md"));
        Assert.All(FactCollector.Collect(SampleEvidence.Sources(_root), SampleEvidence.Clock).Facts, fact => Assert.Contains($"`{fact.Id}`", described, StringComparison.Ordinal));
    }

    [Fact]
    public void A_document_that_is_not_where_one_looks_is_unknown_and_an_empty_one_is_none()
    {
        Put("docs/adr/README.md");
        File.WriteAllText(Path.Combine(_root, "THREAT-MODEL.md"), "");
        var evidence = FactCollector.Collect(SampleEvidence.Sources(_root), SampleEvidence.Clock);

        Assert.Equal((FactState.NotAssessed, (JsonNode?)null), (evidence["doc.threatModel"]!.State, evidence["doc.threatModel"]!.Value));
        var decisions = evidence["doc.decisions"]!;
        Assert.Equal((FactState.Known, TrustClass.DeclaredByProject, "docs/adr/README.md"), (decisions.State, decisions.Trust, (string?)decisions.Value!["file"]));
    }

    [Fact]
    public void A_policy_that_could_not_be_applied_has_no_outcome()
    {
        var sources = SampleEvidence.Sources(_root) with { Configuration = ProjectConfigurationFile.Read("securebuild.json", """{"licences":{"deny":["GPL-3.0-only"]}}"""u8).Configuration };
        Assert.Equal(FactState.NotAssessed, FactCollector.Collect(sources, SampleEvidence.Clock)["gate.policy"]!.State);

        var judged = FactCollector.Collect(sources with { Sbom = new("a", new('a', 64), "f", 1, 1, 0, 1, 0) { Licences = new(1, 0, 0) } }, SampleEvidence.Clock);
        Assert.Equal("objections", (string?)judged["gate.policy"]!.Value!["outcome"]);
    }

    [Fact]
    public void Cryptography_native_functions_strong_name_and_source_link_are_read_from_the_assembly()
    {
        var evidence = FactCollector.Collect(SampleEvidence.Sources(_root), SampleEvidence.Clock);

        var cryptography = evidence["cbom.algorithms"]!.Value!;
        var algorithms = cryptography["algorithms"]!.AsArray().Select(name => (string?)name).ToArray();
        Assert.Contains("ECDSA", algorithms);
        Assert.Contains("SHA-256", algorithms);
        Assert.DoesNotContain("MD5", algorithms);
        Assert.Contains("System.Security.Cryptography.ECDsa", cryptography["types"]!.AsArray().Select(name => (string?)name));
        Assert.Equal(0, (int)evidence["compiler.unsafe"]!.Value!["platformInvokes"]!);
        Assert.Null((string?)evidence["output.identity"]!.Value!["strongName"]!["publicKeyToken"]);

        var runtime = PortableExecutable.Read(typeof(object).Assembly.Location)!;
        Assert.Equal("7cec85d7bea7798e", runtime.PublicKeyToken);
        Assert.True(runtime.StrongNamed);
        Assert.True(runtime.PlatformInvokes > 0);
    }

    [Fact]
    public void Symbols_that_are_none_say_nothing_about_sources()
    {
        var file = Path.Combine(_root, "bin", "App.pdb");
        var sources = SampleEvidence.Sources(_root);
        File.WriteAllText(file, "Microsoft C/C++ MSF 7.00");
        var value = FactCollector.Collect(sources with { Build = sources.Build with { Outputs = sources.Build.Outputs.Add(new(file, OutputKind.Symbols)) } }, SampleEvidence.Clock)["compiler.ciBuild"]!.Value!;

        Assert.Null(value["sourceLink"]);
        Assert.NotEqual("none", (string?)value["symbols"]);
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

    string Put(string name, string content)
    {
        var path = Path.Combine(_root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    void Put(params string[] names)
    {
        foreach (var name in names)
            Put(name, "text");
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
