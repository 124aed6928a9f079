using System.Text.Json.Nodes;

namespace SecureBuild.Verification.Policy;

/// <summary>Countries of suppliers as a bill of materials states them: CycloneDX has a place for an address, SPDX has none.</summary>
static class SupplierCountries
{
    /// <summary>ISO 3166-1 codes by <c>bom-ref</c>; anything else that stands there is no code, and is left out.</summary>
    public static Dictionary<string, string> In(DeliveredSbom sbom)
    {
        var countries = new Dictionary<string, string>(StringComparer.Ordinal);
        // The same bytes that were verified, or none.
        if (!sbom.Document.Specification.StartsWith("CycloneDX", StringComparison.Ordinal) || BoundedFile.Read(sbom.Path, new()) is not { } bytes
            || Digest.Sha256(bytes) != sbom.Sha256 || StrictJson.Parse(bytes) is not { } json)
            return countries;
        if (json.Object("metadata")?.Object("component") is { } root)
            Add(root, countries);
        foreach (var component in json.Objects("components") ?? [])
            Add(component, countries);
        return countries;
    }

    static void Add(JsonObject component, Dictionary<string, string> countries)
    {
        var country = (component.Object("supplier") ?? component.Object("manufacturer"))?.Object("address")?.Text("country");
        if (component.Text("bom-ref") is { } name && country is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'])
            countries[name] = country;
        foreach (var part in component.Objects("components") ?? [])
            Add(part, countries);
    }
}
