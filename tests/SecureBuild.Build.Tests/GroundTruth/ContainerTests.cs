using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SecureBuild.Testing;
using SecureBuild.Testing.Node;

namespace SecureBuild.Build.Tests.GroundTruth;

/// <summary>The bill of materials of a container image against what lies in its archive, read here without anything of the product's.</summary>
public sealed class ContainerTests(TemporaryFeed feed)
{
    [Fact]
    public async Task An_image_lists_exactly_the_files_of_its_application_layer_and_leaves_the_base_image_open()
    {
        using var registry = LoopbackRegistry.Start();
        using var work = await feed.WorkspaceAsync("shipped");
        work.WriteConsole("App", "<ContainerRepository>team/portal</ContainerRepository>", "System.Console.WriteLine(typeof(Newtonsoft.Json.JsonConvert));\n");
        work.Write("App/Directory.Build.targets", """<Project><ItemGroup><PackageReference Include="Newtonsoft.Json" Version="13.0.3" /></ItemGroup></Project>""");
        work.Environment["DOTNET_CONTAINER_INSECURE_REGISTRIES"] = registry.Host;
        var archive = work.PathOf("image.tar");
        var run = (await work.RunAsync("publish", "App", "-c", "Release", "-t:PublishContainer", "-nologo", "-tl:off", "-p:NuGetAudit=false", $"-p:ContainerBaseImage={registry.Image}",
            $"-p:ContainerArchiveOutputPath={archive}", "-p:SecureBuildSbomFormats=CycloneDX1.7%3BSPDX2.3", "-p:SecureBuildNotices=true")).Succeeded();
        Assert.Empty(run.LinesWith("warning SB9"));
        Assert.Single(run.LinesWith("SecureBuild: image.tar -> image.tar.cdx.json"));

        var text = await File.ReadAllTextAsync(archive + ".cdx.json", TestContext.Current.CancellationToken);
        var listed = new Listed(JsonNode.Parse(text)!);
        var (config, layer) = Layer(archive);
        var files = Files(layer);
        Assert.Contains(files, line => line.StartsWith("app/App.dll ", StringComparison.Ordinal));
        Assert.Contains(files, line => line.StartsWith("app/securebuild/App.THIRD-PARTY-NOTICES.txt ", StringComparison.Ordinal));
        Assert.Equal(files, listed.Files);
        Assert.Equal("Newtonsoft.Json", listed.OwnerOf("app/Newtonsoft.Json.dll"));
        Assert.Equal("App", listed.OwnerOf("app/App.dll"));
        Assert.Equal(".", listed.OwnerOf("app/securebuild/App.cdx.json"));

        Assert.Equal(("container", "team/portal", "latest"), ((string)listed.Root["type"]!, (string)listed.Root["name"]!, (string)listed.Root["version"]!));
        Assert.Equal(Sha256(config), GroundTruth.Listed.Property(listed.Root, "securebuild:image:config-digest"));
        Assert.Equal(Sha256(layer), GroundTruth.Listed.Property(listed.Root, "securebuild:image:layer"));
        Assert.StartsWith("pkg:oci/portal@sha256%3A", (string)listed.Root["purl"]!);
        var distribution = listed.Root["externalReferences"]!.AsArray().Single(reference => (string)reference!["type"]! == "distribution")!;
        Assert.Equal(Sha256(await File.ReadAllBytesAsync(archive, TestContext.Current.CancellationToken)), "sha256:" + distribution["hashes"]!.AsArray().Single(hash => (string)hash!["alg"]! == "SHA-256")!["content"]);
        Assert.Equal(["App", "team/base"], listed.DependenciesOf("team/portal").Order());

        var below = listed["team/base"];
        Assert.Equal(("1.2", registry.Digest["sha256:".Length..]), ((string)below["version"]!, (string)below["hashes"]!.AsArray().Single()!["content"]!));
        Assert.Equal("unknown:not-assessed", GroundTruth.Listed.Property(below, "securebuild:image:contents"));
        Assert.Equal(registry.BaseLayer, GroundTruth.Listed.Property(below, "securebuild:image:layer"));
        var unknown = JsonNode.Parse(text)!["compositions"]!.AsArray().Where(composition => (string)composition!["aggregate"]! == "unknown");
        Assert.Contains(unknown, composition => composition!["assemblies"]?.AsArray().Any(name => (string)name! == (string)below["bom-ref"]!) == true);

        // Nobody's own registry and nothing of this machine.
        Assert.DoesNotContain("localhost", text);
        Assert.DoesNotContain(work.Root, text);
        var validation = await NodeTools.RunAsync("cyclonedx-validate.mjs", "1.7", archive + ".cdx.json");
        Assert.True(validation.ExitCode == 0, validation.ToString());
        Assert.Equal(listed.Components.Count(component => component["purl"] is not null), SecureBuild.Sbom.SbomReader.ReadFile(archive + ".spdx.json").Bom.Components.Count(component => component.Purl is not null));
    }

