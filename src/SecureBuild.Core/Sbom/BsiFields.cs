using System.Collections.Immutable;

namespace SecureBuild.Sbom;

/// <summary>
/// The component fields that BSI TR-03183-2 v2.1 asks for and CycloneDX has no member for (properties <c>bsi:component:*</c>), and the digest of what is
/// delivered (SHA-512 on a <c>distribution</c> link). Derived from what the document says already: the file's name and kind.
/// </summary>
static class BsiFields
{
    /// <summary>Name of the delivered file.</summary>
    public const string FileName = "bsi:component:filename";

    /// <summary><c>executable</c> or <c>non-executable</c>.</summary>
    public const string Executable = "bsi:component:executable";

    /// <summary><c>archive</c> or <c>no archive</c>.</summary>
    public const string Archive = "bsi:component:archive";

    /// <summary><c>structured</c> or <c>unstructured</c>.</summary>
    public const string Structured = "bsi:component:structured";

    /// <summary>The licence that applies where it is used.</summary>
    public const string EffectiveLicence = "bsi:component:effectiveLicense";

    static readonly string[] s_archives = [".nupkg", ".zip", ".tar", ".gz", ".br", ".tgz", ".jar", ".7z", ".vsix"];
    static readonly string[] s_programs = [".dll", ".exe", ".so", ".dylib", ".wasm"];

    /// <summary>The component and its parts with these fields.</summary>
    public static Component Add(Component component)
    {
        var whole = component.Components.IsEmpty ? component : component with { Components = [.. component.Components.Select(Add)] };
        var (file, licence) = (Deployable(whole), Effective(whole));
        if (file is null && licence is null)
            return whole;
        return whole with
        {
            Properties = [.. Fields(whole, file, licence), .. whole.Properties.Where(property => !property.Name.StartsWith("bsi:", StringComparison.Ordinal))],
            ExternalReferences = file is null ? whole.ExternalReferences : Distribution(whole, file),
        };
    }

    static IEnumerable<Property> Fields(Component component, string? file, string? licence)
    {
        var isArchive = file is not null && s_archives.Contains(Path.GetExtension(file).ToLowerInvariant());
        if (file is not null)
            yield return new(Archive, isArchive ? "archive" : "no archive");
        if (licence is not null)
            yield return new(EffectiveLicence, licence);
        if (file is null)
            yield break;
        yield return new(Executable, IsProgram(component, file) ? "executable" : "non-executable");
        yield return new(FileName, file);
        yield return new(Structured, isArchive ? "structured" : "unstructured");
    }

    // Known where the concluded licence leaves no choice; which one of several is taken is for those who use the component to say.
    static string? Effective(Component component) =>
        component.Licenses.FirstOrDefault(licence => licence.Acknowledgement == "concluded") is { } concluded && (concluded.Expression ?? concluded.Id) is { } expression
            && !expression.Contains(" OR ", StringComparison.OrdinalIgnoreCase) ? expression : null;

    // A package is its .nupkg or .tgz; a project and the product are their assembly; a file is itself. What is not delivered has no file.
    static string? Deployable(Component component) => component switch
    {
        { Type: "file" } => Path.GetFileName(component.Name),
        { IsExternal: true } => null,
        { Purl: { } purl, Version: { } version, Type: "library" } when purl.StartsWith("pkg:nuget/", StringComparison.Ordinal) => $"{component.Name}.{PackageUrl.Identity(version)}.nupkg".ToLowerInvariant(),
        { Purl: { } purl, Type: "library" } when purl.StartsWith("pkg:npm/", StringComparison.Ordinal) && ArchiveOf(component) is { } archive => archive,
        _ => component.Components.FirstOrDefault(IsAssembly) is { } assembly ? Path.GetFileName(assembly.Name) : null,
    };

    static string? ArchiveOf(Component component) =>
        component.ExternalReferences.FirstOrDefault(reference => reference.Type == "distribution") is { } link ? Uri.UnescapeDataString(link.Url[(link.Url.LastIndexOf('/') + 1)..]) : null;

    static bool IsAssembly(Component part) => part.Properties.Any(property => property is { Name: Names.FileKind, Value: "assembly" });

    static bool IsProgram(Component component, string file) =>
        s_programs.Contains(Path.GetExtension(file).ToLowerInvariant()) || component.Properties.Any(property => property is { Name: Names.FileKind, Value: "host" });

    // Where the feed is not one that everybody may know, the link is the file's name alone.
    static ImmutableArray<ExternalReference> Distribution(Component component, string file)
    {
        var hashes = component is { Type: "file" } || !component.Hashes.IsEmpty ? component.Hashes : component.Components.FirstOrDefault(IsAssembly)?.Hashes ?? [];
        var strong = hashes.Where(hash => hash.Alg == "SHA-512").ToImmutableArray();
        if (strong.IsEmpty)
            return component.ExternalReferences;
        var known = component.ExternalReferences.FirstOrDefault(reference => reference.Type == "distribution");
        return [(known ?? new("distribution", Uri.EscapeDataString(file))) with { Hashes = strong }, .. component.ExternalReferences.Where(reference => reference != known)];
    }
}
