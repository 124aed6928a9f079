using System.Diagnostics;
using SecureBuild.Testing;

namespace SecureBuild.Build.Tests;

/// <summary>SecureBuild, built with its own packed package.</summary>
public sealed class SelfBuildTests(TemporaryFeed feed)
{
    [Fact]
    public async Task SecureBuild_builds_with_its_own_package_and_has_no_finding_without_a_reason()
    {
        using var workspace = await feed.WorkspaceAsync("SecureBuild");
        foreach (var file in (await TrackedFilesAsync()).Where(file => !file.StartsWith("tests/", StringComparison.Ordinal)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(workspace.PathOf(file))!);
            File.Copy(Repository.PathOf(file), workspace.PathOf(file));
        }
        workspace.Environment["SecureBuildVersion"] = TemporaryFeed.Version;

        (await workspace.BuildAsync("src/SecureBuild", "-c", "Release")).Succeeded();
        (await workspace.BuildAsync("src/SecureBuild.Cli", "-c", "Release")).Succeeded();

        foreach (var project in new[] { "SecureBuild.Analyzers", "SecureBuild.CodeFixes", "SecureBuild.Core", "SecureBuild.Tasks", "SecureBuild.Cli" })
        {
            var artifacts = new Artifacts(workspace.PathOf($"artifacts/bin/{project}/release/securebuild"), project == "SecureBuild.Cli" ? "securebuild" : project);
            await artifacts.AssertWellMadeAsync(workspace);
            Assert.Contains("SB2001", artifacts.LoadedRules);
            Assert.Empty(artifacts.OpenFindings);
        }
    }

    static async Task<string[]> TrackedFilesAsync()
    {
        var start = new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true };
        using var git = Process.Start(start)!;
        var files = await git.StandardOutput.ReadToEndAsync();
        await git.WaitForExitAsync();
        return [.. files.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Repository.PathOf(file)))];
    }
}
