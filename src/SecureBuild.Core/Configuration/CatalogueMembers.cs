using System.Collections.Frozen;

namespace SecureBuild.Configuration;

/// <summary>Which members the objects of a catalogue and of a rule file may have. <c>catalogue.schema.json</c> and <c>rules.schema.json</c> say the same to editors; a test compares them.</summary>
static class CatalogueMembers
{
    public const string Catalogue = "catalogue", Framework = "framework", Source = "source", Control = "control", Both = "bi", Rules = "rules", Use = "use", Rule = "rule", Condition = "condition";

    public static FrozenDictionary<string, string[]> Of { get; } = new Dictionary<string, string[]>
    {
        [Catalogue] = ["$schema", "framework", "controls", "retired"],
        [Framework] = ["id", "version", "title", "status", "published", "checked", "source", "wording", "ids", "note", "ombControlNumber", "expires"],
        [Source] = ["document", "url", "checkedAgainst"],
        [Control] = ["id", "ownId", "kind", "parent", "title", "summary", "ssdf", "automation", "evidence", "confidence", "notes", "values", "eo14028"],
        [Both] = ["en", "ja"],
        [Rules] = ["$schema", "framework", "version", "mapping", "rules", "controls"],
        [Use] = ["rule", "decisive"],
        [Rule] = ["fact", "when", "notApplicable", "shows", "fails"],
        [Condition] = ["path", "is", "atLeast", "atMost", "contains", "exists"],
    }.ToFrozenDictionary();
}
