using System.Collections;
using System.Diagnostics;
using System.Text;

namespace SecureBuild.Testing;

/// <summary>Runs <c>dotnet</c> as a user would from a shell: without what a test run leaves in the environment, in English, leaving no process behind.</summary>
public static class DotNet
{
    /// <summary>Variables that the user's machine needs and that say nothing about the surrounding test run.</summary>
    static readonly string[] s_kept = ["DOTNET_ROOT", "DOTNET_INSTALL_DIR", "DOTNET_NOLOGO", "DOTNET_CLI_TELEMETRY_OPTOUT", "DOTNET_CLI_HOME", "DOTNET_GENERATE_ASPNET_CERTIFICATE"];

    /// <summary>Runs to the end and returns exit code and all output.</summary>
    /// <param name="directory">Working directory.</param>
    /// <param name="arguments">Arguments of <c>dotnet</c>.</param>
    /// <param name="environment">Further variables; null removes one.</param>
    public static async Task<DotNetResult> RunAsync(string directory, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string?>>? environment = null)
    {
        using var process = Start(directory, arguments, environment);
        return await EndAsync(process);
    }

    /// <summary>Runs a line of a shell script, as a CI platform does: the first command that fails ends it.</summary>
    /// <param name="directory">Working directory.</param>
    /// <param name="line">The line.</param>
    /// <param name="environment">Further variables; null removes one.</param>
    public static async Task<DotNetResult> ShellAsync(string directory, string line, IEnumerable<KeyValuePair<string, string?>>? environment = null)
    {
        using var process = Start("sh", directory, ["-ec", line], environment);
        return await EndAsync(process);
    }

    static async Task<DotNetResult> EndAsync(Process process)
    {
        var output = new StringBuilder();
        await Task.WhenAll(Copy(process.StandardOutput), Copy(process.StandardError), process.WaitForExitAsync());
        return new(process.ExitCode, output.ToString());

        async Task Copy(StreamReader reader)
        {
            while (await reader.ReadLineAsync() is { } line)
                lock (output)
                    output.AppendLine(line);
        }
    }

    /// <summary>Starts without waiting, for tests that stop a build half-way.</summary>
    public static Process Start(string directory, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string?>>? environment = null) => Start("dotnet", directory, arguments, environment);

    static Process Start(string program, string directory, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string?>>? environment)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(entry => (string)entry.Key).Where(IsOfTestRun))
            start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        foreach (var (name, value) in environment ?? [])
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    static bool IsOfTestRun(string name) =>
        !s_kept.Contains(name)
        && (name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("DOTNET_", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("TESTINGPLATFORM", StringComparison.OrdinalIgnoreCase) || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("SECUREBUILD_", StringComparison.Ordinal) || name == "SOURCE_DATE_EPOCH");
}

/// <summary>How a run of <c>dotnet</c> ended.</summary>
/// <param name="ExitCode">Exit code.</param>
/// <param name="Output">Standard output and error, line by line.</param>
public sealed record DotNetResult(int ExitCode, string Output)
{
    /// <summary>Itself, or an exception with the whole output when the run failed.</summary>
    public DotNetResult Succeeded() => ExitCode == 0 ? this : throw new InvalidOperationException($"dotnet ended with {ExitCode}:\n{Output}");

    /// <summary>The lines that contain a text.</summary>
    public IReadOnlyList<string> LinesWith(string text) => [.. Output.Split('\n', StringSplitOptions.TrimEntries).Where(line => line.Contains(text, StringComparison.Ordinal))];
}
