using System.Collections.Immutable;
using System.Text;
using SecureBuild.Assessment;
using SecureBuild.Attestation;
using SecureBuild.Evidence;
using SecureBuild.Sbom;
using SecureBuild.Signing;
using SecureBuild.Verification;

namespace SecureBuild.Core.Tests.Submission;

/// <summary>A solution after its build: <c>src/NAME/bin/Release/net10.0/NAME.dll</c> with <c>securebuild/</c> beside, for as many projects as a test asks for.</summary>
sealed class SolutionFolder : IDisposable
{
    static readonly string s_sha = new('a', 64);
    static readonly Clock s_clock = new(new(2026, 11, 22, 4, 21, 0, TimeSpan.Zero), false);

    public static KeyPair Key { get; } = SigningKey.Create();

    public static DateOnly Today => new(2026, 11, 23);

    public string Root { get; } = Directory.CreateTempSubdirectory("securebuild 提出 ").FullName;

    public string this[string path] => Path.Combine(Root, path);

    /// <summary>Two projects of one product, the second for two target frameworks.</summary>
    public static SolutionFolder Portal(bool signed = false)
    {
        var solution = new SolutionFolder();
        solution.Add(new("Portal.Web") { Controls = [Met("PW.6.2"), Stated("PO.2.1"), Unknown("PO.2.2")] }, signed);
        solution.Add(new("Portal.Core") { Controls = [Met("PW.6.2"), Stated("PO.2.1"), Unknown("PO.2.2")] }, signed);
        solution.Add(new("Portal.Core") { Framework = "net8.0", Controls = [new("PW.6.2", ControlStatus.Partly, false, ["compiler.deterministic"], [new("Not deterministic.", "決定的ではありません。")], null), Stated("PO.2.1"), Unknown("PO.2.2")] }, signed);
        return solution;
    }

    public static ControlResult Met(string id) => new(id, ControlStatus.MetByEvidence, false, ["compiler.deterministic"], [new("The build is deterministic.", "ビルドは決定的です。")], null);

    public static ControlResult Unknown(string id) => new(id, ControlStatus.NotAssessed, false, [], [], null);

    public static ControlResult Stated(string id) => new(id, ControlStatus.Stated, false, [], [],
        new($"nist-ssdf/{id}", ControlStatus.Stated, "山田 太郎", "品質保証部長", new(2026, 11, 1), new(2027, 11, 1), null, null));

    /// <returns>The output folder.</returns>
    public string Add(Build of, bool signed = false)
    {
        var output = this[$"src/{of.Name}/bin/{of.Configuration}/{of.Framework}"];
        var assembly = Write($"{output}/{of.Name}.dll", Encoding.UTF8.GetBytes($"MZ {of.Name} {of.Framework}"));
        ImmutableArray<Subject> subjects = [new($"{of.Name}.dll", Digest.Sha256(assembly), Digest.Sha512(assembly)), new($"ja/{of.Name}.resources.dll", Digest.Sha256(Write($"{output}/ja/{of.Name}.resources.dll", "資源"u8)))];
        BuildBinding build = new($"src/{of.Name}/{of.Name}.csproj", of.Configuration, of.Framework, null, "C#", $"{of.Name}.dll", subjects[0].Sha256);
        ImmutableArray<EvidenceFile> files =
        [
            File(".cdx.json", SbomFormat.CycloneDx17.MediaType, "customer", SbomFormat.CycloneDx17.Write(Materials(of, subjects[0], Digest.Sha256(Write($"{output}/Shared.dll", "MZ shared"u8))))),
            File(".THIRD-PARTY-NOTICES.txt", "text/plain", "customer", "Contoso.Json 1.0.0\n\nMIT\n"u8.ToArray()),
            File(".sarif", SarifLog.MediaType, "internal", """{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"C#","rules":[{"id":"SB2001"}]}},"results":[{"ruleId":"SB2001","level":"warning"}]}]}"""u8.ToArray()),
        ];
        EvidenceManifest evidence = new(build, s_clock.Now,
        [
            new("compiler.deterministic", FactState.Known, true, "csc", TrustClass.ObservedByBuild, s_clock.Now),
            new("nuget.audit", FactState.NotAssessed, null, "project.assets.json", TrustClass.ObservedByBuild, s_clock.Now, "No source with vulnerability data."),
        ], files);
        files = files.Add(File(".evidence.json", EvidenceJson.MediaType, "customer", CanonicalJson.Indented(EvidenceJson.Write(evidence))));
        var frameworks = of.Assessed ? Assessor.Assess(evidence, [], DateOnly.FromDateTime(s_clock.Now.UtcDateTime), AssessedCatalogue.Default) : [new("nist-ssdf", "1.1", s_sha, s_sha, of.Controls)];
        var provenance = Statements.Provenance(new(subjects, build, null, "18.9.11", "10.0.401", [], "2f6c", s_clock, null, files));
        var attestation = Statements.SecureDevelopment(new(subjects, build, of.Product, frameworks, files, new(AuditState.NotAssessed, null, null, null, "No source with vulnerability data."), s_clock));
        using var signer = signed ? SigningKey.Load(Key.PrivateKeyPem, null, "test key") : null;
        foreach (var artifact in AttestationFiles.Write($"{output}/securebuild", of.Name, provenance, attestation, signer))
            AtomicFile.Write(artifact.Path, artifact.Content.Span);
        return output;

        EvidenceFile File(string suffix, string mediaType, string audience, byte[] content)
        {
            AtomicFile.Write($"{output}/securebuild/{of.Name}{suffix}", content);
            return new(of.Name + suffix, mediaType, Digest.Sha256(content), audience);
        }
    }

