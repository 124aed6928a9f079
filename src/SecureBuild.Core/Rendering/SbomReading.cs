using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Verification;

namespace SecureBuild.Rendering;

/// <summary>Counts a CycloneDX document.</summary>
static class SbomReading
{
    public static SbomSummary From(string file, JsonObject bom)
    {
        var components = bom.Objects("components") ?? [];
        // Files of the product itself have neither a licence nor a supplier of their own.
        var parts = components.Where(component => component.Text("type") != "file").ToArray();
        var licences = parts.Select(Licence).ToArray();
        return new(
            file, $"{bom.Text("bomFormat")} {bom.Text("specVersion")}", components.Count,
            (bom.Objects("dependencies") ?? []).Sum(dependency => dependency["dependsOn"] is JsonArray on ? on.Count : 0),
            Property(bom.Object("metadata"), "securebuild:graph") ?? "unknown",
            [.. licences.OfType<string>().CountBy(licence => licence).Select(count => new CountOf(count.Key, count.Value)).OrderByDescending(count => count.Count).ThenBy(count => count.Name, StringComparer.Ordinal)],
            licences.Count(licence => licence is null),
            parts.Count(part => part.Object("supplier") is null),
            components.Count(component => Property(component, "securebuild:hash")?.StartsWith("unknown:", StringComparison.Ordinal) == true));
    }

    static string? Licence(JsonObject component)
    {
        var names = (component.Objects("licenses") ?? [])
            .Select(choice => choice.Text("expression") ?? choice.Object("license")?.Text("id") ?? choice.Object("license")?.Text("name"))
            .OfType<string>().Distinct(StringComparer.Ordinal).ToImmutableArray();
        return names.IsEmpty ? null : string.Join(", ", names);
    }

    static string? Property(JsonObject? owner, string name) =>
        owner?.Objects("properties")?.FirstOrDefault(property => property.Text("name") == name)?.Text("value");
}
