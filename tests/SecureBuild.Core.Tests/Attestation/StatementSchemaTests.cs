using System.Text.Json.Nodes;
using SecureBuild.Attestation;
using SecureBuild.Core.Tests.Verification;
using SecureBuild.Testing.Node;

namespace SecureBuild.Core.Tests.Attestation;

/// <summary>What we write is what our pages and schemas say; the judge is ajv.</summary>
public sealed class StatementSchemaTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("securebuild-schema-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Statements_are_valid_signed_and_as_drafts(bool signed)
    {
        using var folder = signed ? AttestedFolder.Signed() : AttestedFolder.Draft();
        var statements = File.ReadLines(folder.Statements).Select(line => JsonNode.Parse(line)!.AsObject())
            .Select(line => line["payload"] is { } payload ? JsonNode.Parse(Convert.FromBase64String((string)payload!))!.AsObject() : line).ToArray();

        Assert.Equal("", await Violations("provenance-v1.schema.json", statements[0]));
        Assert.Equal("", await Violations("secure-development-v1.schema.json", statements[1]));
    }

    [Fact]
    public async Task The_schema_refuses_what_must_never_be_written()
    {
        using var folder = AttestedFolder.Draft();
        var text = File.ReadLines(folder.Statements).Last();

        foreach (var (path, value) in new (string[], JsonNode?)[]
        {
            (["subject", "0", "name"], "/home/taro/Portal.dll"),
            (["subject", "0", "digest"], new JsonObject { ["sha1"] = "0" }),
            (["predicate", "build", "project"], "../Portal.csproj"),
            (["predicate", "audit", "findings"], 0),
            (["predicate", "audit", "state"], "none-found"),
            (["predicate", "frameworks", "0", "controls", "0", "status"], "compliant"),
            (["predicate", "frameworks", "0", "controls", "1", "statedBy", "status"], "met-by-evidence"),
            (["predicate", "limits"], new JsonArray()),
            (["predicate", "certified"], true),
            (["predicate", DraftMark.Member], "signed"),
        })
        {
            var statement = JsonNode.Parse(text)!.AsObject();
            var parent = path[..^1].Aggregate((JsonNode)statement, (node, step) => int.TryParse(step, out var index) ? node[index]! : node[step]!);
            parent[path[^1]] = value;
            Assert.NotEqual("", await Violations("secure-development-v1.schema.json", statement));
        }
    }

    [Fact]
    public async Task A_provenance_of_a_CI_platform_with_every_optional_member_is_valid()
    {
        var sha256 = new string('1', 64);
        var statement = Statements.Provenance(new(
            [new("Portal.dll", sha256, new('2', 128))], new("src/Portal.csproj", "Release", "net10.0", "linux-x64", "C#", "Portal.dll", sha256),
            new(new('c', 40), true, "git@git.example:a/b.git", null), "18.9.11", "10.0.401", [new("Zeta", "pkg:nuget/Zeta@1.0.0", new('3', 128))],
            "run", new(new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero), true), new("github-actions", null, "42", null), [], new DateTimeOffset(2026, 11, 21, 23, 59, 0, TimeSpan.Zero)));

        Assert.Equal("", await Violations("provenance-v1.schema.json", statement));
    }

    async Task<string> Violations(string schema, JsonObject statement)
    {
        var (schemaFile, file) = (Path.Combine(_folder, schema), Path.Combine(_folder, "statement.json"));
        await File.WriteAllBytesAsync(schemaFile, EmbeddedFile.Bytes("Attestation/" + schema));
        await File.WriteAllBytesAsync(file, CanonicalJson.Compact(statement));
        var result = await NodeTools.RunAsync("json-schema-validate.mjs", schemaFile, file);
        Assert.True(result.Error.Length == 0, result.ToString());
        Assert.Equal(result.Output.Length > 0, result.ExitCode == 1);
        return result.Output;
    }
}
