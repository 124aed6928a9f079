using System.Collections.Immutable;
using System.Text;

namespace SecureBuild.Sbom;

/// <summary>What we write into SPDX's free texts, and find there again.</summary>
static class SpdxComments
{
    /// <summary>Before the phases of the life cycle, in the comment of the creation.</summary>
    public const string Lifecycle = "Generation context: ";

    /// <summary>Before the address of the source code.</summary>
    public const string Source = "Source code: ";

    /// <summary>Properties as text, a line <c>name=value</c> each.</summary>
    public static string Lines(ImmutableArray<Property> properties)
    {
        var text = new StringBuilder();
        foreach (var property in properties)
        {
            if (text.Length > 0)
                text.Append('\n');
            Escape(text, property.Name, isName: true);
            text.Append('=');
            Escape(text, property.Value, isName: false);
        }
        return text.ToString();
    }

    /// <summary>The properties in such a text, or null where it is another text.</summary>
    public static ImmutableArray<Property>? Properties(string text)
    {
        var properties = ImmutableArray.CreateBuilder<Property>();
        foreach (var line in text.Split('\n'))
        {
            var equals = Separator(line);
            if (equals <= 0)
                return null;
            properties.Add(new(Unescape(line[..equals]), Unescape(line[(equals + 1)..])));
        }
        return properties.ToImmutable();
    }

    static int Separator(string line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\')
                i++;
            else if (line[i] == '=')
                return i;
        }
        return -1;
    }

    static void Escape(StringBuilder text, string value, bool isName)
    {
        foreach (var c in value)
            _ = c switch { '\\' => text.Append("\\\\"), '\n' => text.Append("\\n"), '=' when isName => text.Append("\\="), _ => text.Append(c) };
    }

    static string Unescape(string value)
    {
        if (!value.Contains('\\', StringComparison.Ordinal))
            return value;
        var text = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] != '\\' || i == value.Length - 1)
                text.Append(value[i]);
            else if (value[++i] == 'n')
                text.Append('\n');
            else
                text.Append(value[i]);
        }
        return text.ToString();
    }
}
