using System.Collections.Immutable;
using SecureBuild.Verification.Vex;

namespace SecureBuild.Rendering;

/// <summary>What VEX documents in a delivery say, for a terminal: without a verdict.</summary>
public static class VexNoteLines
{
    const int Most = 5;

    /// <param name="notes">The documents.</param>
    /// <param name="language">For the reader.</param>
    /// <param name="width">Columns of the terminal.</param>
    public static IEnumerable<Line> Of(ImmutableArray<VexNote> notes, string language, int width)
    {
        var labels = new Labels(language);
        yield return Line.Of(new Span(labels["VexNotes"], Tone.Strong));
        foreach (var line in DisplayWidth.Wrap(labels["VexNotesLimits"], width - 2))
            yield return Line.Of(new Span("  " + line, Tone.Faint));
        foreach (var note in notes)
            foreach (var line in Of(note, labels).SelectMany(line => DisplayWidth.Wrap(line.Text, width - line.Indent).Select(text => Line.Of(new Span(new string(' ', line.Indent) + text, line.Tone)))))
                yield return line;
    }

    static IEnumerable<(string Text, int Indent, Tone Tone)> Of(VexNote note, Labels labels)
    {
        if (note.Problem is { } problem)
        {
            yield return ($"{problem.Code}: {problem.Text}", 2, Tone.Open);
            yield break;
        }
        yield return (string.Join(" · ", ((string?[])[note.File, note.Format, note.Author is { } author ? labels.Of("VexNoteBy", author) : null, note.Timestamp]).OfType<string>()), 2, Tone.Plain);
        yield return (labels.Of("VexNoteStatements", note.Statuses.Values.Sum()) + string.Concat(note.Statuses.Select((pair, number) => $"{(number == 0 ? ": " : ", ")}{labels["Vex_" + pair.Key]} {pair.Value}")), 4, Tone.Plain);
        foreach (var bom in note.Boms)
            yield return (Bom(bom, labels), 4, bom is { State: LinkedBomState.Delivered, Digest: not LinkedBomDigest.Differs } ? Tone.Plain : Tone.Open);
        if (!note.Unmatched.IsEmpty)
            yield return (labels.Of("VexNoteUnmatched", note.Unmatched.Length, string.Join(", ", note.Unmatched.Take(Most)) + (note.Unmatched.Length > Most ? " …" : "")), 4, Tone.Open);
    }

    static string Bom(LinkedBom bom, Labels labels) => labels.Of("VexBom" + bom.State, bom.Link, bom.File ?? "")
        + bom.Digest switch { LinkedBomDigest.Matches => labels["VexBomDigestMatches"], LinkedBomDigest.Differs => labels["VexBomDigestDiffers"], _ => "" };
}
