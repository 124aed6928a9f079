using System.Diagnostics;
using System.Globalization;
using SecureBuild.Benchmarks.Generated;

namespace SecureBuild.Benchmarks.Compiling;

/// <summary>
/// The SDK's own compiler as a process of its own on generated code, with and without the rules, beside an analyzer that does nothing, and beside the analyzers that the SDK gives every web project: what a build pays. Time of the processor,
/// wall clock and the most memory that the process held. Linux: the memory is read from /proc.
/// </summary>
static class CompilerBenchmark
{
    static readonly string s_dotnet = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));

    /// <param name="sizes">Lines of code.</param>
    /// <param name="analyzer">SecureBuild.Analyzers.dll: of a package, as builds use it (tools/analyzers), or as built.</param>
    /// <param name="rounds">Interleaved rounds; medians are shown.</param>
    public static async Task RunAsync(int[] sizes, string analyzer, int rounds)
    {
        var sdk = Newest(Path.Combine(s_dotnet, "sdk"));
        string[] others =
        [
            .. Directory.EnumerateFiles(Path.Combine(sdk, "Sdks", "Microsoft.NET.Sdk", "analyzers"), "*NetAnalyzers.dll"),
            .. Directory.EnumerateFiles(Path.Combine(sdk, "Sdks", "Microsoft.NET.Sdk.Web", "analyzers", "cs"), "*.dll"),
            .. Directory.EnumerateFiles(Path.Combine(Newest(Path.Combine(s_dotnet, "packs", "Microsoft.AspNetCore.App.Ref")), "analyzers", "dotnet", "cs"), "*Analyzers.dll"),
        ];
        var settings = "/analyzerconfig:" + Path.Combine(sdk, "Sdks", "Microsoft.NET.Sdk", "analyzers", "build", "config", "analysislevel_10_default.globalconfig");
        (string Name, string[] Arguments, int Basis)[] variants =
        [
            ("compiler alone", [], 0),
            // Of this program's two, the other one is not run where nothing that it reports counts.
            ("with an empty analyzer", ["/analyzer:" + typeof(Floor).Assembly.Location, "/nowarn:EMPTY"], 0),
            ("with the rules", ["/analyzer:" + analyzer], 0),
            ("with the SDK's analyzers", [settings, .. others.Select(static path => "/analyzer:" + path)], 3),
            ("with those and the rules", [settings, .. others.Append(analyzer).Select(static path => "/analyzer:" + path)], 3),
        ];
        Console.WriteLine($"{"lines",8} {"",-26} {"CPU s",8} {"wall s",8} {"MB",7} {"CPU ratio",10} {"wall ratio",10} {"MB more",8}   (medians of {rounds} interleaved rounds; to the line without the rules)");
        foreach (var size in sizes)
        {
            var folder = Directory.CreateTempSubdirectory("securebuild-compiler-").FullName;
            try
            {
                var files = GeneratedProject.OfAtLeast(size);
                Write(files, folder);
                var measured = variants.Select(_ => new (double Cpu, double Wall, double Memory)[rounds]).ToArray();
                for (var round = 0; round < rounds; round++)
                    for (var turn = 0; turn < variants.Length; turn++)
                    {
                        var index = (turn + round) % variants.Length;
                        measured[index][round] = await CompileAsync(Path.Combine(sdk, "Roslyn", "bincore", "csc"), folder, variants[index].Arguments);
                    }
                for (var index = 0; index < variants.Length; index++)
                {
                    var basis = measured[variants[index].Basis];
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                        $"{files.Sum(static file => file.Lines),8} {variants[index].Name,-26} {Median(measured[index].Select(static one => one.Cpu)),8:F2} {Median(measured[index].Select(static one => one.Wall)),8:F2} {Median(measured[index].Select(static one => one.Memory)),7:F0} {Median(measured[index].Zip(basis, static (mine, its) => mine.Cpu / its.Cpu)),10:F3} {Median(measured[index].Zip(basis, static (mine, its) => mine.Wall / its.Wall)),10:F3} {Median(measured[index].Zip(basis, static (mine, its) => mine.Memory - its.Memory)),8:F0}"));
                }
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    static void Write(IReadOnlyList<GeneratedFile> files, string folder)
    {
        var arguments = new List<string> { "/nologo", "/noconfig", "/nostdlib+", "/target:library", "/optimize+", "/deterministic+", "/nullable:enable", "/langversion:latest", "/debug:portable", "/nowarn:1701,1702", "/out:out.dll" };
        foreach (var file in files)
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Text);
            arguments.Add($"\"{file.Path}\"");
        }
        arguments.AddRange(GeneratedCompilation.References.Select(static path => $"/reference:\"{path}\""));
        File.WriteAllLines(Path.Combine(folder, "arguments.rsp"), arguments);
    }

    static async Task<(double Cpu, double Wall, double Memory)> CompileAsync(string compiler, string folder, string[] arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/env", ["bash", "-c", "TIMEFORMAT='%U %S %R'; time \"$@\" >/dev/null 2>&1", "bash", compiler, "@arguments.rsp", .. arguments])
        {
            RedirectStandardError = true,
            WorkingDirectory = folder,
            Environment = { [Floor.Choice] = "models" },
        };
        using var process = Process.Start(start)!;
        var report = process.StandardError.ReadToEndAsync();
        var most = 0.0;
        while (!process.HasExited)
        {
            most = Math.Max(most, Directory.EnumerateDirectories("/proc").Select(Held).Max());
            await Task.Delay(50);
        }
        var parts = (await report).Split(' ', StringSplitOptions.TrimEntries).Select(static part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return process.ExitCode == 0 ? (parts[0] + parts[1], parts[2], most) : throw new InvalidOperationException($"The compiler ended with {process.ExitCode}.");

        // The most that a child of the shell has held so far, in MB.
        double Held(string path)
        {
            try
            {
                if (!char.IsAsciiDigit(Path.GetFileName(path)[0]))
                    return 0;
                var status = File.ReadAllLines(Path.Combine(path, "status"));
                return status.Any(line => line == $"PPid:\t{process.Id}") && status.FirstOrDefault(static line => line.StartsWith("VmHWM:", StringComparison.Ordinal)) is { } held
                    ? double.Parse(held.Split('\t', ' ').First(static part => part.Length > 0 && char.IsAsciiDigit(part[0])), CultureInfo.InvariantCulture) / 1024 : 0;
            }
            catch (IOException)
            {
                // It has ended meanwhile.
                return 0;
            }
        }
    }

    static string Newest(string folder) => Directory.EnumerateDirectories(folder).MaxBy(static path => Version.TryParse(Path.GetFileName(path), out var version) ? version : new Version(0, 0))!;

    static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);
}
