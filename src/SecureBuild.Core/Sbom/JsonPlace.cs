using System.Globalization;
using System.Text.Json;

namespace SecureBuild.Sbom;

/// <summary>Finds the line of a value in JSON text: <see cref="JsonElement"/> does not know it, and a message without a line is half a message.</summary>
static class JsonPlace
{
    /// <summary>Line and column (from 1) of the deepest value on the path that exists; the text must be well-formed.</summary>
    /// <param name="json">The text.</param>
    /// <param name="path">Names of members and, in lists, numbers from 0.</param>
    public static (int Line, int Column) Of(ReadOnlySpan<byte> json, IReadOnlyList<string> path)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 256 });
        reader.Read();
        var place = reader.TokenStartIndex;
        foreach (var step in path)
        {
            if (!(reader.TokenType == JsonTokenType.StartObject ? ToMember(ref reader, step)
                : reader.TokenType == JsonTokenType.StartArray && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && ToItem(ref reader, number)))
                break;
            place = reader.TokenStartIndex;
        }
        return At(json, place);
    }

    /// <summary>Where the first member stands that its object has already; null where there is none. The text must be well-formed.</summary>
    public static (int Line, int Column, string Name)? OfRepeatedMember(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 256 });
        var open = new Stack<HashSet<string>>();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.StartObject)
                open.Push(new(StringComparer.Ordinal));
            else if (reader.TokenType == JsonTokenType.EndObject)
                open.Pop();
            else if (reader.TokenType == JsonTokenType.PropertyName && reader.GetString() is { } name && !open.Peek().Add(name))
            {
                var (line, column) = At(json, reader.TokenStartIndex);
                return (line, column, name);
            }
        }
        return null;
    }

    /// <summary>Line and column (from 1, in bytes) of an offset.</summary>
    public static (int Line, int Column) At(ReadOnlySpan<byte> json, long offset)
    {
        var before = json[..(int)offset];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return (before.Count((byte)'\n') + 1, before.Length - lineStart + 1);
    }

    static bool ToMember(ref Utf8JsonReader reader, string name)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(name);
            reader.Read();
            if (found)
                return true;
            reader.Skip();
        }
        return false;
    }

    static bool ToItem(ref Utf8JsonReader reader, int number)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (number-- == 0)
                return true;
            reader.Skip();
        }
        return false;
    }
}
