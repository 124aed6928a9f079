using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Benchmarks.Compiling;
using SecureBuild.Benchmarks.Generated;
using SecureBuild.Benchmarks.Pathological;

namespace SecureBuild.Benchmarks.Editing;

/// <summary>
/// Somebody types in a document of a thousand lines: after each keystroke the document is analysed as an IDE does it, in a compilation of its own. Beside it an analyzer that does nothing, and other people's if wanted,
/// on copies: an IDE asks the compiler itself for its errors first, which is not counted.
/// </summary>
static class EditingBenchmark
{
    const int Seed = 20261122;
    const int Lines = 1000;

    // Milliseconds: the bounds for the rules, with all that the compiler does for them.
    const double Median = 10;
    const double Slowest = 40;

    static readonly string[] s_typed = ["var typed = ", "var typed = 1", "var typed = 1;", "if (typed", "// just a note", "foreach (var one in "];

    /// <param name="sizes">Lines of the project.</param>
    /// <param name="words">mixed, web, code: what the document holds; none for all of them.</param>
    /// <param name="peers">Other analyzers, measured on copies of the same keystrokes.</param>
    public static async Task<int> RunAsync(int[] sizes, string[] words, int edits, IEnumerable<AnalyzerSet> peers)
    {
        // The second one adds nothing: what stands in its line is how far two equal analyses differ, keystroke by keystroke.
        AnalyzerSet[] sets = [new("an empty analyzer", [new EmptyAnalyzer()]), new("the same once more", [new EmptyAnalyzer()]), AnalyzerSet.SecureBuild, .. peers];
        Console.WriteLine($"{"project",9} {"document",9} {"edits",6} {"",-26} {"ms: median",10} {"p95",7} {"max",7} {"MB",6}   {"added ms: median",16} {"p95",7} {"MB",6}  findings   (added: to an empty analyzer, keystroke by keystroke)");
        foreach (var size in sizes)
            foreach (var kind in new[] { "mixed", "web", "code" }.Where(kind => words.Length == 0 || words.Contains(kind)))
                await RunAsync(size, kind, edits, sets);
        return 0;
    }

    static async Task RunAsync(int size, string kind, int edits, AnalyzerSet[] sets)
    {
        var files = GeneratedProject.OfAtLeast(size);
        var document = Merged(files, kind);
        var rest = GeneratedCompilation.Of([.. files.Where(file => !document.Parts.Contains(file))]);
        var random = new Random(Seed);
        var tree = GeneratedCompilation.Parse("Document.cs", document.Text);
        var places = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Where(static method => method.Body is not null).Select(static method => method.Body!.OpenBraceToken.Span.End).ToArray();
        var compilations = sets.Select(set => set.Configure(rest.AddSyntaxTrees(tree))).ToArray();
        var text = tree.GetText();
        var measured = sets.Select(_ => new List<(double Time, double Memory)>()).ToArray();
        var findings = new int[sets.Length];
        for (var edit = -Math.Min(20, edits); edit < edits; edit++)
        {
            var changed = tree.WithChangedText(text.WithChanges(new TextChange(new(places[random.Next(places.Length)], 0), "\n" + s_typed[random.Next(s_typed.Length)])));
            for (var turn = 0; turn < sets.Length; turn++)
            {
                var index = (turn + edit + 20) % sets.Length;
                (var cost, findings[index]) = await AnalyzeAsync(compilations[index].ReplaceSyntaxTree(tree, changed), changed, sets[index].Analyzers);
                if (edit >= 0)
                    measured[index].Add(cost);
            }
        }
        for (var index = 0; index < sets.Length; index++)
        {
            var all = measured[index];
            var added = all.Zip(measured[0], static (mine, its) => (Time: mine.Time - its.Time, Memory: mine.Memory - its.Memory)).ToList();
            var isSlow = sets[index] == AnalyzerSet.SecureBuild && (At(all, 0.5).Time > Median || At(all, 0.95).Time > Slowest);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{size,9} {kind,9} {edits,6} {sets[index].Name,-26} {At(all, 0.5).Time,10:F1} {At(all, 0.95).Time,7:F1} {At(all, 1).Time,7:F1} {At(all, 0.5).Memory,6:F1}   {At(added, 0.5).Time,16:F1} {At(added, 0.95).Time,7:F1} {At(added, 0.5).Memory,6:F1}  {findings[index]}{(isSlow ? " SLOW" : "")}"));
        }
    }

    static async Task<((double Milliseconds, double Megabytes) Cost, int Findings)> AnalyzeAsync(Compilation compilation, SyntaxTree tree, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var model = compilation.GetSemanticModel(tree);
        model.GetDiagnostics();
        var crash = default(Exception);
        var memory = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        var analysis = new CompilationWithAnalyzers(compilation, analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), (exception, _, _) => crash ??= exception, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        var syntax = await analysis.GetAnalyzerSyntaxDiagnosticsAsync(tree, CancellationToken.None);
        var semantic = await analysis.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), null, CancellationToken.None);
        var time = watch.Elapsed.TotalMilliseconds;
        return crash is null ? ((time, (GC.GetTotalAllocatedBytes(precise: true) - memory) / 1e6), syntax.Length + semantic.Length) : throw new InvalidOperationException("An analyzer crashed.", crash);
    }

    // Files of one module, one behind the other.
    static (string Text, HashSet<GeneratedFile> Parts) Merged(IReadOnlyList<GeneratedFile> files, string kind)
    {
        var parts = new HashSet<GeneratedFile>();
        var lines = 0;
        var text = new List<string>();
        foreach (var file in files.Skip(files.Count / 2).SkipWhile(file => Folder(file) == Folder(files[files.Count / 2])))
        {
            var isWeb = new[] { "Controller", "Endpoints", "Repository", "Client", "Files" }.Any(word => file.Path.Contains(word + ".cs", StringComparison.Ordinal));
            if (kind == "web" && !isWeb || kind == "code" && isWeb)
                continue;
            if (lines >= Lines)
                break;
            parts.Add(file);
            lines += file.Lines;
            var space = file.Text.IndexOf(';', StringComparison.Ordinal);
            text.Add(file.Text[..space] + "\n{" + file.Text[(space + 1)..] + "}\n");
        }
        return (string.Concat(text), parts);

        static string Folder(GeneratedFile file) => file.Path[..(file.Path.IndexOf('/', StringComparison.Ordinal) + 1)];
    }

    static (double Time, double Memory) At(List<(double Time, double Memory)> all, double share)
    {
        var at = (int)Math.Ceiling((all.Count - 1) * share);
        return (all.Select(static one => one.Time).Order().ElementAt(at), all.Select(static one => one.Memory).Order().ElementAt(at));
    }
}
