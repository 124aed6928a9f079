using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using SecureBuild.Assessment;
using SecureBuild.Attestation;
using SecureBuild.Evidence;
using SecureBuild.Sbom;
using SecureBuild.Signing;
using SecureBuild.Verification;

namespace SecureBuild.Core.Tests.Verification;

/// <summary>An output folder with a build's artifacts, written by the product's own code: <c>Portal.dll</c>, <c>ja/</c> and <c>securebuild/</c>.</summary>
sealed class AttestedFolder : IDisposable
{
    public static readonly string Sha = new('a', 64);

    public static KeyPair Key { get; } = SigningKey.Create();

    static readonly Clock s_clock = new(new(2026, 11, 22, 4, 21, 0, TimeSpan.Zero), false);

    public string Output { get; } = Directory.CreateTempSubdirectory("securebuild 検証 ").FullName;

    public string Artifacts => Path.Combine(Output, "securebuild");

    public string Statements => Artifact(AttestationFiles.StatementsSuffix);

    public string ProvenanceBundle => Artifact(AttestationFiles.ProvenanceBundleSuffix);

    public string AttestationBundle => Artifact(AttestationFiles.AttestationBundleSuffix);

    public ImmutableArray<ControlResult> Controls { get; init; } =
    [
        new("PW.6.2", ControlStatus.MetByEvidence, false, ["compiler.deterministic"], [new("The build is deterministic.", "ビルドは決定的です。")], null),
        new("PO.2.1", ControlStatus.Stated, false, [], [], Person("nist-ssdf/PO.2.1", ControlStatus.Stated)),
        new("PO.2.2", ControlStatus.NotAssessed, false, [], [], null),
    ];

    /// <summary>Format of the bill of materials.</summary>
    public SbomFormat Format { get; init; } = SbomFormat.CycloneDx17;

    /// <summary>Content of the bill of materials; null for one about the output.</summary>
    public Func<BuildBinding, byte[]>? Sbom { get; init; }

    /// <summary>Where set, the product's own assessment of a few facts and these statements takes the place of <see cref="Controls"/>.</summary>
    public ImmutableArray<PersonStatement>? Assessed { get; init; }

    /// <summary>Further facts in that evidence, with ids behind that of the first.</summary>
    public ImmutableArray<Fact> Facts { get; init; } = [];

    /// <summary>What is assessed with them.</summary>
    public ImmutableArray<AssessedCatalogue> Catalogues { get; init; } = AssessedCatalogue.Default;

    public static PersonStatement Person(string control, ControlStatus status) =>
        new(control, status, "山田 太郎", "品質保証部長", new(2026, 11, 1), new(2027, 11, 1), null, null);

    public static ISigner Signer(KeyPair? key = null) => SigningKey.Load((key ?? Key).PrivateKeyPem, null, "test key");

    public string Artifact(string suffix) => Path.Combine(Artifacts, "Portal" + suffix);

    public AttestedFolder Write(ISigner? signer)
    {
        var assembly = Put("Portal.dll", "MZ not really");
        ImmutableArray<Subject> subjects = [new("Portal.dll", Digest.Sha256(assembly), Digest.Sha512(assembly)), new("ja/Portal.resources.dll", Digest.Sha256(Put("ja/Portal.resources.dll", "資源")))];
        BuildBinding build = new("src/Portal/Portal.csproj", "Release", "net10.0", null, "C#", "Portal.dll", subjects[0].Sha256);
        var files = Evidence(build);
        var provenance = SecureBuild.Attestation.Statements.Provenance(new(subjects, build, null, "18.9.11", "10.0.401", [], "2f6c", s_clock, null, files));
        var attestation = SecureBuild.Attestation.Statements.SecureDevelopment(new(
            subjects, build, new("市民ポータル", "1.2.0", "株式会社サンプル", "security@portal.example"),
            Frameworks(build), files, new(AuditState.NotAssessed, null, null, null, "No source with vulnerability data."), s_clock));
        foreach (var artifact in AttestationFiles.Write(Artifacts, "Portal", provenance, attestation, signer))
            AtomicFile.Write(artifact.Path, artifact.Content.Span);
        return this;
    }

    public static AttestedFolder Signed()
    {
        using var signer = (EcdsaP256Signer)Signer();
        return new AttestedFolder().Write(signer);
    }

