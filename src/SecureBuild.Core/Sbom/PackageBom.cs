using System.Collections.Immutable;

namespace SecureBuild.Sbom;

/// <summary>The bill of materials of a finished package: its own files, and what all its target frameworks were built from as the documents in it say.</summary>
static class PackageBom
{
    static readonly string[] s_aggregates = ["complete", "incomplete", "unknown"];

    /// <summary>The document of a package.</summary>
    /// <param name="package">The package.</param>
    /// <param name="restored">What restore brought.</param>
    /// <param name="clock">Time of the document.</param>
    public static Bom Of(PackageFile package, RestoredFiles restored, Clock clock)
    {
        var purl = PackageUrl.NuGet(package.Id, package.Version);
        var roots = package.Boms.Select(bom => bom.Document.Metadata.Component?.BomRef).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var files = PackedFiles.Of(package, roots, restored);
        var components = Components(package, roots, files);
        var known = components.Keys.Append(purl).ToHashSet(StringComparer.Ordinal);
        var aggregates = Aggregates(package, roots, purl, known);
        var built = package.Boms.FirstOrDefault()?.Document.Metadata ?? new();
        var bom = new Bom
        {
            Metadata = built with
            {
                Timestamp = null,
                Lifecycles = ["build", "post-build"],
                Tools = built.Tools.IsEmpty ? [new("application", null, Identity.ToolName) { Version = Identity.ToolVersion }] : built.Tools,
                Component = BsiFields.Add(Root(package, purl, built.Component, files.Own)),
                Properties = [new(Names.Graph, s_aggregates[aggregates.Values.DefaultIfEmpty(2).Max()])],
            },
            Components = [.. components.Values],
            Dependencies = Edges(package, roots, purl, known),
            Compositions = Compositions(purl, aggregates),
        };
        bom = bom with { SerialNumber = SerialNumber.Of(bom) };
        return bom with { Metadata = bom.Metadata with { Timestamp = clock.Text } };
    }

    // What is said of the assembly as a file is not true of the package.
    static Component Root(PackageFile package, string purl, Component? built, ImmutableArray<Component> files)
    {
        var properties = (built?.Properties ?? []).RemoveAll(property => property.Name is Names.BuildTargetFramework or Names.BuildRuntimeIdentifier);
        if (package.ContentSha512 is { } content)
            properties = properties.Add(new(Names.PackageContent, content));
        return (built ?? new("library", null, package.Id)) with
        {
            Type = "library",
            BomRef = purl,
            Name = package.Id,
            Version = package.Version,
            Purl = purl,
            Hashes = Hashes(package.Digest),
            ExternalReferences = [.. (built?.ExternalReferences ?? []).Where(reference => reference.Type != "distribution"), .. package.Boms.Select(Link).OfType<ExternalReference>()],
            Components = files,
            Properties = [.. properties.OrderBy(property => property.Name, StringComparer.Ordinal)],
        };
    }

    static ExternalReference? Link(PackagedBom bom) => bom.Document.SerialNumber?.Split("urn:uuid:") is ["", var serial]
        ? new("bom", $"urn:cdx:{serial}/{bom.Document.Version}", bom.Path) { Hashes = Hashes(bom.Digest) } : null;

    // What its build copied and the package does not hold comes with the packages it depends on. A publish knows more of the runtime than a build.
    static SortedDictionary<string, Component> Components(PackageFile package, HashSet<string> roots, PackedFiles files)
    {
        var components = new SortedDictionary<string, Component>(StringComparer.Ordinal);
        foreach (var component in package.Published.Concat(package.Boms).SelectMany(bom => bom.Document.Components))
            if (component is { BomRef: { } name, Type: not "file" } && !roots.Contains(name) && (!components.TryGetValue(name, out var known) || known.Scope == "excluded"))
                components[name] = files.With(IsUnusedHost(component, files) ? component with { Scope = "excluded" } : component);
        return components;
    }

    // A tool that runs on any platform is packed without the program that the build made.
    static bool IsUnusedHost(Component component, PackedFiles files) =>
        component.Properties.Any(property => property is { Name: Names.BuildTool, Value: BuildTools.AppHost })
        && !files.Own.Any(file => file.Properties.Any(property => property is { Name: Names.FileKind, Value: "host" or "single-file" }));

    static ImmutableArray<Dependency> Edges(PackageFile package, HashSet<string> roots, string purl, HashSet<string> known)
    {
        var edges = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var name in known)
            edges.Add(name, new(StringComparer.Ordinal));
        foreach (var dependency in package.Boms.SelectMany(bom => bom.Document.Dependencies))
            if (edges.TryGetValue(roots.Contains(dependency.Ref) ? purl : dependency.Ref, out var targets))
                targets.UnionWith(dependency.DependsOn.Where(known.Contains));
        return [.. edges.Select(edge => new Dependency(edge.Key, [.. edge.Value]))];
    }

    // What one of the documents does not know for certain is not known for certain here. A package without any knows nothing.
    static SortedDictionary<string, int> Aggregates(PackageFile package, HashSet<string> roots, string purl, HashSet<string> known)
    {
        var aggregates = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var composition in package.Boms.SelectMany(bom => bom.Document.Compositions))
            foreach (var name in composition.Dependencies.Select(name => roots.Contains(name) ? purl : name).Where(known.Contains))
                aggregates[name] = Math.Max(aggregates.GetValueOrDefault(name), Math.Max(0, Array.IndexOf(s_aggregates, composition.Aggregate)));
        if (package.Boms.IsEmpty)
            aggregates[purl] = 2;
        return aggregates;
    }

    static ImmutableArray<Composition> Compositions(string purl, SortedDictionary<string, int> aggregates) =>
    [
        new("complete") { Assemblies = [purl] },
        .. s_aggregates.Select((aggregate, rank) => new Composition(aggregate) { Dependencies = [.. aggregates.Where(pair => pair.Value == rank).Select(pair => pair.Key)] })
            .Where(composition => !composition.Dependencies.IsEmpty),
    ];

    static ImmutableArray<Hash> Hashes(FileDigest digest) => [new("SHA-256", digest.Sha256), new("SHA-512", digest.Sha512)];
}
