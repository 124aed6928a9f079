using System.Collections.Immutable;
using System.Text.Json;
using SecureBuild.Evidence;

namespace SecureBuild.Sbom;

/// <summary>What is odd about the graph of a bill of materials that is otherwise well made.</summary>
static class SbomChecks
{
    /// <summary>Tells references that lead nowhere and circles of dependencies.</summary>
    public static void Check(Bom bom, string? file, ImmutableArray<Problem>.Builder notes)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        Collect(bom.Metadata.Component is { } root ? [root] : [], known);
        Collect(bom.Components, known);
        foreach (var member in bom.Extra)
            if (member.Name == "services")
            {
                using var services = JsonDocument.Parse(member.Json);
                Collect(services.RootElement, known);
            }
        var (missing, first) = (0, (string?)null);
        foreach (var dependency in bom.Dependencies)
            foreach (var name in dependency.DependsOn.Append(dependency.Ref))
                if (!known.Contains(name))
                    (missing, first) = (missing + 1, first ?? name);
        if (missing > 0)
            notes.Add(Messages.Warning("SB9229", file, 0, 0, missing, first));
        if (Circle(bom) is { } circle)
            notes.Add(Messages.Warning("SB9290", file, 0, 0, string.Join(" → ", circle.Take(6)) + (circle.Count > 6 ? " → …" : "")));
    }

    /// <summary>All names of the components, nested ones too.</summary>
    public static void Collect(ImmutableArray<Component> components, HashSet<string> names)
    {
        foreach (var component in components)
        {
            if (component.BomRef is { } name)
                names.Add(name);
            Collect(component.Components, names);
        }
    }

    // A component may depend on a service, which is kept as it stood there.
    static void Collect(JsonElement services, HashSet<string> names)
    {
        if (services.ValueKind != JsonValueKind.Array)
            return;
        foreach (var service in services.EnumerateArray())
        {
            if (service.Text("bom-ref") is { } name)
                names.Add(name);
            if (service.Member("services") is { } inner)
                Collect(inner, names);
        }
    }

    /// <summary>The first circle found, its beginning repeated at its end; null where there is none. Not recursive: a chain may be as long as the document.</summary>
    static List<string>? Circle(Bom bom)
    {
        var edges = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var dependency in bom.Dependencies)
            edges.TryAdd(dependency.Ref, dependency.DependsOn);
        var done = new HashSet<string>(StringComparer.Ordinal);
        var open = new HashSet<string>(StringComparer.Ordinal);
        var way = new List<(string Name, int Next)>();
        foreach (var start in edges.Keys)
        {
            if (done.Contains(start))
                continue;
            way.Add((start, 0));
            open.Add(start);
            while (way.Count > 0)
            {
                var (name, next) = way[^1];
                if (!edges.TryGetValue(name, out var targets) || next >= targets.Length)
                {
                    way.RemoveAt(way.Count - 1);
                    open.Remove(name);
                    done.Add(name);
                    continue;
                }
                way[^1] = (name, next + 1);
                var target = targets[next];
                if (open.Contains(target))
                    return [.. way.SkipWhile(step => step.Name != target).Select(step => step.Name), target];
                if (!done.Contains(target))
                {
                    way.Add((target, 0));
                    open.Add(target);
                }
            }
        }
        return null;
    }
}
