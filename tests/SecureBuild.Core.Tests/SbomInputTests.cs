using System.Text;
using SecureBuild.Evidence;
using SecureBuild.Sbom;

namespace SecureBuild.Core.Tests;

/// <summary>Restore results and packages as somebody might leave or forge them. No restore happens here.</summary>
public sealed class SbomInputTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("sbom-input ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("""{ "version": 3, "targets": { "net10.0": { "A/1.0.0": """, "SB9202", 1)]
    [InlineData("", "SB9202", 1)]
    [InlineData("not json", "SB9202", 1)]
    [InlineData("[]", "SB9203", 1)]
    [InlineData("{\n  \"targets\": [],\n  \"libraries\": {}\n}", "SB9203", 2)]
    [InlineData("{\n  \"targets\": { \"net10.0\": {} }\n}", "SB9203", 1)]
    [InlineData("{\n  \"targets\": { \"net10.0\": {\n    \"A/1.0.0\": 7 } },\n  \"libraries\": {}\n}", "SB9203", 3)]
    [InlineData("{\n  \"targets\": { \"net10.0\": {\n    \"NoVersion\": {} } },\n  \"libraries\": {}\n}", "SB9203", 3)]
    [InlineData("{\n  \"targets\": { \"net10.0\": {\n    \"A/1.0.0\": { \"dependencies\": [] } } },\n  \"libraries\": {}\n}", "SB9203", 3)]
    [InlineData("{\n  \"targets\": { \"net10.0\": {} },\n  \"libraries\": {},\n  \"logs\": {}\n}", "SB9203", 4)]
    [InlineData("{ \"targets\": { \"net10.0\": { \"\\ud800/1.0.0\": {} } }, \"libraries\": {} }", "SB9203", 0)]
    [InlineData("{\n  \"targets\": { \"net9.0\": {} },\n  \"libraries\": {}\n}", "SB9204", 2)]
    public void A_malformed_restore_result_is_a_coded_problem_with_its_place(string assets, string code, int line)
    {
        var result = Build(assets);

        var problem = Assert.Single(result.Problems);
        Assert.Equal((code, ProblemLevel.Warning, line), (problem.Code, problem.Level, problem.Line));
        Assert.EndsWith("project.assets.json", problem.File, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder, problem.Text, StringComparison.Ordinal);
        Assert.Equal("unknown", result.Bom.Metadata.Properties.Single().Value);
        Assert.Contains(result.Bom.Compositions, composition => composition.Aggregate == "unknown" && composition.Dependencies.Contains("project:P/P.csproj"));
    }

    [Fact]
    public void Huge_nesting_is_a_coded_problem() =>
        Assert.Equal("SB9202", Assert.Single(Build($$"""{ "targets": {{string.Concat(Enumerable.Repeat("{\"a\":", 200_000))}}""").Problems).Code);

    [Fact]
    public void A_missing_restore_result_is_said_and_what_is_copied_is_listed_all_the_same()
    {
        File.WriteAllText(Path.Combine(_folder, "Known.dll"), "MZ");
        var result = SbomBuilder.Build(Inputs() with
        {
            CopyLocal = [new(Path.Combine(_folder, "Known.dll"), "Known.dll", "Known", "2.0.0", null)],
            ProjectReferences = [new(Path.Combine(_folder, "Lib", "Lib.csproj"), Path.Combine(_folder, "Lib", "Lib.dll"))],
        }, new("P", "1.0.0"), Clock.From("0"));

        Assert.Equal("SB9200", Assert.Single(result.Problems).Code);
        Assert.Equal(["pkg:nuget/Known@2.0.0", "project:Lib/Lib.csproj"], result.Bom.Components.Select(component => component.BomRef).Where(name => !name!.StartsWith("framework")));
        // The package's own digest says nothing to those who receive its files.
        Assert.Equal(Digest.Sha256OfFile(Path.Combine(_folder, "Known.dll")), Assert.Single(Assert.Single(result.Bom.Components, component => component.Name == "Known").Components).Hashes[0].Content);
        Assert.False(result.Coverage.GraphComplete);
    }

    [Fact]
    public void Hostile_names_survive_and_lead_nowhere()
    {
        var result = Build("""
            { "targets": { "net10.0": {
                "\u0000\u001b[31m\"日本\"/1.0.0": { "type": "package", "dependencies": { "../../B": "1.0.0" } },
                "../../B/1.0.0": { "type": "package", "dependencies": { "\u0000\u001b[31m\"日本\"": "1.0.0" } },
                "C/1.0.0": { "type": "project" } } },
              "libraries": {
                "\u0000\u001b[31m\"日本\"/1.0.0": { "type": "package", "path": "\u0000", "files": [ "a.nuspec" ] },
                "../../B/1.0.0": { "type": "package", "path": "../../B", "files": [ "../x.nuspec", "../y.nupkg.sha512" ] },
                "C/1.0.0": { "type": "project", "msbuildProject": "../../../../../../\u0000etc/passwd" } },
              "packageFolders": { "/": {} } }
            """);

        Assert.Equal(["SB9209"], result.Problems.Select(problem => problem.Code));
        Assert.Equal(2, result.Coverage.Packages);
        Assert.Contains("日本", Encoding.UTF8.GetString(CycloneDxJson.Indented(result.Bom)), StringComparison.Ordinal);
        Assert.Contains(result.Bom.Components, component => component.BomRef == "project:passwd");
    }

    [Fact]
    public void A_restore_that_failed_gives_an_incomplete_graph()
    {
        var result = Build("""
            { "targets": { "net10.0": { "A/1.0.0": { "type": "package", "dependencies": { "Gone": "1.0.0" } } } }, "libraries": {},
              "logs": [ { "code": "NU1102", "level": "Error" }, { "code": "NU1603", "level": "Warning" } ] }
            """);

        Assert.Equal(["SB9206", "SB9209", "SB9211"], result.Problems.Select(problem => problem.Code));
        Assert.Contains("NU1102", result.Problems[0].Text, StringComparison.Ordinal);
        Assert.False(result.Coverage.GraphComplete);
        Assert.Contains(result.Bom.Compositions, composition => composition.Aggregate == "incomplete" && composition.Dependencies.SequenceEqual(["pkg:nuget/A@1.0.0"]));
    }

    [Theory]
    [InlineData("net472", ".NETFramework,Version=v4.7.2")]
    [InlineData("netstandard2.0", ".NETStandard,Version=v2.0")]
    [InlineData("net10.0-windows", "net10.0-windows7.0")]
    [InlineData("custom", "net10.0")]
    public void A_target_is_found_under_each_of_its_names(string alias, string key)
    {
        var result = Build($$"""
            { "targets": { "net9.0": {}, "{{key}}": { "A/1.0.0": { "type": "package" } } }, "libraries": {},
              "project": { "frameworks": { "{{key.Replace(",Version=v", "").TrimStart('.').ToLowerInvariant()}}": { "targetAlias": "{{alias}}", "framework": "{{key}}" } } } }
            """, alias);
        Assert.Equal(1, result.Coverage.Packages);
    }

    [Theory]
    [InlineData("""<license type="expression">MIT OR Apache-2.0</license><licenseUrl>https://l.example/x</licenseUrl>""", "MIT OR Apache-2.0", "nuspec-expression")]
    [InlineData("""<license type="file">docs\LICENSE.txt</license><licenseUrl>https://l.example/x</licenseUrl>""", "docs/LICENSE.txt", "nuspec-file")]
    [InlineData("""<licenseUrl>https://l.example/x y</licenseUrl>""", "https://l.example/x%20y", "nuspec-url")]
    [InlineData("""<licenseUrl>file:///etc/passwd</licenseUrl>""", null, "unknown:none-declared")]
    [InlineData("", null, "unknown:none-declared")]
    public void The_declared_licence_is_kept_whole_or_said_to_be_unknown(string nuspec, string? licence, string source)
    {
        var component = Package($"<package xmlns='http://x'><metadata><id>A</id>{nuspec}</metadata></package>").Bom.Components.Single(component => component.Name == "A");

        Assert.Equal(licence, component.Licenses.Where(choice => choice.Acknowledgement == "declared").Select(choice => choice.Expression ?? choice.Name).SingleOrDefault());
        Assert.Contains(new("securebuild:licence", source), component.Properties);
    }

    [Theory]
    [InlineData("<package><metadata>")]
    [InlineData("no xml")]
    [InlineData("<other/>")]
    [InlineData("""<!DOCTYPE package [<!ENTITY e SYSTEM "file:///etc/passwd">]><package><metadata><authors>&e;</authors></metadata></package>""")]
    public void An_unreadable_nuspec_is_a_coded_problem_and_nothing_is_fetched(string nuspec)
    {
        var result = Package(nuspec);

        Assert.Equal(["SB9207"], result.Problems.Select(problem => problem.Code));
        Assert.Contains(new("securebuild:supplier", "unknown:no-package-metadata"), result.Bom.Components.Single(component => component.Name == "A").Properties);
    }

    [Theory]
    [InlineData("http://repo", false)]
    [InlineData("https://git.corp.local/a", false)]
    [InlineData("https://10.1.2.3/a", false)]
    [InlineData("https://[::1]/a", false)]
    [InlineData("ssh://git@host.example/a", false)]
    [InlineData("https://me:token@host.example/a", true)]
    public void Addresses_inside_a_network_and_credentials_stay_out(string url, bool kept)
    {
        var component = Package($"<package><metadata><authors>A</authors><projectUrl>{url}</projectUrl><repository type='git' url='{url}' commit='0123456789' /></metadata></package>")
            .Bom.Components.Single(component => component.Name == "A");

        Assert.Equal(kept ? ["git+https://host.example/a@0123456789", "git+https://host.example/a@0123456789", "https://host.example/a"] : [], component.ExternalReferences.Select(reference => reference.Url));
        Assert.Equal("A", component.Supplier!.Name);
    }

    [Fact]
    public void A_file_that_a_packages_own_targets_copy_is_that_packages_and_delivered()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "packages/a/build"));
        File.WriteAllText(Path.Combine(_folder, "packages/a/build/native.so"), "native");
        File.WriteAllText(Path.Combine(_folder, "packages/a/build/other.so"), "other");
        File.WriteAllText(Path.Combine(_folder, "packages/a/a.nuspec"), "<package><metadata><developmentDependency>true</developmentDependency></metadata></package>");
        var output = Inputs().OutputDirectory;
        File.WriteAllText(Path.Combine(output, "native.so"), "native");
        File.WriteAllText(Path.Combine(output, "other.so"), "not that");

        var result = Build($$"""
            { "targets": { "net10.0": { "A/1.0.0": { "type": "package" } } },
              "libraries": { "A/1.0.0": { "type": "package", "path": "a", "files": [ "a.nuspec", "build/native.so", "build/other.so" ] } },
              "packageFolders": { {{System.Text.Json.JsonSerializer.Serialize(Path.Combine(_folder, "packages"))}}: {} } }
            """);

        Assert.Equal(["other.so"], result.Coverage.UnexplainedFiles);
        Assert.Equal("required", result.Bom.Components.Single(component => component.Name == "A").Scope);
    }

    [Fact]
    public void Without_a_recorded_digest_the_package_file_is_hashed_and_without_it_the_digest_is_unknown()
    {
        Assert.Equal([new("SHA-256", Digest.Sha256("nupkg"u8)), new("SHA-512", Digest.Sha512("nupkg"u8))], Package("<package><metadata/></package>", nupkg: "nupkg").Bom.Components.Single(component => component.Name == "A").Hashes);
        var unknown = Package("<package><metadata><id/></metadata></package>", digest: "AAAA").Bom.Components.Single(component => component.Name == "A");
        Assert.Empty(unknown.Hashes);
        Assert.Contains(new("securebuild:hash", "unknown:no-package-file"), unknown.Properties);
    }

    SbomResult Package(string nuspec, string? digest = null, string? nupkg = null)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "packages", Guid.NewGuid().ToString("N"))).FullName;
        File.WriteAllText(Path.Combine(folder, "a.nuspec"), nuspec);
        if (digest is not null)
            File.WriteAllText(Path.Combine(folder, "a.1.0.0.nupkg.sha512"), digest);
        if (nupkg is not null)
            File.WriteAllText(Path.Combine(folder, "a.1.0.0.nupkg"), nupkg);
        return Build($$"""
            { "targets": { "net10.0": { "A/1.0.0": { "type": "package" } } },
              "libraries": { "A/1.0.0": { "type": "package", "path": "{{Path.GetFileName(folder)}}", "files": [ "a.nuspec", "a.1.0.0.nupkg.sha512" ] } },
              "packageFolders": { {{System.Text.Json.JsonSerializer.Serialize(Path.GetDirectoryName(folder))}}: {} } }
            """);
    }

    SbomResult Build(string assets, string framework = "net10.0")
    {
        var inputs = Inputs(framework);
        Directory.CreateDirectory(Path.GetDirectoryName(inputs.AssetsFile)!);
        File.WriteAllText(inputs.AssetsFile!, assets);
        return SbomBuilder.Build(inputs, new("P", "1.0.0"), Clock.From("0"));
    }

    BuildInputs Inputs(string framework = "net10.0") => SampleInputs.For(_folder, "P", framework);
}
