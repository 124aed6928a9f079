using System.Text;

namespace SecureBuild.Notices;

/// <summary>Markdown, in which nothing that others wrote is markup.</summary>
sealed class MarkdownNotices : NoticeWriter
{
    const string Special = @"\`*_{}[]<>()#+-.!|~&:@";

    public override void Title(string text) => Out.Append("# ").Append(Escaped(text)).Append('\n');

    public override void Heading(string text) => Out.Append("\n## ").Append(Escaped(text)).Append('\n');

    public override void Entry(string text, string? anchor = null) => Out.Append("\n### ").Append(Escaped(text)).Append("\n\n");

    public override void Paragraph(string text) => Out.Append('\n').Append(Escaped(text)).Append('\n');

    public override void Field(string name, string value) => Out.Append("- ").Append(Escaped(name)).Append(": ").Append(IsLink(value) ? $"<{value}>" : Escaped(value)).Append('\n');

    public override void Verbatim(string text)
    {
        // Longer than any run of tildes in the text.
        var fence = new string('~', Math.Max(3, Longest(text) + 1));
        Out.Append('\n').Append(fence).Append("text\n").Append(text).Append('\n').Append(fence).Append('\n');
    }

    static int Longest(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var character in text)
            longest = Math.Max(longest, run = character == '~' ? run + 1 : 0);
        return longest;
    }

    static string Escaped(string text)
    {
        if (text.AsSpan().IndexOfAny(Special) < 0)
            return text;
        var escaped = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            // Inside a word these mean nothing.
            var isInWord = text[i] is '.' or '-' or ':' or '@' or '+' && i > 0 && i + 1 < text.Length && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]) && text[i] is not ('@' or ':');
            if (!isInWord && Special.Contains(text[i], StringComparison.Ordinal))
                escaped.Append('\\');
            escaped.Append(text[i]);
        }
        return escaped.ToString();
    }
}
