using System.Text.Json;

namespace SecureBuild.Sbom;

/// <summary>Finds the line of a value in JSON text: <see cref="JsonElement"/> does not know it, and a message without a line is half a message.</summary>
static class JsonPlace
{
    /// <summary>Line and column (from 1) of the deepest value on the path that exists; the text must be well-formed.</summary>
    public static (int Line, int Column) Of(ReadOnlySpan<byte> json, IReadOnlyList<string> path)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 256 });
        long place = 0;
        var depth = 0;
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
                continue;
            if (depth < path.Count && reader.CurrentDepth == depth + 1 && reader.ValueTextEquals(path[depth]))
            {
                reader.Read();
                place = reader.TokenStartIndex;
                if (++depth == path.Count || reader.TokenType != JsonTokenType.StartObject)
                    break;
            }
            else
            {
                reader.Skip();
            }
        }
        var before = json[..(int)place];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return (before.Count((byte)'\n') + 1, (int)place - lineStart + 1);
    }
}
