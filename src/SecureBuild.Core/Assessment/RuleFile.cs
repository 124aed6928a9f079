using System.Collections.Immutable;
using System.Text.Json;
using SecureBuild.Catalogues;
using SecureBuild.Evidence;

namespace SecureBuild.Assessment;

/// <summary>The status rules of one catalogue: <c>Catalogues/*.rules.json</c>, shape in <c>rules.schema.json</c>, meaning in <c>Rules.md</c>.</summary>
sealed record RuleFile(Catalogue Catalogue, string Sha256, IReadOnlyDictionary<string, StatusRule[]> Controls)
{
    static readonly Lazy<ImmutableArray<RuleFile>> s_all = new(static () =>
        [.. EmbeddedFile.Lines("Catalogues/catalogues.txt").Select(static (name, index) => Read(CatalogueLibrary.All[index], EmbeddedFile.Bytes($"Catalogues/{name}.rules.json")))]);

    public static ImmutableArray<RuleFile> All => s_all.Value;

    /// <summary>Rules of a control; none where evidence says nothing about it.</summary>
    public ImmutableArray<StatusRule> this[string control] => Controls.TryGetValue(control, out var rules) ? [.. rules] : [];

    public static RuleFile Read(Catalogue catalogue, byte[] bytes)
    {
        using var document = JsonDocument.Parse(bytes, CanonicalJson.Own);
        var rules = document.RootElement.GetProperty("rules");
        var controls = new Dictionary<string, StatusRule[]>(StringComparer.Ordinal);
        foreach (var control in document.RootElement.Members("controls"))
        {
            var uses = new List<StatusRule>();
            foreach (var use in control.Value.EnumerateArray())
                uses.Add(Rule(rules.GetProperty(use.GetProperty("rule").GetString()!), use.Flag("decisive") ?? false));
            controls.Add(control.Name, [.. uses]);
        }
        return new(catalogue, Digest.Sha256(bytes), controls);
    }

    static StatusRule Rule(JsonElement rule, bool decisive) => new(
        CatalogueReader.String(rule, "fact"),
        [.. rule.Items("when", Condition.From)],
        rule.Text("notApplicable") == "skip",
        CatalogueReader.Both(rule.GetProperty("shows")),
        CatalogueReader.Both(rule.GetProperty("fails")),
        decisive);
}
