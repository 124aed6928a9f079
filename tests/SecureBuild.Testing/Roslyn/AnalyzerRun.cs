using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SecureBuild.Testing.Roslyn;

/// <summary>An analyzer over sources that need not compile. What the sources share (the references' symbols, the analyzer) is made once.</summary>
public sealed class AnalyzerRun
{
    readonly CSharpCompilation _empty;
    readonly DiagnosticAnalyzer _analyzer;

    /// <param name="setup">What the sources are compiled against.</param>
    /// <param name="analyzer">All its rules are switched on, also those that are off by default.</param>
    public AnalyzerRun(TestSetup setup, DiagnosticAnalyzer analyzer)
    {
        _analyzer = analyzer;
        _empty = CSharpCompilation.Create(
            setup.AssemblyName, references: setup.AllReferences,
            options: new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, specificDiagnosticOptions: analyzer.SupportedDiagnostics.Select(rule => KeyValuePair.Create(rule.Id, ReportDiagnostic.Warn))));
    }

    /// <summary>What the analyzer threw; empty when all is well.</summary>
    public async Task<IReadOnlyCollection<string>> ExceptionsAsync(string source, CancellationToken cancellation)
    {
        var thrown = new ConcurrentQueue<string>();
        var tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview), "/test/Test.cs", cancellationToken: cancellation);
        var analysis = _empty.AddSyntaxTrees(tree).WithAnalyzers([_analyzer], new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => thrown.Enqueue(exception.ToString()), concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        await analysis.GetAnalyzerDiagnosticsAsync(cancellation);
        return thrown;
    }
}
