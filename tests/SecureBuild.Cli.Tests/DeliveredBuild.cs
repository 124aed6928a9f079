using System.Collections.Immutable;
using System.Text;
using SecureBuild.Assessment;
using SecureBuild.Attestation;
using SecureBuild.Evidence;
using SecureBuild.Sbom;
using SecureBuild.Signing;

namespace SecureBuild.Cli.Tests;

/// <summary>An output folder with a build's artifacts, as the build task writes them: <c>Portal.dll</c> and <c>securebuild/</c>.</summary>
sealed class DeliveredBuild : IDisposable
{
    const string Sarif = """
        {
          "version": "2.1.0",
          "runs": [ {
            "tool": { "driver": { "name": "C#", "rules": [ { "id": "CA1822" }, { "id": "SB2001" }, { "id": "SB2002" } ] } },
            "results": [
              { "ruleId": "SB2001", "level": "warning", "locations": [ { "physicalLocation": { "artifactLocation": { "uri": "src/Portal/%E8%AA%8D%E8%A8%BC.cs" }, "region": { "startLine": 12 } } } ] },
              { "ruleId": "SB2001", "level": "warning" },
              { "ruleId": "SB2002", "level": "error" },
              { "ruleId": "CA1822", "level": "note" },
              { "ruleId": "SB2002", "level": "warning", "suppressions": [ { "kind": "inSource" } ] }
            ]
          } ]
        }
        """;

    // Statements of persons expire, so that the delivery has to be of today.
    static readonly Clock s_clock = new(new(DateTime.UtcNow.Date, TimeSpan.Zero), false);

    /// <summary>The day of the statement in it.</summary>
    public static string StatedOn => Yesterday.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    static DateOnly Yesterday => DateOnly.FromDateTime(s_clock.Now.UtcDateTime).AddDays(-1);

    readonly Scratch _folder = new();

    public string Output => _folder.Path;

    public string Assembly => _folder["Portal.dll"];

    public string Key => _folder["keys/build.key.pem"];

    public string PublicKey => _folder["keys/build.pub.pem"];

    public string Statements => Artifact(AttestationFiles.StatementsSuffix);

    /// <param name="collected">The facts are those that the collector reads from a real assembly in this folder, gaps and all, instead of two.</param>
    /// <param name="catalogues">What it was held against; SSDF and CISA form where none is given.</param>
    public DeliveredBuild(bool collected = false, ImmutableArray<AssessedCatalogue> catalogues = default)
    {
        if (collected)
            System.IO.File.Copy(typeof(DeliveredBuild).Assembly.Location, Assembly);
        else
            _folder.Write("Portal.dll", "MZ not really");
        var pair = SigningKey.Create();
        _folder.Write("keys/build.key.pem", pair.PrivateKeyPem);
        _folder.Write("keys/build.pub.pem", pair.PublicKeyPem);

        Subject assembly = new("Portal.dll", Digest.Sha256OfFile(Assembly));
        BuildBinding build = new("src/Portal/Portal.csproj", "Release", "net10.0", null, "C#", "Portal.dll", assembly.Sha256);
        ImmutableArray<EvidenceFile> files = [File("cdx.json", "application/vnd.cyclonedx+json", CycloneDxJson.Indented(Materials(assembly))), File("sarif", SarifLog.MediaType, Encoding.UTF8.GetBytes(Sarif))];
        var evidence = collected ? FactCollector.Collect(Sources(files), s_clock) : new EvidenceManifest(build, s_clock.Now,
        [
            new("compiler.deterministic", FactState.Known, true, "property Deterministic", TrustClass.ObservedByBuild, s_clock.Now),
            new("nuget.audit", FactState.NotAssessed, null, "project.assets.json", TrustClass.ObservedByBuild, s_clock.Now, "No source with vulnerability data was asked."),
        ], files);
        files = files.Add(File("evidence.json", EvidenceJson.MediaType, CanonicalJson.Indented(EvidenceJson.Write(evidence))));
        PersonStatement statement = new("nist-ssdf/PO.2.2", ControlStatus.Stated, "山田 花子", "開発部長", Yesterday, Yesterday.AddMonths(12), null, null);
        var frameworks = Assessor.Assess(evidence, [statement], DateOnly.FromDateTime(s_clock.Now.UtcDateTime), catalogues.IsDefault ? AssessedCatalogue.Default : catalogues);
        var provenance = SecureBuild.Attestation.Statements.Provenance(new([assembly], build, null, "18.9.11", "10.0.401", [], "2f6c", s_clock, null, files));
        var attestation = SecureBuild.Attestation.Statements.SecureDevelopment(new(
            [assembly], build, new("住民ポータル", "2.3.0", "株式会社エグザンプル", null), frameworks, files, new(AuditState.NotAssessed, null, null, null, evidence["nuget.audit"]!.Gap), s_clock));
        foreach (var artifact in AttestationFiles.Write(_folder["securebuild"], "Portal", provenance, attestation, signer: null))
            AtomicFile.Write(artifact.Path, artifact.Content.Span);
    }

    public string Artifact(string suffix) => Path.Combine(Output, "securebuild", "Portal" + suffix);

    public DeliveredBuild Signed()
    {
        Assert.Equal((0, ""), Tool.Run("sign", Output, "--key", Key) is var signed ? (signed.ExitCode, signed.Error) : default);
        return this;
    }

    public void Dispose() => _folder.Dispose();

    EvidenceSources Sources(ImmutableArray<EvidenceFile> files)
    {
        var build = new BuildInputs
        {
            ProjectFile = _folder["src/Portal/Portal.csproj"],
            RepositoryRoot = _folder.Path,
            OutputDirectory = Output,
            ArtifactDirectory = _folder["securebuild"],
            ArtifactName = "Portal",
            Outputs = [new(Assembly, OutputKind.Assembly)],
            Properties = new Dictionary<string, string> { ["TargetFramework"] = "net10.0", ["Configuration"] = "Release", ["AssemblyName"] = "Portal", ["Language"] = "C#" }.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase),
            Host = new("linux", "x64", ImmutableDictionary<string, string>.Empty),
        };
        return new() { Build = build, Freshness = AnalysisFreshness.Of(build), Files = files };
    }

    EvidenceFile File(string suffix, string mediaType, byte[] content)
    {
        AtomicFile.Write(Artifact("." + suffix), content);
        return new("Portal." + suffix, mediaType, Digest.Sha256(content), "customer");
    }

    static Bom Materials(Subject assembly) => new()
    {
        Metadata = new() { Component = new("application", "root", "住民ポータル") { Hashes = [new("SHA-256", assembly.Sha256)] }, Properties = [new("securebuild:graph", "complete")] },
        Components =
        [
            new("library", "pkg:nuget/A@1", "A") { Version = "1", Licenses = [new(Expression: "MIT")], Supplier = new("A Inc."), Hashes = [new("SHA-512", new('a', 128))] },
            new("library", "pkg:nuget/B@1", "B") { Version = "1" },
        ],
        Dependencies = [new("pkg:nuget/A@1", []), new("pkg:nuget/B@1", []), new("root", ["pkg:nuget/A@1", "pkg:nuget/B@1"])],
    };
}
