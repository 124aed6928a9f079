using System.Collections.Immutable;
using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SecureBuild.Testing.Roslyn;

/// <summary>Many analyzers over one source that need not compile.</summary>
public static class AnalyzerRun
{
    /// <summary>What the analyzers threw; empty when all is well.</summary>
    public static async Task<IReadOnlyCollection<string>> ExceptionsAsync(string source, ImmutableArray<DiagnosticAnalyzer> analyzers, TestSetup? setup = null)
    {
        var (document, workspace) = (setup ?? TestSetup.Default).Create(source);
        using var _ = workspace;
        var thrown = new ConcurrentQueue<string>();
        var compilation = (await document.Project.GetCompilationAsync())!;
        var analysis = compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(
            document.Project.AnalyzerOptions, (exception, analyzer, _) => thrown.Enqueue($"{analyzer.GetType().Name}: {exception}"), concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        await analysis.GetAnalyzerDiagnosticsAsync();
        return thrown;
    }
}
