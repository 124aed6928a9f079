using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Benchmarks.Compiling;
using SecureBuild.Benchmarks.Generated;

namespace SecureBuild.Benchmarks.Pathological;

/// <summary>
/// Cancels analyses at random moments and measures how long they still run, beside an analyzer that does nothing: the compiler binds a whole body without looking up, whoever asks for it.
/// </summary>
static class CancellationBenchmark
{
    const int Seed = 20261122;
    const int GeneratedLines = 25_000;

    /// <summary>Milliseconds after which a cancelled analysis has to be over.</summary>
    const double Bound = 50;

    /// <summary>Measures the shapes whose names contain one of the words; all, and generated code, when there is none.</summary>
    public static async Task<int> RunAsync(string[] words, int rounds)
    {
        var inputs = Shapes.All.Where(shape => words.Length == 0 || words.Any(word => shape.Name.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .Select(static shape => (shape.Name, Compile: new Func<CSharpCompilation>(() => PathologicalBenchmark.Compile(shape.Source(shape.Size)))));
        if (words.Length == 0 || words.Contains("generated"))
            inputs = inputs.Prepend(($"generated code, {GeneratedLines:N0} lines", static () => GeneratedCompilation.Of(GeneratedProject.OfAtLeast(GeneratedLines))));
        Console.WriteLine($"{"milliseconds from the cancellation to the end",-58} {"whole",7} {"stopped",8} {"median",7} {"max",7}   compiler's own: {"median",7} {"max",7}");
        foreach (var (name, compile) in inputs)
        {
            var compilation = compile();
            var (whole, delays) = await DelaysAsync(compilation, static () => new SecureBuildAnalyzer(), rounds);
            var (_, own) = await DelaysAsync(compilation, static () => new EmptyAnalyzer(), rounds);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-58} {whole,7:F0} {delays.Count,8} {At(delays, 0.5),7:F1} {At(delays, 1),7:F1}                   {At(own, 0.5),7:F1} {At(own, 1),7:F1}{(At(delays, 1) > Bound ? At(delays, 1) - At(own, 1) > Bound ? " LATE" : " late with the compiler" : "")}"));
        }
        return 0;
    }

    static async Task<(double Whole, List<double> Delays)> DelaysAsync(CSharpCompilation compilation, Func<DiagnosticAnalyzer> analyzer, int rounds)
    {
        var random = new Random(Seed);
        var whole = double.MaxValue;
        var delays = new List<double>();
        for (var warm = 0; warm < 2; warm++)
        {
            var watch = Stopwatch.StartNew();
            await Analysis(compilation, analyzer()).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
            whole = Math.Min(whole, watch.Elapsed.TotalMilliseconds);
        }
        for (var round = 0; round < rounds; round++)
        {
            using var cancel = new CancellationTokenSource();
            var analysis = Analysis(compilation, analyzer());
            var running = Task.Run(() => analysis.GetAnalyzerDiagnosticsAsync(cancel.Token), CancellationToken.None);
            await Task.Delay(TimeSpan.FromMilliseconds(random.NextDouble() * whole), CancellationToken.None);
            var watch = Stopwatch.StartNew();
            await cancel.CancelAsync();
            try
            {
                await running;
            }
            catch (OperationCanceledException)
            {
                delays.Add(watch.Elapsed.TotalMilliseconds);
            }
        }
        delays.Sort();
        return (whole, delays);
    }

    /// <summary>Bound anew each time: a copy of the compilation knows nothing of what was asked before.</summary>
    static CompilationWithAnalyzers Analysis(CSharpCompilation compilation, DiagnosticAnalyzer analyzer) => new(
        compilation.Clone(), [analyzer], new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), static (_, _, _) => { }, concurrentAnalysis: false, logAnalyzerExecutionTime: false));

    static double At(List<double> sorted, double share) => sorted.Count == 0 ? 0 : sorted[(int)((sorted.Count - 1) * share)];
}
