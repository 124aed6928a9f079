using System.Collections.Immutable;

namespace SecureBuild.Sbom;

/// <summary>
/// The component fields that BSI TR-03183-2 v2.1 asks for and CycloneDX has no member for (properties <c>bsi:component:*</c>), and the digest of what is
/// delivered (SHA-512 on a <c>distribution</c> link). Derived from what the document says already: the file's name and kind.
/// </summary>
static class BsiFields
{
    const string FileName = "bsi:component:filename", Executable = "bsi:component:executable", Archive = "bsi:component:archive", Structured = "bsi:component:structured";

    static readonly string[] s_archives = [".nupkg", ".zip", ".tar", ".gz", ".tgz", ".jar", ".7z", ".vsix"];
    static readonly string[] s_programs = [".dll", ".exe", ".so", ".dylib"];

    /// <summary>The component and its parts with these fields.</summary>
    public static Component Add(Component component)
    {
        var whole = component.Components.IsEmpty ? component : component with { Components = [.. component.Components.Select(Add)] };
        if (Deployable(whole) is not { } file)
            return whole;
        var properties = whole.Properties.Where(property => !property.Name.StartsWith("bsi:", StringComparison.Ordinal)).ToList();
        var isArchive = s_archives.Contains(Path.GetExtension(file).ToLowerInvariant());
        properties.InsertRange(0,
        [
            new(Archive, isArchive ? "archive" : "no archive"),
            new(Executable, IsProgram(whole, file) ? "executable" : "non-executable"),
            new(FileName, file),
            new(Structured, isArchive ? "structured" : "unstructured"),
        ]);
        return whole with { Properties = [.. properties], ExternalReferences = Distribution(whole, file) };
    }

    // A package is its .nupkg; a project and the product are their assembly; a file is itself. What is not delivered has no file.
    static string? Deployable(Component component) => component switch
    {
        { Type: "file" } => Path.GetFileName(component.Name),
        { IsExternal: true } => null,
        { Purl: { } purl, Version: { } version, Type: "library" } when purl.StartsWith("pkg:nuget/", StringComparison.Ordinal) => $"{component.Name}.{version}.nupkg".ToLowerInvariant(),
        _ => component.Components.FirstOrDefault(IsAssembly) is { } assembly ? Path.GetFileName(assembly.Name) : null,
    };

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
