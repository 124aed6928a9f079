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
        foreach (var property in component.Properties.Where(IsCarried))
        {
            component = property.Name switch
            {
                Names.CarriedBomRef when property.Value.Length > 0 => component with { BomRef = property.Value },
                Names.CarriedExternal => component with { IsExternal = property.Value == "true" },
                Names.CarriedGroup => component with { Group = property.Value },
                Names.CarriedScope => component with { Scope = property.Value },
                Names.CarriedSupplierUrl when component.Supplier is { } supplier => component with { Supplier = supplier with { Url = supplier.Url.Add(property.Value) } },
                Names.CarriedType => component with { Type = property.Value },
                Names.CarriedVersionRange => component with { VersionRange = property.Value },
                Names.CarriedLicence => component with { Licenses = component.Licenses.Add(Licence(property.Value)) },
                _ => component,
            };
        }
        return component with { Properties = component.Properties.RemoveAll(IsCarried) };
    }

    static LicenseChoice Licence(string value)
    {
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        var acknowledgement = colon > 0 ? value[..colon] : null;
        return new(Expression: value[(colon + 1)..]) { Acknowledgement = acknowledgement is "declared" or "concluded" ? acknowledgement : null };
    }

    static bool IsCarried(Property property) => property.Name.StartsWith(Prefix, StringComparison.Ordinal);
}
