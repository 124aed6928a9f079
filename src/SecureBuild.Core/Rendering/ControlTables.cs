using System.Collections.Immutable;
using SecureBuild.Assessment;
using SecureBuild.Catalogues;

namespace SecureBuild.Rendering;

/// <summary>The controls of every framework: how many of each status, then the open ones in full and the others by id.</summary>
sealed class ControlTables(BuildSummary summary, Labels labels, int width, List<Line> lines)
{
    public void Write(bool all)
    {
        foreach (var framework in summary.Frameworks)
        {
            lines.Add(Line.Empty);
            lines.Add(Line.Of(new Span($"{framework.Title.In(labels.Language)} {framework.Version}", Tone.Strong), new Span($"   {framework.Id}", Tone.Faint)));
            if (framework.SourceStatus is { } source && !Catalogue.IsSettled(source))
                lines.AddRange(DisplayWidth.Wrap(labels["UnsettledSource"], width - 2).Select(line => Line.Of("  ", new Span(line, Tone.Bad))));
            if (framework.IsForeign)
                lines.AddRange(DisplayWidth.Wrap(labels["ForeignCatalogue"], width - 2).Select(line => Line.Of("  ", new Span(line, Tone.Open))));
            lines.AddRange(DisplayWidth.Wrap(Counts(framework), width - 2).Select(line => Line.Of("  " + line)));
            var full = framework.Controls.Where(control => all || IsOpen(control)).ToArray();
            lines.AddRange(Table.Lines([.. full.SelectMany(control => Rows(control, all))], Math.Max(width, 100)));
            foreach (var rest in framework.Controls.Except(full).GroupBy(control => control.Status))
                lines.AddRange(Table.Lines([[new Span(labels["Status_" + rest.Key], Tones.Of(rest.Key)), string.Join(", ", rest.Select(Id))]], width));
            Footnotes(framework, all);
        }
    }

    // An id that is not the source's must not look as if it were: nobody finds it there.
    static string Id(ControlSummary control) => control.HasOwnId ? control.Id + "*" : control.Id;

    void Footnotes(FrameworkSummary framework, bool all)
    {
        var notes = new List<string>();
        if (framework.Controls.Any(static control => control.HasOwnId))
            notes.Add(labels["OwnIds"]);
        if (all && framework.Controls.Any(static control => control.FromMemory))
            notes.Add(labels.Of("FromMemory", string.Join(", ", framework.Controls.Where(static control => control.FromMemory).Select(Id))));
        if (all && framework.Note is { } note)
            notes.Add(note.In(labels.Language));
        lines.AddRange(notes.SelectMany(note => DisplayWidth.Wrap(note, width - 2)).Select(line => Line.Of("  ", new Span(line, Tone.Faint))));
    }

    static bool IsOpen(ControlSummary control) => control.Conflict || control.Status is ControlStatus.NotMet or ControlStatus.Partly;

    string Counts(FrameworkSummary framework) => string.Join(" · ", Enum.GetValues<ControlStatus>().OrderByDescending(status => status == ControlStatus.MetByEvidence).ThenByDescending(status => status == ControlStatus.Stated)
        .Select(status => (status, count: framework.Controls.Count(control => control.Status == status)))
        .Where(pair => pair.count > 0)
        .Select(pair => $"{labels["Status_" + pair.status]} {pair.count}"));

    IEnumerable<ImmutableArray<Span>> Rows(ControlSummary control, bool all)
    {
        var status = control.Conflict ? new Span(labels["Conflict"], Tone.Bad) : new Span(labels["Status_" + control.Status], Tones.Of(control.Status));
        yield return [Id(control), status, control.Title.In(labels.Language)];
        if (control.StatedBy is { } person)
            yield return ["", "", new Span(labels.Of("StatedBy", person), Tone.Faint)];
        // What is partly shown needs a look at the whole; what is not met needs to be told at once.
        foreach (var reason in all || control.Conflict || control.Status == ControlStatus.NotMet ? control.Reasons : [])
            yield return ["", "", new Span(reason.In(labels.Language), Tone.Faint)];
    }
}
