using System.Collections.Immutable;

namespace SecureBuild.Sbom;

/// <summary>A bill of materials that goes into another.</summary>
/// <param name="Name">Name of its file.</param>
/// <param name="Bom">Its content.</param>
public sealed record MergePart(string Name, Bom Bom);

/// <summary>What came of putting bills of materials together.</summary>
/// <param name="Bom">The whole.</param>
/// <param name="Conflicts">What two of them say differently of one component: both are kept, the second as a property.</param>
/// <param name="Losses">What could not be carried over.</param>
public sealed record MergeResult(Bom Bom, ImmutableArray<string> Conflicts, SbomLosses Losses);

/// <summary>
/// Puts the bills of materials of several products into one of the product that they make up. A component is there once, by its package URL or its
/// digest; where one product's root is another's component, both become one and the edge between the products is there.
/// </summary>
public sealed class SbomMerge
{
    readonly List<Component> _components = [];
    readonly List<string> _sources = [];
    readonly Dictionary<string, int> _byKey = new(StringComparer.Ordinal);
    readonly Dictionary<string, SortedSet<string>> _edges = new(StringComparer.Ordinal);
    readonly Dictionary<string, SortedSet<string>> _provided = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> _states = new(StringComparer.Ordinal);
    readonly HashSet<string> _incompleteParts = new(StringComparer.Ordinal);
    readonly List<string> _conflicts = [];
    readonly SbomLosses _losses = new();
    readonly Refs _refs = new();

    SbomMerge()
    {
    }

    /// <summary>Merges.</summary>
    /// <param name="parts">What to merge, in order: of two contradicting statements the first stays in place.</param>
    /// <param name="name">Name of the whole product.</param>
    /// <param name="version">Its version, or null.</param>
    /// <param name="clock">Time of the new document.</param>
    /// <param name="cpe">Its well-formed CPE 2.3 name (<see cref="CpeName"/>), or null.</param>
    public static MergeResult Of(ImmutableArray<MergePart> parts, string name, string? version, Clock clock, string? cpe = null) => new SbomMerge().Run(parts, name, version, clock, cpe);

