using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace SecureBuild.Testing.Roslyn;

/// <summary>A source with <c>[|place|]</c> or <c>{|SB2001:place|}</c> marks taken out. Marks nest. Same syntax as Microsoft.CodeAnalysis.Testing.</summary>
/// <param name="Source">The source without marks.</param>
/// <param name="Expected">The marked places; an id of null means "the analyzer's only rule".</param>
public sealed record Markup(string Source, IReadOnlyList<(string? Id, TextSpan Span)> Expected)
{
    public static Markup Parse(string marked)
    {
        var source = new StringBuilder(marked.Length);
        var open = new Stack<(string? Id, int Start)>();
        var expected = new List<(string?, TextSpan)>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (Follows(marked, i, "[|"))
            {
                open.Push((null, source.Length));
                i++;
            }
            else if (Follows(marked, i, "{|") && marked.IndexOf(':', i) is > 0 and var colon)
            {
                open.Push((marked[(i + 2)..colon], source.Length));
                i = colon;
            }
            else if (open.Count > 0 && (Follows(marked, i, "|]") && open.Peek().Id is null || Follows(marked, i, "|}") && open.Peek().Id is not null))
            {
                var (id, start) = open.Pop();
                expected.Add((id, TextSpan.FromBounds(start, source.Length)));
                i++;
            }
            else
            {
                source.Append(marked[i]);
            }
        }
        return open.Count == 0 ? new(source.ToString(), expected) : throw new FormatException("A mark is not closed.");
    }

    static bool Follows(string text, int at, string token) => string.CompareOrdinal(text, at, token, 0, token.Length) == 0;
}
