using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Testing;

namespace SecureBuild.Analyzers.Corpus.Robustness;

/// <summary>Ordinary code of people who take care: no rule has anything to say, not even a hint.</summary>
public sealed class WellKeptTests(ITestOutputHelper output)
{
    static readonly string s_folder = Repository.PathOf("tests/Samples/WellKept");

    // Analysed once for both tests.
    static readonly SortedDictionary<string, Lazy<Task<IReadOnlyList<string>>>> s_findings = new(
        Directory.EnumerateFiles(s_folder, "*.cs").Select(path => Path.GetFileName(path)).ToDictionary(file => file, file => new Lazy<Task<IReadOnlyList<string>>>(() => FindingsAsync(file))),
        StringComparer.Ordinal);

    public static TheoryData<string> Files => [.. s_findings.Keys];

    [Theory, MemberData(nameof(Files))]
    public async Task Well_kept_code_has_no_finding(string file) => Assert.Empty(await s_findings[file].Value);

    [Fact]
    public async Task Well_kept_code_is_enough_to_say_how_often_the_rules_err()
    {
        var lines = s_findings.Keys.Sum(file => File.ReadLines(Path.Combine(s_folder, file)).Count());
        var findings = (await Task.WhenAll(s_findings.Values.Select(each => each.Value))).Sum(each => each.Count);
        var figure = FormattableString.Invariant($"{lines} lines of well-kept code in {s_findings.Count} files, {findings} findings: {10_000.0 * findings / lines:0.0} per 10,000 lines");
        output.WriteLine(figure);
        Console.WriteLine(figure);
        Assert.True(lines >= 4_700, figure);
    }

    static async Task<IReadOnlyList<string>> FindingsAsync(string file)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var tree = CSharpSyntaxTree.ParseText(await File.ReadAllTextAsync(Path.Combine(s_folder, file), cancellation), CaseFile.ParseOptions, file, cancellationToken: cancellation);
        var compilation = Generators.Run(Compilations.Of(tree));
        Assert.Empty(Compilations.Errors(compilation));
        var findings = await compilation.WithAnalyzers([new SecureBuildAnalyzer()], new AnalyzerOptions([])).GetAnalyzerDiagnosticsAsync(cancellation);
        return [.. findings.Where(finding => finding.Severity > DiagnosticSeverity.Hidden).Select(finding => finding.ToString())];
    }
}