    [Theory]
    [InlineData("", "1.0", "net10.0")]
    // As for several platforms at once: an image for each, and an index.
    [InlineData("<RuntimeIdentifiers>linux-x64</RuntimeIdentifiers>", "1.0-linux-x64", "net10.0/linux-x64")]
    public async Task An_image_that_goes_to_a_registry_is_described_by_the_layer_that_was_sent(string platforms, string tag, string folder)
    {
        using var registry = LoopbackRegistry.Start();
        using var work = await feed.WorkspaceAsync("shipped");
        work.WriteConsole("App", "<ContainerRepository>team/portal</ContainerRepository>" + platforms, "System.Console.WriteLine(1);\n");
        work.Environment["DOTNET_CONTAINER_INSECURE_REGISTRIES"] = registry.Host;
        var run = (await work.RunAsync("publish", "App", "-c", "Release", "-t:PublishContainer", "-nologo", "-tl:off", "-p:NuGetAudit=false", $"-p:ContainerBaseImage={registry.Image}",
            $"-p:ContainerRegistry={registry.Host}", "-p:ContainerImageTag=1.0")).Succeeded();
        Assert.Empty(run.LinesWith("warning SB9"));
        Assert.Single(run.LinesWith("SecureBuild: team/portal -> team-portal.cdx.json"));

        var manifest = registry.Sent[tag];
        var last = (string)JsonNode.Parse(manifest)!["layers"]!.AsArray().Last()!["digest"]!;
        var document = $"App/bin/Release/{folder}/securebuild/image/team-portal.cdx.json";
        var text = work.Read(document);
        var listed = new Listed(JsonNode.Parse(text)!);
        Assert.Equal(Files(registry.Blob(last)), listed.Files);
        Assert.Equal(last, GroundTruth.Listed.Property(listed.Root, "securebuild:image:layer"));
        Assert.Equal((string?)JsonNode.Parse(manifest)!["config"]!["digest"], GroundTruth.Listed.Property(listed.Root, "securebuild:image:config-digest"));
        Assert.Equal(Sha256(manifest), "sha256:" + listed.Root["hashes"]!.AsArray().Single()!["content"]);
        Assert.Equal("withheld:not-public", GroundTruth.Listed.Property(listed.Root, "securebuild:image:registry"));
        Assert.DoesNotContain(listed.Root["externalReferences"]!.AsArray(), reference => (string)reference!["type"]! == "distribution");
        Assert.DoesNotContain("localhost", text);
        Assert.DoesNotContain(work.Root, text);
        var validation = await NodeTools.RunAsync("cyclonedx-validate.mjs", "1.7", work.PathOf(document));
        Assert.True(validation.ExitCode == 0, validation.ToString());

        Assert.Equal(tag, (string?)listed.Root["version"]);
        if (platforms.Length > 0)
            return;
        (await work.RunAsync("clean", "App", "-c", "Release", "-nologo")).Succeeded();
        Assert.False(work.Has(document));
    }

    // Docker's form of an archive: a list of the layers, the application's on top.
    static (byte[] Config, byte[] Layer) Layer(string archive)
    {
        var entries = new Dictionary<string, byte[]>();
        using var tar = new TarReader(File.OpenRead(archive));
        while (tar.GetNextEntry() is { } entry)
            entries[entry.Name] = Bytes(entry.DataStream!);
        var image = JsonNode.Parse(entries["manifest.json"])!.AsArray().Single()!;
        return (entries[(string)image["Config"]!], entries[(string)image["Layers"]!.AsArray().Last()!]);
    }

    static IReadOnlyList<string> Files(byte[] layer)
    {
        var files = new List<string>();
        using var tar = new TarReader(new GZipStream(new MemoryStream(layer), CompressionMode.Decompress));
        while (tar.GetNextEntry() is { } entry)
            if (entry.EntryType == TarEntryType.RegularFile)
                files.Add(Folder.Line(entry.Name, entry.DataStream is { } content ? Bytes(content) : []));
        return [.. files.Order(StringComparer.Ordinal)];
    }

    static byte[] Bytes(Stream stream)
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    static string Sha256(byte[] bytes) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));
}
