using System.Collections.Immutable;
using SecureBuild.Evidence;
using SecureBuild.Sbom;

namespace SecureBuild.Core.Tests.Sbom;

/// <summary>What a product has or needs that comes from no package of NuGet and no project. No restore happens here.</summary>
public sealed class OutsideComponentsTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("outside ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_local_assembly_is_what_it_calls_itself_with_its_symbols_inside()
    {
        var assembly = typeof(Bom).Assembly.Location;
        File.WriteAllText(Path.Combine(_folder, "SecureBuild.Core.pdb"), "symbols");
        var bom = Build(inputs => inputs with
        {
            CopyLocal = [new(assembly, "SecureBuild.Core.dll", null, null, null), new(Path.Combine(_folder, "SecureBuild.Core.pdb"), "SecureBuild.Core.pdb", null, null, null)],
        });

        var component = Assert.Single(bom.Components, component => component.Name == "SecureBuild.Core");
        var name = typeof(Bom).Assembly.GetName();
        Assert.Equal(("library", name.Version!.ToString(), "assembly:SecureBuild.Core.dll"), (component.Type, component.Version, component.BomRef));
        Assert.Contains(new("securebuild:assembly:identity", name.FullName), component.Properties);
        Assert.Equal(["SecureBuild.Core.dll", "SecureBuild.Core.pdb"], component.Components.Select(file => file.Name));
        Assert.Equal(Digest.Sha512OfFile(assembly), component.Hashes[1].Content);
        Assert.Contains(bom.Dependencies, dependency => dependency.Ref == "project:App/App.csproj" && dependency.DependsOn.Contains("assembly:SecureBuild.Core.dll"));
    }

    [Fact]
    public void Native_libraries_that_the_code_calls_are_external_unless_the_product_brings_them()
    {
        // The run-time library itself calls the system's C library and more by P/Invoke.
        var system = typeof(System.Net.Sockets.Socket).Assembly.Location;
        var copy = Path.Combine(_folder, "App.dll");
        File.Copy(system, copy);
        var alone = Build(inputs => inputs with { Outputs = [new(copy, OutputKind.Assembly)] });
        var imported = alone.Components.Where(component => component.BomRef!.StartsWith("native:", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(imported);
        Assert.All(imported, component => Assert.True(component is { IsExternal: true, Version: null, Type: "library" }));

        var brought = Build(inputs => inputs with
        {
            Outputs = [new(copy, OutputKind.Assembly)],
            CopyLocal = [.. imported.Select(component => new CopyLocalFile(copy, $"runtimes/linux-x64/native/{component.Name}.so", "Natives", "1.0.0", null))],
        });
        Assert.DoesNotContain(brought.Components, component => component.BomRef!.StartsWith("native:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("runtimes/linux-x64/native/libe_sqlite3.so", "e_sqlite3", true)]
    [InlineData("e_sqlite3.dll", "E_SQLITE3.dll", true)]
    [InlineData("libfoo.dylib", "libfoo", true)]
    [InlineData("foo.so", "food", false)]
    public void A_library_is_recognised_as_the_loader_would(string file, string import, bool same) => Assert.Equal(same, ExternalLibraries.Is(file, import));

    [Fact]
    public void A_com_reference_is_external_with_its_identifier()
    {
        var bom = Build(inputs => inputs with { ComReferences = [new("Excel", "{00020813-0000-0000-c000-000000000046}", "1.9")] });
        var component = Assert.Single(bom.Components, component => component.Name == "Excel");
        Assert.True(component is { IsExternal: true, VersionRange: "vers:generic/1.9" });
        Assert.Contains(new("securebuild:com:guid", "{00020813-0000-0000-c000-000000000046}"), component.Properties);
    }

    [Fact]
    public void Packages_of_npm_have_their_digests_licences_edges_and_scope()
    {
        var digest = Digest.Sha512("left"u8);
        var bom = Build(inputs => inputs with
        {
            NpmLockFile = Write("package-lock.json", $$"""
                {
                  "name": "app", "lockfileVersion": 3,
                  "packages": {
                    "": { "dependencies": { "@ui/left": "^1.0.0", "right": "2" }, "devDependencies": { "bundler": "*" } },
                    "node_modules/@ui/left": { "version": "1.0.1", "integrity": "sha512-{{Convert.ToBase64String(Convert.FromHexString(digest))}}", "license": "(MIT OR Apache-2.0)", "dependencies": { "right": "1", "gone": "1" } },
                    "node_modules/@ui/left/node_modules/right": { "version": "1.0.0", "license": "MIT" },
                    "node_modules/right": { "version": "2.0.0" },
                    "node_modules/bundler": { "version": "5.0.0", "dev": true, "dependencies": { "right": "2" } },
                    "node_modules/of-one-platform": { "version": "1.0.0", "optional": true }
                  }
                }
                """),
        });

        var left = Assert.Single(bom.Components, component => component.Purl == "pkg:npm/%40ui/left@1.0.1");
        Assert.Equal([new("SHA-512", digest)], left.Hashes);
        Assert.Equal("(MIT OR Apache-2.0)", left.Licenses[0].Expression);
        Assert.Equal(["pkg:npm/right@1.0.0"], DependsOn(bom, "pkg:npm/%40ui/left@1.0.1"));
        Assert.Equal(["pkg:npm/right@2.0.0"], DependsOn(bom, "pkg:npm/bundler@5.0.0"));
        Assert.All(new[] { "pkg:npm/%40ui/left@1.0.1", "pkg:npm/bundler@5.0.0", "pkg:npm/right@2.0.0" }, name => Assert.Contains(name, DependsOn(bom, "project:App/App.csproj")));
        Assert.Equal("excluded", Assert.Single(bom.Components, component => component.Name == "bundler").Scope);
        Assert.Equal("required", left.Scope);
        Assert.Equal("optional", Assert.Single(bom.Components, component => component.Name == "of-one-platform").Scope);
    }

    [Fact]
    public void An_archive_of_npm_is_named_with_whatever_digest_the_lock_file_has_and_without_the_address_of_a_private_registry()
    {
        var bom = Build(inputs => inputs with
        {
            NpmLockFile = Write("package-lock.json", $$"""
                { "packages": {
                    "": { "dependencies": { "left": "1", "old": "1" } },
                    "node_modules/left": { "version": "1.0.1", "resolved": "https://registry.example.com/left/-/left-1.0.1.tgz", "integrity": "sha1-{{Convert.ToBase64String(new byte[20])}} sha512-{{Convert.ToBase64String(new byte[64])}}" },
                    "node_modules/old": { "version": "1.0.0", "resolved": "https://somebody:secret@npm.corp/old/-/old-1.0.0.tgz", "integrity": "sha1-{{Convert.ToBase64String(new byte[20])}}" }
                } }
                """),
        });
        var left = Assert.Single(bom.Components, component => component.Name == "left");
        Assert.Equal(["SHA-1", "SHA-512"], left.Hashes.Select(hash => hash.Alg).Order());
        Assert.Contains(new("bsi:component:filename", "left-1.0.1.tgz"), left.Properties);
        Assert.Equal(("distribution", "https://registry.example.com/left/-/left-1.0.1.tgz", new string('0', 128)), Assert.Single(left.ExternalReferences.Select(link => (link.Type, link.Url, link.Hashes[0].Content))));
        var old = Assert.Single(bom.Components, component => component.Name == "old");
        Assert.Equal([new("SHA-1", new string('0', 40))], old.Hashes);
        Assert.Empty(old.ExternalReferences);
        Assert.DoesNotContain(old.Properties, property => property.Name == "securebuild:hash");
        Assert.DoesNotContain("secret", System.Text.Encoding.UTF8.GetString(CycloneDxJson.Indented(bom)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "lockfileVersion": 1, "dependencies": {} }""")]
    [InlineData("""{ "packages": [] }""")]
    [InlineData("""{ "packages": { "node_modules/a": 7 } }""")]
    [InlineData("{ \"packages\": ")]
    [InlineData("")]
    public void A_lock_file_that_cannot_be_read_is_said(string text)
    {
        var inputs = Inputs() with { NpmLockFile = Write("package-lock.json", text) };
        var result = SbomBuilder.Build(inputs, new("App", "1.0.0"), Clock.From("0"));
        Assert.Contains(result.Problems, problem => problem.Code == "SB9253" && problem.File == inputs.NpmLockFile);
        AssertOpen(result);
    }

    [Theory]
    [InlineData("""{ "dependencies": { "left": "1" } }""", "SB9298")]
    [InlineData("""{ "devDependencies": { "bundler": "1" } }""", "SB9298")]
    [InlineData("""{ "dependencies": [] }""", "SB9253")]
    [InlineData("{ \"dependencies\": ", "SB9253")]
    [InlineData("""{ "name": "app", "scripts": { "test": "true" }, "dependencies": {} }""", null)]
    public void Packages_that_are_asked_for_without_a_lock_file_leave_the_product_open(string text, string? code)
    {
        var inputs = Inputs() with { NpmManifestFile = Write("package.json", text) };
        var result = SbomBuilder.Build(inputs, new("App", "1.0.0"), Clock.From("0"));
        if (code is null)
        {
            Assert.DoesNotContain(result.Problems, problem => problem.File == inputs.NpmManifestFile);
            return;
        }
        Assert.Contains(result.Problems, problem => problem.Code == code && problem.File == inputs.NpmManifestFile);
        AssertOpen(result);
    }

    static void AssertOpen(SbomResult result) =>
        Assert.Contains(result.Bom.Compositions, composition => composition.Aggregate == "incomplete" && composition.Dependencies.Contains(result.Bom.Metadata.Component!.BomRef!));

    [Fact]
    public void Libraries_of_libman_own_the_files_in_their_folder()
    {
        var script = Write("jquery.js", "script");
        var bom = Build(inputs => inputs with
        {
            LibManFile = Write("libman.json", """
                {
                  "version": "3.0", "defaultProvider": "cdnjs",
                  "libraries": [
                    { "library": "jquery@3.7.1", "destination": "wwwroot/lib/jquery/" },
                    { "provider": "unpkg", "library": "@ui/grid@4.0.0", "destination": "wwwroot/lib/grid" },
                    { "provider": "filesystem", "library": "C:\\Users\\somebody\\widgets\\", "destination": "wwwroot/lib/widgets" },
                  ]
                }
                """),
            Outputs = [new(script, OutputKind.Content) { Destination = "wwwroot/lib/jquery/jquery.js" }, new(script, OutputKind.Content) { Destination = "wwwroot/site.js" }],
        });

        var jquery = Assert.Single(bom.Components, component => component.Name == "jquery");
        Assert.Equal("pkg:generic/jquery@3.7.1", jquery.Purl);
        Assert.Equal("wwwroot/lib/jquery/jquery.js", Assert.Single(jquery.Components).Name);
        Assert.Contains(new("securebuild:hash", "unknown:no-archive"), jquery.Properties);
        Assert.Equal("pkg:npm/%40ui/grid@4.0.0", Assert.Single(bom.Components, component => component.Name == "@ui/grid").Purl);
        Assert.Null(Assert.Single(bom.Components, component => component.Name == "widgets").Version);
        Assert.Equal(["wwwroot/site.js"], bom.Metadata.Component!.Components.Select(file => file.Name));
        Assert.DoesNotContain("somebody", System.Text.Encoding.UTF8.GetString(CycloneDxJson.Indented(bom)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pruned_package_links_its_dependent_to_the_framework_that_has_its_content()
    {
        Write("packages/database/1.0.0/database.nuspec", """
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata><id>Database</id><version>1.0.0</version><authors>A</authors><dependencies>
              <group targetFramework="net8.0"><dependency id="Core" version="1.0.0" /><dependency id="Web.Logging" version="10.0.0" /><dependency id="System.Json" version="8.0.0" /></group>
              <group targetFramework=".NETStandard2.0"><dependency id="Older" version="1.0.0" /></group>
            </dependencies></metadata></package>
            """);
        foreach (var (framework, packages) in new[] { ("Microsoft.NETCore.App", "System.Json|8.0.0\n"), ("Microsoft.AspNetCore.App", "Web.Logging|10.0.0\n") })
            Write($"packs/{framework}.Ref/data/PackageOverrides.txt", packages);
        var bom = Build(inputs => inputs with
        {
            AssetsFile = Write("project.assets.json", $$"""
                {
                  "targets": { "net10.0": { "Database/1.0.0": { "type": "package", "dependencies": { "Core": "1.0.0" }, "runtime": { "lib/net8.0/Database.dll": {} } }, "Core/1.0.0": { "type": "package" } } },
                  "libraries": { "Database/1.0.0": { "type": "package", "path": "database/1.0.0", "files": ["database.nuspec"] }, "Core/1.0.0": { "type": "package", "path": "core/1.0.0", "files": [] } },
                  "projectFileDependencyGroups": { "net10.0": ["Database >= 1.0.0"] },
                  "packageFolders": { "{{Path.Combine(_folder, "packages").Replace("\\", "/")}}": {} },
                  "project": { "frameworks": { "net10.0": { "packagesToPrune": { "Web.Logging": "(,10.0.32767]", "System.Json": "(,10.0.32767]", "Never.Asked": "(,10.0.32767]" } } } }
                }
                """),
            Frameworks = [.. new[] { "Microsoft.NETCore.App", "Microsoft.AspNetCore.App" }.Select(name => new FrameworkInput(name, "10.0.0", "10.0.0", null) { TargetingPackFolder = Path.Combine(_folder, "packs", name + ".Ref") })],
        });

        Assert.Equal(["framework:Microsoft.AspNetCore.App", "framework:Microsoft.NETCore.App", "pkg:nuget/Core@1.0.0"], DependsOn(bom, "pkg:nuget/Database@1.0.0"));
        Assert.Empty(DependsOn(bom, "pkg:nuget/Core@1.0.0"));
        Assert.Equal([new("securebuild:supplies", "Web.Logging")], Supplies(bom, "Microsoft.AspNetCore.App"));
        Assert.Equal([new("securebuild:supplies", "System.Json")], Supplies(bom, "Microsoft.NETCore.App"));
    }

    static IEnumerable<Property> Supplies(Bom bom, string framework) =>
        Assert.Single(bom.Components, component => component.Name == framework).Properties.Where(property => property.Name == "securebuild:supplies");

    static ImmutableArray<string> DependsOn(Bom bom, string name) => Assert.Single(bom.Dependencies, dependency => dependency.Ref == name).DependsOn;

    Bom Build(Func<BuildInputs, BuildInputs> change) => SbomBuilder.Build(change(Inputs()), new("App", "1.0.0"), Clock.From("0")).Bom;

    BuildInputs Inputs() => SampleInputs.For(_folder, "App", "net10.0");

    string Write(string path, string text)
    {
        var full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }
}
