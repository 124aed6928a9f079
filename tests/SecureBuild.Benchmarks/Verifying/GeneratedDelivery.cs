using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Assessment;
using SecureBuild.Attestation;
using SecureBuild.Evidence;
using SecureBuild.Sbom;
using SecureBuild.Signing;

namespace SecureBuild.Benchmarks.Verifying;

/// <summary>A signed delivery as a build leaves it, with as many files and components as are asked for; every file is really there, with 100 KB of its own.</summary>
sealed class GeneratedDelivery : IDisposable
{
    const int FileSize = 100_000;

    static readonly Clock s_clock = Clock.From("1795322000");

    readonly KeyPair _key = SigningKey.Create();

    public string Folder { get; } = Directory.CreateTempSubdirectory("securebuild-delivery-").FullName;

    public string PublicKey => Path.Combine(Folder, "supplier.pub.pem");

    public string PublicKeyPem => _key.PublicKeyPem;

    public string Bundle => Path.Combine(Folder, "securebuild", "Portal" + AttestationFiles.AttestationBundleSuffix);

    /// <param name="files">Delivered files: two by the build, the others by packages.</param>
    /// <param name="components">Packages in the bill of materials.</param>
    public GeneratedDelivery(int files, int components)
    {
        ImmutableArray<Subject> subjects = [Put("Portal.dll", 0), Put("Portal.pdb", 1)];
        BuildBinding build = new("src/Portal/Portal.csproj", "Release", "net10.0", null, "C#", "Portal.dll", subjects[0].Sha256);
        var bom = Write(".cdx.json", SbomFormat.CycloneDx17.MediaType, SbomFormat.CycloneDx17.Write(Materials(subjects[0], files - 2, components)));
        var evidence = new EvidenceManifest(build, s_clock.Now, Facts(subjects), [bom]);
        ImmutableArray<EvidenceFile> listed = [bom, Write(".evidence.json", EvidenceJson.MediaType, CanonicalJson.Indented(EvidenceJson.Write(evidence)))];
        var frameworks = Assessor.Assess(evidence, [], DateOnly.FromDateTime(s_clock.Now.UtcDateTime));
        var provenance = Statements.Provenance(new(subjects, build, null, "18.9.11", "10.0.401",
            [.. Enumerable.Range(0, components).Select(index => new ResolvedDependency($"Package{index}", $"pkg:nuget/Package{index}@1.0.{index}", Digest.Sha512(BitConverter.GetBytes(index))))], "2f6c", s_clock, null, listed));
        var attestation = Statements.SecureDevelopment(new(subjects, build, new("Portal", "1.0.0", "Example", null), frameworks, listed, new(AuditState.NotAssessed, null, null, null, "No source was asked."), s_clock));
        using var signer = SigningKey.Load(_key.PrivateKeyPem, null, "generated");
        foreach (var artifact in AttestationFiles.Write(Path.Combine(Folder, "securebuild"), "Portal", provenance, attestation, signer))
            AtomicFile.Write(artifact.Path, artifact.Content.Span);
        File.WriteAllText(PublicKey, _key.PublicKeyPem);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    Bom Materials(Subject assembly, int files, int components) => new()
    {
        SerialNumber = "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
        Metadata = new() { Timestamp = s_clock.Text, Component = new("application", "root", "Portal") { Components = [new("file", "output", "Portal.dll") { Hashes = [new("SHA-256", assembly.Sha256)] }] } },
        Components = [.. Enumerable.Range(0, components).Select(index => new Component("library", $"pkg:nuget/Package{index}@1.0.{index}", $"Package{index}")
        {
            Version = $"1.0.{index}", Purl = $"pkg:nuget/Package{index}@1.0.{index}", Licenses = [new(Expression: "MIT")], Supplier = new($"Supplier {index % 100}"),
            Hashes = [new("SHA-512", Digest.Sha512(BitConverter.GetBytes(index)))],
            Components = index >= files ? [] : [new("file", $"file-{index}", $"Package{index}.dll") { Hashes = [new("SHA-256", Put($"Package{index}.dll", index + 2).Sha256)] }],
        })],
        Dependencies = [new("root", [.. Enumerable.Range(0, components).Select(index => $"pkg:nuget/Package{index}@1.0.{index}")])],
    };

    static ImmutableArray<Fact> Facts(ImmutableArray<Subject> subjects) =>
    [
        new("compiler.deterministic", FactState.Known, new JsonObject { ["declared"] = true, ["image"] = true }, "PE header", TrustClass.ObservedByBuild, s_clock.Now),
        new("output.digests", FactState.Known, new JsonArray([.. subjects.Select(subject => (JsonNode)new JsonObject { ["name"] = subject.Name, ["sha256"] = subject.Sha256 })]), "output files", TrustClass.ObservedByBuild, s_clock.Now),
        new("sdk.version", FactState.Known, new JsonObject { ["sdk"] = "10.0.401" }, "MSBuild", TrustClass.ObservedByBuild, s_clock.Now),
    ];

    Subject Put(string name, int seed)
    {
        var bytes = new byte[FileSize];
        new Random(seed).NextBytes(bytes);
        File.WriteAllBytes(Path.Combine(Folder, name), bytes);
        return new(name, Digest.Sha256(bytes), Digest.Sha512(bytes));
    }

    EvidenceFile Write(string suffix, string mediaType, byte[] content)
    {
        AtomicFile.Write(Path.Combine(Folder, "securebuild", "Portal" + suffix), content);
        return new("Portal" + suffix, mediaType, Digest.Sha256(content), "customer");
    }
}
