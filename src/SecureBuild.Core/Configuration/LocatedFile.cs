using System.Collections.Immutable;
using System.Text;

namespace SecureBuild.Configuration;

/// <summary>A JSON file that somebody wrote, with its mistakes.</summary>
/// <param name="Text">Its text, without byte order mark.</param>
/// <param name="Bytes">The same as UTF-8.</param>
/// <param name="Root">Its value; null where it could not be read to its end.</param>
/// <param name="Mistakes">Where mistakes are noted.</param>
sealed record LocatedFile(string Text, byte[] Bytes, LocatedValue? Root, Mistakes Mistakes)
{
    // No catalogue comes near: the largest that ships has 40 KB.
    const int LargestSize = 4 << 20;

    /// <summary>Reads it. That it cannot be read at all, or is no JSON, is a mistake, too (SB9332, SB9333).</summary>
    /// <param name="path">Absolute path.</param>
    public static LocatedFile Read(string path)
    {
        try
        {
            if (new FileInfo(path).Length <= LargestSize)
                return Of(path, File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // Said below.
        }
        var mistakes = new Mistakes(path, "");
        mistakes.Add("SB9332", 0, LargestSize >> 20);
        return new("", [], null, mistakes);
    }

    /// <summary>As <see cref="Read"/>, of bytes that are there already.</summary>
    public static LocatedFile Of(string path, byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        var json = LocatedJson.Parse(bytes);
        var mistakes = new Mistakes(path, json.Text);
        // What is not UTF-8 comes back as another text.
        if (json.BrokenAt is { } offset)
            mistakes.Add("SB9333", offset);
        else if (!Encoding.UTF8.GetBytes(json.Text).AsSpan().SequenceEqual(bytes))
            mistakes.Add("SB9333", Math.Max(0, json.Text.IndexOf('\uFFFD', StringComparison.Ordinal)));
        // Of a file that is cut off, everything behind the cut would be told as missing.
        return new(json.Text, bytes, mistakes.HasErrors ? null : json.Root, mistakes);
    }

    /// <summary>The text of a member that has to be there (SB9335).</summary>
    public string? Required(Fields fields, string name)
    {
        if (Has(fields, name))
            return fields.Text(name);
        return null;
    }

    /// <summary>Whether a member is there that has to be (SB9335).</summary>
    public bool Has(Fields fields, string name)
    {
        if (!fields.Has(name))
            Mistakes.Add("SB9335", fields.Offset, fields.PathOf(name));
        return fields.Has(name);
    }

    /// <summary>A text that is one of a few (SB9336), or null.</summary>
    public string? OneOf(Fields fields, string name, params string[] possible)
    {
        if (fields.Text(name) is not { } text)
            return null;
        if (possible.Contains(text))
            return text;
        Mistakes.Add("SB9336", fields.OffsetOf(name), fields.PathOf(name), text, Spelling.Hint(text, possible), string.Join(", ", possible));
        return null;
    }

    /// <summary>A text in both languages: all of it has to be there.</summary>
    public void BothLanguages(Fields fields, string name)
    {
        if (!Has(fields, name) || fields.Object(name, CatalogueMembers.Both) is not { } both)
            return;
        Required(both, "en");
        Required(both, "ja");
    }

    /// <summary>The texts of a list; anything else in it is a mistake.</summary>
    public IEnumerable<(string Text, int Offset, string Path)> Texts(Fields fields, string name)
    {
        foreach (var (element, path) in fields.Elements(name))
        {
            if (element.Kind == System.Text.Json.JsonValueKind.String)
                yield return (element.Text, element.Offset, path);
            else
                Mistakes.Add("SB9102", element.Offset, path, Messages.Text("JsonString"), Fields.KindText(element.Kind));
        }
    }

    /// <summary>Says that a name stands for nothing (SB9338).</summary>
    public void Unknown(int offset, string path, string name, IEnumerable<string> known) => Mistakes.Add("SB9338", offset, path, name, Spelling.Hint(name, known));

    /// <summary>The mistakes, in the file's order.</summary>
    public ImmutableArray<Problem> Problems => Mistakes.InOrder();
}
