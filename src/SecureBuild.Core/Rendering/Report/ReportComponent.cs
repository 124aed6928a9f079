using System.Collections.Immutable;
using SecureBuild.Sbom;
using SecureBuild.Submission;

namespace SecureBuild.Rendering.Report;

/// <summary>A component as the report shows it.</summary>
/// <param name="Name">Name.</param>
/// <param name="Version">Version or range, or null.</param>
/// <param name="Kind">CycloneDX's word: <c>library</c>, <c>framework</c> ….</param>
/// <param name="DependsOn">Indexes of what it needs directly.</param>
public sealed record ReportComponent(string Name, string? Version, string Kind, ImmutableArray<int> DependsOn)
{
    /// <summary>Package URL, or null.</summary>
    public string? Purl { get; init; }

    /// <summary>Licence as the bill of materials gives it; null where unknown.</summary>
    public string? Licence { get; init; }

    /// <summary>Where the licence was read, or why it is unknown (Sbom/properties.md); null where the bill of materials does not say.</summary>
    public string? LicenceSource { get; init; }

    /// <summary>Supplier; null where unknown.</summary>
    public string? Supplier { get; init; }

    /// <summary>Where the supplier's name comes from, likewise.</summary>
    public string? SupplierSource { get; init; }

    /// <summary>ISO 3166-1 codes of the supplier's country, separated by commas; null where unknown.</summary>
    public string? Country { get; init; }

    /// <summary>Used while building only, not delivered.</summary>
    public bool IsBuildOnly { get; init; }

    /// <summary>A part of the product itself.</summary>
    public bool IsOwn { get; init; }

    /// <summary>The gravest known vulnerability; <c>none</c> where the audits had data and name none; null where nothing is known of it.</summary>
    public string? Vulnerability { get; init; }

    internal static ImmutableArray<ReportComponent> Of(Product product, ReportVulnerabilities vulnerabilities)
    {
        if (product.Sbom is not { Metadata.Component: { } root } bom)
            return [];
        Component[] all = [root, .. bom.Components.Where(static component => component.Type != "file")];
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < all.Length; at++)
            if (all[at].BomRef is { } name)
                index.TryAdd(name, at);
        var edges = bom.Dependencies.DistinctBy(static edge => edge.Ref, StringComparer.Ordinal).ToDictionary(static edge => edge.Ref, static edge => edge.DependsOn, StringComparer.Ordinal);
        var countries = product.Suppliers.Where(static supplier => !supplier.Countries.IsEmpty)
            .SelectMany(static supplier => supplier.Components.Select(component => (component.BomRef, Country: string.Join(", ", supplier.Countries))))
            .DistinctBy(static entry => entry.BomRef, StringComparer.Ordinal).ToDictionary(static entry => entry.BomRef, static entry => entry.Country, StringComparer.Ordinal);
        var known = vulnerabilities.Findings.ToLookup(static finding => finding.Package, StringComparer.OrdinalIgnoreCase);
        var parts = edges.GetValueOrDefault(root.BomRef ?? "", []);
        return [.. all.Select((component, at) =>
        {
            var name = component.BomRef ?? "";
            var isOwn = at == 0 || Says(component, Names.Licence) == "unknown:first-party";
            return new ReportComponent(component.Name, component.Version ?? component.VersionRange, component.Type, [.. edges.GetValueOrDefault(name, []).Where(index.ContainsKey).Select(part => index[part]).Where(part => part != at)])
            {
                Purl = component.Purl,
                Licence = LicenceOf(component),
                LicenceSource = Says(component, Names.Licence),
                Supplier = component.Supplier?.Name,
                SupplierSource = Says(component, Names.Supplier),
                Country = countries.GetValueOrDefault(name),
                IsBuildOnly = component.Scope == "excluded",
                // What the whole consists of are the projects.
                IsOwn = isOwn || parts.Contains(name),
                Vulnerability = VulnerabilityOf(component, known, vulnerabilities is { WasAssessed: true, IsWithheld: false }),
            };
        })];
    }

    static string? LicenceOf(Component component)
    {
        string[] names = [.. component.Licenses.Select(static licence => licence.Expression ?? licence.Id ?? licence.Name).OfType<string>().Distinct(StringComparer.Ordinal)];
        return names.Length == 0 ? null : string.Join(", ", names);
    }

    // The audit asks for the NuGet packages of the restored graph only; of anything else its silence says nothing.
    static string? VulnerabilityOf(Component component, ILookup<string, ReportAdvisory> known, bool wasAssessed)
    {
        if (component.Purl?.StartsWith("pkg:nuget/", StringComparison.Ordinal) != true)
            return null;
        var gravest = known[component.Name].Where(finding => finding.Version is null || finding.Version == component.Version).Select(static finding => finding.Severity).MinBy(ReportVulnerabilities.Rank);
        return gravest ?? (wasAssessed && Says(component, Names.BuildTool) is null ? "none" : null);
    }

    static string? Says(Component component, string name) => component.Properties.FirstOrDefault(property => property.Name == name)?.Value;
}
