using System.Diagnostics;
using System.Globalization;

namespace SecureBuild.Benchmarks.Solutions;

/// <summary>What a build used.</summary>
/// <param name="Cpu">Seconds of the processor, of all processes.</param>
/// <param name="Wall">Seconds.</param>
/// <param name="Build">The most that MSBuild's processes held, each at its own time, together; MB.</param>
/// <param name="Compiler">Likewise the compiler server.</param>
sealed record Used(double Cpu, double Wall, double Build, double Compiler);

/// <summary>
/// MSBuild's nodes and the compiler server of one variant, apart from everybody else's on the machine: found by a mark in their environment, so that they can be measured, and ended by their ids.
/// Linux: read from /proc.
/// </summary>
sealed class BuildProcesses : IDisposable
{
    const string Mark = "SECUREBUILD_BENCHMARK";

    // The pipes of nodes have a limited length.
    readonly string _temporary = Directory.CreateTempSubdirectory("sb").FullName;
    readonly string _name = Guid.NewGuid().ToString("N");

    /// <summary>Runs <c>dotnet</c> and leaves nodes and server as they are then.</summary>
    public async Task<Used> RunAsync(string folder, params string[] arguments)
    {
        var before = Running().ToDictionary(static id => id, Seconds);
        foreach (var id in before.Keys)
            File.WriteAllText($"/proc/{id}/clear_refs", "5");
        var start = new ProcessStartInfo("/usr/bin/env", ["bash", "-c", "TIMEFORMAT='%U %S %R'; time \"$@\" >build.log 2>&1", "bash", "dotnet", .. arguments]) { RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var (name, value) in new Dictionary<string, string>
        {
            [Mark] = _name, ["MSBUILDNODEHANDSHAKESALT"] = _name, ["SharedCompilationId"] = _name, ["TMPDIR"] = _temporary, ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0", ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            // The certificates are nobody's.
            ["DOTNET_NUGET_SIGNATURE_VERIFICATION"] = "false",
        })
            start.Environment[name] = value;
        // As users have it, whatever is usual on this machine.
        start.Environment.Remove("MSBUILDDISABLENODEREUSE");
        start.Environment.Remove("UseSharedCompilation");
        using var process = Process.Start(start)!;
        var report = process.StandardError.ReadToEndAsync();
        var ended = 0.0;
        while (!process.HasExited)
        {
            ended = Math.Max(ended, Directory.EnumerateDirectories("/proc").Select(static path => Path.GetFileName(path)).Where(static name => char.IsAsciiDigit(name[0])).Where(id => Status(id, "PPid") == process.Id).Select(static id => Status(id, "VmHWM")).DefaultIfEmpty().Max());
            await Task.Delay(100);
        }
        var parts = (await report).Split(' ', StringSplitOptions.TrimEntries).Select(static part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"dotnet ended with {process.ExitCode}: {Path.Combine(folder, "build.log")}");
        var after = Running().ToArray();
        return new(
            parts[0] + parts[1] + after.Sum(id => Seconds(id) - before.GetValueOrDefault(id)), parts[2],
            (ended + after.Where(static id => !IsCompiler(id)).Sum(static id => Status(id, "VmHWM"))) / 1024, after.Where(IsCompiler).Sum(static id => Status(id, "VmHWM")) / 1024);
    }

    /// <summary>Ends them.</summary>
    public void Dispose()
    {
        foreach (var id in Running())
            try
            {
                using var process = Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture));
                process.Kill();
                process.WaitForExit();
            }
            catch (ArgumentException)
            {
                // It has ended meanwhile.
            }
        Directory.Delete(_temporary, recursive: true);
    }

    IEnumerable<string> Running() => Directory.EnumerateDirectories("/proc").Select(static path => Path.GetFileName(path)).Where(static name => char.IsAsciiDigit(name[0]))
        .Where(id => Text(id, "environ").Split('\0').Contains($"{Mark}={_name}") && Text(id, "stat").Contains(") Z ", StringComparison.Ordinal) == false);

    static bool IsCompiler(string id) => Text(id, "cmdline").Contains("VBCSCompiler", StringComparison.Ordinal);

    // Own time and that of children waited for; fields 14 to 17, in hundredths (proc(5)).
    static double Seconds(string id) => Text(id, "stat") is { Length: > 0 } text ? text[(text.LastIndexOf(')') + 2)..].Split(' ').Skip(11).Take(4).Sum(static field => double.Parse(field, CultureInfo.InvariantCulture)) / 100 : 0;

    // Memory in KB.
    static double Status(string id, string name)
    {
        foreach (var line in Text(id, "status").Split('\n'))
            if (line.StartsWith(name + ":", StringComparison.Ordinal))
                return double.Parse(line[(name.Length + 1)..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture);
        return 0;
    }

    static string Text(string id, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/{file}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
