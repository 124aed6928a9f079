using Microsoft.Build.Logging.StructuredLogger;

namespace SecureBuild.Testing;

/// <summary>A folder with projects of a test. Deleted with the test.</summary>
public sealed class Workspace : IDisposable
{
    readonly string _folder = Path.Combine(Path.GetTempPath(), "securebuild-e2e", Guid.NewGuid().ToString("N")[..12]);
    readonly TemporaryFeed _feed;

    /// <summary>The folder, absolute.</summary>
    public string Root { get; }

    /// <summary>Environment of every run, on top of a clean one.</summary>
    public Dictionary<string, string?> Environment { get; } = [];

    internal Workspace(TemporaryFeed feed, string name)
    {
        _feed = feed;
        Root = Path.Combine(_folder, name);
        var cache = System.Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        Environment["NUGET_PACKAGES"] = feed.Packages;
        // What the user's cache already holds is used from where it is; SecureBuild's test version is never there.
        Environment["RestoreFallbackFolders"] = Directory.Exists(cache) ? cache : null;
        Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <add key="securebuild-test" value="{feed.Feed}" />
              </packageSources>
            </configuration>
            """);
    }

    /// <summary>Writes a file of the workspace.</summary>
    public void Write(string path, string content)
    {
        var file = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }

    /// <summary>A file of the workspace, absolute.</summary>
    public string PathOf(string path) => Path.Combine(Root, path.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Its text.</summary>
    public string Read(string path) => File.ReadAllText(PathOf(path));

    /// <summary>Whether it is there.</summary>
    public bool Has(string path) => File.Exists(PathOf(path));

    /// <summary>A console project that references the package, with one source file.</summary>
    /// <param name="name">Name of folder and project.</param>
    /// <param name="properties">Further MSBuild XML: properties.</param>
    /// <param name="source">The program.</param>
    public void WriteConsole(string name, string properties = "", string source = "System.Console.WriteLine(1);\n")
    {
        Write($"{name}/{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {PackageReference}
              </ItemGroup>
            </Project>
            """);
        Write($"{name}/Program.cs", source);
    }

    /// <summary>The reference as a user writes it.</summary>
    public static string PackageReference => $"""<PackageReference Include="SecureBuild" Version="{TemporaryFeed.Version}" PrivateAssets="all" />""";

    /// <summary>Copies a folder of the repository, without build outputs, to the workspace's root.</summary>
    public void CopySample(string path)
    {
        var source = Repository.PathOf(path);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(source, file);
            if (relative.Split(Path.DirectorySeparatorChar) is [.. var folders, _] && folders.Any(static folder => folder is "bin" or "obj"))
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(relative))!);
            File.Copy(file, PathOf(relative), overwrite: true);
        }
    }

    /// <summary>Runs <c>dotnet</c> here.</summary>
    public System.Threading.Tasks.Task<DotNetResult> RunAsync(params string[] arguments) => DotNet.RunAsync(Root, arguments, Environment);

    /// <summary>Runs a line of a shell script here.</summary>
    public System.Threading.Tasks.Task<DotNetResult> ShellAsync(string line) => DotNet.ShellAsync(Root, line, [.. _feed.OwnHome, .. Environment]);

    /// <summary><c>dotnet build</c> with a binary log.</summary>
    /// <param name="project">File or folder relative to the workspace.</param>
    /// <param name="arguments">Further arguments.</param>
    public async System.Threading.Tasks.Task<BuildRun> BuildAsync(string project, params string[] arguments)
    {
        var log = Path.Combine(_folder, Guid.NewGuid().ToString("N")[..8] + ".binlog");
        var result = await RunAsync(["build", PathOf(project), "-nologo", "-tl:off", $"-bl:{log}", .. arguments]);
        return new(result.ExitCode, result.Output, log);
    }

    /// <summary>Makes the workspace a git repository with everything in it committed.</summary>
    public async System.Threading.Tasks.Task CommitAsync()
    {
        Write(".gitignore", "bin/\nobj/\nartifacts/\n");
        foreach (var arguments in new[] { "init -q", "add -A", "-c user.name=Test -c user.email=test@example.invalid -c commit.gpgsign=false commit -q -m First --date=2026-01-01T00:00:00Z" })
        {
            var start = new System.Diagnostics.ProcessStartInfo("git", arguments) { WorkingDirectory = Root };
            start.Environment["GIT_COMMITTER_DATE"] = "2026-01-01T00:00:00Z";
            using var git = System.Diagnostics.Process.Start(start)!;
            await git.WaitForExitAsync();
            if (git.ExitCode != 0)
                throw new InvalidOperationException($"git {arguments} ended with {git.ExitCode}");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // A process that is just ending may still hold a file; the folder is in the system's temporary one.
        }
    }
}

/// <summary>How a build ended, with its binary log.</summary>
/// <param name="ExitCode">Exit code.</param>
/// <param name="Output">What the console showed.</param>
/// <param name="LogFile">The binary log.</param>
public sealed record BuildRun(int ExitCode, string Output, string LogFile)
{
    readonly Lazy<Build> _log = new(() => BinaryLog.ReadBuild(LogFile));

    /// <summary>The binary log, read.</summary>
    public Build Log => _log.Value;

    /// <summary>Itself, or an exception with the whole output when the build failed.</summary>
    public BuildRun Succeeded() => ExitCode == 0 ? this : throw new InvalidOperationException($"dotnet build ended with {ExitCode}:\n{Output}");

    /// <summary>The one line of each inner build.</summary>
    public IReadOnlyList<string> Summaries => LinesWith("SecureBuild: ");

    /// <summary>The lines of the console that contain a text.</summary>
    public IReadOnlyList<string> LinesWith(string text) => new DotNetResult(ExitCode, Output).LinesWith(text);

    /// <summary>The runs of a target that did its work: neither skipped because up to date nor for a condition.</summary>
    public IReadOnlyList<Target> Executed(string target) =>
        [.. Log.FindChildrenRecursive<Target>(candidate => candidate.Name == target && !candidate.Skipped && candidate.FindChildrenRecursive<Microsoft.Build.Logging.StructuredLogger.Task>().Count > 0)];

    /// <summary>Warnings with this code.</summary>
    public IReadOnlyList<Warning> Warnings(string code) => [.. Log.FindChildrenRecursive<Warning>(warning => warning.Code == code)];

    /// <summary>Errors with this code.</summary>
    public IReadOnlyList<Error> Errors(string code) => [.. Log.FindChildrenRecursive<Error>(error => error.Code == code)];
}
