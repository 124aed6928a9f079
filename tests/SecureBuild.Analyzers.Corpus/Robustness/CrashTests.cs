using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Testing;

namespace SecureBuild.Analyzers.Corpus.Robustness;

/// <summary>
/// Whatever the source, the analyzer neither throws nor hangs. A sample by default; <c>SECUREBUILD_ROBUSTNESS_COUNT=20000</c> runs as many mutations and leaves a list of the
/// slowest, <c>SECUREBUILD_ROBUSTNESS_SEED</c> begins elsewhere.
/// </summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    const int Sample = 1000;
    const int Together = 20;
    const int MaxFailures = 40;
    const int Seed = 20261122;

    static readonly TimeSpan s_slow = TimeSpan.FromSeconds(2);
    static readonly TimeSpan s_hang = TimeSpan.FromSeconds(120);
    static readonly SecureBuildAnalyzer s_analyzer = new();

    // Also the rules that are off by default.
    static readonly Dictionary<string, ReportDiagnostic> s_allOn = s_analyzer.SupportedDiagnostics.ToDictionary(rule => rule.Id, _ => ReportDiagnostic.Warn);
    static readonly bool s_byHand = Chosen("COUNT", 0) > 0;

    static int Chosen(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable("SECUREBUILD_ROBUSTNESS_" + name), out var chosen) ? chosen : otherwise;

    [Fact]
    public async Task Nothing_is_thrown_on_any_source_of_this_repository()
    {
        var random = new Random(Seed);
        var sources = Sources.All.ToArray();
        random.Shuffle(sources);
        var chosen = sources.Take(s_byHand ? sources.Length : 100).Select(each => (Path.GetRelativePath(Repository.Root, each.Path), each.Text));
        await AssertNothingThrownAsync(chosen);
    }

    [Fact]
    public async Task Nothing_is_thrown_on_a_broken_source()
    {
        var seed = Chosen("SEED", Seed);
        await AssertNothingThrownAsync(Enumerable.Range(seed, Chosen("COUNT", Sample)).Select(each =>
        {
            var random = new Random(each);
            var (path, text) = Sources.Any(random);
            return ($"mutation {each} of {Path.GetRelativePath(Repository.Root, path)}", new Mutator(random).Mutate(text));
        }));
    }

    async Task AssertNothingThrownAsync(IEnumerable<(string Name, string Text)> sources)
    {
        var failures = new List<string>();
        var count = 0;
        foreach (var together in sources.Chunk(Together))
        {
            count += together.Length;
            if ((await FailuresAsync(together)).Count > 0)
                // Which one was it? Alone it may be none: then all of them together are.
                failures.AddRange(await OneByOneAsync(together) is { Count: > 0 } alone ? alone : await FailuresAsync(together));
            if (failures.Count >= MaxFailures)
                break;
        }
        Line($"{count} sources, {failures.Count} failures");
        Assert.True(failures.Count == 0, string.Join("\n\n", failures.Take(20)));
    }

    async Task<List<string>> OneByOneAsync((string Name, string Text)[] sources)
    {
        var failures = new List<string>();
        foreach (var source in sources)
            failures.AddRange(await FailuresAsync(source));
        return failures;
    }

    async Task<List<string>> FailuresAsync(params (string Name, string Text)[] sources)
    {
        var thrown = new List<string>();
        var name = string.Join(", ", sources.Select(each => each.Name));
        if (s_byHand)
            // A stack overflow leaves nothing else behind.
            await SaveAsync("current", sources);
        var trees = sources.Select((each, i) => CSharpSyntaxTree.ParseText(each.Text, CaseFile.ParseOptions, $"Mutated{i}.cs"));
        var compilation = Compilations.Of(trees);
        var analysis = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(s_allOn)).WithAnalyzers([s_analyzer], new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => { lock (thrown) thrown.Add($"{name}: {exception}"); }, concurrentAnalysis: false, logAnalyzerExecutionTime: false));
        using var hang = new CancellationTokenSource(s_hang);
        try
        {
            var before = Environment.CpuUsage.TotalTime;
            await analysis.GetAnalyzerDiagnosticsAsync(hang.Token);
            if (s_byHand && Environment.CpuUsage.TotalTime - before is var time && time > s_slow)
            {
                Line($"{time.TotalSeconds:0.0} s {name}");
                await SaveAsync($"slow-{sources[0].Name.Split(' ', '/')[^1]}", sources);
            }
        }
        catch (OperationCanceledException)
        {
            thrown.Add($"{name}: not done after {s_hang.TotalSeconds} s");
        }
        if (s_byHand && thrown.Count > 0 && sources.Length == 1)
            Line(thrown[0]);
        return thrown;
    }

    static async Task SaveAsync(string name, (string Name, string Text)[] sources)
    {
        Directory.CreateDirectory(Repository.PathOf("artifacts/robustness"));
        await File.WriteAllTextAsync(Repository.PathOf($"artifacts/robustness/{name}.cs"), string.Join("\n// ----\n", sources.Select(each => $"// {each.Name}\n{each.Text}")));
    }

    void Line(string text)
    {
        output.WriteLine(text);
        Console.WriteLine(text);
    }
}
