using System.Collections.Immutable;
using System.Text.Json;
using SecureBuild.Catalogues;
using SecureBuild.Evidence;

namespace SecureBuild.Assessment;

/// <summary>The status rules of one catalogue: <c>Catalogues/*.rules.json</c>, shape in <c>rules.schema.json</c>, meaning in <c>Rules.md</c>.</summary>
/// <param name="Catalogue">The catalogue.</param>
/// <param name="Sha256">Digest of the rule file; of nothing where a catalogue of others has none.</param>
/// <param name="MappingIsFallback">The SSDF tasks of a control count only where it has no rules of its own.</param>
/// <param name="Controls">Rules by control.</param>
sealed record RuleFile(Catalogue Catalogue, string Sha256, bool MappingIsFallback, IReadOnlyDictionary<string, StatusRule[]> Controls)
{
    /// <summary>The file's text, for rules that do not ship; null for others.</summary>
    public string? Text { get; init; }

    /// <summary>For a catalogue without rules: evidence says nothing about its controls, but the SSDF tasks that they rest on do.</summary>
    public static RuleFile None(Catalogue catalogue) => new(catalogue, Digest.Sha256([]), false, new Dictionary<string, StatusRule[]>());

    /// <summary>Rules of a control; none where evidence says nothing about it.</summary>
    public ImmutableArray<StatusRule> this[string control] => Controls.TryGetValue(control, out var rules) ? [.. rules] : [];

    public static RuleFile Read(Catalogue catalogue, byte[] bytes)
    {
        using var document = CatalogueReader.Parse(bytes);
        var rules = document.RootElement.GetProperty("rules");
        var controls = new Dictionary<string, StatusRule[]>(StringComparer.Ordinal);
        foreach (var control in document.RootElement.Members("controls"))
        {
            var uses = new List<StatusRule>();
            foreach (var use in control.Value.EnumerateArray())
            {
                var name = use.GetProperty("rule").GetString()!;
                uses.Add(Rule(name, rules.GetProperty(name), use.Flag("decisive") ?? false));
            }
            controls.Add(control.Name, [.. uses]);
        }
        return new(catalogue, Digest.Sha256(bytes), document.RootElement.Text("mapping") == "fallback", controls);
    }

    static StatusRule Rule(string name, JsonElement rule, bool decisive) => new(
        name,
        CatalogueReader.String(rule, "fact"),
        [.. rule.Items("when", Condition.From)],
        rule.Text("notApplicable") == "skip",
        CatalogueReader.Both(rule.GetProperty("shows")),
        CatalogueReader.Both(rule.GetProperty("fails")),
        decisive);
}
