using SecureBuild.Rendering;

namespace SecureBuild.Cli.Explain;

/// <summary>Our Markdown pages on a terminal: they read well as they are, so only headings and code get a tone.</summary>
static class Markdown
{
    public static IEnumerable<Line> Lines(string page)
    {
        var code = false;
        foreach (var line in page.TrimEnd().Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                code = !code;
            else if (code)
                yield return Line.Of(new Span("    " + line, Tone.Faint));
            else if (line.StartsWith('#'))
                yield return Line.Of(new Span(line.TrimStart('#', ' '), Tone.Strong));
            else
                yield return Line.Of(line);
        }
    }
}
