using SecureBuild.Sbom;

namespace SecureBuild.Rendering;

/// <summary>Counts a bill of materials.</summary>
static class SbomReading
{
    public static SbomSummary From(string file, SbomDocument document)
    {
        var bom = document.Bom;
        // Files of the product itself have neither a licence nor a supplier of their own.
        var parts = bom.Components.Where(component => component.Type != "file").ToArray();
        var licences = parts.Select(Licence).ToArray();
        return new(
            file, document.Specification, bom.Components.Length,
            bom.Dependencies.Sum(dependency => dependency.DependsOn.Length),
            bom.Metadata.Properties.FirstOrDefault(property => property.Name == Names.Graph)?.Value ?? "unknown",
            [.. licences.OfType<string>().CountBy(licence => licence).Select(count => new CountOf(count.Key, count.Value)).OrderByDescending(count => count.Count).ThenBy(count => count.Name, StringComparer.Ordinal)],
            licences.Count(licence => licence is null),
            parts.Count(part => part.Supplier is null),
            bom.Components.Count(component => component.Properties.Any(property => property.Name == Names.Hash && property.Value.StartsWith("unknown:", StringComparison.Ordinal))));
    }

    static string? Licence(Component component)
    {
        var names = component.Licenses.Select(licence => licence.Expression ?? licence.Id ?? licence.Name).Distinct(StringComparer.Ordinal).ToArray();
        return names.Length == 0 ? null : string.Join(", ", names);
    }
}
