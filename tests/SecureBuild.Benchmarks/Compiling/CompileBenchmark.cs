using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecureBuild.Benchmarks.Generated;

namespace SecureBuild.Benchmarks.Compiling;

/// <summary>
/// What analyzers add to a compilation. Three things are run in turn: all of a compilation (parse, bind, emit), the part of it that analyzers need, and that part with analyzers. What the third takes
/// more than the second is what the analyzers add to the first; time is that of all processors together.
/// </summary>
static class CompileBenchmark
{
    public static async Task RunAsync(int[] sizes, IReadOnlyList<AnalyzerSet> sets, int rounds)
    {
        Console.WriteLine($"{"lines",8} {"analyzers",-26} {"compile s",10} {"bind s",8} {"added s",8} {"ratio",7} {"lowest",7} {"highest",8} {"memory MB",10} {"findings",9}   (medians of {rounds} interleaved rounds, CPU)");
        foreach (var size in sizes)
        {
            var files = GeneratedProject.OfAtLeast(size);
            var full = new double[rounds];
            var bound = new double[rounds];
            var with = sets.Select(_ => new double[rounds]).ToArray();
            var memory = sets.Select(_ => new double[rounds]).ToArray();
            var findings = new int[sets.Count];
            for (var round = -1; round < rounds; round++)
            {
                var at = Math.Max(round, 0);
                full[at] = Measure(() => Emit(files));
                (bound[at], var basis) = await AnalyzeAsync(files, AnalyzerSet.None, null);
                for (var turn = 0; turn < sets.Count; turn++)
                {
                    var index = (turn + at) % sets.Count;
                    (with[index][at], var held) = await AnalyzeAsync(files, sets[index], count => findings[index] = count);
                    memory[index][at] = held - basis;
                    // Other people's flow rules take minutes; the round before the first one is not counted.
                    await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{size} lines, round {round + 1} of {rounds}: {sets[index].Name} {with[index][at]:F1} s"));
                }
            }
            for (var index = 0; index < sets.Count; index++)
            {
                var ratios = with[index].Select((time, round) => 1 + (time - bound[round]) / full[round]).ToArray();
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{files.Sum(static file => file.Lines),8} {sets[index].Name,-26} {Median(full),10:F2} {Median(bound),8:F2} {Median([.. with[index].Zip(bound, (mine, its) => mine - its)]),8:F2} {Median(ratios),7:F3} {ratios.Min(),7:F3} {ratios.Max(),8:F3} {Median(memory[index]),10:F0} {findings[index],9}"));
            }
        }
    }

    static void Emit(IReadOnlyList<GeneratedFile> files)
    {
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = GeneratedCompilation.Of(files).Emit(image, symbols);
        if (!result.Success)
            throw new InvalidOperationException("The generated code does not compile:\n" + string.Join("\n", result.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(100)));
    }

    // The memory is what is alive at the end, with everything that compilation and analyzers keep.
    static async Task<(double Seconds, double Megabytes)> AnalyzeAsync(IReadOnlyList<GeneratedFile> files, AnalyzerSet set, Action<int>? found)
    {
        GC.Collect();
        var start = Environment.CpuUsage.TotalTime;
        Compilation compilation = set.Configure(GeneratedCompilation.Of(files));
        object? keep = null;
        if (set.Analyzers.IsEmpty)
            compilation.GetDiagnostics();
        else
        {
            var analysis = compilation.WithAnalyzers(set.Analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
            var diagnostics = await analysis.GetAllDiagnosticsAsync();
            var own = set.Analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Select(static rule => rule.Id).ToHashSet();
            found?.Invoke(diagnostics.Count(diagnostic => own.Contains(diagnostic.Id)));
            if (diagnostics.FirstOrDefault(static diagnostic => diagnostic.Id == "AD0001") is { } crash)
                Console.Error.WriteLine($"{set.Name}: {crash}");
            (keep, compilation) = (analysis, analysis.Compilation);
        }
        var seconds = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        var megabytes = GC.GetTotalMemory(forceFullCollection: true) / 1e6;
        GC.KeepAlive(compilation);
        GC.KeepAlive(keep);
        return (seconds, megabytes);
    }

    static double Measure(Action action)
    {
        GC.Collect();
        var start = Environment.CpuUsage.TotalTime;
        action();
        return (Environment.CpuUsage.TotalTime - start).TotalSeconds;
    }

    static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
