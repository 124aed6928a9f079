using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Testing;

namespace SecureBuild.Analyzers.Corpus.Robustness;

/// <summary>Ordinary code of people who take care: no rule has anything to say, not even a hint.</summary>
public sealed class WellKeptTests
{
    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Repository.PathOf("tests/Samples/WellKept"), "*.cs").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Files))]
    public async Task Well_kept_code_has_no_finding(string file)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var compilation = Compilations.Of(CSharpSyntaxTree.ParseText(File.ReadAllText(Repository.PathOf("tests/Samples/WellKept/" + file)), CaseFile.ParseOptions, file, cancellationToken: cancellation));
        Assert.Empty(Compilations.Errors(compilation));
        var findings = await compilation.WithAnalyzers([new SecureBuildAnalyzer()], new AnalyzerOptions([])).GetAnalyzerDiagnosticsAsync(cancellation);
        Assert.Empty(findings.Where(finding => finding.Severity > DiagnosticSeverity.Hidden).Select(finding => finding.ToString()));
    }
}
