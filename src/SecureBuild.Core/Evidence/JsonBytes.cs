using System.Text.Json;

namespace SecureBuild.Evidence;

/// <summary>Reads JSON that others wrote: byte order mark, comments and absent members are no surprise.</summary>
static class JsonBytes
{
    static readonly JsonDocumentOptions s_lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 128 };

    public static JsonDocument Parse(byte[] bytes) =>
        JsonDocument.Parse(bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsMemory(3) : bytes, s_lenient);

    /// <summary>Parses out of a borrowed array, which the document gives back: the restore result of a large project would be a large object in every build.</summary>
    public static JsonDocument Parse(Stream stream) => JsonDocument.Parse(stream, s_lenient);

    /// <summary>Opens a file for <see cref="Parse(Stream)"/>.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);

    /// <summary>A member of an object; null where the element is none or has no such member.</summary>
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    /// <summary>A string member, or null.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>A member that is a boolean, or a string that spells one, or null.</summary>
    public static bool? Flag(this JsonElement element, string name) => element.Member(name) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { ValueKind: JsonValueKind.String } value when bool.TryParse(value.GetString(), out var flag) => flag,
        _ => null,
    };

    /// <summary>A whole number, or 0.</summary>
    public static int Number(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) ? number : 0;

    /// <summary>The items of an array member; nothing where there is none.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : [];

    /// <summary>What is read of each item. Not a query: over <see cref="JsonElement"/> the runtime would have to compile that anew in every build.</summary>
    public static IEnumerable<T> Items<T>(this JsonElement element, string name, Func<JsonElement, T> read)
    {
        foreach (var item in element.Items(name))
            yield return read(item);
    }

    /// <summary>The texts among the items of an array member.</summary>
    public static IEnumerable<string> Texts(this JsonElement element, string name)
    {
        foreach (var item in element.Items(name))
        {
            if (item.ValueKind == JsonValueKind.String)
                yield return item.GetString()!;
        }
    }

    /// <summary>The members of an object member; nothing where there is none.</summary>
    public static IEnumerable<JsonProperty> Members(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Object } value ? value.EnumerateObject() : [];
}