    /// <summary>Signed over an attestation that was changed before, without our own code's objections.</summary>
    public static AttestedFolder SignedWith(Action<JsonObject> change)
    {
        var folder = Draft();
        var signer = Signer();
        var lines = File.ReadAllLines(folder.Statements).Select(line => DraftMark.Remove(JsonNode.Parse(line)!.AsObject())).ToArray();
        change(lines.Single(line => line["predicate"]!.AsObject().ContainsKey("frameworks")));
        File.WriteAllText(folder.Statements, string.Concat(lines.Select(line =>
            Encoding.UTF8.GetString(CanonicalJson.Compact(Dsse.Envelope(InToto.PayloadType, CanonicalJson.Compact(line), signer))) + "\n")));
        return folder;
    }

    public static AttestedFolder Draft() => new AttestedFolder().Write(signer: null);

    public VerificationReport Verify(Func<VerificationRequest, VerificationRequest>? with = null) => Verify(Output, with);

    public static VerificationReport Verify(string path, Func<VerificationRequest, VerificationRequest>? with = null)
    {
        VerificationRequest request = new(path) { Keys = [new(Key.PublicKeyPem, "portal.pub.pem")] };
        return Verifier.Verify(with?.Invoke(request) ?? request);
    }

    /// <summary>A bill of materials about an output with this digest.</summary>
    public byte[] About(string sha256, params ReadOnlySpan<Component> components) => Format.Write(new()
    {
        SerialNumber = "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
        Metadata = new() { Timestamp = "2026-11-22T04:21:00Z", Component = new("library", "root", "Portal") { Components = [new("file", "output", "Portal.dll") { Hashes = [new("SHA-256", sha256)] }] } },
        Components = [.. components],
    });

    public byte[] Put(string name, string content) => Put(name, Encoding.UTF8.GetBytes(content));

    public byte[] Put(string name, byte[] bytes)
    {
        AtomicFile.Write(Path.Combine(Output, name), bytes);
        return bytes;
    }

    /// <summary>Changes both lines of the statements file as JSON.</summary>
    public void EditLines(Action<JsonObject> edit)
    {
        var lines = File.ReadAllLines(Statements).Select(line => JsonNode.Parse(line)!.AsObject()).ToArray();
        foreach (var line in lines)
            edit(line);
        File.WriteAllText(Statements, string.Concat(lines.Select(line => Encoding.UTF8.GetString(CanonicalJson.Compact(line)) + "\n")));
    }

    public static void Edit(string file, Action<JsonObject> edit)
    {
        var json = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        edit(json);
        File.WriteAllBytes(file, CanonicalJson.Indented(json));
    }

    public void Dispose() => Directory.Delete(Output, recursive: true);

    ImmutableArray<FrameworkResult> Frameworks(BuildBinding build) => Assessed is { } statements
        ? Assessor.Assess(Manifest(build), statements, new(2026, 11, 22), Catalogues)
        : [new("nist-ssdf", "1.1", Sha, Sha, Controls)];

    EvidenceManifest Manifest(BuildBinding build) => new(build, s_clock.Now,
        [new("compiler.deterministic", FactState.Known, true, "csc", TrustClass.ObservedByBuild, s_clock.Now), .. Facts], []);

    ImmutableArray<EvidenceFile> Evidence(BuildBinding build)
    {
        var bom = Sbom?.Invoke(build) ?? About(build.OutputSha256);
        EvidenceFile sbom = new("Portal" + Format.Suffix, Format.MediaType, Digest.Sha256(Put("securebuild/Portal" + Format.Suffix, bom)), "customer");
        EvidenceFile sarif = new("Portal.sarif", "application/sarif+json", Digest.Sha256(Put("securebuild/Portal.sarif", """{"version":"2.1.0"}""")), "internal");
        var json = Assessed is not null ? CanonicalJson.IndentedText(EvidenceJson.Write(Manifest(build))) : $$"""{"build":{{JsonShapes.Build(build).ToJsonString()}},"files":[{"name":"{{sbom.Name}}","sha256":"{{sbom.Sha256}}"}],"facts":[{"id":"compiler.deterministic","state":"known","trust":"observed-by-build","time":"{{s_clock.Text}}"}]}""";
        return [sbom, sarif, new("Portal.evidence.json", "application/vnd.securebuild.evidence+json", Digest.Sha256(Put("securebuild/Portal.evidence.json", json)), "customer")];
    }
}
