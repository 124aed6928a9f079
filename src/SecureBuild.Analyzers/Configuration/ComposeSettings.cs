using Microsoft.CodeAnalysis.Text;

namespace SecureBuild.Analyzers.Configuration;

/// <summary>
/// Reads what a Compose file sets: <c>KEY: value</c> and <c>- KEY=value</c>, line by line. No reader of YAML: what stands in braces or goes over several lines is left out.
/// </summary>
static class ComposeSettings
{
    const int Deepest = 32;

    static readonly char[] s_quotes = ['"', '\''];

    public static IEnumerable<Setting> In(SourceText text)
    {
        // The keys above, by how far they are indented.
        var above = new List<(int Indent, string Key)>();
        foreach (var line in text.Lines)
        {
            var written = line.ToString();
            var start = 0;
            while (start < written.Length && written[start] is ' ' or '-')
                start++;
            if (start == written.Length || written[start] == '#')
                continue;
            while (above.Count > 0 && above[above.Count - 1].Indent >= start)
                above.RemoveAt(above.Count - 1);
            var isItem = start > 0 && written.LastIndexOf('-', start - 1) >= 0;
            // - "KEY=value", - KEY=value
            var begin = isItem && s_quotes.Contains(written[start]) ? start + 1 : start;
            var end = EndOfName(written, begin);
            if (end == begin || end == written.Length)
                continue;
            var name = written.Substring(begin, end - begin);
            if (written[end] == '=' && isItem)
                yield return At(line, written, above, name, end + 1);
            else if (written[end] == ':' && (end + 1 == written.Length || written[end + 1] == ' '))
            {
                if (written.Substring(end + 1).Trim() is { Length: > 0 } rest && rest[0] is not ('#' or '{' or '[' or '&' or '|' or '>'))
                    yield return At(line, written, above, name, end + 1);
                else if (above.Count < Deepest)
                    above.Add((start, name));
            }
        }
    }

    // Names as variables and keys have them: DB_PASSWORD, ConnectionStrings__Main, x-common
    static int EndOfName(string line, int at)
    {
        while (at < line.Length && (char.IsLetterOrDigit(line[at]) || line[at] is '_' or '-' or '.'))
            at++;
        return at;
    }

    static Setting At(TextLine line, string written, List<(int Indent, string Key)> above, string name, int start)
    {
        while (start < written.Length && written[start] == ' ')
            start++;
        var isQuoted = start < written.Length && s_quotes.Contains(written[start]);
        var end = isQuoted ? written.IndexOf(written[start], start + 1) : written.IndexOf(" #", start, StringComparison.Ordinal);
        start += isQuoted ? 1 : 0;
        var value = (end < start ? written.Substring(start) : written.Substring(start, end - start)).TrimEnd().TrimEnd(s_quotes);
        return new((above.Count > 0 ? above[above.Count - 1].Key + ":" : "") + name, value, new(line.Start + start, value.Length));
    }
}
