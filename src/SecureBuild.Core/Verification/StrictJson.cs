using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace SecureBuild.Verification;

/// <summary>
/// Reads JSON from someone else: one object, valid UTF-8, no duplicate members, nothing after it, no lone surrogates. What comes out can be
/// walked without any of its accessors throwing.
/// </summary>
static class StrictJson
{
    /// <summary>The object, or null where the bytes are anything else.</summary>
    public static JsonObject? Parse(ReadOnlyMemory<byte> utf8)
    {
        if (!Utf8.IsValid(utf8.Span))
            return null;
        try
        {
            using var document = JsonDocument.Parse(utf8, CanonicalJson.Strict);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return null;
            DecodeStrings(document.RootElement);
            return JsonObject.Create(document.RootElement.Clone());
        }
        catch (JsonException)
        {
            return null;
        }
        // What the framework throws where an escape is half of a surrogate pair.
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static string? Text(this JsonObject node, string name) => Text(node[name]);

    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static JsonObject? Object(this JsonObject node, string name) => node[name] as JsonObject;

    /// <summary>The objects in a list; null where it is not a list of objects.</summary>
    public static IReadOnlyList<JsonObject>? Objects(this JsonObject node, string name) =>
        node[name] is JsonArray array && array.All(item => item is JsonObject) ? [.. array.Cast<JsonObject>()] : null;

    static void DecodeStrings(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    DecodeStrings(item);
                break;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    _ = member.Name;
                    DecodeStrings(member.Value);
                }
                break;
        }
    }
}
