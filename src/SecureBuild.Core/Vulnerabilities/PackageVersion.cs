namespace SecureBuild.Vulnerabilities;

/// <summary>
/// A version, ordered as its registry orders it: up to four numbers of any size, then Semantic Versioning's labels (2.0.0, 11). A version without labels
/// comes behind the same one with them; what stands behind a plus does not count. NuGet reads labels in any case as the same.
/// </summary>
sealed class PackageVersion : IComparable<PackageVersion>
{
    const int Longest = 256;
    const int MostNumbers = 4;

    readonly string[] _numbers;
    readonly string[] _labels;
    readonly StringComparison _comparison;

    PackageVersion(string[] numbers, string[] labels, StringComparison comparison) => (_numbers, _labels, _comparison) = (numbers, labels, comparison);

    /// <summary>Reads a version; null for what is none.</summary>
    public static PackageVersion? Parse(string? text, Ecosystem ecosystem)
    {
        if (text is null || text.Length > Longest)
            return null;
        var rest = text.Trim();
        if (rest.StartsWith('v') || rest.StartsWith('V'))
            rest = rest[1..];
        var plus = rest.IndexOf('+');
        if (plus >= 0)
            rest = rest[..plus];
        var dash = rest.IndexOf('-');
        var numbers = (dash < 0 ? rest : rest[..dash]).Split('.');
        var labels = dash < 0 ? [] : rest[(dash + 1)..].Split('.');
        if (numbers.Length > MostNumbers || !Array.TrueForAll(numbers, IsNumber) || !Array.TrueForAll(labels, IsLabel))
            return null;
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = numbers[i].TrimStart('0');
        return new(numbers, labels, ecosystem == Ecosystem.NuGet ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public int CompareTo(PackageVersion? other)
    {
        if (other is null)
            return 1;
        for (var i = 0; i < MostNumbers; i++)
            if (Numbers(i < _numbers.Length ? _numbers[i] : "", i < other._numbers.Length ? other._numbers[i] : "") is not 0 and var order)
                return order;
        if (_labels.Length == 0 || other._labels.Length == 0)
            return other._labels.Length.CompareTo(_labels.Length);
        for (var i = 0; i < Math.Min(_labels.Length, other._labels.Length); i++)
            if (Labels(_labels[i], other._labels[i]) is not 0 and var order)
                return order;
        return _labels.Length.CompareTo(other._labels.Length);
    }

    // A number comes before a word.
    int Labels(string a, string b) => (IsNumber(a), IsNumber(b)) switch
    {
        (true, true) => Numbers(a.TrimStart('0'), b.TrimStart('0')),
        (true, false) => -1,
        (false, true) => 1,
        _ => string.Compare(a, b, _comparison),
    };

    // Without leading zeros the longer number is the greater one.
    static int Numbers(string a, string b) => a.Length != b.Length ? a.Length.CompareTo(b.Length) : string.CompareOrdinal(a, b);

    static bool IsNumber(string text)
    {
        foreach (var c in text)
            if (!char.IsAsciiDigit(c))
                return false;
        return text.Length > 0;
    }

    static bool IsLabel(string text)
    {
        foreach (var c in text)
            if (!char.IsAsciiLetterOrDigit(c) && c != '-')
                return false;
        return text.Length > 0;
    }
}
