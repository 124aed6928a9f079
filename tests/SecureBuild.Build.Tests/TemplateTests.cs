using SecureBuild.Testing;

namespace SecureBuild.Build.Tests;

/// <summary>What most people start from: a fresh project, the package added as the documentation says, an ordinary build.</summary>
public sealed class TemplateTests(TemporaryFeed feed)
{
    [Theory]
    [InlineData("webapi")]
    [InlineData("mvc")]
    [InlineData("worker")]
    [InlineData("classlib")]
    [InlineData("blazor")]
    [InlineData("xunit")]
    public async Task A_new_project_builds_without_a_finding_and_gets_valid_artifacts(string template)
    {
        using var workspace = await feed.WorkspaceAsync();
        // The SDK adds a package with Blazor's script files, which not every feed carries and which has nothing to compile.
        workspace.Environment["RequiresAspNetWebAssets"] = "false";
        (await workspace.RunAsync("new", template, "-o", "Fresh", "--no-restore")).Succeeded();
        (await workspace.RunAsync("add", "Fresh", "package", "SecureBuild", "--version", TemporaryFeed.Version)).Succeeded();

        var build = (await workspace.BuildAsync("Fresh")).Succeeded();

        Assert.Empty(build.LinesWith("warning SB"));
        Assert.Single(build.Summaries);
        var artifacts = new Artifacts(workspace.PathOf("Fresh/bin/Debug/net10.0/securebuild"), "Fresh");
        await artifacts.AssertWellMadeAsync(workspace);
        Assert.Contains("SB2001", artifacts.LoadedRules);
        Assert.Empty(artifacts.Findings);
    }
}
