using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SecureBuild.Testing;

namespace SecureBuild.Analyzers.Corpus.Robustness;

/// <summary>Breaks a source as typing, merging and generators do: cut, doubled, swapped, renamed, spliced. The same seed breaks it the same way.</summary>
sealed class Mutator(Random random)
{
    static readonly string[] s_marks = ["{", "}", "(", ")", "[", "]", "<", ">", ";", ",", ".", "\"", "'", "\"\"\"", "$\"{", "=>", "=", "?", "??", "!", "&", "*", "@", "#if X\n", "/*", "::", "..", "^"];
    static readonly string[] s_names = ["var", "dynamic", "object", "int", "string", "string[]", "void", "this", "base", "null", "default", "await", "field", "value", "args", "_", "T", "nint", "List<string>", "Span<char>", "(int a, string b)", "delegate*<int, void>", "int*", "Missing", "Task", "new", "ref", "stackalloc", "record"];

    // One a paragraph: features of the language from the oldest to the newest, whole and half.
    static readonly string[] s_snippets = File.ReadAllText(Repository.PathOf("tests/SecureBuild.Analyzers.Corpus/Robustness/snippets.txt")).ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries);

    public string Mutate(string text)
    {
        text = Shorten(text);
        for (var rounds = random.Next(1, 5); rounds > 0; rounds--)
            text = Once(text);
        return text;
    }

    // Most files hold many types that have nothing to do with each other: usually one of them, or a few of its members, is enough.
    string Shorten(string text)
    {
        if (random.Next(12) == 0)
            return text;
        var root = Parse(text);
        SyntaxList<MemberDeclarationSyntax> members = root.Members is [BaseNamespaceDeclarationSyntax space] ? space.Members : root.Members;
        if (members.Count == 0)
            return text;
        var chosen = members[random.Next(members.Count)];
        if (chosen is TypeDeclarationSyntax { Members.Count: > 3 } type && random.Next(3) > 0)
            chosen = type.WithMembers([.. type.Members.Skip(random.Next(type.Members.Count - 1)).Take(random.Next(2, 5))]);
        return string.Concat(root.Usings.Select(each => each.ToFullString())) + chosen.ToFullString();
    }

    string Once(string text)
    {
        var root = Parse(text);
        SyntaxToken[] tokens = [.. root.DescendantTokens()];
        if (tokens.Length < 5)
            return text + s_snippets[random.Next(s_snippets.Length)];
        var token = Any(tokens);
        switch (random.Next(15))
        {
            case 0:
                return text[..random.Next(text.Length)];
            case 1:
                return text[..token.Span.End];
            case 2:
                // As typed so far: the rest of the line, or of the block, is not there yet.
                return text.Remove(token.Span.End, Math.Max(0, (token.Parent?.Ancestors().FirstOrDefault(each => each is StatementSyntax or MemberDeclarationSyntax)?.Span.End ?? text.Length) - token.Span.End));
            case 3:
                return text.Remove(token.SpanStart, Math.Min(text.Length, tokens[Math.Min(tokens.Length - 1, Array.IndexOf(tokens, token) + random.Next(1, 4))].SpanStart) is var end && end > token.SpanStart ? end - token.SpanStart : 0);
            case 4:
                return text.Insert(token.SpanStart, token.Text + (random.Next(2) == 0 ? " " : ""));
            case 5:
                return Swap(text, token.Span, Any(tokens).Span);
            case 6:
                return text.Insert(token.SpanStart, Any(s_marks));
            case 7:
                return Any([.. tokens.Where(each => each.Text is "{" or "}" or "(" or ")" or "[" or "]" or ";" or ",")]) is { Span.Length: > 0 } mark ? Replace(text, mark.Span, "") : text;
            case 8:
                return Any(Names(tokens)) is { Span.Length: > 0 } name ? Replace(text, name.Span, random.Next(2) == 0 ? Any(s_names) : Any(Names(tokens)).Text) : text;
            case 9:
                // Everywhere at once.
                return Any(Names(tokens)) is { Span.Length: > 0 } renamed && Any(Names(tokens)).Text is var other
                    ? string.Concat(tokens.Select(each => each.LeadingTrivia.ToFullString() + (each.Text == renamed.Text ? other : each.Text) + each.TrailingTrivia.ToFullString()))
                    : text;
            case 10:
            case 11:
                return Splice(text, root);
            case 12:
                return Any<SyntaxNode>([.. root.DescendantNodes().Where(each => each is StatementSyntax or MemberDeclarationSyntax)]) is { } place ? text.Insert(place.SpanStart, Any(s_snippets) + "\n") : text;
            case 13:
                return text.Insert(token.Span.End, " " + Any(s_snippets));
            default:
                return Any<SyntaxNode>([.. root.DescendantNodes().Where(each => each is ArgumentSyntax or ParameterSyntax or StatementSyntax or TypeSyntax or AttributeListSyntax or EqualsValueClauseSyntax or BlockSyntax)]) is { } gone ? Replace(text, gone.Span, "") : text;
        }
    }

    // One expression, type, statement or member stands in the place of another.
    string Splice(string text, SyntaxNode root)
    {
        SyntaxNode[] nodes = random.Next(3) switch
        {
            0 => [.. root.DescendantNodes().OfType<StatementSyntax>()],
            1 => [.. root.DescendantNodes().OfType<MemberDeclarationSyntax>()],
            _ => [.. root.DescendantNodes().OfType<ExpressionSyntax>()],
        };
        return nodes.Length < 2 ? text : Replace(text, Any(nodes).Span, Any(nodes).ToString());
    }

    static SyntaxToken[] Names(SyntaxToken[] tokens) => [.. tokens.Where(each => each.IsKind(SyntaxKind.IdentifierToken) && each.Span.Length > 0)];

    static string Replace(string text, TextSpan span, string by) => string.Concat(text.AsSpan(0, span.Start), by, text.AsSpan(span.End));

    static string Swap(string text, TextSpan one, TextSpan other)
    {
        var (first, second) = one.Start <= other.Start ? (one, other) : (other, one);
        return first.End > second.Start ? text : Replace(Replace(text, second, text.Substring(first.Start, first.Length)), first, text.Substring(second.Start, second.Length));
    }

    T Any<T>(T[] all) => all.Length == 0 ? default! : all[random.Next(all.Length)];

    static CompilationUnitSyntax Parse(string text) => CSharpSyntaxTree.ParseText(text, CaseFile.ParseOptions).GetCompilationUnitRoot();
}
