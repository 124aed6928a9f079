using System.Collections.Immutable;
using System.Text.Json;
using SecureBuild.Catalogues;
using SecureBuild.Evidence;

namespace SecureBuild.Assessment;

/// <summary>The status rules of one catalogue: <c>Catalogues/*.rules.json</c>, shape in <c>rules.schema.json</c>, meaning in <c>Rules.md</c>.</summary>
sealed record RuleFile(Catalogue Catalogue, string Sha256, ImmutableDictionary<string, ImmutableArray<StatusRule>> Controls)
{
    static readonly Lazy<ImmutableArray<RuleFile>> s_all = new(static () =>
        [.. EmbeddedFile.Lines("Catalogues/catalogues.txt").Select(static name => Read(CatalogueReader.Catalogue(EmbeddedFile.Bytes($"Catalogues/{name}.json")), EmbeddedFile.Bytes($"Catalogues/{name}.rules.json")))]);

    public static ImmutableArray<RuleFile> All => s_all.Value;

    /// <summary>Rules of a control; none where evidence says nothing about it.</summary>
    public ImmutableArray<StatusRule> this[string control] => Controls.GetValueOrDefault(control, []);

    public static RuleFile Read(Catalogue catalogue, byte[] bytes)
    {
        using var document = JsonDocument.Parse(bytes, CanonicalJson.Strict);
        var rules = document.RootElement.Members("rules").ToDictionary(static rule => rule.Name, static rule => rule.Value, StringComparer.Ordinal);
        return new(catalogue, Digest.Sha256(bytes), document.RootElement.Members("controls").ToImmutableDictionary(
            static control => control.Name,
            control => control.Value.EnumerateArray().Select(use => Rule(rules[use.GetProperty("rule").GetString()!], use.Flag("decisive") ?? false)).ToImmutableArray(),
            StringComparer.Ordinal));
    }

    static StatusRule Rule(JsonElement rule, bool decisive) => new(
        CatalogueReader.String(rule, "fact"),
        [.. rule.Items("when").Select(Condition.From)],
        rule.Text("notApplicable") == "skip",
        CatalogueReader.Both(rule.GetProperty("shows")),
        CatalogueReader.Both(rule.GetProperty("fails")),
        decisive);
}
