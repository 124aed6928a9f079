using System.Text.RegularExpressions;

namespace SecureBuild.Analyzers.RegularExpressions;

/// <summary>What a check against a regular expression says about the text that passed it.</summary>
static class RegexGuard
{
    static readonly CharacterSet s_newLine = CharacterSet.Of('\n', '\n');

    /// <summary>
    /// The characters of a text that matches: only for a pattern that is tied to both ends of the text in every alternative (<c>^…$</c>, <c>\A…\z</c>, not
    /// multi-line). Null when the pattern lets anything stand before or behind the match, or cannot be read.
    /// </summary>
    public static AnchoredCharacters? CharactersAllowedBy(string pattern, RegexOptions options) =>
        PatternParser.Parse(pattern, options) is { } tree && IsTied(tree, atEnd: false) && IsTied(tree, atEnd: true)
            ? new((EndsBeforeNewLine(tree) ? Characters(tree).Or(s_newLine) : Characters(tree)).Except(Refused(tree)))
            : null;

    /// <summary>
    /// The characters of a text in which nothing matches: for a pattern that finds single characters (<c>[^a-z]</c>, <c>[&lt;&gt;]|\.\.</c>). Null when a text
    /// without a match can consist of anything.
    /// </summary>
    public static AnchoredCharacters? AllowedWhenNotMatched(string pattern, RegexOptions options) =>
        PatternParser.Parse(pattern, options) is { } tree && Found(tree) is { IsEmpty: false } found ? new(found.Complement()) : null;

    static bool IsTied(PatternNode node, bool atEnd)
    {
        switch (node.Kind)
        {
            case PatternKind.Start:
                return !atEnd;
            case PatternKind.End or PatternKind.EndOrNewLine:
                return atEnd;
            case PatternKind.Choice:
                return node.Children.All(child => IsTied(child, atEnd));
            case PatternKind.Atomic:
                return IsTied(node.Children[0], atEnd);
            case PatternKind.Loop:
                return node.Least > 0 && IsTied(node.Children[0], atEnd);
            case PatternKind.Sequence:
                for (var i = 0; i < node.Children.Length; i++)
                {
                    var child = node.Children[atEnd ? node.Children.Length - 1 - i : i];
                    if (IsTied(child, atEnd))
                        return true;
                    if (!child.HasNoWidth)
                        return false;
                }
                return false;
            default:
                return false;
        }
    }

    static CharacterSet Characters(PatternNode node)
    {
        switch (node.Kind)
        {
            case PatternKind.Set:
                return node.Set;
            case PatternKind.Loop when node.Most == 0:
            case PatternKind.Ahead or PatternKind.NotAhead or PatternKind.Behind:
                return CharacterSet.Empty;
            default:
                var all = CharacterSet.Empty;
                foreach (var child in node.Children)
                    all = all.Or(Characters(child));
                return all;
        }
    }

    // ^(?!.*[<>]): what a look-ahead right at the beginning forbids in the whole text, as long as its .* gets across everything the rest may match.
    static CharacterSet Refused(PatternNode tree)
    {
        var refused = CharacterSet.Empty;
        if (tree.Kind == PatternKind.Sequence)
            foreach (var child in tree.Children)
            {
                if (!child.HasNoWidth)
                    break;
                if (child.Kind == PatternKind.NotAhead && child.Children[0] is { Kind: PatternKind.Sequence, Children: { Length: 2 } parts }
                    && parts[0] is { Kind: PatternKind.Loop, Least: 0, Most: PatternNode.NoLimit } loop && loop.Children[0].Kind == PatternKind.Set
                    && parts[1].Kind == PatternKind.Set && Characters(tree).Except(loop.Children[0].Set).IsEmpty)
                    refused = refused.Or(parts[1].Set);
            }
        return refused.Except(s_newLine);
    }

    static bool EndsBeforeNewLine(PatternNode node) => node.Kind == PatternKind.EndOrNewLine || node.Children.Any(EndsBeforeNewLine);

    // Every character of the answer is a match wherever it stands.
    static CharacterSet Found(PatternNode node)
    {
        switch (node.Kind)
        {
            case PatternKind.Set:
                return node.Set;
            case PatternKind.Atomic:
            case PatternKind.Loop when node.Least == 1:
                return Found(node.Children[0]);
            case PatternKind.Choice:
                var either = CharacterSet.Empty;
                foreach (var child in node.Children)
                    either = either.Or(Found(child));
                return either;
            case PatternKind.Sequence:
                var found = CharacterSet.Empty;
                foreach (var child in node.Children)
                    if (child is { Kind: PatternKind.Loop, Least: 0 })
                        continue;
                    else if (found.IsEmpty && Found(child) is { IsEmpty: false } one)
                        found = one;
                    else
                        return CharacterSet.Empty;
                return found;
            default:
                return CharacterSet.Empty;
        }
    }
}
