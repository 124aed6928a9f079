using System.Collections.Immutable;
using SecureBuild.Verification;

namespace SecureBuild.Rendering;

/// <summary>What came of a buyer's own catalogue: every control with its status, for a terminal.</summary>
public static class OwnCatalogueLines
{
    /// <param name="catalogue">The result.</param>
    /// <param name="language">For the reader.</param>
    /// <param name="width">Columns of the terminal.</param>
    public static IEnumerable<Line> Of(OwnCatalogueResult catalogue, string language, int width)
    {
        var (labels, result) = (new Labels(language), catalogue.Result);
        var title = result.Catalogue?.Title.In(labels.Language) ?? result.Framework;
        yield return Line.Of(new Span($"{title} {result.Version}", Tone.Strong), new Span($"   {result.Framework}, {catalogue.On}", Tone.Faint));
        ImmutableArray<ImmutableArray<Span>> rows =
        [
            .. result.Controls.Select(control => (ImmutableArray<Span>)
            [
                control.Control,
                control.Conflict ? new Span(labels["Conflict"], Tone.Bad) : new Span(labels["Status_" + control.Status], Tones.Of(control.Status)),
                result.Catalogue?[control.Control]?.Title.In(labels.Language) ?? "",
            ]),
        ];
        foreach (var line in Table.Lines(rows, Math.Max(width, 100)))
            yield return line;
    }
}
