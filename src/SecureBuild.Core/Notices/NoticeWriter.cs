using System.Text;

namespace SecureBuild.Notices;

/// <summary>How notices look in one form. All but <see cref="Verbatim"/> is given in one line.</summary>
abstract class NoticeWriter
{
    /// <summary>The document so far.</summary>
    protected StringBuilder Out { get; } = new();

    /// <summary>Beginning of the document.</summary>
    public abstract void Title(string text);

    /// <summary>Beginning of a part.</summary>
    public abstract void Heading(string text);

    /// <summary>Beginning of an entry.</summary>
    /// <param name="text">Its title.</param>
    /// <param name="anchor">Label that others refer to it by, or null.</param>
    public abstract void Entry(string text, string? anchor = null);

    /// <summary>Some sentences.</summary>
    public abstract void Paragraph(string text);

    /// <summary>A named value, several of which follow each other.</summary>
    public abstract void Field(string name, string value);

    /// <summary>The words of others, as they stand.</summary>
    public abstract void Verbatim(string text);

    /// <summary>End of the document.</summary>
    public virtual void End()
    {
    }

    /// <summary>Whether a value is an address that may be made a link: others wrote it.</summary>
    protected static bool IsLink(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && value.AsSpan().IndexOfAny(" <>\"'`()[]") < 0;

    /// <inheritdoc/>
    public override string ToString() => Out.ToString();
}
