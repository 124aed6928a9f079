using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Corpus.Robustness;

/// <summary>The findings do not depend on the order in which files are listed or threads come to work. <c>SECUREBUILD_ROBUSTNESS_RUNS</c> chooses how often to try.</summary>
public sealed class DeterminismTests
{
    const int Seed = 20261122;

    static int Runs => int.TryParse(Environment.GetEnvironmentVariable("SECUREBUILD_ROBUSTNESS_RUNS"), out var runs) ? runs : 4;

    [Fact]
    public async Task Findings_are_the_same_in_every_order_of_files_and_threads()
    {
        var trees = Apart();
        var expected = await FindingsAsync(trees, concurrent: false);
        Assert.True(expected.Count > 500, $"Only {expected.Count} findings.");
        var random = new Random(Seed);
        for (var run = 0; run < Runs; run++)
        {
            random.Shuffle(trees);
            Same(expected, await FindingsAsync(trees, concurrent: run % 4 != 3));
        }
    }

    [Fact]
    public async Task Findings_are_the_same_in_every_order_of_threads_where_files_declare_the_same_types()
    {
        SyntaxTree[] trees = [.. Family.All.SelectMany(family => family.Files).Where(file => !file.HasTopLevelStatements).Select(file => file.Tree)];
        var expected = await FindingsAsync(trees, concurrent: false);
        for (var run = 0; run < Runs; run++)
            Same(expected, await FindingsAsync(trees, concurrent: true));
    }

    // Each file in a namespace of its own, so that all of them are one program.
    internal static SyntaxTree[] Apart()
    {
        var trees = new List<SyntaxTree>();
        foreach (var file in Family.All.SelectMany(family => family.Files).Where(file => !file.HasTopLevelStatements))
        {
            var root = file.Tree.GetCompilationUnitRoot();
            var text = root.ToFullString();
            var own = $"File{trees.Count}";
            text = root.Members is [BaseNamespaceDeclarationSyntax space, ..]
                ? text.Insert(space.Name.SpanStart, own + ".")
                : text.Insert(root.AttributeLists.Count > 0 || root.Members.Count == 0 ? text.Length : root.Members[0].FullSpan.Start, $"namespace {own};\n");
            trees.Add(CSharpSyntaxTree.ParseText(text, CaseFile.ParseOptions, file.Path));
        }
        return [.. trees];
    }

    static async Task<List<string>> FindingsAsync(IEnumerable<SyntaxTree> trees, bool concurrent)
    {
        var thrown = new List<Exception>();
        var analysis = Compilations.Of(trees).WithAnalyzers([new SecureBuildAnalyzer()], new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => { lock (thrown) thrown.Add(exception); }, concurrent, logAnalyzerExecutionTime: false));
        var findings = await analysis.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Empty(thrown);
        // The compiler collects from its threads in any order; what one finding says is ours.
        return [.. findings.Select(Show).Order(StringComparer.Ordinal)];
    }

    internal static string Show(Diagnostic finding) =>
        $"{finding.Location.GetLineSpan()} {finding.Id} {finding.Severity} {finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture)} {string.Join(" < ", finding.AdditionalLocations.Select(place => place.GetLineSpan().ToString()))} "
        + string.Join(" ", finding.Properties.OrderBy(each => each.Key, StringComparer.Ordinal));

    internal static void Same(List<string> expected, List<string> actual)
    {
        var missing = expected.Except(actual).Select(each => "- " + each);
        var added = actual.Except(expected).Select(each => "+ " + each);
        Assert.True(expected.SequenceEqual(actual), string.Join("\n", missing.Concat(added).Order(StringComparer.Ordinal).Take(60)));
    }
}
