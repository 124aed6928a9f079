using System.Net;
using System.Text;

namespace SecureBuild.Rendering.Forms;

/// <summary>HTML in the making. Whatever is not markup of ours goes through <see cref="Text"/> or <see cref="Element"/> and stays text.</summary>
sealed class FormHtml
{
    readonly StringBuilder _html = new();

    /// <summary>Markup of ours, as it is.</summary>
    public FormHtml Raw(string markup)
    {
        _html.Append(markup);
        return this;
    }

    /// <summary>Text of anybody.</summary>
    public FormHtml Text(string text)
    {
        _html.Append(Encoded(text));
        return this;
    }

    /// <summary>An element with a text in it.</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="text">The text.</param>
    /// <param name="attributes">Further attributes, markup of ours.</param>
    public FormHtml Element(string tag, string text, string attributes = "") => Raw(attributes.Length == 0 ? $"<{tag}>" : $"<{tag} {attributes}>").Text(text).Raw($"</{tag}>\n");

    /// <summary>A row of two cells, the first a heading.</summary>
    public FormHtml Row(string heading, params IEnumerable<string> lines)
    {
        Raw("<tr>").Element("th", heading, "scope=\"row\"").Raw("<td>");
        foreach (var line in lines)
            Element("p", line);
        return Raw("</td></tr>\n");
    }

    /// <summary>Text as it may stand between tags and in quoted attributes.</summary>
    public static string Encoded(string text) => WebUtility.HtmlEncode(Printable.Of(text));

    public override string ToString() => _html.ToString();
}
