using System.Text.Json.Nodes;
using SecureBuild.Configuration;

namespace SecureBuild.Core.Tests.Configuration;

/// <summary>What the schema tells an editor is what the reader accepts.</summary>
public sealed class ConfigurationSchemaTests
{
    static readonly JsonObject s_schema = JsonNode.Parse(ProjectConfigurationFile.Schema)!.AsObject();

    public static TheoryData<string> Kinds => [.. ConfigurationMembers.Of.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_schema_has_the_members_that_the_reader_knows_and_no_others(string kind) =>
        Assert.Equal(ConfigurationMembers.Of[kind], SchemaOf(kind)["properties"]!.AsObject().Select(member => member.Key));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_schema_describes_every_member_and_allows_no_unknown_one(string kind)
    {
        Assert.False((bool)SchemaOf(kind)["additionalProperties"]!);
        Assert.All(SchemaOf(kind)["properties"]!.AsObject(), member => Assert.False(string.IsNullOrWhiteSpace((string?)member.Value!["description"])));
    }

    [Theory]
    [InlineData("stated")]
    [InlineData("partly")]
    [InlineData("not-met")]
    [InlineData("not-applicable")]
    [InlineData("not-assessed")]
    [InlineData("met-by-evidence")]
    public void A_status_is_in_the_schema_exactly_when_the_reader_takes_it(string status)
    {
        var json = $$"""{ "statements": [ { "control": "nist-ssdf/PO.2.2", "status": "{{status}}", "by": { "name": "N", "role": "R" }, "date": "2026-04-01", "note": "x" } ] }""";
        var taken = ProjectConfigurationFile.Read("securebuild.json", System.Text.Encoding.UTF8.GetBytes(json)).Problems.IsEmpty;

        Assert.Equal(taken, SchemaOf("statement")["properties"]!["status"]!["enum"]!.AsArray().Any(value => (string)value! == status));
    }

    static JsonObject SchemaOf(string kind) => kind switch
    {
        ConfigurationMembers.Root => s_schema,
        _ when s_schema["$defs"]!.AsObject().TryGetPropertyValue(kind, out var definition) => definition!.AsObject(),
        _ => s_schema["properties"]![kind]!.AsObject(),
    };
}
