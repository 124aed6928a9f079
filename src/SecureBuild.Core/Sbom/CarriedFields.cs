using System.Collections.Immutable;

namespace SecureBuild.Sbom;

/// <summary>Members of the model that a format lacks travel as properties <c>securebuild:model:…</c> and come back as what they were.</summary>
static class CarriedFields
{
    const string Prefix = "securebuild:model:";

    /// <summary>The component's properties and, as further ones, what SPDX has no member for.</summary>
    public static ImmutableArray<Property> ForSpdx(Component component, string type)
    {
        var properties = component.Properties.ToBuilder();
        void Add(string name, string? value)
        {
            if (value is not null)
                properties.Add(new(name, value));
        }
        Add(Names.CarriedBomRef, component.BomRef);
        Add(Names.CarriedExternal, component.IsExternal ? "true" : null);
        Add(Names.CarriedGroup, component.Group);
        Add(Names.CarriedScope, component.Scope);
        Add(Names.CarriedType, component.Type == type ? null : component.Type);
        Add(Names.CarriedVersionRange, component.VersionRange);
        return properties.ToImmutable();
    }

    /// <summary>The component with the members that its properties carry.</summary>
    public static Component Restore(Component component)
    {
        if (!component.Properties.Any(IsCarried))
            return component;
        var urls = component.Supplier?.Url.ToBuilder();
        var licences = component.Licenses.ToBuilder();
        foreach (var (name, value) in component.Properties.Where(IsCarried))
        {
            if (name == Names.CarriedSupplierUrl)
                urls?.Add(value);
            if (name == Names.CarriedLicence)
                licences.Add(Licence(value));
            component = name switch
            {
                Names.CarriedBomRef when value.Length > 0 => component with { BomRef = value },
                Names.CarriedExternal => component with { IsExternal = value == "true" },
                Names.CarriedGroup => component with { Group = value },
                Names.CarriedScope when CycloneDxWords.Scopes.Contains(value) => component with { Scope = value },
                Names.CarriedType when CycloneDxWords.Types.Contains(value) => component with { Type = value },
                Names.CarriedVersionRange when component.Version is null => component with { VersionRange = value, IsExternal = true },
                _ => component,
            };
        }
        return component with
        {
            Supplier = urls is null ? null : component.Supplier! with { Url = urls.ToImmutable() },
            Licenses = licences.ToImmutable(),
            Properties = component.Properties.RemoveAll(IsCarried),
        };
    }

    static LicenseChoice Licence(string value)
    {
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        var acknowledgement = colon > 0 ? value[..colon] : null;
        return new(Expression: value[(colon + 1)..]) { Acknowledgement = acknowledgement is "declared" or "concluded" ? acknowledgement : null };
    }

    static bool IsCarried(Property property) => property.Name.StartsWith(Prefix, StringComparison.Ordinal);
}
