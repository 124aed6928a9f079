using System.Collections.Immutable;

namespace SecureBuild.Sbom;

/// <summary>When two components of different documents are the same thing.</summary>
static class SbomKeys
{
    /// <summary>Names under which a component is this very one, version included: its package URL, its digests; without both its type, group, name and version.</summary>
    /// <param name="component">The component.</param>
    /// <param name="isRoot">It is what its document is about: then its assembly's digests name it as well.</param>
    public static ImmutableArray<string> Same(Component component, bool isRoot = false)
    {
        var keys = ImmutableArray.CreateBuilder<string>();
        if (component.Type == "file")
            return [OfPart(component)];
        if (component.Purl is { } purl)
            keys.Add(Purl(purl));
        foreach (var hash in component.Hashes)
            if (hash.Alg is "SHA-256" or "SHA-512")
                keys.Add($"{hash.Alg}:{hash.Content}");
        if (isRoot)
            foreach (var file in component.Components)
                if (file.Properties.Contains(new(Names.FileKind, "assembly")))
                    foreach (var hash in file.Hashes)
                        keys.Add($"{hash.Alg}:{hash.Content}");
        if (keys.Count == 0)
            keys.Add($"{component.Type}|{component.Group}|{component.Name}|{component.Version}");
        return keys.ToImmutable();
    }

    /// <summary>A part of a component: kind, name and first digest.</summary>
    public static string OfPart(Component part) => $"{part.Type}|{part.Name}|{part.Version}|{(part.Hashes.IsEmpty ? "" : part.Hashes[0].Content)}";

    /// <summary>The thing whatever its version: what a comparison calls changed rather than removed and added.</summary>
    public static string AnyVersion(Component component)
    {
        if (component.Purl is { } purl && component.Type != "file")
        {
            var text = Purl(purl);
            var end = text.IndexOfAny(['?', '#']);
            text = end < 0 ? text : text[..end];
            var at = text.LastIndexOf('@');
            return at > text.LastIndexOf('/') ? text[..at] : text;
        }
        return $"{component.Type}|{component.Group}|{component.Name}";
    }

    // NuGet does not tell ids apart by case.
    static string Purl(string purl) => purl.StartsWith("pkg:nuget/", StringComparison.OrdinalIgnoreCase) ? purl.ToLowerInvariant() : purl;
}
