using System.Net;

namespace SecureBuild.Notices;

/// <summary>One page of HTML without scripts, in which nothing that others wrote is markup.</summary>
/// <param name="language">Language of the page.</param>
sealed class HtmlNotices(string language) : NoticeWriter
{
    bool _listOpen;

    public override void Title(string text) => Out
        .Append("<!DOCTYPE html>\n<html lang=\"").Append(language.StartsWith("ja", StringComparison.OrdinalIgnoreCase) ? "ja" : "en").Append("\">\n<head>\n<meta charset=\"utf-8\">\n")
        .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>").Append(Encoded(text)).Append("</title>\n")
        .Append("<style>body { font-family: sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem } pre { white-space: pre-wrap; background: #f6f6f6; padding: 1rem } li { overflow-wrap: anywhere }</style>\n")
        .Append("</head>\n<body>\n<h1>").Append(Encoded(text)).Append("</h1>\n");

    public override void Heading(string text) => Closed().Append("<h2>").Append(Encoded(text)).Append("</h2>\n");

    public override void Entry(string text, string? anchor = null)
    {
        Closed().Append(anchor is null ? "<h3>" : $"<h3 id=\"{anchor}\">").Append(Encoded(text)).Append("</h3>\n");
    }

    public override void Paragraph(string text) => Closed().Append("<p>").Append(Encoded(text)).Append("</p>\n");

    public override void Field(string name, string value)
    {
        if (!_listOpen)
            Out.Append("<ul>\n");
        _listOpen = true;
        Out.Append("<li>").Append(Encoded(name)).Append(": ").Append(Value(value)).Append("</li>\n");
    }

    public override void Verbatim(string text) => Closed().Append("<pre>").Append(Encoded(text)).Append("</pre>\n");

    public override void End() => Closed().Append("</body>\n</html>\n");

    // [L1] at the beginning leads to the text.
    static string Value(string value)
    {
        if (IsLink(value))
            return $"<a href=\"{Encoded(value)}\" rel=\"noopener noreferrer\">{Encoded(value)}</a>";
        return value.StartsWith('[') && value.IndexOf(']', StringComparison.Ordinal) is > 1 and var end && value[1] is 'L' or 'N' && value[2..end].All(char.IsAsciiDigit)
            ? $"<a href=\"#{value[1..end]}\">{value[..(end + 1)]}</a>{Encoded(value[(end + 1)..])}" : Encoded(value);
    }

    System.Text.StringBuilder Closed()
    {
        if (_listOpen)
            Out.Append("</ul>\n");
        _listOpen = false;
        return Out;
    }

    static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
