using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using SecureBuild.Assessment;

namespace SecureBuild.Verification;

/// <summary>The assessed catalogues of an attestation by someone else.</summary>
static class ReadFrameworks
{
    static readonly ImmutableDictionary<string, ControlStatus> s_statuses =
        Enum.GetValues<ControlStatus>().ToImmutableDictionary(EnumNames.Of, StringComparer.Ordinal);

    /// <summary>Null where they are not of the shape in secure-development-v1.md. A catalogue or control that is there twice would say two things, and each reader could take another one.</summary>
    public static ImmutableArray<FrameworkResult>? From(JsonObject predicate) =>
        All(predicate.Objects("frameworks"), Framework) is { } frameworks && AreOnce(frameworks, framework => $"{framework.Framework} {framework.Version}") ? frameworks : null;

    /// <summary>When the attestation was made; null where it does not say.</summary>
    public static DateTimeOffset? IssuedOn(JsonObject predicate) => DateTimeOffset.TryParseExact(
        predicate.Text("issuedOn"), "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    static FrameworkResult? Framework(JsonObject json) =>
        json.Text("framework") is { } id && json.Text("version") is { } version && json.Text("catalogueSha256") is { } catalogue
        && json.Text("rulesSha256") is { } rules && All(json.Objects("controls"), Control) is { } controls && AreOnce(controls, control => control.Control)
            ? new(id, version, catalogue, rules, controls) { SourceStatus = json.Text("sourceStatus"), StricterSha256 = Texts(json["stricterRulesSha256"]) }
            : null;

    static ControlResult? Control(JsonObject json)
    {
        if (json.Text("control") is not { } id || Status(json) is not { } status || json["conflict"] is not JsonValue value
            || !value.TryGetValue<bool>(out var conflict) || !json.ContainsKey("statedBy"))
            return null;
        if (json["statedBy"] is null)
            return new(id, status, conflict, [], [], null);
        return json.Object("statedBy") is { } person && Statement(person) is { } statement ? new(id, status, conflict, [], [], statement) : null;
    }

    static PersonStatement? Statement(JsonObject json) =>
        json.Text("control") is { } control && Status(json) is { } status && json.Text("name") is { } name && json.Text("role") is { } role
        && Date(json.Text("date")) is { } date && Date(json.Text("expires")) is { } expires
            ? new(control, status, name, role, date, expires, json.Text("reference"), json.Text("note")) { ReferenceSha256 = json.Text("referenceSha256") }
            : null;

    static ImmutableArray<string> Texts(JsonNode? node) => node is JsonArray items ? [.. items.OfType<JsonValue>().Select(item => item.TryGetValue<string>(out var text) ? text : "")] : [];

    static ControlStatus? Status(JsonObject json) => json.Text("status") is { } text && s_statuses.TryGetValue(text, out var status) ? status : null;

    static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    static bool AreOnce<T>(ImmutableArray<T> items, Func<T, string> name) => items.Select(name).Distinct(StringComparer.Ordinal).Count() == items.Length;

    static ImmutableArray<T>? All<T>(IReadOnlyList<JsonObject>? items, Func<JsonObject, T?> read) where T : class
    {
        if (items is null)
            return null;
        var all = items.Select(read).OfType<T>().ToImmutableArray();
        return all.Length == items.Count ? all : null;
    }
}
