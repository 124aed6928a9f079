using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace SecureBuild.Rendering.Report;

/// <summary>Writes HTML of which every text and every attribute is encoded: nothing that others wrote becomes markup.</summary>
sealed class Html
{
    static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    readonly StringBuilder _out = new(1 << 18);
    readonly Stack<string> _open = new();

    /// <summary>Begins an element. An attribute without a value is left out; one with an empty value stands alone.</summary>
    public Html Open(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(element, attributes);
        _open.Push(element);
        return this;
    }

    /// <summary>Ends the elements begun last.</summary>
    public Html Close(int count = 1)
    {
        for (; count > 0; count--)
            _out.Append("</").Append(_open.Pop()).Append('>');
        return this;
    }

    /// <summary>An element that has no end.</summary>
    public Html Void(string element, params ReadOnlySpan<(string Name, string? Value)> attributes) => Start(element, attributes);

    /// <summary>Text of others or of ours.</summary>
    public Html Text(string? text)
    {
        if (!string.IsNullOrEmpty(text))
            _out.Append(s_encoder.Encode(Safe(text)));
        return this;
    }

    /// <summary>Text of others that keeps its lines: code.</summary>
    public Html Lines(string text)
    {
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
            Text(line.Replace("\t", "    ", StringComparison.Ordinal)).Break();
        return this;
    }

    /// <summary>A text in both languages: the style sheet shows that of the page.</summary>
    public Html Both(Bilingual text) => text.En == text.Ja ? Text(text.En) : Whole("span", text.En, ("lang", "en")).Whole("span", text.Ja, ("lang", "ja"));

    /// <summary>An element with a text.</summary>
    public Html Whole(string element, string? text, params ReadOnlySpan<(string Name, string? Value)> attributes) => Open(element, attributes).Text(text).Close();

    /// <summary>An element with a text in both languages.</summary>
    public Html Whole(string element, Bilingual text, params ReadOnlySpan<(string Name, string? Value)> attributes) => Open(element, attributes).Both(text).Close();

    /// <summary>One of the page's signs (<c>signs.svg</c>); the words beside it say the same.</summary>
    public Html Sign(string name) =>
        Open("svg", ("class", "sign"), ("aria-hidden", "true"), ("focusable", "false")).Open("use", ("href", "#sign-" + name)).Close(2);

    /// <summary>A file of ours, as it is: style, script, signs.</summary>
    public Html Own(string content)
    {
        _out.Append(content);
        return this;
    }

    /// <summary>A new line of the source.</summary>
    public Html Break()
    {
        _out.Append('\n');
        return this;
    }

    /// <summary>UTF-8 without byte order mark.</summary>
    /// <exception cref="InvalidOperationException">An element was not ended.</exception>
    public byte[] Bytes() => _open.Count == 0 ? new UTF8Encoding(false).GetBytes(_out.ToString()) : throw new InvalidOperationException(string.Join(" ", _open));

    /// <summary>An address that a reader may follow; null for any other, which is shown as text only.</summary>
    public static string? Address(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.UserInfo.Length == 0 ? address.AbsoluteUri : null;

    /// <summary>An address as a link, anything else as text.</summary>
    public Html Link(string? text) => Address(text) is { } address
        ? Whole("a", text, ("href", address), ("rel", "noopener noreferrer"))
        : Text(text);

    Html Start(string element, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _out.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            if (value is null)
                continue;
            _out.Append(' ').Append(name);
            if (value.Length > 0)
                _out.Append("=\"").Append(s_encoder.Encode(Safe(value))).Append('"');
        }
        _out.Append('>');
        return this;
    }

    static string Safe(string text) => Printable.Of(text);
}
