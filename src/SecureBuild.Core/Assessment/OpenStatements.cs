using System.Collections.Immutable;
using SecureBuild.Catalogues;

namespace SecureBuild.Assessment;

/// <summary>What no evidence can show and nobody has stated yet, or no longer.</summary>
public static class OpenStatements
{
    /// <summary>The controls to ask a person about, catalogue by catalogue.</summary>
    /// <param name="catalogues">What a build is held against.</param>
    /// <param name="statements">What has been stated.</param>
    /// <param name="today">The day on which statements are to count.</param>
    public static ImmutableArray<OpenControl> Of(ImmutableArray<AssessedCatalogue> catalogues, ImmutableArray<PersonStatement> statements, DateOnly today)
    {
        var byControl = statements.ToLookup(static statement => statement.Control, StringComparer.Ordinal);
        var settledTasks = new HashSet<string>(StringComparer.Ordinal);
        var open = ImmutableArray.CreateBuilder<OpenControl>();
        foreach (var assessed in AssessedCatalogue.WithSsdf(catalogues))
        {
            var catalogue = assessed.Catalogue;
            foreach (var control in catalogue.Controls)
            {
                var verdict = StatementVerdict.Of(byControl[$"{catalogue.Id}/{control.Id}"], today);
                if (catalogue.Id == FrameworkAssessment.Ssdf && (control.Automation == Automation.Auto || verdict.Counted is not null))
                    settledTasks.Add(control.Id);
                if (verdict.Counted is null && assessed.NeedsPerson(control) && !RestsOnSettled(catalogue, control, settledTasks))
                    open.Add(new(catalogue, control, byControl[$"{catalogue.Id}/{control.Id}"].LastOrDefault(), verdict.Reasons));
            }
        }
        return open.ToImmutable();
    }

    // Of a control that a build shows in part, the rest is stated with the SSDF tasks that it rests on. What only a person can state is asked by itself: the
    // mapping is not that person's.
    static bool RestsOnSettled(Catalogue catalogue, Control control, HashSet<string> settled) =>
        catalogue.Id != FrameworkAssessment.Ssdf && control is { Automation: Automation.Mixed, Ssdf.IsEmpty: false } && control.Ssdf.All(settled.Contains);
}

/// <summary>A control that a person has to say something about.</summary>
/// <param name="Catalogue">The catalogue.</param>
/// <param name="Control">The control.</param>
/// <param name="Earlier">A statement about it that does not count, for instance because it expired; or null.</param>
/// <param name="Why">Why that does not count.</param>
public sealed record OpenControl(Catalogue Catalogue, Control Control, PersonStatement? Earlier, ImmutableArray<Bilingual> Why)
{
    /// <summary><c>nist-ssdf/PO.2.2</c>.</summary>
    public string Name => $"{Catalogue.Id}/{Control.Id}";
}
