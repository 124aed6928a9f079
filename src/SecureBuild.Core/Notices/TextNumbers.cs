using System.Collections.Immutable;

namespace SecureBuild.Notices;

/// <summary>Texts with their labels: the same text has one, in the order in which they are met.</summary>
/// <param name="prefix">Beginning of the labels.</param>
sealed class TextNumbers(string prefix)
{
    readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    readonly List<(string Text, string? Licence, List<string> Uses)> _texts = [];

    /// <summary>All of them.</summary>
    public ImmutableArray<NoticeText> Texts => [.. _texts.Select((text, index) => new NoticeText(Label(index), text.Licence, [.. text.Uses], text.Text))];

    /// <summary>The label of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="licence">What it is, or null.</param>
    /// <param name="component">Whose it is.</param>
    /// <param name="path">Its file, or null.</param>
    public string Of(string text, string? licence, string component, string? path)
    {
        if (!_numbers.TryGetValue(text, out var number))
        {
            _numbers.Add(text, number = _texts.Count);
            _texts.Add((text, licence, []));
        }
        var known = _texts[number];
        if (known.Licence is null && licence is not null)
            _texts[number] = known with { Licence = licence };
        var use = path is null ? component : $"{component} ({Printable.Of(path)})";
        // A component whose own file has been named needs no second mention.
        if (!known.Uses.Contains(use) && !(path is null && known.Uses.Any(other => other.StartsWith(component + " (", StringComparison.Ordinal))))
            known.Uses.Add(use);
        return Label(number);
    }

    string Label(int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{prefix}{index + 1}");
}
