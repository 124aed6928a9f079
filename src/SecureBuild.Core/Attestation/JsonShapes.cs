using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using SecureBuild.Assessment;
using SecureBuild.Evidence;

namespace SecureBuild.Attestation;

/// <summary>Records of ours as the JSON of our statements. One shape per record, so that every predicate writes it alike.</summary>
static class JsonShapes
{
    /// <summary>kebab-case name of an enumeration's value: <c>none-found</c>.</summary>
    public static string Kebab(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    public static JsonArray Array(IEnumerable<JsonNode> items) => new([.. items]);

    public static JsonObject Text(Bilingual text) => new() { ["en"] = text.En, ["ja"] = text.Ja };

    public static JsonObject Build(BuildBinding build) => new()
    {
        ["project"] = build.Project,
        ["configuration"] = build.Configuration,
        ["targetFramework"] = build.TargetFramework,
        ["runtimeIdentifier"] = build.RuntimeIdentifier,
        ["language"] = build.Language,
        ["output"] = build.Output,
        ["outputSha256"] = build.OutputSha256,
    };

    // An in-toto ResourceDescriptor, which is also what SLSA wants for byproducts.
    public static JsonArray Files(ImmutableArray<EvidenceFile> files) => Array(files
        .OrderBy(file => file.Name, StringComparer.Ordinal)
        .Select(file => new JsonObject
        {
            ["name"] = file.Name,
            ["digest"] = new JsonObject { ["sha256"] = file.Sha256 },
            ["mediaType"] = file.MediaType,
            ["annotations"] = new JsonObject { ["securebuild_class"] = file.Class },
        }));

    public static JsonObject Framework(FrameworkResult framework)
    {
        var json = new JsonObject { ["framework"] = framework.Framework, ["version"] = framework.Version };
        if (framework.Catalogue is { } catalogue)
        {
            json["sourceStatus"] = catalogue.Status;
            json["sourceChecked"] = Date(catalogue.Checked);
        }
        json["catalogueSha256"] = framework.CatalogueSha256;
        json["rulesSha256"] = framework.RulesSha256;
        if (!framework.StricterSha256.IsEmpty)
            json["stricterRulesSha256"] = Array(framework.StricterSha256.Select(digest => (JsonNode)digest));
        json["controls"] = Array(framework.Controls.Select(control => Control(control, framework.Catalogue?[control.Control]?.HasOwnId == true)));
        return json;
    }

    static JsonObject Control(ControlResult control, bool hasOwnId)
    {
        var json = new JsonObject { ["control"] = control.Control };
        if (hasOwnId)
            json["ownId"] = true;
        json["status"] = EnumNames.Of(control.Status);
        json["conflict"] = control.Conflict;
        json["facts"] = Array(control.Facts.Select(fact => (JsonNode)fact));
        json["reasons"] = Array(control.Reasons.Select(Text));
        json["statedBy"] = control.StatedBy is { } statement ? Statement(statement) : null;
        return json;
    }

    static JsonObject Statement(PersonStatement statement)
    {
        var json = new JsonObject
        {
            ["control"] = statement.Control,
            ["status"] = EnumNames.Of(statement.Status),
            ["name"] = statement.Name,
            ["role"] = statement.Role,
            ["date"] = Date(statement.Date),
            ["expires"] = Date(statement.Expires),
            ["reference"] = statement.Reference,
        };
        if (statement.ReferenceSha256 is { } digest)
            json["referenceSha256"] = digest;
        json["note"] = statement.Note;
        return json;
    }

    static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
