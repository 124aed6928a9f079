using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SecureBuild.Testing;
using SecureBuild.Testing.Node;

namespace SecureBuild.Build.Tests;

/// <summary>The recipes in <c>build/ci</c>: read as their platforms read them, and run as printed.</summary>
public sealed class RecipeTests(TemporaryFeed feed)
{
    static readonly Dictionary<string, string> s_files = new()
    {
        ["github"] = "github-actions.yml", ["azure"] = "azure-pipelines.yml", ["gitlab"] = "gitlab-ci.yml", ["jenkins"] = "Jenkinsfile",
    };

    public static TheoryData<string> Platforms => [.. s_files.Keys];

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task A_recipe_is_what_its_platform_reads_and_only_signing_sees_the_key(string platform)
    {
        var recipe = await ReadAsync(platform, Repository.PathOf($"build/ci/{s_files[platform]}"));

        Assert.Empty(recipe.Errors);
        Assert.DoesNotContain(recipe.Commands, command => command.Interpolated);
        Assert.Equal(CommandsOf(await ReadAsync("github", Repository.PathOf("build/ci/github-actions.yml"))), CommandsOf(recipe));
        var signing = Assert.Single(recipe.Commands, command => command.Run.Contains("securebuild sign", StringComparison.Ordinal));
        Assert.All(recipe.Commands.Where(command => command.Env.Any(name => name.StartsWith("SECUREBUILD_", StringComparison.Ordinal))), command => Assert.Matches("^dotnet securebuild (sign|verify|pack) ", command.Run));
        Assert.DoesNotContain(recipe.Commands, command => command.Job == signing.Job && Regex.IsMatch(command.Run, "dotnet (restore|build|test|run|publish|pack)"));
    }

    [Theory]
    [InlineData("github", "runs-on:", "runs-in:")]
    [InlineData("github", "github.event_name == 'push'", "github.event_name = 'push'")]
    [InlineData("azure", "displayName: Build", "displayname: Build")]
    [InlineData("azure", "dependsOn: Build", "dependsOn: Compile")]
    [InlineData("gitlab", "  script:", "  scripts:")]
    [InlineData("gitlab", "sign]", "sign")]
    [InlineData("jenkins", "steps {", "steps")]
    public async Task A_mistake_in_a_recipe_is_seen(string platform, string right, string wrong)
    {
        var text = await File.ReadAllTextAsync(Repository.PathOf($"build/ci/{s_files[platform]}"), TestContext.Current.CancellationToken);
        using var work = await feed.WorkspaceAsync();
        work.Write("recipe", text.Replace(right, wrong, StringComparison.Ordinal));

        Assert.NotEmpty((await ReadAsync(platform, work.PathOf("recipe"))).Errors);
    }

    [Fact]
    public async Task The_recipes_work_as_printed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The recipes are for agents with a POSIX shell.");
        using var work = await feed.WorkspaceAsync("GovPortal");
        work.CopySample("tests/Samples/GovPortal");
        work.Environment["SecureBuildVersion"] = TemporaryFeed.Version;
        foreach (var line in Preparation())
            (await work.ShellAsync(line)).Succeeded();
        await work.CommitAsync();
        File.Move(work.PathOf("build.key.pem"), work.PathOf("../secret.pem"));
        var recipe = await ReadAsync("gitlab", Repository.PathOf("build/ci/gitlab-ci.yml"));
        work.Environment["SOLUTION"] = ".";
        work.Environment["OUTPUT"] = "src/GovPortal.Records/bin/Release/net10.0";
        work.Environment["GITLAB_CI"] = "true";

        foreach (var command in recipe.Commands)
        {
            // Only the job that signs has the variable.
            work.Environment["SECUREBUILD_KEY_FILE"] = command.Job == "sign" ? work.PathOf("../secret.pem") : null;
            var result = (await work.ShellAsync(command.Run)).Succeeded();
            if (command.Run.Contains("securebuild verify", StringComparison.Ordinal))
                Assert.Contains("0 failed", result.Output);
        }

        Assert.NotEmpty(Directory.GetFiles(work.PathOf("test-results"), "*.trx"));
        Assert.True(work.Has("submission.zip"));
        Assert.True(work.Has("src/GovPortal.Records/bin/Release/net10.0/securebuild/GovPortal.Records.attestation.sigstore.json"));
        Assert.True(work.Has("src/GovPortal.Records/bin/Release/net10.0/securebuild/GovPortal.Records.sarif"));
        Assert.DoesNotContain("SECUREBUILD_KEY", work.Read("src/GovPortal.Records/bin/Release/net10.0/securebuild/GovPortal.Records.evidence.json"));
    }

    /// <summary>What the README says is done once; the product of the test has the package already, and its version is a preview.</summary>
    static IEnumerable<string> Preparation() =>
        from line in Regex.Match(File.ReadAllText(Repository.PathOf("build/ci/README.md")), "```\n(.*?)```", RegexOptions.Singleline).Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        where !line.StartsWith("dotnet add ", StringComparison.Ordinal)
        select line.StartsWith("dotnet tool install ", StringComparison.Ordinal) ? $"{line} --version {TemporaryFeed.Version}" : line;

    // What a platform adds for itself is left out: GitHub's attestation is a file that the recipe copies.
    static IEnumerable<string> CommandsOf(Recipe recipe) => recipe.Commands.Select(command => command.Run).Where(run => run.StartsWith("dotnet ", StringComparison.Ordinal));

    static async Task<Recipe> ReadAsync(string platform, string file)
    {
        var result = await NodeTools.RunAsync("ci-recipe.mjs", platform, file);
        Assert.True(result.ExitCode == 0, result.ToString());
        var read = JsonNode.Parse(result.Output)!;
        return new([.. read["errors"]!.AsArray().Select(error => (string)error!)], read["commands"].Deserialize<Command[]>(JsonSerializerOptions.Web)!);
    }

    sealed record Recipe(string[] Errors, Command[] Commands);

    sealed record Command(string Job, string Run, string[] Env, bool Interpolated);
}
