using System.Collections.Immutable;
using SecureBuild.Licences;
using SecureBuild.Suppliers;

namespace SecureBuild.Sbom;

/// <summary>What a team's configuration says of the packages in a bill of materials: suppliers that it registered, licences that it does not take.</summary>
/// <param name="Licences">The licences taken, or null.</param>
/// <param name="Suppliers">The register.</param>
/// <param name="File">The configuration, to be named in problems; or null.</param>
sealed record PackagePolicy(LicencePolicy? Licences, ImmutableArray<RegisteredSupplier> Suppliers, string? File)
{
    const string Arrow = " > ";

    /// <summary>The components, with the register's suppliers.</summary>
    public ImmutableArray<Component> Registered(ImmutableArray<Component> components) => Suppliers.IsEmpty ? components :
        [.. components.Select(component => IsPackage(component) && Suppliers.FirstOrDefault(entry => entry.Covers(component.Name)) is { } entry ? With(component, entry.Supplier) : component)];

    /// <summary>Tells about packages whose signature is broken or another package's, and about delivered packages whose licence the team does not take.</summary>
    public void Check(Bom bom, ImmutableArray<Problem>.Builder problems)
    {
        Dictionary<string, string>? from = null;
        foreach (var component in bom.Components)
        {
            if (!IsPackage(component))
                continue;
            CheckSignature(component, problems);
            if (Licences is null || component.Scope == "excluded")
                continue;
            var licence = Licence(component);
            var verdict = Licences.Of(licence);
            if (verdict == LicenceVerdict.Allowed)
                continue;
            from ??= Predecessors(bom);
            problems.Add(Messages.Warning(verdict switch { LicenceVerdict.Denied => "SB9230", LicenceVerdict.Review => "SB9231", _ => "SB9232" }, File, 0, 0,
                $"{component.Name} {component.Version}", licence ?? Messages.Text("UnknownLicence"), Path(bom, component, from)));
        }
    }

    // The concluded licence where there is one, otherwise what is declared.
    static string? Licence(Component component)
    {
        var choice = component.Licenses.FirstOrDefault(licence => licence.Acknowledgement == "concluded") ?? component.Licenses.FirstOrDefault();
        return choice?.Expression ?? choice?.Id ?? choice?.Name;
    }

    static void CheckSignature(Component component, ImmutableArray<Problem>.Builder problems)
    {
        foreach (var property in component.Properties)
            if (property is { Name: Names.Signature } && property.Value.StartsWith("broken:", StringComparison.Ordinal))
                problems.Add(Messages.Warning("SB9240", null, 0, 0, $"{component.Name} {component.Version}", property.Value[7..]));
            else if (property is { Name: Names.SignatureContent, Value: "differs" })
                problems.Add(Messages.Warning("SB9241", null, 0, 0, $"{component.Name} {component.Version}"));
    }

    static bool IsPackage(Component component) => component is { Type: "library" } && component.Purl?.StartsWith("pkg:nuget/", StringComparison.Ordinal) == true;

    static Component With(Component component, Supplier supplier) => component with
    {
        Supplier = Contacts.Entity(supplier),
        Properties = [.. component.Properties.Select(property => property.Name == Names.Supplier ? property with { Value = "register" } : property)],
    };

    // Who leads to whom on a shortest way from the product.
    static Dictionary<string, string> Predecessors(Bom bom)
    {
        var edges = bom.Dependencies.ToDictionary(dependency => dependency.Ref, dependency => dependency.DependsOn, StringComparer.Ordinal);
        var from = new Dictionary<string, string>(StringComparer.Ordinal);
        var open = new Queue<string>();
        open.Enqueue(bom.Metadata.Component?.BomRef ?? "");
        while (open.TryDequeue(out var name))
            foreach (var next in edges.GetValueOrDefault(name, []))
                if (from.TryAdd(next, name))
                    open.Enqueue(next);
        return from;
    }

    static string Path(Bom bom, Component component, Dictionary<string, string> from)
    {
        var root = bom.Metadata.Component;
        var names = bom.Components.ToDictionary(part => part.BomRef!, part => part.Version is null ? part.Name : $"{part.Name} {part.Version}", StringComparer.Ordinal);
        var way = new List<string>();
        for (var name = component.BomRef!; name != root?.BomRef && way.Count < 64;)
        {
            way.Add(names.GetValueOrDefault(name, name));
            if (!from.TryGetValue(name, out name!))
                break;
        }
        way.Add(root?.Name ?? "?");
        way.Reverse();
        return string.Join(Arrow, way);
    }
}