    public byte[] Write(string path, ReadOnlySpan<byte> content)
    {
        AtomicFile.Write(Path.GetFullPath(path, Root), content);
        return content.ToArray();
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    static Bom Materials(Build of, Subject assembly, string shared) => new()
    {
        SerialNumber = "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
        Metadata = new()
        {
            Timestamp = s_clock.Text,
            Component = new("library", "root", of.Name)
            {
                Version = "1.2.0",
                Purl = $"pkg:generic/{of.Name}@1.2.0?tfm={of.Framework}",
                Components = [new("file", "output", $"{of.Name}.dll") { Hashes = [new("SHA-256", assembly.Sha256)] }],
                Properties = of.IsTest ? [new("securebuild:build:test-project", "true")] : [],
            },
            Properties = [new("securebuild:graph", "complete")],
        },
        Components =
        [
            new("library", "pkg:nuget/Contoso.Json@1.0.0", "Contoso.Json")
            {
                Version = "1.0.0", Purl = "pkg:nuget/Contoso.Json@1.0.0", Licenses = [new(Expression: "MIT")], Supplier = new("Contoso") { Url = ["https://contoso.example"] },
                Properties = [new("securebuild:supplier", "nuspec-authors")],
            },
            new("library", "Shared", "Shared") { Components = [new("file", "Shared.dll", "Shared.dll") { Hashes = [new("SHA-256", shared)] }], Properties = [new("securebuild:licence", "unknown:first-party")] },
            new("library", "pkg:nuget/Nobody@2.0.0", "Nobody") { Version = "2.0.0", Purl = "pkg:nuget/Nobody@2.0.0", Properties = [new("securebuild:supplier", "unknown:none-declared")] },
        ],
        Dependencies = [new("Shared", []), new("pkg:nuget/Contoso.Json@1.0.0", []), new("pkg:nuget/Nobody@2.0.0", []), new("root", ["Shared", "pkg:nuget/Contoso.Json@1.0.0", "pkg:nuget/Nobody@2.0.0"])],
    };

    /// <summary>One build.</summary>
    public sealed record Build(string Name)
    {
        public string Framework { get; init; } = "net10.0";

        public string Configuration { get; init; } = "Release";

        public ProductClaim Product { get; init; } = new("市民ポータル", "1.2.0", "株式会社サンプル", "security@portal.example");

        public ImmutableArray<ControlResult> Controls { get; init; } = [];

        /// <summary>The product's own assessment of the two facts takes the place of <see cref="Controls"/>: what verification derives again.</summary>
        public bool Assessed { get; init; }

        public bool IsTest { get; init; }
    }
}
