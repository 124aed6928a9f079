using SecureBuild.Sbom;

namespace SecureBuild.Vulnerabilities;

/// <summary>BOM-Link: names a bill of materials, or a component in it, from outside (CycloneDX, <c>urn:cdx:</c>).</summary>
static class BomLink
{
    const string Uuid = "urn:uuid:";

    /// <summary>Whether a text is one.</summary>
    public static bool IsLink(string? text) => text?.StartsWith("urn:cdx:", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary><c>urn:cdx:serial/version</c>; null for a document without a serial number that is a UUID: nothing can name it.</summary>
    public static string? Of(Bom bom) =>
        bom.SerialNumber is { } serial && serial.StartsWith(Uuid, StringComparison.OrdinalIgnoreCase) && Guid.TryParseExact(serial.AsSpan(Uuid.Length), "D", out var guid) && bom.Version > 0
            ? $"urn:cdx:{guid:D}/{bom.Version}" : null;

    /// <summary><c>urn:cdx:serial/version#ref</c>, or null.</summary>
    public static string? Of(Bom bom, string? bomRef) => bomRef is { Length: > 0 } && Of(bom) is { } link ? $"{link}#{Uri.EscapeDataString(bomRef)}" : null;
}
