using System.Reflection;

namespace SecureBuild.Testing;

/// <summary>
/// SecureBuild, packed once per test run into a feed of its own with a package folder of its own: nothing of the user's cache is changed, and
/// never is an older build of the same version tested. Use it as an assembly fixture: <c>[assembly: AssemblyFixture(typeof(TemporaryFeed))]</c>.
/// </summary>
public sealed class TemporaryFeed
{
    /// <summary>The version of the packed package.</summary>
    public const string Version = "0.1.0-test";

    // Apart for each test assembly: they may run at the same time. Apart from artifacts/obj and artifacts/bin: the running tests are there.
    readonly string _root = Path.Combine(Repository.Root, "artifacts", "e2e", Assembly.GetEntryAssembly()?.GetName().Name ?? "tests");
    readonly Lazy<Task> _packed;

    /// <summary>Where the packages are.</summary>
    public string Feed => Path.Combine(_root, "feed");

    /// <summary>The package folder (<c>NUGET_PACKAGES</c>) that projects of the tests restore into.</summary>
    public string Packages => Path.Combine(_root, "packages");

    /// <summary>Variables that give <c>dotnet</c> a home of its own: in that of the user it remembers, by version alone, where it once found a tool, and would run another checkout's.</summary>
    internal Dictionary<string, string?> OwnHome => new() { ["DOTNET_CLI_HOME"] = Home, ["DOTNET_NOLOGO"] = "1", ["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false" };

    string Home => Path.Combine(_root, "home");

    /// <summary>Nothing happens yet: only tests that build pay for the package.</summary>
    public TemporaryFeed() => _packed = new(PackAsync);

    /// <summary>A new folder for projects, outside the repository, set up to restore SecureBuild from the feed.</summary>
    /// <param name="name">Last part of its path.</param>
    public async Task<Workspace> WorkspaceAsync(string name = "work")
    {
        await _packed.Value;
        return new(this, name);
    }

    /// <summary>The packed file of a package.</summary>
    public async Task<string> PackageAsync(string id)
    {
        await _packed.Value;
        return Path.Combine(Feed, $"{id}.{Version}.nupkg");
    }

    async Task PackAsync()
    {
        foreach (var stale in new[] { Feed, Home, Path.Combine(Packages, "securebuild"), Path.Combine(Packages, "securebuild.tool") })
            if (Directory.Exists(stale))
                Directory.Delete(stale, recursive: true);
        foreach (var project in new[] { "SecureBuild", "SecureBuild.Cli" })
            (await DotNet.RunAsync(Repository.Root, [
                "pack", Repository.PathOf($"src/{project}"), "-nologo", "-v:q",
                $"-p:Version={Version}", $"-p:PackageOutputPath={Feed}", $"-p:ArtifactsPath={Path.Combine(_root, "pack")}"])).Succeeded();
    }
}
