using System.Collections.Immutable;

namespace SecureBuild.Rendering;

/// <summary>Columns that line up whatever the script.</summary>
public static class Table
{
    /// <summary>
    /// Rows as lines: every column as wide as its widest cell, two spaces between columns, and the last one wrapped to what is left.
    /// </summary>
    /// <param name="rows">Cells; all rows have the same number.</param>
    /// <param name="width">Columns available.</param>
    /// <param name="indent">Spaces before every line.</param>
    public static IEnumerable<Line> Lines(IReadOnlyCollection<ImmutableArray<Span>> rows, int width, int indent = 2)
    {
        if (rows.Count == 0)
            yield break;
        var columns = rows.First().Length;
        var widths = Enumerable.Range(0, columns).Select(column => rows.Max(row => DisplayWidth.Of(row[column].Text))).ToArray();
        var before = indent + widths[..^1].Sum(column => column + 2);
        var left = Math.Max(20, width - before);
        foreach (var row in rows)
        {
            var wrapped = DisplayWidth.Wrap(row[^1].Text, left).DefaultIfEmpty("").ToArray();
            for (var i = 0; i < wrapped.Length; i++)
            {
                var tail = new Span(wrapped[i], row[^1].Tone);
                yield return new Line(i > 0
                    ? [new string(' ', before), tail]
                    : [new string(' ', indent), .. row[..^1].Select((cell, column) => Padded(cell, widths[column], isLast: tail.Text.Length == 0 && column == columns - 2)), tail]);
            }
        }
    }

    // No spaces at the end of a line.
    static Span Padded(Span cell, int width, bool isLast) => isLast ? cell : cell with { Text = DisplayWidth.Pad(cell.Text, width) + "  " };
}
