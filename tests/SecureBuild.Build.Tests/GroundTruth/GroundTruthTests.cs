using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using SecureBuild.Testing;
using SecureBuild.Testing.Node;

namespace SecureBuild.Build.Tests.GroundTruth;

/// <summary>The bills of materials of real projects against what NuGet, the SDK and the disk say: everything, and nothing else.</summary>
public sealed class GroundTruthTests(PublishedSolution solution) : IClassFixture<PublishedSolution>
{
    const string Linux = "net10.0/linux-x64";

    public static TheoryData<string, string> Programs => new()
    {
        { "Console", "net10.0" }, { "Web", "net10.0" }, { "Worker", "net10.0" }, { "Dependent", Linux }, { "Contained", Linux }, { "Single", Linux }, { "Trimmed", Linux },
        { "Native", Linux }, { "Central", "net10.0" }, { "Layout/Laid", "net10.0" }, { "Tested", "net10.0" }, { "Pruned", "net10.0" }, { "Sqlite", "net10.0" }, { "Private", "net10.0" }, { "Local", "net10.0" },
        { "Versions", Linux }, { "Browser", "net10.0/browser-wasm" }, { "Sdked", "net10.0" },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public void Packages_projects_and_edges_are_those_that_restore_resolved(string path, string target)
    {
        var truth = Truth.OfAssets(Assets(path), target);
        foreach (var listed in new[] { Listed(Published(path)), Listed(Built(path)) })
        {
            Assert.Equal(truth.Packages, listed.Graph.Packages);
            Assert.Equal(truth.Projects, listed.Graph.Projects);
            Assert.Equal(truth.Edges, listed.Graph.Edges);
        }
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Every_file_of_the_publish_folder_is_listed_with_both_digests_and_nothing_else(string path, string target)
    {
        _ = target;
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(Published(path)))!;
        var files = Folder.Files(folder);
        Assert.NotEmpty(files);
        Assert.Equal(files, Listed(Published(path)).Files);
        // What the build copies, too: name and two digests.
        Assert.All(Listed(Built(path)).Files, line => Assert.Equal([64, 128], line.Split(' ')[^2..].Select(digest => digest.Length)));
    }

    [Theory]
    [InlineData("Console")]
    [InlineData("Web")]
    [InlineData("Worker")]
    [InlineData("Dependent")]
    [InlineData("Contained")]
    [InlineData("Central")]
    [InlineData("Layout/Laid")]
    [InlineData("Tested")]
    [InlineData("Pruned")]
    [InlineData("Sqlite")]
    [InlineData("Private")]
    [InlineData("Versions")]
    public void Every_package_brings_the_files_that_the_program_looks_for(string path)
    {
        var name = Path.GetFileName(path);
        var deps = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(Published(path)))!, name + ".deps.json"));
        // The host of a program is no file of the runtime pack's list, and a test project's packages copy files by their own targets.
        Assert.Subset(Listed(Published(path)).FilesOfPackages, Truth.FilesOfDeps(JsonNode.Parse(deps)!, name));
        if (name is not ("Tested" or "Private"))
            Assert.Equal(Truth.FilesOfDeps(JsonNode.Parse(deps)!, name), Listed(Published(path)).FilesOfPackages);
    }

    [Fact]
    public void A_single_file_lists_exactly_what_is_bundled_in_it()
    {
        var program = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(Published("Single")))!, "Single");
        var files = SingleFile.Files(program);
        Assert.True(files.Count > 150, $"{files.Count} files");
        Assert.Equal(files, Listed(Published("Single")).FilesIn("Single"));
    }

    [Fact]
    public void A_native_image_lists_what_it_was_compiled_from_and_by_whom_that_was_brought()
    {
        var listed = Listed(Published("Native"));
        Assert.Equal(".", listed.OwnerOf("Native"));
        Assert.Equal("native-image", GroundTruth.Listed.Property(listed.Root["components"]!.AsArray().Single(file => (string)file!["name"]! == "Native")!, "securebuild:file:kind"));
        var framework = listed["Microsoft.NETCore.App"];
        Assert.Equal("Microsoft.NETCore.App.Runtime.NativeAOT.linux-x64", GroundTruth.Listed.Property(framework, "securebuild:runtime-pack"));
        var compiled = listed.FilesIn("Native").Select(line => line.Split(' ')[0]).ToArray();
        Assert.All(new[] { "Native.dll", "Newtonsoft.Json.dll", "Newtonsoft.Json.Bson.dll", "System.Private.CoreLib.dll" }, file => Assert.Single(compiled, file));
        Assert.All(new[] { "Newtonsoft.Json", "Newtonsoft.Json.Bson" }, name => Assert.Equal("required", (string?)listed[name]["scope"]));
        Assert.All(new[] { "Microsoft.DotNet.ILCompiler", "Microsoft.NET.ILLink.Tasks", "SecureBuild" }, name => Assert.Equal("excluded", (string?)listed[name]["scope"]));
    }

    [Fact]
    public void What_browsers_load_belongs_to_the_packages_and_the_runtime_that_it_was_made_of()
    {
        var owners = Truth.PackagesOfAssemblies(Assets("Browser"), "net10.0/browser-wasm");
        var listed = Listed(Published("Browser"));
        var loaded = listed.Files.Select(line => line.Split(' ')[0]).Where(name => name.StartsWith("wwwroot/_framework/", StringComparison.Ordinal) && name.EndsWith(".wasm", StringComparison.Ordinal)).ToArray();
        Assert.True(loaded.Length > 25, $"{loaded.Length} files");
        foreach (var name in loaded)
        {
            // Name.fingerprint.wasm, ja/Name.resources.fingerprint.wasm
            var assembly = Path.GetFileNameWithoutExtension(Path.GetFileNameWithoutExtension(name)).Replace(".resources", "", StringComparison.Ordinal);
            Assert.Equal(assembly == "Browser" ? "." : assembly == "Multi" ? "Multi" : owners.GetValueOrDefault(assembly, "Microsoft.NETCore.App"), listed.OwnerOf(name));
        }
        Assert.Equal("Microsoft.AspNetCore.Components.WebAssembly", listed.OwnerOf("wwwroot/_framework/blazor.webassembly.js"));
        Assert.All(loaded.Select(listed.OwnerOf).Where(owner => owner != "."), owner => Assert.Equal("required", (string?)listed[owner!]["scope"]));
        Assert.StartsWith("Microsoft.NETCore.App.Runtime.Mono.browser-wasm", GroundTruth.Listed.Property(listed["Microsoft.NETCore.App"], "securebuild:runtime-pack"));
    }

    [Fact]
    public void A_trimmed_assembly_says_that_it_is_no_longer_the_packages_own()
    {
        var file = Listed(Published("Trimmed"))["Newtonsoft.Json"]["components"]!.AsArray().Single()!;
        Assert.Equal("trimmed", GroundTruth.Listed.Property(file, "securebuild:file:transformed"));
        var compiled = Listed(Published("Dependent"))["Newtonsoft.Json"]["components"]!.AsArray().Single()!;
        Assert.Equal("ready-to-run", GroundTruth.Listed.Property(compiled, "securebuild:file:transformed"));
    }

    [Theory]
    [InlineData("Console", "Console.dll", ".")]
    [InlineData("Console", "notes.txt", ".")]
    [InlineData("Console", "multi.txt", "Multi")]
    [InlineData("Console", "Multi.dll", "Multi")]
    [InlineData("Console", "ja/Multi.resources.dll", "Multi")]
    [InlineData("Web", "wwwroot/site.css", ".")]
    [InlineData("Web", "web.config", ".")]
    [InlineData("Web", "wwwroot/lib/jquery/jquery.js", "jquery")]
    [InlineData("Local", "SecureBuild.Core.dll", "SecureBuild.Core")]
    [InlineData("Private", "part.dat", "Private.Part")]
    [InlineData("Sqlite", "runtimes/linux-x64/native/libe_sqlite3.so", "SQLitePCLRaw.lib.e_sqlite3")]
    [InlineData("Versions", "libversions.so", "Versions.Rid.Linux")]
    [InlineData("Contained", "libcoreclr.so", "Microsoft.NETCore.App")]
    [InlineData("Contained", "Contained", ".")]
    [InlineData("Single", "Single", ".")]
    public void Every_file_belongs_to_who_brings_it(string path, string file, string owner) => Assert.Equal(owner, Listed(Published(path)).OwnerOf(file));

    [Fact]
    public void What_no_package_brings_is_named_all_the_same()
    {
        // Named in two ways by the code.
        var external = Assert.Single(Listed(Published("Console")).Components, component => ((string)component["name"]!).StartsWith("kernel32", StringComparison.OrdinalIgnoreCase));
        Assert.True((bool?)external["isExternal"]);
        Assert.Equal(typeof(Digest).Assembly.GetName().Version!.ToString(), (string?)Listed(Built("Local"))["SecureBuild.Core"]["version"]);
        var web = Listed(Built("Web"));
        Assert.Equal("pkg:npm/right@2.0.0", (string?)web["right"]["purl"]);
        Assert.Equal(["right"], web.DependenciesOf("left"));
    }

    [Fact]
    public void A_pruned_package_is_supplied_by_the_framework_that_has_it()
    {
        var listed = Listed(Published("Pruned"));
        Assert.Contains("Microsoft.AspNetCore.App", listed.DependenciesOf("Npgsql"));
        Assert.Equal("Microsoft.Extensions.Logging.Abstractions", GroundTruth.Listed.Property(listed["Microsoft.AspNetCore.App"], "securebuild:supplies"));
    }

    [Theory]
    [InlineData("Sqlite", "complete")]
    [InlineData("Console", "incomplete")]
    public void A_build_is_complete_where_it_lists_all_that_it_copies(string path, string aggregate)
    {
        var statement = JsonNode.Parse(File.ReadAllText(Built(path)))!["compositions"]!.AsArray().Single(composition => composition!["assemblies"] is not null)!;
        Assert.Equal(aggregate, (string?)statement["aggregate"]);
    }

    [Fact]
    public async Task What_takes_part_in_the_build_outside_the_graph_is_named_with_its_version()
    {
        // By the SDK's own word.
        var items = await solution.Work.RunAsync("msbuild", "Dependent", "-t:ResolveFrameworkReferences", "-getItem:ResolvedFrameworkReference,ResolvedAppHostPack,ResolvedCrossgen2Pack", "-p:Configuration=Release", "-p:_IsPublishing=true");
        var resolved = JsonNode.Parse(items.Succeeded().Output)!["Items"]!;
        var frameworks = resolved["ResolvedFrameworkReference"]!.AsArray().Select(item => $"{item!["TargetingPackName"]} {item["TargetingPackVersion"]} targeting-pack excluded");
        var host = ((string)resolved["ResolvedAppHostPack"]!.AsArray().Single()!["PackageDirectory"]!).Split('/')[^2..];
        var compiler = resolved["ResolvedCrossgen2Pack"]!.AsArray().Single()!;
        var named = Tools(Listed(Published("Dependent")));
        Assert.Superset(frameworks.Append($"{host[0]} {host[1]} app-host required").Append($"{compiler["NuGetPackageId"]} {compiler["NuGetPackageVersion"]} download excluded").ToHashSet(), named);
        var downloads = JsonNode.Parse(File.ReadAllText(Assets("Dependent")))!["project"]!["frameworks"]!["net10.0"]!["downloadDependencies"]!.AsArray().Select(download => (string)download!["name"]!);
        Assert.Subset(downloads.ToHashSet(), named.Where(line => line.Contains(" download ", StringComparison.Ordinal)).Select(line => line.Split(' ')[0]).ToHashSet());

        var own = Tools(Listed(Published("Sdked")));
        Assert.Superset(new HashSet<string> { "Shapes.Sdk 1.2.0 msbuild-sdk excluded", "Shapes.Global 2.0.0-rc.1 msbuild-sdk excluded", "Newtonsoft.Json 13.0.3 download excluded" }, own);
        Assert.DoesNotContain(own, line => line.Contains("app-host", StringComparison.Ordinal));
        Assert.Equal("Us", (string?)Listed(Built("Sdked"))["Shapes.Sdk"]["supplier"]!["name"]);
        Assert.DoesNotContain(Tools(Listed(Published("Native"))), line => line.Contains("app-host", StringComparison.Ordinal));
        Assert.Contains(Tools(Listed(Built("Console"))), line => line.EndsWith(" app-host required", StringComparison.Ordinal));
        Assert.Contains(Tools(Listed(solution.Work.PathOf("Tool/bin/Release/Tool.1.0.0.nupkg.cdx.json"))), line => line.EndsWith(" app-host excluded", StringComparison.Ordinal));
    }

    static HashSet<string> Tools(Listed listed) => [.. listed.Components.Where(component => GroundTruth.Listed.Property(component, "securebuild:build:tool") is not null)
        .Select(component => $"{component["name"]} {component["version"]} {GroundTruth.Listed.Property(component, "securebuild:build:tool")} {component["scope"]}")];

    [Fact]
    public void A_runtime_pack_has_its_exact_version_and_the_digest_of_its_package()
    {
        var framework = Listed(Published("Contained"))["Microsoft.NETCore.App"];
        var (name, version) = (GroundTruth.Listed.Property(framework, "securebuild:runtime-pack")!, (string)framework["version"]!);
        var package = JsonNode.Parse(File.ReadAllText(Assets("Contained")))!["packageFolders"]!.AsObject()
            .Select(folder => Path.Combine(folder.Key, name.ToLowerInvariant(), version, $"{name.ToLowerInvariant()}.{version}.nupkg")).First(File.Exists);
        Assert.Equal($"pkg:nuget/{name}@{version}", (string?)framework["purl"]);
        Assert.Equal(Digest.Sha512OfFile(package), (string?)framework["hashes"]!.AsArray().Single(hash => (string)hash!["alg"]! == "SHA-512")!["content"]);
    }

    [Fact]
    public async Task Publishing_again_in_another_culture_gives_the_same_bytes()
    {
        var before = await File.ReadAllBytesAsync(Published("Contained"), TestContext.Current.CancellationToken);
        File.Delete(Published("Contained"));
        var environment = new Dictionary<string, string?>(solution.Work.Environment) { ["LC_ALL"] = "tr_TR.UTF-8", ["DOTNET_CLI_UI_LANGUAGE"] = "ja" };
        (await DotNet.RunAsync(solution.Work.Root, ["publish", "Contained", "-c", "Release", "--no-build", "-nologo"], environment)).Succeeded();
        Assert.Equal(before, await File.ReadAllBytesAsync(Published("Contained"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Both_frameworks_of_a_library_are_described_apart()
    {
        foreach (var (framework, target) in new[] { ("net10.0", "net10.0"), ("netstandard2.0", "netstandard2.0") })
        {
            var listed = Listed(solution.Work.PathOf($"Multi/bin/Release/{framework}/securebuild/Multi.cdx.json"));
            var truth = Truth.OfAssets(Assets("Multi"), target);
            Assert.Equal(truth.Packages, listed.Graph.Packages);
            Assert.Equal(truth.Edges, listed.Graph.Edges);
        }
    }

    [Fact]
    public void What_restore_chose_is_listed_and_not_what_was_asked_for()
    {
        Assert.True(File.Exists(solution.Work.PathOf("Versions/packages.lock.json")));
        foreach (var listed in new[] { Listed(Published("Versions")), Listed(Built("Versions")) })
        {
            Assert.Superset(new HashSet<string> { "Versions.Floating 1.4.0", "Versions.Lower 1.0.0", "Versions.Rid.Linux 1.0.0" }, listed.Graph.Packages.ToHashSet());
            Assert.DoesNotContain("Versions.Rid.Windows 1.0.0", listed.Graph.Packages);
            Assert.Superset(new HashSet<string> { "Versions.Upper -> Versions.Lower", ". -> Versions.Lower", "Versions.Rid -> Versions.Rid.Linux" }, listed.Graph.Edges.ToHashSet());
            Assert.StartsWith("[1.*", GroundTruth.Listed.Property(listed["Versions.Floating"], "securebuild:requested-version"));
        }
    }

    [Fact]
    public void A_project_for_an_older_framework_has_that_frameworks_graph()
    {
        var truth = Truth.OfAssets(Assets("Old"), "netstandard2.0");
        var listed = Listed(solution.Work.PathOf("Old/bin/Release/netstandard2.0/securebuild/Old.cdx.json"));
        Assert.Contains("Multi -> System.Memory", truth.Edges);
        Assert.Equal(truth.Packages, listed.Graph.Packages);
        Assert.Equal(truth.Projects, listed.Graph.Projects);
        Assert.Equal(truth.Edges, listed.Graph.Edges);
    }

    [Fact]
    public void A_package_holds_the_bill_of_materials_of_each_of_its_frameworks()
    {
        foreach (var (framework, target) in new[] { ("net10.0", "net10.0"), ("netstandard2.0", "netstandard2.0") })
        {
            using var zip = ZipFile.OpenRead(Package);
            using var entry = zip.GetEntry($"_manifest/{framework}/Multi.cdx.json")!.Open();
            var listed = new Listed(JsonNode.Parse(entry)!);
            Assert.Equal("pkg:nuget/Multi@1.0.0", (string?)listed.Root["purl"]);
            Assert.Equal(Truth.OfAssets(Assets("Multi"), target).Edges, listed.Graph.Edges);
            Assert.Equal("pkg:generic/Multi@1.0.0", (string?)Listed(solution.Work.PathOf($"Multi/bin/Release/{framework}/securebuild/Multi.cdx.json")).Root["purl"]);
        }
    }

    [Fact]
    public void The_document_beside_a_package_lists_its_files_its_digests_and_all_frameworks_graphs()
    {
        var listed = Listed(Package + ".cdx.json");
        Assert.Equal(Entries(Package), listed.Files);

        var bytes = File.ReadAllBytes(Package);
        Assert.Equal(Folder.Line("", bytes).Split(' ')[1..], listed.Root["hashes"]!.AsArray().Select(hash => (string)hash!["content"]!));
        Assert.Equal(Folder.Line("", bytes).Split(' ')[2], GroundTruth.Listed.Property(listed.Root, "securebuild:package:content-sha512"));
        Assert.Equal("pkg:nuget/Multi@1.0.0", (string?)listed.Root["purl"]);

        var truth = new[] { "net10.0", "netstandard2.0" }.Select(target => Truth.OfAssets(Assets("Multi"), target)).ToArray();
        Assert.Equal(truth[0].Packages.Union(truth[1].Packages), listed.Graph.Packages);
        Assert.Equal(truth[0].Edges.Union(truth[1].Edges), listed.Graph.Edges);
    }

    [Fact]
    public void A_tools_package_lists_its_files_under_the_packages_that_bring_them()
    {
        const string Folder = "tools/net10.0/any/";
        var package = solution.Work.PathOf("Tool/bin/Release/Tool.1.0.0.nupkg");
        var listed = Listed(package + ".cdx.json");
        Assert.Equal(Entries(package), listed.Files);
        var truth = Truth.FilesOfDeps(JsonNode.Parse(Text(package, Folder + "Tool.deps.json"))!, "Tool");
        Assert.Equal(["Newtonsoft.Json: Newtonsoft.Json.dll", "Newtonsoft.Json.Bson: Newtonsoft.Json.Bson.dll"], truth.ToArray());
        Assert.Equal(truth.ToArray(), listed.FilesOfPackages.Where(line => !line.StartsWith("Tool: ", StringComparison.Ordinal)).Select(line => line.Replace(Folder, "", StringComparison.Ordinal)).ToArray());
        Assert.All(new[] { "Multi.dll", "Multi.pdb", "ja/Multi.resources.dll", "multi.txt" }, file => Assert.Equal("Multi", listed.OwnerOf(Folder + file)));
        Assert.All(new[] { "Tool.dll", "Tool.deps.json", "DotnetToolSettings.xml", "securebuild/Tool.cdx.json" }, file => Assert.Equal(".", listed.OwnerOf(Folder + file)));
    }

    [Fact]
    public void A_tools_package_for_one_platform_lists_what_is_in_its_single_file()
    {
        const string Program = "tools/any/linux-x64/Platform";
        var package = solution.Work.PathOf("Platform/bin/Release/Platform.linux-x64.1.0.0.nupkg");
        var listed = Listed(package + ".cdx.json");
        Assert.Equal(Entries(package), listed.Files);
        Assert.Equal("pkg:nuget/Platform.linux-x64@1.0.0", (string?)listed.Root["purl"]);
        Assert.Equal("pkg:nuget/Platform.linux-x64@1.0.0", (string?)new Listed(JsonNode.Parse(Text(package, "_manifest/net10.0/Platform.cdx.json"))!).Root["purl"]);
        var extracted = solution.Work.PathOf("Platform/bin/extracted");
        using (var zip = ZipFile.OpenRead(package))
            zip.GetEntry(Program)!.ExtractToFile(extracted, overwrite: true);
        Assert.Equal(SingleFile.Files(extracted), listed.FilesIn(Program));
        Assert.Contains("Newtonsoft.Json.Bson: Newtonsoft.Json.Bson.dll", listed.FilesOfPackages);
        Assert.Contains(listed.FilesOfPackages, line => line.EndsWith(": System.Private.CoreLib.dll", StringComparison.Ordinal) && line.StartsWith("Microsoft.NETCore.App.Runtime.linux-x64", StringComparison.Ordinal));
    }

    [Fact]
    public void A_packages_assembly_in_another_package_is_delivered_and_one_of_nobody_is_not_passed_off_as_built_here()
    {
        var package = solution.Work.PathOf("Bundle/bin/Release/Bundle.1.0.0.nupkg");
        var listed = Listed(package + ".cdx.json");
        Assert.Equal(Entries(package), listed.Files);
        Assert.Equal("Newtonsoft.Json", listed.OwnerOf("analyzers/dotnet/cs/Newtonsoft.Json.dll"));
        Assert.Equal("required", (string?)listed["Newtonsoft.Json"]["scope"]);
        Assert.Equal("unknown:not-of-this-build", GroundTruth.Listed.Property(listed.Root["components"]!.AsArray().Single(file => (string)file!["name"]! == "analyzers/dotnet/cs/vendor.dll")!, "securebuild:file:origin"));
        Assert.Null(GroundTruth.Listed.Property(listed.Root["components"]!.AsArray().Single(file => (string)file!["name"]! == "lib/netstandard2.0/Bundle.dll")!, "securebuild:file:origin"));
    }

    [Fact]
    public async Task Packing_again_leaves_the_package_alone_and_another_version_is_named_in_its_documents()
    {
        var written = File.GetLastWriteTimeUtc(Package);
        (await solution.Work.RunAsync("pack", "Multi", "-c", "Release", "--no-build", "-nologo")).Succeeded();
        Assert.Equal(written, File.GetLastWriteTimeUtc(Package));

        (await solution.Work.RunAsync("pack", "Multi", "-c", "Release", "--no-build", "-nologo", "-p:PackageVersion=2.0.0")).Succeeded();
        using var zip = ZipFile.OpenRead(Package.Replace("1.0.0", "2.0.0", StringComparison.Ordinal));
        foreach (var framework in new[] { "net10.0", "netstandard2.0" })
        {
            using var entry = zip.GetEntry($"_manifest/{framework}/Multi.cdx.json")!.Open();
            Assert.Equal("pkg:nuget/Multi@2.0.0", (string?)new Listed(JsonNode.Parse(entry)!).Root["purl"]);
        }
    }

    [Fact]
    public async Task The_documents_are_valid_and_name_nothing_of_the_machine()
    {
        foreach (var file in new[] { "Console", "Web", "Contained", "Single", "Native", "Local" }.Select(Published).Concat([Package + ".cdx.json", .. new[] { "Tool/bin/Release/Tool.1.0.0", "Platform/bin/Release/Platform.linux-x64.1.0.0", "Bundle/bin/Release/Bundle.1.0.0" }.Select(stem => solution.Work.PathOf(stem + ".nupkg.cdx.json"))]))
        {
            var validation = await NodeTools.RunAsync("cyclonedx-validate.mjs", "1.7", file);
            Assert.True(validation.ExitCode == 0, file + ": " + validation);
            var text = File.ReadAllText(file, Encoding.UTF8);
            Assert.DoesNotContain(solution.Work.Root, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Path.GetTempPath(), text, StringComparison.Ordinal);
            Assert.DoesNotContain(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + "/", text, StringComparison.Ordinal);
            Assert.Equal(["build", "post-build"], JsonNode.Parse(text)!["metadata"]!["lifecycles"]!.AsArray().Select(phase => (string)phase!["phase"]!));
        }
    }

    [Fact]
    public void Publishing_says_one_line_and_warns_of_nothing()
    {
        // And the two tools that are packed.
        Assert.Equal(Programs.Count + 2, solution.Run.LinesWith(" published -> ").Count);
        Assert.Empty(solution.Run.LinesWith("warning SB9"));
        Assert.Empty(solution.Run.LinesWith("unknown origin"));
    }

    static IEnumerable<string> Entries(string package)
    {
        using var zip = ZipFile.OpenRead(package);
        return
        [
            .. zip.Entries.Select(entry =>
            {
                using var stream = entry.Open();
                using var content = new MemoryStream();
                stream.CopyTo(content);
                return Folder.Line(entry.FullName, content.ToArray());
            }).Order(StringComparer.Ordinal),
        ];
    }

    static string Text(string package, string name)
    {
        using var zip = ZipFile.OpenRead(package);
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    string Package => solution.Work.PathOf("Multi/bin/Release/Multi.1.0.0.nupkg");

    string Assets(string path) => path == "Layout/Laid" ? solution.Work.PathOf("Layout/artifacts/obj/Laid/project.assets.json") : solution.Work.PathOf(path + "/obj/project.assets.json");

    string Published(string path)
    {
        var name = Path.GetFileName(path);
        return solution.Work.PathOf(path == "Layout/Laid" ? $"Layout/artifacts/publish/{name}/release/securebuild/{name}.cdx.json" : $"{path}/bin/Release/{Framework(path)}/publish/securebuild/{name}.cdx.json");
    }

    string Built(string path)
    {
        var name = Path.GetFileName(path);
        return solution.Work.PathOf(path == "Layout/Laid" ? $"Layout/artifacts/bin/{name}/release/securebuild/{name}.cdx.json" : $"{path}/bin/Release/{Framework(path)}/securebuild/{name}.cdx.json");
    }

    static string Framework(string path) => Programs.Any(row => row.Data.Item1 == path && row.Data.Item2 == Linux) ? Linux : "net10.0";

    static Listed Listed(string file) => new(JsonNode.Parse(File.ReadAllText(file))!);
}
