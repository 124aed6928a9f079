using System.Collections.Immutable;
using System.Text.Json;

namespace SecureBuild.Sbom;

/// <summary>The text is JSON but not of the expected shape.</summary>
/// <param name="path">Names from the root to the value.</param>
sealed class ShapeException(IReadOnlyList<string> path) : Exception(string.Join('/', path))
{
    /// <summary>Names from the root to the value.</summary>
    public IReadOnlyList<string> Path { get; } = path;
}

/// <summary>Reads JSON that somebody else wrote: every surprise is a <see cref="ShapeException"/> that knows where.</summary>
static class Json
{
    /// <summary>The element itself, if it is of this kind.</summary>
    public static JsonElement Require(JsonElement element, JsonValueKind kind, params string[] place) =>
        element.ValueKind == kind ? element : throw new ShapeException(place);

    /// <summary>A member that must be there and be an object.</summary>
    public static JsonElement Object(JsonElement parent, string name, params string[] place) =>
        TryObject(parent, name, out var found, place) ? found : throw new ShapeException([.. place, name]);

    /// <summary>A member that may be absent and otherwise must be an object.</summary>
    public static bool TryObject(JsonElement parent, string name, out JsonElement found, params string[] place)
    {
        if (!parent.TryGetProperty(name, out found) || found.ValueKind == JsonValueKind.Null)
            return false;
        // A place is put together only for whoever has to be told.
        return found.ValueKind == JsonValueKind.Object ? true : throw new ShapeException([.. place, name]);
    }

    /// <summary>Names of the members of an object that may be absent.</summary>
    public static ImmutableArray<string> Names(JsonElement parent, string name, params string[] place) =>
        TryObject(parent, name, out var found, place) ? NamesOf(found) : [];

    /// <summary>A text that may be absent.</summary>
    public static string? OptionalText(JsonElement parent, string name, params string[] place) =>
        !parent.TryGetProperty(name, out var found) || found.ValueKind == JsonValueKind.Null ? null : Text(found, place, name);

    /// <summary>The texts of a list. Not a query: over <see cref="JsonElement"/> the runtime would have to compile that anew in every build.</summary>
    public static IEnumerable<string> Texts(JsonElement list, params string[] place)
    {
        foreach (var item in Require(list, JsonValueKind.Array, place).EnumerateArray())
            yield return Text(item, place);
    }

    static ImmutableArray<string> NamesOf(JsonElement json)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var member in json.EnumerateObject())
            names.Add(member.Name);
        return names.ToImmutable();
    }

    /// <summary>A text; half a surrogate pair is not one.</summary>
    public static string Text(JsonElement element, params string[] place) => Text(element, place, null);

    static string Text(JsonElement element, string[] place, string? name)
    {
        try
        {
            if (element.ValueKind == JsonValueKind.String)
                return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
        }
        throw new ShapeException(name is null ? place : [.. place, name]);
    }
}
