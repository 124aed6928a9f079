using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Corpus;

/// <summary>One run of the analyzer over the whole corpus, as a build with the package's defaults would see it.</summary>
sealed class Measurement
{
    static readonly Lazy<Task<Measurement>> s_only = new(RunAsync);

    readonly ConcurrentQueue<string> _failures = [];
    readonly ConcurrentDictionary<(string Path, int Line), string[]> _findings = [];

    /// <summary>The run; made once.</summary>
    public static Task<Measurement> Only => s_only.Value;

    /// <summary>Files that do not compile and exceptions of the analyzer.</summary>
    public IReadOnlyCollection<string> Failures => [.. _failures.Order(StringComparer.Ordinal)];

    /// <summary>The ids of the findings inside a case that count for its family.</summary>
    public IReadOnlyList<string> FindingsIn(CaseFile file, Case @case) => _findings.GetValueOrDefault((file.Path, @case.Line)) ?? [];

    static async Task<Measurement> RunAsync()
    {
        var measurement = new Measurement();
        await Parallel.ForEachAsync(
            from family in Family.All from file in family.Files select (family, file),
            TestContext.Current.CancellationToken,
            async (each, cancellation) => await measurement.AnalyzeAsync(each.family, each.file, cancellation));
        return measurement;
    }

    async Task AnalyzeAsync(Family family, CaseFile file, CancellationToken cancellation)
    {
        var compilation = Compilations.Of(file);
        foreach (var error in Compilations.Errors(compilation))
            _failures.Enqueue($"{file.Path} does not compile: {error}");
        var analysis = compilation.WithAnalyzers([new SecureBuildAnalyzer()], new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => _failures.Enqueue($"{file.Path}: the analyzer threw {exception}"), concurrentAnalysis: false, logAnalyzerExecutionTime: false));
        var diagnostics = (await analysis.GetAnalyzerDiagnosticsAsync(cancellation))
            .Where(diagnostic => diagnostic.Location.SourceTree == file.Tree && diagnostic.Descriptor.CustomTags.Any(family.Tags.Contains)).ToArray();
        foreach (var @case in file.Cases)
            _findings[(file.Path, @case.Line)] = [.. diagnostics.Where(diagnostic => @case.Contains(diagnostic.Location.SourceSpan)).Select(diagnostic => diagnostic.Id).Distinct().Order(StringComparer.Ordinal)];
    }
}
