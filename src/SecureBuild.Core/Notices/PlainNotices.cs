using SecureBuild.Rendering;

namespace SecureBuild.Notices;

/// <summary>Plain text.</summary>
sealed class PlainNotices : NoticeWriter
{
    const int Width = 100;

    public override void Title(string text) => Underlined(text, '=');

    public override void Heading(string text) => Underlined(text, '-');

    public override void Entry(string text, string? anchor = null) => Out.Append('\n').Append(text).Append('\n');

    public override void Paragraph(string text)
    {
        Out.Append('\n');
        foreach (var line in DisplayWidth.Wrap(text, Width))
            Out.Append(line).Append('\n');
    }

    public override void Field(string name, string value) => Out.Append("  ").Append(name).Append(": ").Append(value).Append('\n');

    public override void Verbatim(string text) => Out.Append('\n').Append(text).Append('\n');

    void Underlined(string text, char line)
    {
        if (Out.Length > 0)
            Out.Append("\n\n");
        Out.Append(text).Append('\n').Append(line, DisplayWidth.Of(text)).Append('\n');
    }
}
