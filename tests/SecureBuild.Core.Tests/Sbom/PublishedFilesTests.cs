using SecureBuild.Evidence;
using SecureBuild.Sbom;

namespace SecureBuild.Core.Tests.Sbom;

/// <summary>Publish folders as somebody might choose or leave them. Nothing is published here.</summary>
public sealed class PublishedFilesTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("published ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_that_nothing_explains_is_listed_with_its_digests_and_said_to_be_of_unknown_origin()
    {
        var publish = Publish("App/out", "App.dll", "left/over.dll", "securebuild/App.cdx.json");
        var result = Build(publish, Path.Combine(publish.Directory, "securebuild") + "/");

        Assert.Equal(["App.dll"], result.Bom.Metadata.Component!.Components.Select(file => file.Name));
        var stray = Assert.Single(result.Bom.Components, component => component.Type == "file");
        Assert.Equal(("left/over.dll", Digest.Sha512("left/over.dll"u8)), (stray.Name, stray.Hashes[1].Content));
        Assert.Contains(new("securebuild:file:origin", "unknown:not-published-by-this-build"), stray.Properties);
        Assert.Equal(["left/over.dll"], result.Coverage.UnexplainedFiles);
    }

    [Fact]
    public void Artifacts_in_the_publish_folder_itself_are_left_out_and_nothing_else_is()
    {
        var publish = Publish("App/out", "App.dll", "App.cdx.json", "App.deps.json", "sub/App.cdx.json");
        var result = Build(publish, publish.Directory + "/");
        Assert.Equal(["App.deps.json", "App.dll"], result.Bom.Metadata.Component!.Components.Select(file => file.Name));
        Assert.Equal(["sub/App.cdx.json"], result.Coverage.UnexplainedFiles);
    }

    [Fact]
    public void Artifacts_above_the_publish_folder_hide_nothing_in_it() =>
        Assert.Equal(["App.dll"], Build(Publish("App/out", "App.dll"), _folder + "/").Bom.Metadata.Component!.Components.Select(file => file.Name));

    [Fact]
    public void Who_publishes_into_the_folder_of_the_sources_does_not_deliver_the_sources()
    {
        var publish = Publish("App", "App.dll", "Program.cs");
        var result = Build(publish with { Items = [.. publish.Items.Where(item => item.RelativePath == "App.dll")] }, Path.Combine(_folder, "App", "securebuild") + "/");
        Assert.Equal(["App.dll"], result.Bom.Metadata.Component!.Components.Select(file => file.Name));
        Assert.DoesNotContain(result.Bom.Components, component => component.Type == "file");
    }

    PublishInputs Publish(string folder, params string[] names)
    {
        foreach (var name in names)
        {
            var path = Path.Combine(_folder, folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, name);
        }
        var directory = Path.Combine(_folder, folder);
        return new(directory, [.. names.Where(name => !name.Contains('/', StringComparison.Ordinal)).Select(name => new PublishItem(Path.Combine(_folder, "App", name), name, null, null, null, false))]);
    }

    SbomResult Build(PublishInputs publish, string artifacts) =>
        SbomBuilder.Build(PublishedFiles.Of(SampleInputs.For(_folder, "App", "net10.0") with { ArtifactDirectory = artifacts }, publish), new("App", "1.0.0"), Clock.From("0"));
}
