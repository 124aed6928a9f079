using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Benchmarks.Pathological;

/// <summary>Times the rules on each shape at three sizes, beside an analyzer that does nothing: nothing may grow faster than the code does.</summary>
static class PathologicalBenchmark
{
    const int Rounds = 3;

    /// <summary>Milliseconds that no single method may cost.</summary>
    const double Bound = 100;

    /// <summary>Milliseconds after which larger sizes are not tried: the growth is known.</summary>
    const double Hopeless = 1500;

    /// <summary>Twice the code may take twice the time, and a little for the noise.</summary>
    const double Steep = 2.8;

    // Processor time: others may be at work on the machine.
    static readonly Process s_process = Process.GetCurrentProcess();

    static readonly Lazy<MetadataReference[]> s_references = new(() =>
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var web = Path.Combine(framework, "..", "..", "Microsoft.AspNetCore.App", Environment.Version.ToString(3));
        return [.. new[] { framework, web }.SelectMany(static folder => Directory.EnumerateFiles(folder, "*.dll")).Where(IsManaged).DistinctBy(static path => Path.GetFileName(path)!).Select(static path => MetadataReference.CreateFromFile(path))];
    });

    /// <summary>Measures the shapes whose names contain one of the words; all when there is none.</summary>
    public static async Task<int> RunAsync(string[] words)
    {
        var shapes = Shapes.All.Where(shape => words.Length == 0 || words.Any(word => shape.Name.Contains(word, StringComparison.OrdinalIgnoreCase))).ToArray();
        foreach (var shape in Shapes.All.Take(20).Concat(shapes))
            await MeasureAsync(Compile(shape.Source(Math.Max(4, shape.Size / 20))), new SecureBuildAnalyzer());
        Console.WriteLine($"{"milliseconds over the compiler's own",-58} {"n",6} {"1n",8} {"2n",8} {"4n",8} {"2n/n",6} {"4n/2n",6}   own: {"1n",8} {"4n",8}  findings");
        foreach (var shape in shapes)
        {
            var (own, over, findings) = (new double[3], new double[3], 0);
            for (var i = 0; i < 3 && (i == 0 || own[i - 1] + over[i - 1] < Hopeless); i++)
                (own[i], over[i], findings) = await MeasureAsync(shape, shape.Size << i);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{shape.Name,-58} {shape.Size,6} {over[0],8:F1} {over[1],8:F1} {over[2],8:F1} {over[1] / over[0],6:F1} {over[2] / over[1],6:F1}        {own[0],8:F1} {own[2],8:F1}  {findings}{(over[0] > Bound ? " SLOW" : "")}{(over[2] > Bound && over[2] > Steep * over[1] ? " STEEP" : "")}"));
        }
        return 0;
    }

    /// <summary>The best of some rounds, one after the other with both analyzers.</summary>
    static async Task<(double Own, double Over, int Findings)> MeasureAsync(Shape shape, int size)
    {
        var compilation = Compile(shape.Source(size));
        var (own, total, findings) = (double.MaxValue, double.MaxValue, 0);
        for (var round = 0; round < Rounds && (round == 0 || total < Hopeless); round++)
        {
            own = Math.Min(own, (await MeasureAsync(compilation, new EmptyAnalyzer())).Milliseconds);
            (var time, findings) = await MeasureAsync(compilation, new SecureBuildAnalyzer());
            total = Math.Min(total, time);
        }
        return (own, Math.Max(0.1, total - own), findings);
    }

    public static CSharpCompilation Compile(string source)
    {
        var compilation = CSharpCompilation.Create("Pathological", [CSharpSyntaxTree.ParseText(source, new(LanguageVersion.Latest), "Pathological.cs")], s_references.Value,
            new(source.Contains("// main", StringComparison.Ordinal) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, concurrentBuild: false));
        return compilation.GetDiagnostics().FirstOrDefault(static one => one.Severity == DiagnosticSeverity.Error) is { } error
            ? throw new InvalidOperationException($"{error}\n{error.Location.SourceTree?.GetText().Lines[error.Location.GetLineSpan().StartLinePosition.Line]}") : compilation;
    }

    /// <summary>Bound anew: a copy of the compilation knows nothing of what was asked before.</summary>
    static async Task<(double Milliseconds, int Findings)> MeasureAsync(CSharpCompilation compilation, DiagnosticAnalyzer analyzer)
    {
        var crash = default(Exception);
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), (exception, _, _) => crash ??= exception, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var fresh = new CompilationWithAnalyzers(compilation.Clone(), [analyzer], options);
        GC.Collect();
        s_process.Refresh();
        var start = s_process.UserProcessorTime;
        var findings = await fresh.GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        s_process.Refresh();
        var time = (s_process.UserProcessorTime - start).TotalMilliseconds;
        return crash is null ? (time, findings.Length) : throw new InvalidOperationException("An analyzer crashed.", crash);
    }

    static bool IsManaged(string path)
    {
        try
        {
            AssemblyName.GetAssemblyName(path);
            return true;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }
}
