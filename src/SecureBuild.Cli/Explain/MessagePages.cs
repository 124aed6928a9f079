using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using SecureBuild.Rendering;

namespace SecureBuild.Cli.Explain;

/// <summary>The coded messages SB9xxx: their text is written so that it says what happened and what to do; the holes stand for names.</summary>
static partial class MessagePages
{
    static readonly ResourceManager s_texts = new("SecureBuild.Messages", typeof(Messages).Assembly);

    public static ImmutableArray<string> Ids { get; } =
    [
        .. s_texts.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!.Cast<DictionaryEntry>()
            .Select(entry => (string)entry.Key).Where(name => Code().IsMatch(name)).Order(StringComparer.Ordinal)
    ];

    /// <summary>The text with an ellipsis in every hole.</summary>
    public static string Text(string id) => Hole().Replace(s_texts.GetString(id, CultureInfo.CurrentUICulture)!, "…").Trim();

    public static IEnumerable<Line> Page(string id, int width)
    {
        yield return Line.Of(new Span($"{id}  {Texts.Of("Area_" + id[..4])}", Tone.Strong));
        yield return Line.Empty;
        foreach (var line in DisplayWidth.Wrap(Text(id), Math.Min(width, 100)))
            yield return Line.Of(line);
        yield return Line.Empty;
        yield return Line.Of(new Span(Texts.Of("explain_Holes"), Tone.Faint));
    }

    [GeneratedRegex(@"^SB9[0-9]{3}$")]
    private static partial Regex Code();

    [GeneratedRegex(@"\{[0-9]+\}")]
    private static partial Regex Hole();
}
