using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SecureBuild.Evidence;

/// <summary>The evidence manifest as JSON; shape in <c>evidence.schema.json</c>, the values in <c>FactValues.md</c>.</summary>
public static class EvidenceJson
{
    /// <summary>Media type of <c>*.evidence.json</c>.</summary>
    public const string MediaType = "application/vnd.securebuild.evidence+json";

    /// <summary>The <c>type</c> member: which document this is, and which version of its shape.</summary>
    public const string DocumentType = Identity.Site + "/evidence/v1";

    /// <summary>To be written with <see cref="CanonicalJson.Indented"/>.</summary>
    public static JsonNode Write(EvidenceManifest manifest)
    {
        var build = manifest.Build;
        return new JsonObject
        {
            ["type"] = DocumentType,
            ["tool"] = new JsonObject { ["name"] = Identity.ToolName, ["version"] = Identity.ToolVersion },
            ["time"] = Clock.Format(manifest.Time),
            ["build"] = new JsonObject
            {
                ["project"] = build.Project,
                ["configuration"] = build.Configuration,
                ["targetFramework"] = build.TargetFramework,
                ["runtimeIdentifier"] = build.RuntimeIdentifier,
                ["language"] = build.Language,
                ["output"] = build.Output,
                ["outputSha256"] = build.OutputSha256,
            },
            ["files"] = new JsonArray([.. manifest.Files.Select(static file => (JsonNode)new JsonObject
            {
                ["name"] = file.Name, ["mediaType"] = file.MediaType, ["sha256"] = file.Sha256, ["class"] = file.Class,
            })]),
            ["facts"] = new JsonArray([.. manifest.Facts.Select(static fact => (JsonNode)new JsonObject
            {
                ["id"] = fact.Id,
                ["state"] = EnumNames.Of(fact.State),
                ["value"] = fact.Value?.DeepClone(),
                ["source"] = fact.Source,
                ["trust"] = EnumNames.Of(fact.Trust),
                ["time"] = Clock.Format(fact.Time),
                ["gap"] = fact.Gap,
            })]),
        };
    }

    /// <summary>Reads what <see cref="Write"/> made.</summary>
    /// <exception cref="ProblemException">SB9310: not such a document.</exception>
    public static EvidenceManifest Read(JsonDocument document)
    {
        try
        {
            var root = document.RootElement;
            if (root.Text("type") != DocumentType)
                throw new FormatException("type");
            var build = root.GetProperty("build");
            // Of two facts with one id a reader would take one and a person the other.
            if (root.GetProperty("facts").EnumerateArray().GroupBy(static fact => Required(fact, "id"), StringComparer.Ordinal).Any(static group => group.Count() > 1))
                throw new FormatException("facts");
            return new(
                new(Required(build, "project"), Required(build, "configuration"), Required(build, "targetFramework"), build.Text("runtimeIdentifier"),
                    Required(build, "language"), Required(build, "output"), Required(build, "outputSha256")),
                Time(root),
                [.. root.GetProperty("facts").EnumerateArray().Select(static fact => new Fact(
                    Required(fact, "id"), EnumNames.State(Required(fact, "state")), Node(fact, "value"), Required(fact, "source"),
                    EnumNames.Trust(Required(fact, "trust")), Time(fact), fact.Text("gap")))],
                [.. root.GetProperty("files").EnumerateArray().Select(static file => new EvidenceFile(
                    Required(file, "name"), Required(file, "mediaType"), Required(file, "sha256"), Required(file, "class")))]);
        }
        catch (Exception e) when (e is FormatException or KeyNotFoundException or InvalidOperationException)
        {
            throw new ProblemException(Messages.Error("SB9310", null, 0, 0, "*.evidence.json", e.Message), e);
        }
    }

    static string Required(JsonElement element, string name) => element.Text(name) ?? throw new FormatException(name);

    static DateTimeOffset Time(JsonElement element) =>
        DateTimeOffset.ParseExact(Required(element, "time"), "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    static JsonNode? Node(JsonElement element, string name) =>
        element.Member(name) is { ValueKind: not JsonValueKind.Null } value ? JsonNode.Parse(value.GetRawText()) : null;
}
