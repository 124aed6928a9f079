using System.Text;
using SecureBuild.Evidence;
using SecureBuild.Sbom;
using SecureBuild.Suppliers;
using SecureBuild.Testing.Node;

namespace SecureBuild.Core.Tests;

[Collection(nameof(SbomSamples))]
public sealed class SbomDocumentTests(SbomSamples samples)
{
    static readonly ProductIdentity s_product = new("申請ポータル \"Portal\" \u0001\u0085\u2028 \\ <&>", "1.2.3+build/4", "市役所の申請", new("株式会社セキュア", "https://secure.example/ja?q=日本", "sbom@secure.example", "窓口", "+81 3 0000 0000"), new("Maker"))
    {
        Authors = [new("品質保証部", Email: "qa@secure.example")],
        LicenceExpression = "Apache-2.0 OR (MIT AND BSD-3-Clause)",
        Cpe = "cpe:2.3:a:secure:portal:1.2.3:*:*:*:*:*:*:*",
        SecurityContact = "psirt@secure.example",
        Website = "https://user:secret@secure.example/",
    };

    [Fact]
    public async Task Documents_are_valid_against_the_official_schema()
    {
        (string Project, string Framework)[] builds = [("App", "net10.0"), ("Lib", "netstandard2.0"), ("Native", "net10.0"), ("Central", "net10.0"), ("Empty", "net10.0"), ("Classic", "net472"), ("Web", "net10.0")];
        var files = new List<string>();
        foreach (var (project, framework) in builds)
        {
            files.Add(Path.Combine(samples.Folder, $"{project}.{framework}.cdx.json"));
            var inputs = samples.Inputs(project, framework).With("OutputType", "Exe");
            AtomicFile.Write(files[^1], Text(inputs with { Frameworks = [new("Microsoft.NETCore.App", "10.0.12", "10.0.0", null)] }, s_product));
        }
        files.Add(Path.Combine(samples.Folder, "without-restore.cdx.json"));
        AtomicFile.Write(files[^1], Text(samples.Inputs("App", "net10.0") with { AssetsFile = null }, s_product));

        var result = await NodeTools.RunAsync("cyclonedx-validate.mjs", ["1.7", .. files]);
        Assert.True(result.ExitCode == 0, result.ToString());
    }

