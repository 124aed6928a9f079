using System.Collections.Immutable;
using SecureBuild.Catalogues;

namespace SecureBuild.Assessment;

/// <summary>A catalogue with the rules that its controls are judged by: those that belong to it, and those by which a team is stricter with itself.</summary>
public sealed class AssessedCatalogue
{
    internal AssessedCatalogue(RuleFile rules, ImmutableArray<RuleFile> stricter = default) => (Rules, Stricter) = (rules, stricter.IsDefault ? [] : stricter);

    /// <summary>The catalogue.</summary>
    public Catalogue Catalogue => Rules.Catalogue;

    /// <summary>Digests of the rule files by which a team is stricter, in their order; mostly none.</summary>
    public ImmutableArray<string> StricterSha256 => [.. Stricter.Select(static file => file.Sha256)];

    /// <summary>The file's text, for a catalogue that does not ship; it goes into the delivery. Null for one that does.</summary>
    internal string? Text { get; init; }

    internal RuleFile Rules { get; }

    internal ImmutableArray<RuleFile> Stricter { get; }

    /// <summary>Whether a statement about this control can count: not where only its parts are judged, or there is nothing to judge.</summary>
    public bool TakesStatement(Control control) => FrameworkAssessment.TakesStatements(Catalogue, control);

    /// <summary>Whether no evidence can show all of it, so that a person has to be asked.</summary>
    public bool NeedsPerson(Control control) => control.Automation is Automation.Human or Automation.Mixed && TakesStatement(control);

    /// <summary>What the rules of a control want to see, in the words used when they have seen it.</summary>
    public ImmutableArray<Bilingual> Asks(string control) =>
        [.. ((RuleFile[])[Rules, .. Stricter]).SelectMany(file => file[control]).Select(static rule => rule.Shows).Distinct()];

    /// <summary>Whether a rule looks at this fact.</summary>
    internal bool LooksAt(string fact)
    {
        foreach (var file in (RuleFile[])[Rules, .. Stricter])
        {
            foreach (var rules in file.Controls.Values)
            {
                foreach (var rule in rules)
                {
                    if (rule.Fact == fact)
                        return true;
                }
            }
        }
        return false;
    }

    internal AssessedCatalogue With(RuleFile stricter) => new(Rules, Stricter.Add(stricter)) { Text = Text };

    /// <summary>What is held against a build where nobody says otherwise: SSDF and the CISA form.</summary>
    public static ImmutableArray<AssessedCatalogue> Default => Of("nist-ssdf", "cisa-ssda-common-form");

    /// <summary>All that ship.</summary>
    public static ImmutableArray<AssessedCatalogue> All => [.. CatalogueLibrary.Shipped.Select(static shipped => shipped.Assessed)];

    /// <summary>Some of those that ship, by id; unknown ids are passed over. The SSDF comes first, also where another one rests on its tasks.</summary>
    public static ImmutableArray<AssessedCatalogue> Of(params ReadOnlySpan<string> ids)
    {
        var chosen = ImmutableArray.CreateBuilder<AssessedCatalogue>();
        foreach (var id in ids)
        {
            if (CatalogueLibrary.ShippedById(id) is { } shipped)
                chosen.Add(shipped.Assessed);
        }
        return WithSsdf(chosen.ToImmutable());
    }

    /// <summary>The SSDF in front, where it is among them or another one rests on its tasks: without it nobody could derive the others again.</summary>
    internal static ImmutableArray<AssessedCatalogue> WithSsdf(ImmutableArray<AssessedCatalogue> chosen)
    {
        AssessedCatalogue? ssdf = null;
        var needed = false;
        var others = ImmutableArray.CreateBuilder<AssessedCatalogue>(chosen.Length);
        foreach (var catalogue in chosen)
        {
            if (catalogue.Catalogue.Id == FrameworkAssessment.Ssdf)
                ssdf = catalogue;
            else
                others.Add(catalogue);
            foreach (var control in catalogue.Catalogue.Controls)
                needed |= control.Ssdf.Length > 0;
        }
        ssdf ??= needed ? CatalogueLibrary.ShippedById(FrameworkAssessment.Ssdf)!.Assessed : null;
        return ssdf is null ? others.ToImmutable() : [ssdf, .. others];
    }
}
