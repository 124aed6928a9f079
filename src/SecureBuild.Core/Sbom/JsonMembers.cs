using System.Collections.Immutable;
using System.Text.Json;

namespace SecureBuild.Sbom;

/// <summary>Members of an object as bills of materials write them: what is not known, and what is empty, is left out.</summary>
static class JsonMembers
{
    /// <summary>A text, if there is one.</summary>
    public static void Member(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    /// <summary>A list of texts, if it has any.</summary>
    public static void Member(this Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        if (!values.IsEmpty)
            json.Texts(name, values);
    }

    /// <summary>A list of texts, even an empty one.</summary>
    public static void Texts(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary>An object of texts, without those that there are not. Not a list of pairs: the runtime would compile what that needs in every build, and badly.</summary>
    public static void Object(this Utf8JsonWriter json, string first, string? firstValue, string second, string? secondValue, string? third = null, string? thirdValue = null, string? fourth = null, string? fourthValue = null)
    {
        json.WriteStartObject();
        json.Member(first, firstValue);
        json.Member(second, secondValue);
        if (third is not null)
            json.Member(third, thirdValue);
        if (fourth is not null)
            json.Member(fourth, fourthValue);
        json.WriteEndObject();
    }

    /// <summary>A list, if it has any.</summary>
    public static void Member<T>(this Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<T> write) where T : class
    {
        if (items.IsEmpty)
            return;
        json.WriteStartArray(name);
        foreach (var item in items)
            write(item);
        json.WriteEndArray();
    }

    /// <summary>What was read without being understood.</summary>
    public static void Members(this Utf8JsonWriter json, ImmutableArray<ExtraMember> members)
    {
        foreach (var member in members)
        {
            using var value = JsonDocument.Parse(member.Json);
            json.WritePropertyName(member.Name);
            value.RootElement.WriteTo(json);
        }
    }
}
