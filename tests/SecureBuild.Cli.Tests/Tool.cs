using System.Collections;
using System.Diagnostics;
using System.Text;

namespace SecureBuild.Cli.Tests;

/// <summary>Runs the built tool as a process, as a user does; its output is piped.</summary>
static class Tool
{
    static readonly string s_tool = Path.Combine(AppContext.BaseDirectory, "securebuild.dll");

    public static ToolResult Run(string[] arguments, string? directory = null, params (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [s_tool, .. arguments])
        {
            WorkingDirectory = directory ?? Path.GetTempPath(), RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
            StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(entry => (string)entry.Key))
            if (name.StartsWith("SECUREBUILD_", StringComparison.Ordinal) || name.StartsWith("LC_", StringComparison.Ordinal) || name is "LANG" or "DOTNET_CLI_UI_LANGUAGE")
                start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, error.Result);
    }

    public static ToolResult Run(params string[] arguments) => Run(arguments, null);
}

/// <summary>How a run ended.</summary>
sealed record ToolResult(int ExitCode, string Output, string Error);

/// <summary>A folder of its own for one test, with a space and Japanese characters in its name.</summary>
sealed class Scratch : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("securebuild ツール ").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
        return this[name];
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