    [Fact]
    public async Task The_judge_finds_a_violation()
    {
        var file = Path.Combine(samples.Folder, "wrong.cdx.json");
        File.WriteAllText(file, """{ "bomFormat": "CycloneDX", "specVersion": "1.7", "components": [ { "type": "library", "name": "x", "version": "1", "versionRange": "vers:nuget/1" } ] }""");
        var result = await NodeTools.RunAsync("cyclonedx-validate.mjs", "1.7", file);
        Assert.Equal(3, result.ExitCode);
        Assert.Contains("/components/0 must NOT be valid", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_runs_give_the_same_bytes() =>
        Assert.Equal(Text(samples.Inputs("App", "net10.0"), s_product), Text(samples.Inputs("App", "net10.0"), s_product));

    [Fact]
    public void The_serial_number_follows_the_content_and_not_the_time()
    {
        var inputs = samples.Inputs("App", "net10.0");
        var first = SbomBuilder.Build(inputs, s_product, Clock.From("1767225600")).Bom;
        var later = SbomBuilder.Build(inputs, s_product, Clock.From("1767225601")).Bom;
        var other = SbomBuilder.Build(inputs, s_product with { Version = "1.2.4" }, Clock.From("1767225600")).Bom;

        Assert.Equal(first.SerialNumber, later.SerialNumber);
        Assert.NotEqual(first.SerialNumber, other.SerialNumber);
        Assert.Equal("2026-01-01T00:00:01Z", later.Metadata.Timestamp);
    }

    [Fact]
    public void Nothing_of_the_machine_is_in_it()
    {
        var text = Encoding.UTF8.GetString(Text(
            samples.Inputs("App", "net10.0") with { Git = new("0123456789abcdef", false, "https://token@git.city.local/portal", "main") }, s_product));

        foreach (var secret in new[] { samples.Folder, Path.GetTempPath(), Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "index.json", "city.local", "secret@", "token@" })
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_product_is_named_with_all_that_its_people_said()
    {
        var metadata = SbomBuilder.Build(samples.Inputs("App", "net10.0"), s_product, Clock.From("1767225600")).Bom.Metadata;
        var root = metadata.Component!;

        Assert.Equal((s_product.Name, "1.2.3+build/4", "市役所の申請"), (root.Name, root.Version, root.Description));
        Assert.Equal("株式会社セキュア", metadata.Supplier!.Name);
        Assert.Equal("sbom@secure.example", metadata.Supplier.Contact[0].Email);
        Assert.Equal("品質保証部", metadata.Authors[0].Name);
        Assert.Equal("Apache-2.0 OR (MIT AND BSD-3-Clause)", root.Licenses[0].Expression);
        Assert.Contains(root.ExternalReferences, reference => reference is { Type: "security-contact", Url: "mailto:psirt@secure.example" });
        Assert.Equal(["SecureBuild"], metadata.Tools.Select(tool => tool.Name));
        Assert.Equal(["build"], metadata.Lifecycles);
    }

    [Fact]
    public void Without_a_configuration_supplier_creator_and_copyright_are_the_project_files_word_and_said_to_be()
    {
        var inputs = samples.Inputs("App", "net10.0")
            .With("Company", "Contoso Ltd").With("Authors", "Contoso Tools Team").With("Copyright", "(c) Contoso").With("PackageProjectUrl", "https://contoso.example/tools");
        var bom = SbomBuilder.Build(inputs, new AttestedProduct(inputs, null).Identity, Clock.From("0")).Bom;
        var root = bom.Metadata.Component!;
        Assert.Equal(("Contoso Ltd", "Contoso Tools Team", "(c) Contoso"), (root.Supplier!.Name, root.Manufacturer!.Name, root.Copyright));
        Assert.Equal("https://contoso.example/tools", Assert.Single(root.Manufacturer.Url));
        Assert.Contains(new("securebuild:supplier", "project"), root.Properties);
        Assert.Contains(new("securebuild:creator", "project"), root.Properties);
        // Who made the document nobody has said.
        Assert.Null(bom.Metadata.Manufacturer);
        Assert.Empty(bom.Metadata.Authors);
    }

    [Fact]
    public void A_name_that_the_SDK_fills_in_is_nobodys_word()
    {
        var inputs = samples.Inputs("App", "net10.0").With("Company", "App").With("Authors", "App");
        var root = SbomBuilder.Build(inputs, new AttestedProduct(inputs, null).Identity, Clock.From("0")).Bom.Metadata.Component!;
        Assert.Null(root.Supplier);
        Assert.Null(root.Manufacturer);
        Assert.Contains(new("securebuild:supplier", "unknown:none-declared"), root.Properties);
    }

    [Theory]
    [InlineData(null, "complete")]
    [InlineData("true", "incomplete")]
    public void Content_that_a_build_copies_and_does_not_list_leaves_the_product_incomplete(string? copies, string aggregate)
    {
        var bom = samples.Build("App", change: inputs => copies is null ? inputs : inputs.With("_SecureBuildCopiesContent", copies)).Bom;
        Assert.Equal(aggregate, Assert.Single(bom.Compositions, composition => !composition.Assemblies.IsEmpty).Aggregate);
    }

    [Fact]
    public void Only_a_project_that_is_packed_is_a_nuget_package()
    {
        Assert.Equal("pkg:generic/App@1.2.3", samples.Build("App").Bom.Metadata.Component!.Purl);
        Assert.Equal("pkg:generic/App@1.2.3", samples.Build("App", change: inputs => inputs.With("IsPackable", "true")).Bom.Metadata.Component!.Purl);
        Assert.Equal("pkg:nuget/Secure.App@1.2.3-beta", samples.Build("App", change: inputs =>
            inputs.With("IsPackable", "true").With("GeneratePackageOnBuild", "true").With("PackageId", "Secure.App").With("PackageVersion", "1.2.3-beta+5")).Bom.Metadata.Component!.Purl);
    }

    [Fact]
    public void Delivered_files_lie_inside_the_root_with_both_digests()
    {
        var file = Assert.Single(samples.Build("App").Bom.Metadata.Component!.Components);

        Assert.Equal(("file", "App.dll"), (file.Type, file.Name));
        Assert.Equal([new("SHA-256", Digest.Sha256("App"u8)), new("SHA-512", Digest.Sha512("App"u8))], file.Hashes);
    }

    [Fact]
    public void Copied_files_of_nobody_are_components_and_left_overs_are_counted()
    {
        var result = samples.Build("App", change: inputs =>
        {
            File.WriteAllText(Path.Combine(inputs.OutputDirectory, "Vendor.dll"), "vendor");
            File.WriteAllText(Path.Combine(inputs.OutputDirectory, "Old.dll"), "old");
            File.WriteAllText(Path.Combine(inputs.OutputDirectory, "Lib.dll"), "lib");
            return inputs with
            {
                CopyLocal =
                [
                    new(Path.Combine(inputs.OutputDirectory, "Vendor.dll"), "Vendor.dll", null, null, null),
                    new(Path.Combine(inputs.OutputDirectory, "Lib.dll"), "Lib.dll", null, null, "ProjectReference"),
                ],
            };
        });
        foreach (var name in new[] { "Vendor.dll", "Old.dll", "Lib.dll" })
            File.Delete(Path.Combine(samples.Folder, "App/bin/Release/net10.0", name));

        var vendor = result.Bom.Components.Single(component => component.BomRef == "file:Vendor.dll");
        var lib = result.Bom.Components.Single(component => component.Name == "Lib");
        Assert.Equal(Digest.Sha512("vendor"u8), vendor.Hashes[1].Content);
        Assert.Equal(Digest.Sha512("lib"u8), lib.Hashes[1].Content);
        Assert.Equal("Lib.dll", lib.Components.Single().Name);
        Assert.Equal(["Old.dll"], result.Coverage.UnexplainedFiles);
        Assert.Contains(result.Bom.Compositions, composition => composition.Aggregate == "incomplete" && composition.Assemblies.Contains("project:App/App.csproj"));
        Assert.Contains(result.Bom.Compositions, composition => composition.Aggregate == "unknown" && composition.Dependencies.Contains("file:Vendor.dll"));
    }

    [Fact]
    public void A_package_carries_digest_licence_supplier_and_source()
    {
        var package = samples.Build("App").Bom.Components.Single(component => component.Name == "Newtonsoft.Json");
        var file = Path.Combine(Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
            "newtonsoft.json", "13.0.3", "newtonsoft.json.13.0.3.nupkg");

        Assert.Equal([new("SHA-256", Digest.Sha256OfFile(file)), new("SHA-512", Digest.Sha512OfFile(file))], package.Hashes);
        Assert.Equal([new LicenseChoice(Expression: "MIT") { Acknowledgement = "declared" }, new LicenseChoice(Expression: "MIT") { Acknowledgement = "concluded" }], package.Licenses);
        Assert.Contains(new("securebuild:licence:concluded", "expression-and-text"), package.Properties);
        Assert.Equal("Json.NET (.NET Foundation)", package.Supplier!.Name);
        Assert.Equal("James Newton-King", package.Manufacturer!.Name);
        Assert.Equal(["https://www.newtonsoft.com/json"], package.Supplier.Url);
        Assert.Contains(package.ExternalReferences, reference => reference.Type == "vcs" && reference.Url.StartsWith("git+https://github.com/JamesNK/Newtonsoft.Json@", StringComparison.Ordinal));
        foreach (var (name, value) in new[] { ("supplier", "author-signature"), ("signature", "author"), ("signature:content", "matches"), ("signature:repository", "public-gallery") })
            Assert.Contains(new("securebuild:" + name, value), package.Properties);
    }

    [Fact]
    public void A_document_reads_back_as_written()
    {
        var bom = SbomBuilder.Build(samples.Inputs("App", "net10.0"), s_product, Clock.From("1767225600")).Bom;
        var read = SbomReader.Read(CycloneDxJson.Indented(bom)).Bom;

        Assert.Equal(bom.SerialNumber, read.SerialNumber);
        Assert.Equal(s_product.Name, read.Metadata.Component!.Name);
        Assert.Equal(bom.Components.Select(component => (component.BomRef, component.Version, component.Scope, component.Licenses.Length, component.Hashes.Length)),
            read.Components.Select(component => (component.BomRef, component.Version, component.Scope, component.Licenses.Length, component.Hashes.Length)));
        Assert.Equal(bom.Dependencies.Select(dependency => string.Join(',', dependency.DependsOn)), read.Dependencies.Select(dependency => string.Join(',', dependency.DependsOn)));
    }

    static byte[] Text(BuildInputs inputs, ProductIdentity product) =>
        CycloneDxJson.Indented(SbomBuilder.Build(inputs, product, Clock.From("1767225600")).Bom);
}
