using System.Collections.Immutable;
using System.Text.Json;

namespace SecureBuild.Sbom;

/// <summary>A component that is in both documents and not the same.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Fields">What differs: <c>version</c>, <c>licences</c>, <c>supplier</c>, <c>scope</c>, <c>hash SHA-256</c> …; null stands for "not said".</param>
public sealed record ChangedComponent(string Name, ImmutableArray<(string Field, string? Before, string? After)> Fields);

/// <summary>What differs between two bills of materials. Components are matched by package URL without version, or by type, group and name.</summary>
/// <param name="Added">Only in the second, <c>name version</c>, ordinal order.</param>
/// <param name="Removed">Only in the first.</param>
/// <param name="Changed">In both, and different.</param>
/// <param name="AddedEdges">Dependencies only in the second, <c>from → to</c> without versions.</param>
/// <param name="RemovedEdges">Dependencies only in the first.</param>
public sealed record SbomDiff(
    ImmutableArray<string> Added, ImmutableArray<string> Removed, ImmutableArray<ChangedComponent> Changed, ImmutableArray<string> AddedEdges, ImmutableArray<string> RemovedEdges)
{
    /// <summary>Nothing differs.</summary>
    public bool IsEmpty => Added.IsEmpty && Removed.IsEmpty && Changed.IsEmpty && AddedEdges.IsEmpty && RemovedEdges.IsEmpty;

    /// <summary>Compares.</summary>
    public static SbomDiff Of(Bom before, Bom after)
    {
        var (old, now) = (ByKey(before), ByKey(after));
        List<string> added = [], removed = [];
        var changed = new List<ChangedComponent>();
        foreach (var key in old.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (left, right) = (old.GetValueOrDefault(key, []), now.GetValueOrDefault(key, []));
            // Several versions side by side: the same one stays itself, the rest changed in order.
            foreach (var (a, b) in Pairs(left, right))
            {
                if (a is null)
                    added.Add(Title(b!));
                else if (b is null)
                    removed.Add(Title(a));
                else if (Fields(a, b) is { IsEmpty: false } fields)
                    changed.Add(new(a.Name, fields));
            }
        }
        var (edgesBefore, edgesAfter) = (Edges(before), Edges(after));
        return new([.. added.Order(StringComparer.Ordinal)], [.. removed.Order(StringComparer.Ordinal)], [.. changed.OrderBy(change => change.Name, StringComparer.Ordinal)],
            [.. edgesAfter.Except(edgesBefore)], [.. edgesBefore.Except(edgesAfter)]);
    }

    /// <summary>The licences as one text: what they are and whose word it is.</summary>
    public static string Licences(ImmutableArray<LicenseChoice> licences) => string.Join(", ", licences.Select(licence =>
        (licence.Expression ?? licence.Id ?? licence.Name) + (licence.Acknowledgement == "concluded" ? " (concluded)" : "")).Order(StringComparer.Ordinal));

    /// <summary>The result as JSON.</summary>
    public byte[] ToJson() => CanonicalJson.Indented(this, static (json, diff) =>
    {
        json.WriteStartObject();
        json.WriteBoolean("same", diff.IsEmpty);
        json.Texts("added", diff.Added);
        json.Texts("removed", diff.Removed);
        json.WriteStartArray("changed");
        foreach (var change in diff.Changed)
        {
            json.WriteStartObject();
            json.WriteString("name", change.Name);
            json.WriteStartObject("fields");
            foreach (var (field, was, isNow) in change.Fields)
            {
                json.WriteStartObject(field);
                json.WriteString("before", was);
                json.WriteString("after", isNow);
                json.WriteEndObject();
            }
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.Texts("addedDependencies", diff.AddedEdges);
        json.Texts("removedDependencies", diff.RemovedEdges);
        json.WriteEndObject();
    });

    static IEnumerable<(Component? Before, Component? After)> Pairs(List<Component> left, List<Component> right)
    {
        var rest = new Queue<Component>(right);
        var exact = right.GroupBy(component => component.Version ?? "", StringComparer.Ordinal).ToDictionary(group => group.Key, group => new Queue<Component>(group), StringComparer.Ordinal);
        var taken = new HashSet<Component>(ReferenceEqualityComparer.Instance);
        var open = new List<Component>();
        foreach (var component in left)
        {
            if (exact.TryGetValue(component.Version ?? "", out var same) && same.TryDequeue(out var match) && taken.Add(match))
                yield return (component, match);
            else
                open.Add(component);
        }
        foreach (var component in open)
        {
            Component? other = null;
            while (rest.TryDequeue(out var next))
                if (taken.Add(next))
                {
                    other = next;
                    break;
                }
            yield return (component, other);
        }
        while (rest.TryDequeue(out var more))
            if (taken.Add(more))
                yield return (null, more);
    }

    static ImmutableArray<(string, string?, string?)> Fields(Component a, Component b)
    {
        var fields = ImmutableArray.CreateBuilder<(string, string?, string?)>();
        void Compare(string field, string? before, string? after)
        {
            if (before != after)
                fields.Add((field, before, after));
        }
        // One product against another; NuGet's names are the same in any case.
        if (!a.Name.Equals(b.Name, StringComparison.OrdinalIgnoreCase))
            Compare("name", a.Name, b.Name);
        Compare("version", a.Version ?? a.VersionRange, b.Version ?? b.VersionRange);
        Compare("licences", a.Licenses.IsEmpty ? null : Licences(a.Licenses), b.Licenses.IsEmpty ? null : Licences(b.Licenses));
        Compare("supplier", a.Supplier?.Name, b.Supplier?.Name);
        Compare("scope", a.Scope ?? "required", b.Scope ?? "required");
        foreach (var alg in a.Hashes.Concat(b.Hashes).Select(hash => hash.Alg).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            Compare("hash " + alg, a.Hashes.FirstOrDefault(hash => hash.Alg == alg)?.Content, b.Hashes.FirstOrDefault(hash => hash.Alg == alg)?.Content);
        return fields.ToImmutable();
    }

    static Dictionary<string, List<Component>> ByKey(Bom bom)
    {
        var components = new Dictionary<string, List<Component>>(StringComparer.Ordinal);
        foreach (var (component, isRoot) in SbomComponents.All(bom))
        {
            // What the documents are about is compared with each other, whatever its name is.
            var key = isRoot ? "" : SbomKeys.AnyVersion(component);
            if (!components.TryGetValue(key, out var same))
                components.Add(key, same = []);
            same.Add(component);
        }
        return components;
    }

    static SortedSet<string> Edges(Bom bom)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (component, _) in SbomComponents.All(bom))
            if (component.BomRef is { } name)
                names.TryAdd(name, component.Name);
        var edges = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var dependency in bom.Dependencies)
            foreach (var target in dependency.DependsOn)
                edges.Add($"{names.GetValueOrDefault(dependency.Ref, dependency.Ref)} → {names.GetValueOrDefault(target, target)}");
        return edges;
    }

    static string Title(Component component) => $"{component.Name} {component.Version}".TrimEnd();
}
