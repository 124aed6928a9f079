using System.Collections.Immutable;
using SecureBuild.Sbom;

namespace SecureBuild.Submission;

/// <summary>Who supplies the components of a bill of materials. The parts of the product itself, and what is only used while building, are left out.</summary>
static class ProductSuppliers
{
    /// <param name="bom">The bill of materials.</param>
    /// <param name="countries">Countries by <c>bom-ref</c>.</param>
    public static ImmutableArray<ProductSupplier> Of(Bom bom, Dictionary<string, string> countries)
    {
        // The whole depends on the projects that make it up.
        var projects = bom.Dependencies.FirstOrDefault(edge => edge.Ref == bom.Metadata.Component?.BomRef)?.DependsOn ?? [];
        var parts = bom.Components.Where(component => component is { Type: not "file", IsExternal: false, Scope: not "excluded", BomRef: not null } && !IsOwn(component) && !projects.Contains(component.BomRef));
        return
        [
            .. parts.GroupBy(static component => component.Supplier?.Name).OrderBy(static group => group.Key is null).ThenBy(static group => group.Key, StringComparer.Ordinal)
                .Select(group => new ProductSupplier(
                    group.Key,
                    group.Select(static component => component.Supplier?.Url is [var url, ..] ? url : null).FirstOrDefault(static url => url is not null),
                    [.. group.Select(component => countries.GetValueOrDefault(component.BomRef!)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                    [.. group.Select(Supplied).OrderBy(static component => component.Name, StringComparer.Ordinal).ThenBy(static component => component.Version, StringComparer.Ordinal)])),
        ];
    }

    static SuppliedComponent Supplied(Component component) => new(
        component.BomRef!, component.Name, component.Version, component.Purl, component.Properties.FirstOrDefault(static property => property.Name == Names.Supplier)?.Value ?? "unknown");

    static bool IsOwn(Component component) => component.Properties.Any(static property => property is { Name: Names.Licence, Value: "unknown:first-party" });
}
