using System.Collections.Immutable;
using SecureBuild.Assessment;
using SecureBuild.Catalogues;
using SecureBuild.Submission;

namespace SecureBuild.Rendering.Forms;

/// <summary>An item of a form, in the catalogue's order.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Number">Whose number that is.</param>
/// <param name="Title">Short name.</param>
/// <param name="Summary">What it asks, in our words; null where unknown.</param>
/// <param name="IsGroup">It has items of its own below it.</param>
/// <param name="Automation">What a build can show of it; null where there is nothing to assess.</param>
/// <param name="Control">Its statuses; null for what is only to be read.</param>
sealed record FormItem(string Id, FormNumber Number, Bilingual Title, Bilingual? Summary, bool IsGroup, Automation? Automation, ProductControl? Control)
{
    /// <summary>It has a status of its own: neither a heading nor something that is only to be read.</summary>
    public bool IsAssessed => Control is not null && !IsGroup && (Automation is not null || IsOnlyOfBuilds);

    /// <summary>The catalogue that ships does not have it.</summary>
    public bool IsOnlyOfBuilds { get; init; }

    /// <summary>The status is a person's word in every build: then, and only then, the box of the declaration is ticked.</summary>
    public bool IsStated => Control is { Status: ControlStatus.Stated, Conflict: false } && Control.Projects.All(static project => project.StatedBy is { Status: ControlStatus.Stated });

    /// <summary>The items of the catalogue that ships, with the statuses of the product; behind them what only the builds know.</summary>
    public static ImmutableArray<FormItem> Of(ProductFramework framework, Catalogue catalogue)
    {
        var controls = framework.Controls.ToDictionary(static control => control.Id, StringComparer.Ordinal);
        return
        [
            .. catalogue.Controls.Select(control => new FormItem(
                control.Id, Of(control), control.Title, control.Summary, catalogue.HasBelow(control.Id), control.Automation, controls.GetValueOrDefault(control.Id))),
            .. framework.Controls.Where(control => catalogue[control.Id] is null).Select(static control => new FormItem(control.Id, FormNumber.Own, control.Title, control.Summary, control.IsGroup, null, control) { IsOnlyOfBuilds = true }),
        ];
    }

    static FormNumber Of(Control control) => control.HasOwnId ? FormNumber.Own : control.Confidence == "confirmed" ? FormNumber.Official : FormNumber.Unconfirmed;
}

/// <summary>Whose number an item bears.</summary>
enum FormNumber
{
    /// <summary>The source's; the catalogue says that it was confirmed.</summary>
    Official,
    /// <summary>Ours, after reports of others about the source.</summary>
    Unconfirmed,
    /// <summary>Ours.</summary>
    Own,
}
