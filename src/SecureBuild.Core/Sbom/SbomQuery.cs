using System.Collections.Immutable;

namespace SecureBuild.Sbom;

/// <summary>Why a component is in a bill of materials.</summary>
/// <param name="Component">Its name and version.</param>
/// <param name="Paths">Ways from the root to it along dependencies and contents, shortest first; each names what it passes, versions included.</param>
/// <param name="IsCut">There are more ways than these, or they were not all looked for.</param>
public sealed record SbomReason(string Component, ImmutableArray<ImmutableArray<string>> Paths, bool IsCut);

/// <summary>Finds the ways from the root of a bill of materials to a component.</summary>
public static class SbomQuery
{
    // A dense graph has more ways than anybody can read, or a machine find.
    const int MostSteps = 200_000;

    sealed record Step(string Ref, Step? Before, int Length);

    /// <summary>The reasons, one for each component that the name means; none where it means none.</summary>
    /// <param name="bom">The bill of materials.</param>
    /// <param name="name">A name, <c>name@version</c>, a package URL or a <c>bom-ref</c>; case does not matter.</param>
    /// <param name="most">Most ways to a component.</param>
    public static ImmutableArray<SbomReason> Find(Bom bom, string name, int most)
    {
        var (titles, edges) = Graph(bom);
        var reasons = ImmutableArray.CreateBuilder<SbomReason>();
        foreach (var (component, isRoot) in SbomComponents.All(bom))
            if (Means(component, name) && component.BomRef is { } target)
                reasons.Add(isRoot || bom.Metadata.Component?.BomRef is not { } root
                    ? new(Title(component), [[Title(component)]], false)
                    : Reason(Title(component), root, target, titles, edges, most));
        return reasons.ToImmutable();
    }

    /// <summary>Names of all components, to find the nearest to a wrong one.</summary>
    public static IEnumerable<string> NamesIn(Bom bom) => SbomComponents.All(bom).Select(component => component.Component.Name).Distinct(StringComparer.Ordinal);

    static SbomReason Reason(string title, string root, string target, Dictionary<string, string> titles, Dictionary<string, List<string>> edges, int most)
    {
        var leading = Leading(target, edges);
        var found = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        var open = new Queue<Step>();
        if (leading.Contains(root))
            open.Enqueue(new(root, null, 1));
        var steps = 0;
        while (found.Count < most && steps < MostSteps && open.TryDequeue(out var step))
        {
            if (step.Ref == target)
            {
                found.Add(Names(step, titles));
                continue;
            }
            foreach (var next in edges.GetValueOrDefault(step.Ref, []))
            {
                if (++steps >= MostSteps)
                    break;
                if (leading.Contains(next) && !Passes(step, next))
                    open.Enqueue(new(next, step, step.Length + 1));
            }
        }
        return new(title, found.ToImmutable(), open.Count > 0 || steps >= MostSteps);
    }

    /// <summary>Everything from which a way leads to the target.</summary>
    static HashSet<string> Leading(string target, Dictionary<string, List<string>> edges)
    {
        var back = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (from, targets) in edges)
            foreach (var to in targets)
            {
                if (!back.TryGetValue(to, out var sources))
                    back.Add(to, sources = []);
                sources.Add(from);
            }
        var leading = new HashSet<string>(StringComparer.Ordinal) { target };
        var open = new Queue<string>([target]);
        while (open.TryDequeue(out var name))
            foreach (var from in back.GetValueOrDefault(name, []))
                if (leading.Add(from))
                    open.Enqueue(from);
        return leading;
    }

    static bool Passes(Step? step, string name)
    {
        for (; step is not null; step = step.Before)
            if (step.Ref == name)
                return true;
        return false;
    }

    static ImmutableArray<string> Names(Step? step, Dictionary<string, string> titles)
    {
        var names = new List<string>();
        for (; step is not null; step = step.Before)
            names.Add(titles.GetValueOrDefault(step.Ref, step.Ref));
        names.Reverse();
        return [.. names];
    }

    static (Dictionary<string, string> Titles, Dictionary<string, List<string>> Edges) Graph(Bom bom)
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        var edges = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (component, _) in SbomComponents.All(bom))
        {
            if (component.BomRef is not { } name)
                continue;
            titles.TryAdd(name, Title(component));
            foreach (var part in component.Components)
                if (part.BomRef is { } inside)
                    Add(name, inside);
        }
        foreach (var dependency in bom.Dependencies)
            foreach (var target in dependency.DependsOn)
                Add(dependency.Ref, target);
        return (titles, edges);

        void Add(string from, string to)
        {
            if (!edges.TryGetValue(from, out var targets))
                edges.Add(from, targets = []);
            targets.Add(to);
        }
    }

    static bool Means(Component component, string name) =>
        Same(component.Name, name) || Same(component.BomRef, name) || Same(component.Purl, name) || Same($"{component.Name}@{component.Version}", name)
        || (component.Group is { } group && Same($"{group}/{component.Name}", name));

    static bool Same(string? a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    static string Title(Component component) => $"{component.Name} {component.Version ?? component.VersionRange}".TrimEnd();
}
