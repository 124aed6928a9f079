using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SecureBuild.Analyzers.Hosting;

namespace SecureBuild.Analyzers.Corpus.Robustness;

/// <summary>While one types, much is taken over from the analysis before. <c>SECUREBUILD_ROBUSTNESS_RUNS</c> chooses how many edits to try.</summary>
public sealed class EditingTests
{
    static int Edits => int.TryParse(Environment.GetEnvironmentVariable("SECUREBUILD_ROBUSTNESS_RUNS"), out var runs) ? runs : 8;

    [Fact]
    public async Task After_an_edit_the_findings_are_those_of_an_analysis_that_knows_nothing_of_before()
    {
        var trees = DeterminismTests.Apart();
        Compilation compilation = Compilations.Of(trees);
        var random = new Random(20261122);
        var found = 0;
        (SyntaxTree? Before, SyntaxTree? After) last = default;
        for (var edit = 0; edit < Edits; edit++)
        {
            // Three edits in each file: the second one finds what the first one left, and some are taken back.
            var at = edit % 3 == 0 ? random.Next(trees.Length) : Array.IndexOf(trees, last.After);
            at = at < 0 ? random.Next(trees.Length) : at;
            var undone = trees[at] == last.After ? last.Before : null;
            var changed = undone is not null && random.Next(2) == 0 ? trees[at].WithChangedText(undone.GetText(TestContext.Current.CancellationToken)) : Edited(trees[at], random);
            last = (trees[at], changed);
            compilation = compilation.ReplaceSyntaxTree(trees[at], changed);
            trees[at] = changed;
            // The file, and others that may call it.
            SyntaxTree[] asked = [changed, trees[random.Next(trees.Length)], trees[random.Next(trees.Length)]];
            var actual = await FindingsAsync(compilation, asked);
            SyntaxTree[] anew = [.. trees.Select(static tree => CSharpSyntaxTree.ParseText(tree.GetText(), CaseFile.ParseOptions, tree.FilePath))];
            DeterminismTests.Same(await FindingsAsync(Compilations.Of(anew), [.. asked.Select(tree => anew[Array.IndexOf(trees, tree)])]), actual);
            found += actual.Count;
        }
        Assert.True(found > Edits, $"Only {found} findings.");
    }

    // A statement less, or one of another method of the file more, or a method less.
    static SyntaxTree Edited(SyntaxTree tree, Random random)
    {
        var text = tree.GetText();
        var statements = tree.GetRoot().DescendantNodes().OfType<StatementSyntax>().Where(static statement => statement.Parent is BlockSyntax).ToArray();
        var methods = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().ToArray();
        if (statements.Length == 0)
            return tree.WithChangedText(text.WithChanges(new Microsoft.CodeAnalysis.Text.TextChange(new(text.Length, 0), "/*edited*/")));
        var statement = statements[random.Next(statements.Length)];
        return tree.WithChangedText(text.WithChanges(random.Next(5) switch
        {
            0 or 1 => new(statement.Span, "/*edited*/"),
            2 or 3 => new(new(statement.SpanStart, 0), statements[random.Next(statements.Length)] + "/*edited*/"),
            _ => methods.Length == 0 ? new(statement.Span, "/*edited*/") : new Microsoft.CodeAnalysis.Text.TextChange(methods[random.Next(methods.Length)].Span, "/*edited*/"),
        }));
    }

    static async Task<List<string>> FindingsAsync(Compilation compilation, SyntaxTree[] trees)
    {
        var thrown = new List<Exception>();
        var analysis = compilation.WithAnalyzers([new SecureBuildAnalyzer()], new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => { lock (thrown) thrown.Add(exception); }, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        var findings = new List<string>();
        foreach (var tree in trees)
            findings.AddRange((await analysis.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), null, TestContext.Current.CancellationToken)).Select(DeterminismTests.Show));
        Assert.Empty(thrown);
        findings.Sort(StringComparer.Ordinal);
        return findings;
    }
}
