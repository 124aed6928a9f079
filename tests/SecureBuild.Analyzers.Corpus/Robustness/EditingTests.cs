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

    const string Typed = """
        using System.IO;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;

        public sealed class Reports : Controller
        {
            string _folder = "reports";

            public void Note(string text)
            {
                var length = 1;
            }

            [HttpGet]
            public string Show(string name) => Read(name);

            [HttpGet]
            public string All() => System.IO.File.ReadAllText(_folder + "/all.txt");

            static string Read(string file) => System.IO.File.ReadAllText("reports/" + file);
        }
        """;

    [Theory]
    // A line more: findings below it move.
    [InlineData("var length = 1;", "var length = 1;\n        var width = 2;")]
    // Written by one method, read by another that nobody touched.
    [InlineData("var length = 1;", "_folder = text;")]
    [InlineData("var length = 1;", "_folder = Request.Query[\"folder\"];")]
    // The callee of a method that nobody touched.
    [InlineData("\"reports/\" + file", "\"reports/\" + Path.GetFileName(file)")]
    // An initialiser.
    [InlineData("\"reports\";", "System.Environment.CurrentDirectory;")]
    public async Task What_is_typed_counts_at_once_in_methods_that_nobody_touched(string before, string after)
    {
        var tree = CSharpSyntaxTree.ParseText(Typed, CaseFile.ParseOptions, "Reports.cs", cancellationToken: TestContext.Current.CancellationToken);
        SyntaxTree[] others = [.. Enumerable.Range(0, 4).Select(static at => CSharpSyntaxTree.ParseText($"class Other{at};", CaseFile.ParseOptions, $"Other{at}.cs"))];
        Compilation compilation = Compilations.Of([others[0], others[1], tree, others[2], others[3]]);
        await FindingsAsync(compilation, [tree]);
        // To and fro: what is kept is used from the second time on.
        for (var turn = 0; turn < 3; turn++)
        {
            var text = tree.GetText(TestContext.Current.CancellationToken);
            var at = text.ToString().IndexOf(before, StringComparison.Ordinal);
            Assert.True(at >= 0);
            var changed = tree.WithChangedText(text.WithChanges(new Microsoft.CodeAnalysis.Text.TextChange(new(at, before.Length), after)));
            compilation = compilation.ReplaceSyntaxTree(tree, changed);
            tree = changed;
            var anew = CSharpSyntaxTree.ParseText(tree.GetText(TestContext.Current.CancellationToken), CaseFile.ParseOptions, tree.FilePath, TestContext.Current.CancellationToken);
            var expected = await FindingsAsync(Compilations.Of([anew]), [anew]);
            DeterminismTests.Same(expected, await FindingsAsync(compilation, [tree]));
            (before, after) = (after, before);
        }
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
