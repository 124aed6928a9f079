using System.Collections.Immutable;

namespace SecureBuild.Notices;

/// <summary>A form that notices are written in.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Endings">Endings of its files.</param>
public sealed record NoticeFormat(string Name, ImmutableArray<string> Endings)
{
    /// <summary>Plain text.</summary>
    public static NoticeFormat Text { get; } = new("text", [".txt"]);

    /// <summary>Markdown (CommonMark).</summary>
    public static NoticeFormat Markdown { get; } = new("md", [".md"]);

    /// <summary>One HTML page without scripts.</summary>
    public static NoticeFormat Html { get; } = new("html", [".html", ".htm"]);

    /// <summary>All of them.</summary>
    public static ImmutableArray<NoticeFormat> All { get; } = [Text, Markdown, Html];

    /// <summary>All names, for a message.</summary>
    public static string Names => string.Join(", ", All.Select(format => format.Name));

    /// <summary>The document: UTF-8 with line feeds, the same for the same notices.</summary>
    /// <param name="notices">What to write.</param>
    /// <param name="language"><c>ja</c> or <c>en</c>, for what is not the words of others.</param>
    public string Write(ThirdPartyNotices notices, string language)
    {
        NoticeWriter writer = this == Html ? new HtmlNotices(language) : this == Markdown ? new MarkdownNotices() : new PlainNotices();
        NoticePage.Write(notices, new(language), writer);
        return writer.ToString();
    }
}
