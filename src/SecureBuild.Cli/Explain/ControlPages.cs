using System.Collections.Immutable;
using System.Globalization;
using SecureBuild.Assessment;
using SecureBuild.Catalogues;
using SecureBuild.Rendering;

namespace SecureBuild.Cli.Explain;

/// <summary>The catalogues that ship and their controls: what one asks, what a build can show of it, and how sure the entry is.</summary>
static class ControlPages
{
    /// <summary>Everything that goes by a name: a catalogue (<c>nist-csf</c>), a control (<c>PO.3.2</c>, in every catalogue that has it), or one of the two together (<c>nist-ssdf/PO.3.2</c>).</summary>
    public static ImmutableArray<Line> Of(string name, int width)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        var lines = ImmutableArray.CreateBuilder<Line>();
        foreach (var assessed in AssessedCatalogue.All)
        {
            var catalogue = assessed.Catalogue;
            if (slash > 0 ? !Is(catalogue.Id, name[..slash]) : Is(catalogue.Id, name))
            {
                if (slash < 0)
                    lines.AddRange(Catalogue(catalogue, width));
                continue;
            }
            foreach (var control in catalogue.Controls)
            {
                if (!Is(control.Id, slash > 0 ? name[(slash + 1)..] : name))
                    continue;
                if (lines.Count > 0)
                    lines.Add(Line.Empty);
                lines.AddRange(Control(assessed, control, width));
            }
        }
        return lines.ToImmutable();
    }

    /// <summary>Ids of catalogues and of their controls.</summary>
    public static IEnumerable<string> Ids => CatalogueLibrary.All.SelectMany(static catalogue => catalogue.Controls.Select(static control => control.Id).Prepend(catalogue.Id)).Distinct(StringComparer.Ordinal);

    static IEnumerable<Line> Catalogue(Catalogue catalogue, int width)
    {
        yield return Line.Of(new Span($"{catalogue.Title.In(Language.Current)} {catalogue.Version}", Tone.Strong), new Span($"   {catalogue.Id}", Tone.Faint));
        foreach (var line in Source(catalogue, width))
            yield return line;
        yield return Line.Empty;
        foreach (var line in Table.Lines([.. catalogue.Controls.Select(control => (ImmutableArray<Span>)[Id(control), control.Title.In(Language.Current)])], width))
            yield return line;
        if (catalogue.Controls.Any(static control => control.HasOwnId))
            yield return Line.Of(new Span("  " + Texts.Of("state_OwnIds"), Tone.Faint));
    }

    static IEnumerable<Line> Control(AssessedCatalogue assessed, Control control, int width)
    {
        var language = Language.Current;
        yield return Line.Of(new Span($"{Id(control)}  {control.Title.In(language)}", Tone.Strong), new Span($"   {assessed.Catalogue.Id}", Tone.Faint));
        yield return Line.Empty;
        foreach (var line in DisplayWidth.Wrap(control.Summary.In(language), width - 2))
            yield return Line.Of("  " + line);
        yield return Line.Empty;
        var rows = new List<ImmutableArray<Span>>
        {
            Row("control_Shows", Texts.Of("control_Shows_" + (control.Automation?.ToString() ?? "Nothing"))),
        };
        foreach (var asked in assessed.Asks(control.Id))
            rows.Add(Row("control_Rule", asked.In(language)));
        if (!control.Ssdf.IsEmpty && assessed.Catalogue.Id != "nist-ssdf")
            rows.Add(Row("control_Ssdf", string.Join(", ", control.Ssdf)));
        if (!control.Evidence.IsEmpty)
            rows.Add(Row("control_Facts", string.Join(Texts.Of("control_Separator"), control.Evidence.Select(fact => CatalogueLibrary.Facts[fact].Title.In(language)))));
        if (control.Confidence.Length > 0)
            rows.Add(Row("control_Confidence", Texts.Of("control_Confidence_" + control.Confidence)));
        if (control.HasOwnId)
            rows.Add(Row("control_Id", Texts.Of("state_OwnIds").TrimStart('*', ' ')));
        foreach (var line in Table.Lines(rows, width))
            yield return line;
        yield return Line.Empty;
        yield return Line.Of($"  {assessed.Catalogue.Title.In(language)} {assessed.Catalogue.Version}");
        foreach (var line in Source(assessed.Catalogue, width))
            yield return line;
    }

    static IEnumerable<Line> Source(Catalogue catalogue, int width)
    {
        var rows = new List<ImmutableArray<Span>>
        {
            Row("control_Source", $"{catalogue.Document} <{catalogue.Url}>"),
            Row("control_State", new(Texts.Of("control_State_" + catalogue.Status) + " · " + Texts.Of("control_Checked", catalogue.Checked.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), catalogue.CanBeSigned ? Tone.Plain : Tone.Bad)),
        };
        if (catalogue.Note is { } note)
            rows.Add(Row("control_Note", note.In(Language.Current)));
        rows.Add(Row("control_Words", Texts.Of("control_OwnWords")));
        return Table.Lines(rows, width);
    }

    static ImmutableArray<Span> Row(string label, Span value) => [new Span(Texts.Of(label), Tone.Faint), value];

    static string Id(Control control) => control.HasOwnId ? control.Id + "*" : control.Id;

    static bool Is(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
