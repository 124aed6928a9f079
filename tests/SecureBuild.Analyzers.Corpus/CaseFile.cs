using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SecureBuild.Analyzers.Corpus;

/// <summary>A source file of the corpus with its labels.</summary>
sealed partial class CaseFile
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    CaseFile(string path, SyntaxTree tree, List<Case> cases, List<string> mistakes) => (Path, Tree, Cases, Mistakes) = (path, tree, cases, mistakes);

    /// <summary>Relative to the folder of the cases, with <c>/</c>.</summary>
    public string Path { get; }

    public SyntaxTree Tree { get; }

    public IReadOnlyList<Case> Cases { get; }

    /// <summary>Labels that are none: misspelt, before nothing, within another case.</summary>
    public IReadOnlyList<string> Mistakes { get; }

    public bool HasTopLevelStatements => Tree.GetCompilationUnitRoot().Members.Any(SyntaxKind.GlobalStatement);

    public static CaseFile Read(string path, string relative)
    {
        var tree = CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(path)), ParseOptions, path);
        var cases = new List<Case>();
        var mistakes = new List<string>();
        foreach (var trivia in tree.GetRoot().DescendantTrivia().Where(each => each.IsKind(SyntaxKind.SingleLineCommentTrivia) && LooksLikeLabel().IsMatch(each.ToString())))
        {
            var line = tree.GetLineSpan(trivia.Span).StartLinePosition.Line + 1;
            var label = Label().Match(trivia.ToString());
            var region = trivia.Token.Parent?.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().FirstOrDefault(each => each.GetFirstToken() == trivia.Token)?.Span;
            var same = trivia.ToString() == "// [same case]" && cases.Count > 0;
            if (!label.Success && !same)
                mistakes.Add($"{relative}({line}): the label is misspelt: {trivia}");
            else if (region is not { } span || trivia.SpanStart > span.Start)
                mistakes.Add($"{relative}({line}): no declaration follows the label");
            else if (cases.Any(other => other.OverlapsWith(span)))
                mistakes.Add($"{relative}({line}): the case lies within another");
            else if (same)
                cases[^1] = cases[^1] with { Regions = [.. cases[^1].Regions, span] };
            else
                cases.Add(new(label.Groups["verdict"].Value == "Bad", int.Parse(label.Groups["cwe"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), label.Groups["reason"].Value, line, [span]));
        }
        if (mistakes.Count == 0 && (cases.TrueForAll(each => each.Bad) || cases.TrueForAll(each => !each.Bad)))
            mistakes.Add($"{relative}: a file has bad and good cases, so that no file can pass by reporting all or nothing");
        return new(relative, tree, cases, mistakes);
    }

    [GeneratedRegex(@"^//\s*\[\s*(bad|good|same)\b", RegexOptions.IgnoreCase)]
    private static partial Regex LooksLikeLabel();

    [GeneratedRegex(@"^// \[(?<verdict>Bad|Good) CWE-(?<cwe>[0-9]{1,4})\] (?<reason>\S.*)$")]
    private static partial Regex Label();
}
