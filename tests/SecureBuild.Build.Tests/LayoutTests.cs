using SecureBuild.Testing;

namespace SecureBuild.Build.Tests;

/// <summary>Where outputs can lie and how builds can be started.</summary>
public sealed class LayoutTests(TemporaryFeed feed)
{
    [Fact]
    public async Task The_artifacts_layout_and_a_build_without_restore()
    {
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal");
        work.Write("Directory.Build.props", "<Project><PropertyGroup><UseArtifactsOutput>true</UseArtifactsOutput><ArtifactsPath>$(MSBuildThisFileDirectory)artifacts</ArtifactsPath></PropertyGroup></Project>");
        (await work.RunAsync("restore", "Portal", "-nologo")).Succeeded();

        var build = (await work.BuildAsync("Portal", "--no-restore")).Succeeded();

        Assert.Empty(build.LinesWith("warning SB"));
        var artifacts = new Artifacts(work.PathOf("artifacts/bin/Portal/debug/securebuild"), "Portal");
        await artifacts.AssertWellMadeAsync(work);
        Assert.Equal("complete", (string?)artifacts.Sbom["metadata"]!["properties"]!.AsArray().Single(property => (string?)property!["name"] == "securebuild:graph")!["value"]);

        var anew = (await work.BuildAsync("Portal", "--no-restore", "--no-incremental")).Succeeded();
        Assert.Single(anew.Summaries);
    }

    [Fact]
    public async Task An_output_folder_from_the_command_line()
    {
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal");

        (await work.BuildAsync("Portal", "-o", work.PathOf("out"))).Succeeded();

        await new Artifacts(work.PathOf("out/securebuild"), "Portal").AssertWellMadeAsync(work);
    }

    [Fact]
    public async Task Multi_threaded_MSBuild_gives_the_same_artifacts()
    {
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal");

        var build = (await work.BuildAsync("Portal", "-mt")).Succeeded();

        Assert.Empty(build.LinesWith("warning SB"));
        await new Artifacts(work.PathOf("Portal/bin/Debug/net10.0/securebuild"), "Portal").AssertWellMadeAsync(work);
    }

    [Fact]
    public async Task A_folder_of_the_users_own_choice_and_name()
    {
        using var work = await feed.WorkspaceAsync();
        work.WriteConsole("Portal", "<SecureBuildOutputPath>$(MSBuildProjectDirectory)/evidence/</SecureBuildOutputPath><SecureBuildName>CityPortal</SecureBuildName>");

        (await work.BuildAsync("Portal")).Succeeded();
        await new Artifacts(work.PathOf("Portal/evidence"), "CityPortal").AssertWellMadeAsync(work);

        (await work.RunAsync("clean", "Portal", "-nologo")).Succeeded();
        Assert.Empty(Directory.GetFiles(work.PathOf("Portal/evidence")));
    }
}
