using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SecureBuild.Rendering.Forms;

/// <summary>The style of a form, with what a printed page has in its margins, and its digest for the page's Content-Security-Policy (CSP3, 2.3.1).</summary>
sealed class FormStyle
{
    /// <summary>The text of the style element.</summary>
    public string Text { get; }

    /// <summary><c>sha256-…</c>: no other style is let in.</summary>
    public string Hash { get; }

    public FormStyle(FormMark mark, string title, string product)
    {
        Text = Encoding.UTF8.GetString(EmbeddedFile.Bytes("Rendering/Forms/form.css")).ReplaceLineEndings("\n")
            .Replace("{{mark}}", Quoted(mark.Text), StringComparison.Ordinal)
            .Replace("{{tint}}", mark.IsDraft ? "#a30000" : "#111", StringComparison.Ordinal)
            .Replace("{{title}}", Quoted(title), StringComparison.Ordinal)
            .Replace("{{product}}", Quoted(product), StringComparison.Ordinal);
        Hash = "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
    }

    /// <summary>A string of CSS. Everything but plain letters and digits is written as its number, so that nothing that others wrote can end it.</summary>
    internal static string Quoted(string text)
    {
        var css = new StringBuilder("\"");
        foreach (var rune in Printable.Of(text).EnumerateRunes())
        {
            if (rune.IsAscii && char.IsAsciiLetterOrDigit((char)rune.Value))
                css.Append((char)rune.Value);
            else
                css.Append(CultureInfo.InvariantCulture, $"\\{rune.Value:x6}");
        }
        return css.Append('"').ToString();
    }
}
