namespace SecureBuild.Vulnerabilities;

/// <summary>
/// Versions that a waiver is about, in NuGet's notation: <c>[1.0,2.0)</c>, <c>(,1.5]</c>, <c>[1.0]</c>. A bare version means exactly that one: a waiver
/// must never reach further than its author wrote.
/// </summary>
sealed record VersionInterval(string? Least, bool IncludesLeast, string? Most, bool IncludesMost)
{
    /// <summary>Reads the notation; null for what is none.</summary>
    public static VersionInterval? Parse(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length < 2)
            return Bound(trimmed) is { } only ? new(only, true, only, true) : null;
        if (trimmed[0] is not ('[' or '('))
            return Bound(trimmed) is { } exact ? new(exact, true, exact, true) : null;
        if (trimmed[^1] is not (']' or ')'))
            return null;
        var (opens, closes, parts) = (trimmed[0] == '[', trimmed[^1] == ']', trimmed[1..^1].Split(','));
        if (parts.Length == 1)
            return opens && closes && Bound(parts[0]) is { } one ? new(one, true, one, true) : null;
        var (least, most) = (parts[0].Trim(), parts.Length == 2 ? parts[1].Trim() : "?");
        if ((least.Length > 0 && Bound(least) is null) || (most.Length > 0 && Bound(most) is null) || (least.Length == 0 && opens) || (most.Length == 0 && closes))
            return null;
        var interval = new VersionInterval(least.Length > 0 ? least : null, opens, most.Length > 0 ? most : null, closes);
        return interval.IsEmpty ? null : interval;
    }

    /// <summary>Whether a version lies in it. One that cannot be compared does not.</summary>
    public bool Contains(string? version, Ecosystem ecosystem)
    {
        if (PackageVersion.Parse(version, ecosystem) is not { } parsed)
            return false;
        var fromLeast = Least is null ? 1 : parsed.CompareTo(PackageVersion.Parse(Least, ecosystem));
        var fromMost = Most is null ? -1 : parsed.CompareTo(PackageVersion.Parse(Most, ecosystem));
        return (fromLeast > 0 || (fromLeast == 0 && IncludesLeast)) && (fromMost < 0 || (fromMost == 0 && IncludesMost));
    }

    bool IsEmpty => Least is not null && Most is not null
        && PackageVersion.Parse(Least, Ecosystem.NuGet)!.CompareTo(PackageVersion.Parse(Most, Ecosystem.NuGet)) is var order && (order > 0 || (order == 0 && !(IncludesLeast && IncludesMost)));

    static string? Bound(string text) => PackageVersion.Parse(text, Ecosystem.NuGet) is null ? null : text.Trim();
}
