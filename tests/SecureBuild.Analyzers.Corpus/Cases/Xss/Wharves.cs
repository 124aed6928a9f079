// How people take care of markup, in many ways, and how they only think so.
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Ganss.Xss;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Corpus.Xss.Wharves;

public static class Markup
{
    static readonly Dictionary<char, string> s_entities = new() { ['<'] = "&lt;", ['>'] = "&gt;", ['&'] = "&amp;", ['"'] = "&quot;", ['\''] = "&#39;" };

    public static string Escape(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var letter in text)
            result.Append(s_entities.TryGetValue(letter, out var entity) ? entity : letter.ToString());
        return result.ToString();
    }

    public static string EscapeByCase(string text)
    {
        var result = new StringBuilder();
        foreach (var letter in text)
        {
            switch (letter)
            {
                case '<': result.Append("&lt;"); break;
                case '>': result.Append("&gt;"); break;
                case '&': result.Append("&amp;"); break;
                case '"': result.Append("&quot;"); break;
                case '\'': result.Append("&#39;"); break;
                default: result.Append(letter); break;
            }
        }
        return result.ToString();
    }

    public static string Bold(string text) => $"<b>{text}</b>";
}

public class WharfPages(HtmlSanitizer sanitizer, IHtmlHelper html) : Controller
{
    // [Good CWE-79] an own method with a switch over the characters
    public IActionResult ByCase(string text) => Content("<p>" + Markup.EscapeByCase(text) + "</p>", "text/html");

    // [Good CWE-79] a table of entities
    public IActionResult ByTable(string text) => Content("<p>" + Markup.Escape(text) + "</p>", "text/html");

    // [Bad CWE-79] an own method that only wraps
    public IActionResult Wrapped(string text) => Content("<p>" + Markup.Bold(text) + "</p>", "text/html");

    // [Good CWE-79] encoded, then wrapped
    public IActionResult WrappedEncoded(string text) => Content("<p>" + Markup.Bold(WebUtility.HtmlEncode(text)) + "</p>", "text/html");

    // [Good CWE-79] a sanitizer
    public IActionResult Sanitized(string text) => View("Show", html.Raw(sanitizer.Sanitize(text)));

    // [Good CWE-79] every word is encoded in a query
    public IActionResult Words(string text)
    {
        var items = from word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    let encoded = HtmlEncoder.Default.Encode(word)
                    where encoded.Length < 40
                    select $"<li>{encoded}</li>";
        return Content($"<ul>{string.Concat(items)}</ul>", "text/html");
    }

    // [Bad CWE-79] the length is asked of what is encoded, the word is shown
    public IActionResult OtherWords(string text)
    {
        var items = from word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    let encoded = HtmlEncoder.Default.Encode(word)
                    where encoded.Length < 40
                    select $"<li>{word}</li>";
        return Content($"<ul>{string.Concat(items)}</ul>", "text/html");
    }

    // [Good CWE-79] parsed and written again
    public IActionResult Price(string price) =>
        decimal.TryParse(price, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) ? Content($"<p>{amount:C}</p>", "text/html") : BadRequest();

    // [Good CWE-79] a tag with an encoded attribute and text
    public IActionResult Tagged(string title)
    {
        var anchor = new TagBuilder("a") { Attributes = { ["href"] = "/wharves", ["title"] = title } };
        anchor.InnerHtml.Append(title);
        using var writer = new StringWriter();
        anchor.WriteTo(writer, HtmlEncoder.Default);
        return Content(writer.ToString(), "text/html");
    }

    // [Good CWE-79] a content builder with a format
    public IActionResult Formatted(string name) => View("Show", new HtmlContentBuilder().AppendFormat("<b>{0}</b>", name));

    // [Bad CWE-79] a content builder with a format of the client's
    public IActionResult FormattedBy(string format, string name) => View("Show", new HtmlContentBuilder().AppendHtml(string.Format(format, name)));

    // [Good CWE-79] an HtmlFormattableString
    public IActionResult Formattable(string name) => View("Show", new HtmlFormattableString("<b>{0}</b>", name));

    // [Good CWE-79] all tags are refused
    public IActionResult NoTags(string text)
    {
        if (text.IndexOfAny(['<', '>', '"', '\'', '&']) >= 0)
            return BadRequest();
        return Content("<p>" + text + "</p>", "text/html");
    }

    // [Bad CWE-79] the encoded text is thrown away
    public IActionResult Unused(string text)
    {
        text.Replace("<", "&lt;");
        WebUtility.HtmlEncode(text);
        return Content("<p>" + text + "</p>", "text/html");
    }

    // [Good CWE-79] a choice of fixed texts
    public IActionResult Chosen(string color)
    {
        var name = color?.ToLowerInvariant() switch { "r" => "red", "g" => "green", _ => "black" };
        return Content($"<p style='color:{name}'>Text</p>", "text/html");
    }

    // [Bad CWE-79] the default of a choice is what was given
    public IActionResult ChosenOrGiven(string color)
    {
        var name = color.ToLowerInvariant() switch { "r" => "red", "g" => "green", var other => other };
        return Content($"<p style='color:{name}'>Text</p>", "text/html");
    }
}
