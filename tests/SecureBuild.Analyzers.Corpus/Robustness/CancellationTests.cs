using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Corpus.Robustness;

/// <summary>An editor cancels at every key stroke. <c>SECUREBUILD_ROBUSTNESS_RUNS</c> chooses how often to try and prints how long it took.</summary>
public sealed class CancellationTests
{
    [Fact]
    public async Task A_cancelled_analysis_stops_and_nothing_else_is_thrown()
    {
        var byHand = int.TryParse(Environment.GetEnvironmentVariable("SECUREBUILD_ROBUSTNESS_RUNS"), out var runs);
        SyntaxTree[] trees = [.. Family.All.SelectMany(family => family.Files).Where(file => !file.HasTopLevelStatements).Select(file => file.Tree)];
        var compilation = Compilations.Of(trees);
        var random = new Random(20261122);
        var thrown = new List<Exception>();
        var delays = new List<double>();
        var stopped = 0;
        for (var run = 0; run < (byHand ? runs : 12); run++)
        {
            // The last one is let go: what was cancelled before it must not have left anything behind that stops it.
            using var cancel = new CancellationTokenSource();
            var analysis = Analysis(compilation.Clone(), thrown);
            var running = Task.Run(() => analysis.GetAnalyzerDiagnosticsAsync(cancel.Token));
            await Task.Delay(random.Next(1, 1500), TestContext.Current.CancellationToken);
            var watch = Stopwatch.StartNew();
            await cancel.CancelAsync();
            try
            {
                await running;
            }
            catch (OperationCanceledException)
            {
                stopped++;
                delays.Add(watch.Elapsed.TotalMilliseconds);
            }
        }
        Assert.Empty(thrown);
        Assert.True(stopped > 0);
        Assert.NotEmpty(await Analysis(compilation, thrown).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken));
        Assert.Empty(thrown);
        if (byHand)
            Console.WriteLine($"{stopped} of {runs} stopped; ms: {string.Join(" ", delays.Order().Select(each => each.ToString("0", System.Globalization.CultureInfo.InvariantCulture)))}");
    }

    static CompilationWithAnalyzers Analysis(Compilation compilation, List<Exception> thrown) =>
        compilation.WithAnalyzers([new SecureBuildAnalyzer()], new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => { lock (thrown) thrown.Add(exception); }, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
}
