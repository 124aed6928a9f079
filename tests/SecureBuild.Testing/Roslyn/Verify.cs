using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace SecureBuild.Testing.Roslyn;

/// <summary>Runs one analyzer over a marked source. Named as in Microsoft.CodeAnalysis.Testing, which cannot be had everywhere.</summary>
public static class Verify<TAnalyzer> where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <summary>The analyzer reports exactly the marked places; the source compiles; the analyzer does not throw.</summary>
    public static async Task AnalyzerAsync(string markedSource, TestSetup? setup = null)
    {
        setup ??= TestSetup.Default;
        var markup = Markup.Parse(markedSource);
        var (document, _) = setup.Create(markup.Source);
        await CheckAsync(document, markup, setup);
    }

    /// <summary>What the analyzer reports on an unmarked source, for tests that look at messages and properties.</summary>
    public static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(string source, TestSetup? setup = null)
    {
        var (document, workspace) = (setup ?? TestSetup.Default).Create(source);
        using var _ = workspace;
        return await DiagnosticsAsync(document, setup ?? TestSetup.Default);
    }

    internal static async Task<ImmutableArray<Diagnostic>> CheckAsync(Document document, Markup markup, TestSetup setup)
    {
        var diagnostics = await DiagnosticsAsync(document, setup);
        var only = new TAnalyzer().SupportedDiagnostics[0].Id;
        var expected = markup.Expected.Select(mark => Show(mark.Id ?? only, mark.Span, markup.Source)).Order(StringComparer.Ordinal).ToArray();
        var actual = diagnostics.Select(diagnostic => Show(diagnostic.Id, diagnostic.Location.SourceSpan, markup.Source)).Order(StringComparer.Ordinal).ToArray();
        if (!expected.SequenceEqual(actual, StringComparer.Ordinal))
            throw new VerificationException($"Expected [{string.Join("; ", expected)}]\nActual   [{string.Join("; ", actual)}]");
        return diagnostics;
    }

    internal static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Document document, TestSetup setup)
    {
        var compilation = (await document.Project.GetCompilationAsync())!;
        if (!setup.AllowCompilerErrors && compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray() is { Length: > 0 } errors)
            throw new VerificationException("The test's source does not compile:\n" + string.Join("\n", errors.Select(error => error.ToString())));
        var thrown = new List<Exception>();
        var analysis = compilation.WithAnalyzers([new TAnalyzer()], new CompilationWithAnalyzersOptions(
            document.Project.AnalyzerOptions, (exception, _, _) => { lock (thrown) thrown.Add(exception); }, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        var diagnostics = await analysis.GetAnalyzerDiagnosticsAsync();
        return thrown.Count == 0 ? diagnostics : throw new VerificationException("The analyzer threw: " + thrown[0], thrown[0]);
    }

    static string Show(string id, TextSpan span, string source)
    {
        var place = SourceText.From(source).Lines.GetLinePosition(span.Start);
        return $"{id} ({place.Line + 1},{place.Character + 1}) '{source.Substring(span.Start, span.Length)}'";
    }
}

/// <summary>Runs an analyzer and its fix over a marked source.</summary>
public static class Verify<TAnalyzer, TCodeFix> where TAnalyzer : DiagnosticAnalyzer, new() where TCodeFix : CodeFixProvider, new()
{
    /// <summary>Applies the only fix again and again until nothing is left to fix, and compares the text; then does the same with fix-all at once.</summary>
    public static async Task CodeFixAsync(string markedSource, string fixedSource, TestSetup? setup = null)
    {
        setup ??= TestSetup.Default;
        var markup = Markup.Parse(markedSource);
        var (document, workspace) = setup.Create(markup.Source);
        using var _ = workspace;
        await Verify<TAnalyzer>.CheckAsync(document, markup, setup);
        await CompareAsync(await FixOneByOneAsync(document, setup), fixedSource, "one by one");
        await CompareAsync(await FixAllAsync(document, setup), fixedSource, "fix all");
    }

    /// <summary>The marked places are reported and no fix is offered for any.</summary>
    public static async Task NoCodeFixAsync(string markedSource, TestSetup? setup = null)
    {
        setup ??= TestSetup.Default;
        var markup = Markup.Parse(markedSource);
        var (document, workspace) = setup.Create(markup.Source);
        using var _ = workspace;
        foreach (var diagnostic in await Verify<TAnalyzer>.CheckAsync(document, markup, setup))
            if (await FixesAsync(document, diagnostic) is { Count: > 0 } fixes)
                throw new VerificationException($"A fix is offered: {fixes[0].Title}");
    }

    static async Task<Document> FixOneByOneAsync(Document document, TestSetup setup)
    {
        for (var round = 0; round < 50; round++)
        {
            CodeAction? fix = null;
            foreach (var diagnostic in (await Verify<TAnalyzer>.DiagnosticsAsync(document, setup)).OrderBy(each => each.Location.SourceSpan.Start))
                if ((fix = (await FixesAsync(document, diagnostic)).FirstOrDefault()) is not null)
                    break;
            if (fix is null)
                return document;
            document = await ApplyAsync(document, fix);
        }
        throw new VerificationException("The fix does not come to an end.");
    }

    static async Task<Document> FixAllAsync(Document document, TestSetup setup)
    {
        var provider = new TCodeFix();
        var diagnostics = await Verify<TAnalyzer>.DiagnosticsAsync(document, setup);
        string? key = null;
        foreach (var diagnostic in diagnostics)
            key ??= (await FixesAsync(document, diagnostic)).FirstOrDefault()?.EquivalenceKey;
        if (key is null)
            return document;
        var context = new FixAllContext(document, provider, FixAllScope.Document, key, provider.FixableDiagnosticIds, new Known(diagnostics), CancellationToken.None);
        return await provider.GetFixAllProvider()!.GetFixAsync(context) is { } all ? await ApplyAsync(document, all) : document;
    }

    static async Task<List<CodeAction>> FixesAsync(Document document, Diagnostic diagnostic)
    {
        var fixes = new List<CodeAction>();
        await new TCodeFix().RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => fixes.Add(action), CancellationToken.None));
        return fixes.Find(static fix => string.IsNullOrEmpty(fix.EquivalenceKey)) is { } anonymous ? throw new VerificationException($"'{anonymous.Title}' has no equivalence key: fix-all cannot know its kind.") : fixes;
    }

    static async Task<Document> ApplyAsync(Document document, CodeAction fix)
    {
        var operations = await fix.GetOperationsAsync(CancellationToken.None);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
    }

    static async Task CompareAsync(Document document, string expected, string how)
    {
        var actual = (await document.GetTextAsync()).ToString();
        if (actual != expected)
            throw new VerificationException($"Fixed ({how}):\n{actual}\n\nExpected:\n{expected}");
    }

    sealed class Known(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellation) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);
        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellation) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);
        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellation) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}

/// <summary>What a verification found wrong.</summary>
public sealed class VerificationException(string message, Exception? inner = null) : Exception(message, inner);
