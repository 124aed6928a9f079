using System.Text;
using SecureBuild.Containers;
using SecureBuild.Sbom;
using SecureBuild.Testing;

namespace SecureBuild.Core.Tests.Containers;

public sealed class ImageArchiveTests : IDisposable
{
    static readonly byte[] s_layer = LoopbackRegistry.Tar(("app/App.dll", "program"u8.ToArray()), ("app/empty.txt", []), ("app/other.txt", "other"u8.ToArray()));

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("image");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, true, false)]
    [InlineData(false, true, true)]
    [InlineData(true, false, true)]
    public void Either_form_of_archive_is_read_compressed_or_not(bool isOci, bool isLayerCompressed, bool isArchiveCompressed)
    {
        var layer = isLayerCompressed ? LoopbackRegistry.Gzip(s_layer) : s_layer;
        var tar = isOci ? Oci(layer, Config(s_layer)) : Docker(layer, Config(s_layer));
        var image = ImageArchive.Read(Write(isArchiveCompressed ? LoopbackRegistry.Gzip(tar) : tar));

        Assert.Equal(["app/App.dll", "app/empty.txt", "app/other.txt"], image.Files.Select(file => file.Path));
        Assert.Equal(Digest.Sha512("program"u8), image.Files[0].Digest.Sha512);
        Assert.Equal(Digest.Sha256(""u8), image.Files[1].Digest.Sha256);
        Assert.Equal((LoopbackRegistry.DigestOf(layer), LoopbackRegistry.DigestOf(Config(s_layer))), (image.LayerDigest, image.ConfigDigest));
        Assert.Equal(["sha256:base"], image.BaseLayers);
    }

    [Fact]
    public void What_is_no_archive_of_one_image_is_refused_with_its_code()
    {
        byte[][] archives =
        [
            [], "no tar at all"u8.ToArray(), LoopbackRegistry.Tar(("readme.txt", [])),
            Docker(s_layer, Config("another layer"u8.ToArray())),
            Docker("no tar"u8.ToArray(), Config("no tar"u8.ToArray())),
            Docker(s_layer, Config(s_layer))[..900],
            LoopbackRegistry.Tar(("manifest.json", """[ { "Config": "a", "Layers": [ "b" ] }, { "Config": "a", "Layers": [ "b" ] } ]"""u8.ToArray())),
            LoopbackRegistry.Tar(("manifest.json", """[ { "Config": "a", "Layers": [] } ]"""u8.ToArray())),
            LoopbackRegistry.Tar(("manifest.json", """[ { "Config": "../../etc/passwd", "Layers": [ "/etc/passwd" ] } ]"""u8.ToArray())),
            LoopbackRegistry.Tar(("manifest.json", "[ 1 ]"u8.ToArray())),
            LoopbackRegistry.Tar(("manifest.json", "{"u8.ToArray())),
            LoopbackRegistry.Tar(("manifest.json", new byte[5 << 20])),
        ];
        Assert.All(archives, archive => Assert.Equal("SB9260", Assert.Throws<ProblemException>(() => ImageArchive.Read(Write(archive))).Problem.Code));
    }

    [Fact]
    public void The_layer_counts_where_the_publish_folder_said_something_else()
    {
        var published = new Bom
        {
            SerialNumber = "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
            Metadata = new()
            {
                Timestamp = "2026-01-01T00:00:00Z",
                Component = new("application", "root", "App")
                {
                    Components =
                    [
                        File("App.dll", "program"), File("other.txt", "changed"), File("gone.txt", "gone"),
                        File("Json.dll", "json") with { Properties = [new("securebuild:file:bundled-in", "App")] },
                    ],
                },
            },
            Dependencies = [new("root", [])],
        };
        var sbom = Write(SbomFormat.CycloneDx17.Write(published), "App.cdx.json");
        var archive = Write(Docker(s_layer, Config(s_layer)));
        var result = Containerization.Describe(new(archive, sbom, "team/App") { Tags = ["1", "latest"], BaseImage = "mcr.microsoft.com/dotnet/runtime:10.0" }, Clock.From("1767225600"));

        Assert.Contains("2 ", Assert.Single(result.Problems).Text);
        Assert.Contains("gone.txt", result.Problems[0].Text);
        var bom = SbomReader.Read(result.Artifacts[0].Content).Bom;
        var app = bom.Components.Single(component => component.Name == "App");
        Assert.Equal(["app/App.dll", "app/other.txt", "Json.dll"], app.Components.Select(file => file.Name));
        Assert.Equal(Digest.Sha256("other"u8), app.Components[1].Hashes[0].Content);
        Assert.Equal(["app/empty.txt"], bom.Metadata.Component!.Components.Select(file => file.Name));
        Assert.Equal("pkg:oci/runtime?arch=amd64&repository_url=mcr.microsoft.com/dotnet/runtime&tag=10.0", bom.Components.Single(component => component.Type == "container").Purl);
        Assert.Contains(new("securebuild:hash", "unknown:no-base-digest"), bom.Components.Single(component => component.Type == "container").Properties);
        Assert.Equal("SB9262", Assert.Throws<ProblemException>(() => Containerization.Describe(new(archive, sbom + "x", "App"), Clock.From("0"))).Problem.Code);
    }

    [Fact]
    public void An_image_that_was_sent_is_described_by_the_layer_in_the_store_or_not_at_all()
    {
        var layer = LoopbackRegistry.Gzip(s_layer);
        var digest = LoopbackRegistry.DigestOf(layer);
        var sbom = Write(SbomFormat.CycloneDx17.Write(new() { Metadata = new() { Component = new("application", "root", "App") { Components = [File("App.dll", "program")] } }, Dependencies = [new("root", [])] }), "App.cdx.json");
        var store = _folder.CreateSubdirectory("store").FullName;
        AttestorResult Describe(string last, string? registry, byte[] configured) => Containerization.Describe(
            new(Path.Combine(_folder.FullName, "image", "team-App"), sbom, "team/App")
            {
                Sent = new($$"""{ "config": { "digest": "sha256:{{new string('a', 64)}}" }, "layers": [ { "digest": "sha256:base" }, { "digest": "{{last}}" } ] }""", Encoding.UTF8.GetString(Config(configured)), [store], registry),
                Tags = ["1"],
            }, Clock.From("1767225600"));
        string Refused(string last, byte[] configured) => Assert.Throws<ProblemException>(() => Describe(last, null, configured)).Problem.Code;

        Assert.Equal("SB9282", Refused(digest, s_layer));
        System.IO.File.WriteAllBytes(Path.Combine(store, digest["sha256:".Length..] + ".tar.gz"), layer);
        Assert.Equal("SB9283", Refused(digest, "another layer"u8.ToArray()));
        Assert.Equal("SB9283", Refused("sha256:../../" + digest, s_layer));
        System.IO.File.WriteAllBytes(Path.Combine(store, new string('b', 64) + ".tar"), s_layer);
        Assert.Equal("SB9283", Refused("sha256:" + new string('b', 64), s_layer));

        var root = SbomReader.Read(Describe(digest, "ghcr.io", s_layer).Artifacts.Single().Content).Bom.Metadata.Component!;
        Assert.Equal("pkg:oci/app?arch=amd64&repository_url=ghcr.io/team/App&tag=1", root.Purl);
        Assert.Contains(new("securebuild:image:layer", digest), root.Properties);
        Assert.DoesNotContain(root.Properties, property => property.Name == "securebuild:image:registry");
    }

    [Theory]
    [InlineData("mcr.microsoft.com/dotnet/runtime:10.0", "mcr.microsoft.com", "dotnet/runtime", "10.0", null, true)]
    [InlineData("registry.corp.example:5000/team/base@sha256:abc", "registry.corp.example:5000", "team/base", null, "sha256:abc", false)]
    [InlineData("localhost/base:1", "localhost", "base", "1", null, false)]
    [InlineData("library/debian:12@sha256:abc", null, "library/debian", "12", "sha256:abc", false)]
    [InlineData("debian", null, "debian", null, null, false)]
    public void References_are_taken_apart_as_container_engines_do(string reference, string? registry, string repository, string? tag, string? digest, bool isPublic)
    {
        var name = ImageName.Parse(reference);
        Assert.Equal((registry, repository, tag, digest, isPublic), (name.Registry, name.Repository, name.Tag, name.Digest, name.IsPublic));
    }

    static Component File(string name, string content) => new("file", "file:" + name, name)
    {
        Hashes = [new("SHA-256", Digest.Sha256(Encoding.UTF8.GetBytes(content))), new("SHA-512", Digest.Sha512(Encoding.UTF8.GetBytes(content)))],
    };

    static byte[] Config(byte[] layer) => Encoding.UTF8.GetBytes($$"""{ "architecture": "amd64", "os": "linux", "rootfs": { "type": "layers", "diff_ids": [ "sha256:base", "{{LoopbackRegistry.DigestOf(layer)}}" ] } }""");

    static byte[] Docker(byte[] layer, byte[] config) => LoopbackRegistry.Tar(
        ("base/layer.tar", []), ("app/layer.tar", layer), ("config.json", config), ("manifest.json", """[ { "Config": "config.json", "RepoTags": [ "app:1" ], "Layers": [ "base/layer.tar", "app/layer.tar" ] } ]"""u8.ToArray()));

    static byte[] Oci(byte[] layer, byte[] config)
    {
        var manifest = Encoding.UTF8.GetBytes($$"""{ "config": { "digest": "{{LoopbackRegistry.DigestOf(config)}}" }, "layers": [ { "digest": "sha256:base" }, { "digest": "{{LoopbackRegistry.DigestOf(layer)}}" } ] }""");
        var index = Encoding.UTF8.GetBytes($$"""{ "manifests": [ { "digest": "{{LoopbackRegistry.DigestOf(manifest)}}" } ] }""");
        return LoopbackRegistry.Tar([("oci-layout", "{}"u8.ToArray()), .. new[] { layer, config, manifest }.Select(blob => ("blobs/" + LoopbackRegistry.DigestOf(blob).Replace(':', '/'), blob)), ("index.json", index)]);
    }

    string Write(byte[] content, string name = "image.tar")
    {
        var path = Path.Combine(_folder.FullName, name);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }
}
