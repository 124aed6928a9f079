using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Testing;
using SecureBuild.Testing.Roslyn;

namespace SecureBuild.Analyzers.Tests;

/// <summary>In an editor most sources are incomplete. The tests' own sources, cut at random places, are such sources.</summary>
public sealed class BrokenSourceTests
{
    const int CutsPerFile = 12;
    const int Seed = 20261122;

    // All rules as the compiler runs them: in one pass over each body that any of them asks for.
    static readonly AnalyzerRun s_run = new(TestSetup.Default, new SecureBuildAnalyzer());

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Repository.PathOf("tests/SecureBuild.Analyzers.Tests"), "SB*Tests.cs", SearchOption.AllDirectories)
        .Where(file => SourcesIn(Path.GetRelativePath(Repository.Root, file)).Length > 0)
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Files))]
    public async Task No_analyzer_throws_on_a_cut_source(string file)
    {
        var sources = SourcesIn(file);
        var random = new Random(Seed);
        for (var cut = 0; cut < CutsPerFile; cut++)
        {
            var broken = Broken(sources[random.Next(sources.Length)], random);
            var thrown = await s_run.ExceptionsAsync(broken, TestContext.Current.CancellationToken);
            Assert.True(thrown.Count == 0, $"{thrown.FirstOrDefault()}\n\non\n\n{broken}");
        }
    }

    /// <summary>Takes a random piece out of the source: the end, or something in the middle.</summary>
    static string Broken(string source, Random random)
    {
        var start = random.Next(source.Length);
        return random.Next(2) == 0 ? source[..start] : source.Remove(start, Math.Min(random.Next(1, 12), source.Length - start));
    }

    static string[] SourcesIn(string file) =>
        [.. CSharpSyntaxTree.ParseText(File.ReadAllText(Repository.PathOf(file)), new CSharpParseOptions(LanguageVersion.Preview)).GetRoot().DescendantNodes().OfType<LiteralExpressionSyntax>()
            .Where(literal => literal.IsKind(SyntaxKind.StringLiteralExpression) && literal.Token.ValueText.Contains('\n', StringComparison.Ordinal))
            .Select(literal => Markup.Parse(literal.Token.ValueText).Source)];
}