    MergeResult Run(ImmutableArray<MergePart> parts, string name, string? version, Clock clock, string? cpe)
    {
        var product = new Component("application", _refs.Take($"product:{name}"), name) { Version = version, Cpe = cpe, Purl = PackageUrl.Generic(name, version) };
        var maps = parts.Select(_ => new Dictionary<string, string>(StringComparer.Ordinal)).ToArray();
        var roots = new SortedSet<string>(StringComparer.Ordinal);
        // What a product says of itself goes before what others say of it.
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Bom.Metadata.Component is { } root)
                roots.Add(Add(Scoped(root, parts[i].Bom), parts[i].Name, maps[i], isRoot: true));
        }
        for (var i = 0; i < parts.Length; i++)
        {
            foreach (var component in parts[i].Bom.Components)
            {
                var added = Add(Scoped(component, parts[i].Bom), parts[i].Name, maps[i], isRoot: false);
                if (parts[i].Bom.Metadata.Component is null)
                    roots.Add(added);
            }
            Connect(parts[i].Bom, maps[i]);
            foreach (var member in parts[i].Bom.Extra.Concat(parts[i].Bom.Metadata.Extra))
                _losses.Add(member.Name);
            _losses.Add("externalReferences", parts[i].Bom.ExternalReferences.Length);
            // Ours are about how one document was made; the whole says it by its compositions.
            _losses.Add("properties", parts[i].Bom.Properties.Concat(parts[i].Bom.Metadata.Properties).Count(static property => !property.Name.StartsWith("securebuild:", StringComparison.Ordinal)));
        }
        _edges[product.BomRef!] = roots;
        _states[product.BomRef!] = "unknown";
        return new(Whole(parts, WithSupplier(product, roots), clock), [.. _conflicts], _losses);
    }

    // What only tests need is not part of the product. Where another part needs it as well, that one's word counts.
    static Component Scoped(Component component, Bom bom) =>
        bom.Metadata.Component?.Properties.Any(property => property is { Name: Names.BuildTestProject, Value: "true" }) == true ? component with { Scope = "excluded" } : component;

    Component WithSupplier(Component product, SortedSet<string> roots)
    {
        var suppliers = _components.Where(component => roots.Contains(component.BomRef!)).Select(component => component.Supplier).ToArray();
        // Nobody says anything of the whole: neither a file nor a licence of its own.
        product = product with { Properties = [new(Names.Hash, "unknown:merged"), new(Names.Licence, "unknown:merged"), new(Names.LicenceConcluded, "unknown:merged")] };
        return suppliers is [{ Name: not null } first, ..] && suppliers.All(supplier => supplier?.Name == first.Name)
            ? product with { Supplier = first } : product with { Properties = product.Properties.Add(new(Names.Supplier, "unknown:merged")) };
    }

    Bom Whole(ImmutableArray<MergePart> parts, Component product, Clock clock)
    {
        var metadata = parts.Select(part => part.Bom.Metadata).ToArray();
        var bom = new Bom
        {
            Metadata = new()
            {
                Lifecycles = [.. metadata.SelectMany(about => about.Lifecycles).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                Tools =
                [
                    .. metadata.SelectMany(about => about.Tools).Append(new("application", null, Identity.ToolName) { Version = Identity.ToolVersion })
                        .DistinctBy(tool => (tool.Name, tool.Version)).Select(tool => tool with { BomRef = null, Extra = [] }),
                ],
                Authors = [.. metadata.SelectMany(about => about.Authors).Distinct()],
                Manufacturer = Same(metadata.Select(about => about.Manufacturer?.Name), "metadata.manufacturer") ? metadata[0].Manufacturer : null,
                Supplier = product.Supplier,
                Component = product,
                Licenses = Same(metadata.Select(about => about.Licenses.IsEmpty ? null : SbomDiff.Licences(about.Licenses)), "metadata.licenses") ? metadata[0].Licenses : [],
                Properties = [.. parts.Select(part => new Property(Names.MergeSource, $"{part.Name} {part.Bom.SerialNumber}".TrimEnd()))],
            },
            Components = [.. _components.OrderBy(component => component.BomRef, StringComparer.Ordinal)],
            Dependencies =
            [
                .. _edges.OrderBy(edge => edge.Key, StringComparer.Ordinal)
                    .Select(edge => new Dependency(edge.Key, [.. edge.Value]) { Provides = _provided.TryGetValue(edge.Key, out var provided) ? [.. provided] : [] }),
            ],
            Compositions =
            [
                .. _incompleteParts.Count == 0 ? Array.Empty<Composition>() : [new("incomplete") { Assemblies = [.. _incompleteParts.Order(StringComparer.Ordinal)] }],
                .. _states.GroupBy(state => state.Value, state => state.Key, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => new Composition(group.Key) { Dependencies = [.. group.Order(StringComparer.Ordinal)] }),
            ],
        };
        bom = bom with { SerialNumber = SerialNumber.Of(bom) };
        return bom with { Metadata = bom.Metadata with { Timestamp = clock.Text } };
    }

    // What all documents say of themselves, the whole says; a word of one of them alone is not that of the others.
    bool Same(IEnumerable<string?> said, string what)
    {
        var words = said.ToHashSet(StringComparer.Ordinal);
        if (words.Count <= 1)
            return words.Count == 1;
        _losses.Add(what, words.Count(word => word is not null));
        return false;
    }

    /// <returns>The name that it has in the whole.</returns>
    string Add(Component component, string source, Dictionary<string, string> map, bool isRoot)
    {
        var keys = SbomKeys.Same(component, isRoot);
        var at = -1;
        foreach (var key in keys)
            if (_byKey.TryGetValue(key, out at))
                break;
            else
                at = -1;
        if (at < 0)
        {
            at = _components.Count;
            _components.Add(Renamed(component, map));
            _sources.Add(source);
        }
        else
        {
            if (component.BomRef is { } old)
                map.TryAdd(old, _components[at].BomRef!);
            var merged = new ComponentMerge(_components[at], _sources[at], component, source, _conflicts, _losses).Result;
            _components[at] = merged with { Components = Parts(merged.Components, component.Components, map) };
        }
        foreach (var key in keys)
            _byKey.TryAdd(key, at);
        return _components[at].BomRef!;
    }

    // Parts are the same where kind, name and digest are.
    ImmutableArray<Component> Parts(ImmutableArray<Component> mine, ImmutableArray<Component> others, Dictionary<string, string> map)
    {
        if (others.IsEmpty)
            return mine;
        var parts = mine.ToBuilder();
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in mine)
            known.TryAdd(SbomKeys.OfPart(part), part.BomRef!);
        foreach (var part in others)
        {
            if (known.TryGetValue(SbomKeys.OfPart(part), out var name))
            {
                if (part.BomRef is { } old)
                    map.TryAdd(old, name);
            }
            else
            {
                parts.Add(Renamed(part, map));
            }
        }
        return parts.ToImmutable();
    }

    Component Renamed(Component component, Dictionary<string, string> map)
    {
        var name = _refs.Take(component.BomRef ?? component.Purl ?? component.Name);
        if (component.BomRef is { } old)
            map.TryAdd(old, name);
        return component with { BomRef = name, Components = [.. component.Components.Select(part => Renamed(part, map))] };
    }

    void Connect(Bom bom, Dictionary<string, string> map)
    {
        foreach (var dependency in bom.Dependencies)
        {
            if (!map.TryGetValue(dependency.Ref, out var from))
            {
                _losses.Add("dependencies (unknown bom-ref)");
                continue;
            }
            if (!_edges.TryGetValue(from, out var targets))
                _edges.Add(from, targets = new(StringComparer.Ordinal));
            foreach (var name in dependency.DependsOn)
            {
                if (!map.TryGetValue(name, out var to))
                    _losses.Add("dependencies.dependsOn (unknown bom-ref)");
                else if (to != from)
                    targets.Add(to);
            }
            foreach (var name in dependency.Provides)
            {
                if (!map.TryGetValue(name, out var to))
                    _losses.Add("dependencies.provides (unknown bom-ref)");
                else if (_provided.TryGetValue(from, out var provided))
                    provided.Add(to);
                else
                    _provided.Add(from, new(StringComparer.Ordinal) { to });
            }
        }
        foreach (var composition in bom.Compositions)
        {
            if (composition.Aggregate != "complete")
                _incompleteParts.UnionWith(composition.Assemblies.Where(map.ContainsKey).Select(name => map[name]));
            foreach (var name in composition.Dependencies.Where(map.ContainsKey).Select(name => map[name]))
                _states[name] = !_states.TryGetValue(name, out var known) || known == "unknown" ? composition.Aggregate
                    : composition.Aggregate is "complete" or "unknown" ? known : composition.Aggregate;
        }
    }
}
