namespace SecureBuild.Vulnerabilities;

/// <summary>A registry whose packages are compared with advisories.</summary>
enum Ecosystem
{
    /// <summary>NuGet: names and pre-release labels are the same in any case.</summary>
    NuGet,
    /// <summary>npm: case counts.</summary>
    Npm,
}

/// <summary>A package by the name under which advisories know it.</summary>
/// <param name="Ecosystem">Its registry.</param>
/// <param name="Name">Its name: of npm with the scope, <c>@scope/name</c>.</param>
sealed record PackageName(Ecosystem Ecosystem, string Name)
{
    /// <summary>The same text for the same package.</summary>
    public string Key => Ecosystem == Ecosystem.NuGet ? "NuGet\n" + Name.ToLowerInvariant() : "npm\n" + Name;

    /// <summary>From OSV's <c>package</c>: its ecosystem may name a registry behind a colon. Null for any other ecosystem.</summary>
    public static PackageName? FromOsv(string ecosystem, string name) => ecosystem.Split(':')[0] switch
    {
        "NuGet" => new(Ecosystem.NuGet, name),
        "npm" => new(Ecosystem.Npm, name),
        _ => null,
    };

    /// <summary>From a package URL; null for one of another type. The version is what it says, or null.</summary>
    public static (PackageName Name, string? Version)? FromPurl(string? purl)
    {
        Ecosystem ecosystem;
        if (purl?.StartsWith("pkg:nuget/", StringComparison.OrdinalIgnoreCase) == true)
            ecosystem = Ecosystem.NuGet;
        else if (purl?.StartsWith("pkg:npm/", StringComparison.OrdinalIgnoreCase) == true)
            ecosystem = Ecosystem.Npm;
        else
            return null;
        var rest = purl.AsSpan(purl.IndexOf('/') + 1);
        if (rest.IndexOfAny('?', '#') is >= 0 and var end)
            rest = rest[..end];
        // A scope may stand there as it is: only an @ behind the last slash, and not at its beginning, leads in a version.
        var name = rest.LastIndexOf('/') + 1;
        var at = rest[name..].LastIndexOf('@') is > 0 and var found ? name + found : -1;
        var version = at < 0 ? null : Uri.UnescapeDataString(rest[(at + 1)..].ToString());
        var text = Uri.UnescapeDataString((at < 0 ? rest : rest[..at]).Trim('/').ToString());
        return text.Length == 0 ? null : (new(ecosystem, text), string.IsNullOrEmpty(version) ? null : version);
    }
}
