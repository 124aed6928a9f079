using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SecureBuild.Evidence;

namespace SecureBuild.Assessment;

/// <summary>A condition on a fact's value, as written in a rule file (<c>rules.schema.json</c>).</summary>
/// <param name="Path">Members down to what is compared, separated by dots; empty for the value itself.</param>
/// <param name="Operator"><c>is</c>, <c>atLeast</c>, <c>atMost</c>, <c>contains</c> or <c>exists</c>.</param>
/// <param name="Operand">What it is compared with.</param>
sealed record Condition(string Path, string Operator, JsonElement Operand)
{
    static readonly string[] s_operators = ["is", "atLeast", "atMost", "contains", "exists"];

    /// <summary>Reads <c>{ "path": "…", "atMost": 0 }</c>.</summary>
    public static Condition From(JsonElement element)
    {
        var name = s_operators.Single(name => element.Member(name) is not null);
        return new(element.Text("path") ?? "", name, element.GetProperty(name).Clone());
    }

    /// <summary>True or false; null where the value has nothing at the path, so that nothing can be said.</summary>
    public bool? Holds(JsonNode? value)
    {
        foreach (var member in Path.Split('.', StringSplitOptions.RemoveEmptyEntries))
            value = value is JsonObject json ? json[member] : null;
        if (Operator == "exists")
            return value is not null == Operand.GetBoolean();
        return value is null ? null : Operator switch
        {
            "is" => JsonNode.DeepEquals(value, JsonNode.Parse(Operand.GetRawText())),
            "atLeast" => Compare(value) is { } order ? order >= 0 : null,
            "atMost" => Compare(value) is { } order ? order <= 0 : null,
            _ => value is JsonArray items && items.Any(item => item is not null && JsonNode.DeepEquals(item, JsonNode.Parse(Operand.GetRawText()))),
        };
    }

    // Numbers as numbers, lists and objects by their count, texts as versions (a suffix like -preview.1 is left out).
    int? Compare(JsonNode value)
    {
        if (Operand.ValueKind == JsonValueKind.String)
            return value.GetValueKind() == JsonValueKind.String && VersionOf(value.GetValue<string>()) is { } version && VersionOf(Operand.GetString()!) is { } wanted ? version.CompareTo(wanted) : null;
        var number = value switch
        {
            JsonArray items => items.Count,
            JsonObject members => members.Count,
            _ when value.GetValueKind() == JsonValueKind.Number && double.TryParse(value.ToJsonString(), CultureInfo.InvariantCulture, out var read) => read,
            _ => double.NaN,
        };
        // No number of JSON is infinite: it is only too large to be compared.
        return !double.IsFinite(number) ? null : number.CompareTo(Operand.GetDouble());
    }

    static Version? VersionOf(string text) => Version.TryParse(text.Split('-', '+', ' ')[0], out var version) ? version : null;
}
