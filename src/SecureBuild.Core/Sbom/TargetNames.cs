namespace SecureBuild.Sbom;

/// <summary>
/// Restore names a target by the short framework name (<c>net10.0</c>), by the long one (<c>.NETStandard,Version=v2.0</c>) or by the
/// project's own alias, depending on the framework and on the version of the file.
/// </summary>
static class TargetNames
{
    /// <summary>All names that mean this target framework.</summary>
    /// <param name="targetFramework"><c>$(TargetFramework)</c>.</param>
    /// <param name="moniker"><c>$(TargetFrameworkMoniker)</c>, or null.</param>
    /// <param name="recorded">Names that the restore result itself gives to the framework with this alias.</param>
    public static IEnumerable<string> For(string targetFramework, string? moniker, IEnumerable<string?> recorded)
    {
        string?[] names = [targetFramework, moniker, LongName(targetFramework), .. recorded];
        return names.OfType<string>().SelectMany(name => LongName(name) is { } longName ? [name, longName] : new[] { name })
            .Distinct(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary><c>.NETStandard,Version=v2.0</c> for <c>netstandard2.0</c>; null for names that are not of the classic kinds.</summary>
    public static string? LongName(string shortName)
    {
        var name = shortName.ToLowerInvariant();
        if (Rest(name, "netstandard") is { } standard)
            return $".NETStandard,Version=v{standard}";
        if (Rest(name, "netcoreapp") is { } core)
            return $".NETCoreApp,Version=v{core}";
        if (Rest(name, "net") is not { } version)
            return null;
        var dotted = version.Contains('.', StringComparison.Ordinal);
        return dotted && version.All(c => char.IsAsciiDigit(c) || c == '.')
            ? $".NETCoreApp,Version=v{version}"
            : !dotted && version.All(char.IsAsciiDigit) ? $".NETFramework,Version=v{string.Join('.', version.AsEnumerable())}" : null;
    }

    static string? Rest(string name, string prefix) =>
        name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.Ordinal) && char.IsAsciiDigit(name[prefix.Length]) ? name[prefix.Length..] : null;
}
