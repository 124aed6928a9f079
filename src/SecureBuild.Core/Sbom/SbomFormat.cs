using System.Collections.Immutable;

namespace SecureBuild.Sbom;

/// <summary>A format that a bill of materials can be written in.</summary>
/// <param name="Name">Its name in properties and on the command line, as <c>SPDX2.3</c>.</param>
/// <param name="Suffix">Ending of its files.</param>
/// <param name="MediaType">Its media type.</param>
public sealed record SbomFormat(string Name, string Suffix, string MediaType)
{
    /// <summary>The one that a build always writes: everything else of ours rests on it.</summary>
    public static SbomFormat CycloneDx17 { get; } = new("CycloneDX1.7", ".cdx.json", "application/vnd.cyclonedx+json");

    /// <summary>For readers that do not know 1.7 yet.</summary>
    public static SbomFormat CycloneDx16 { get; } = new("CycloneDX1.6", ".1.6.cdx.json", "application/vnd.cyclonedx+json");

    /// <summary>SPDX 2.3 JSON.</summary>
    public static SbomFormat Spdx23 { get; } = new("SPDX2.3", ".spdx.json", "application/spdx+json");

    /// <summary>SPDX 3.0.1 JSON-LD.</summary>
    public static SbomFormat Spdx301 { get; } = new("SPDX3.0.1", ".spdx3.json", "application/spdx+json");

    /// <summary>All of them.</summary>
    public static ImmutableArray<SbomFormat> All { get; } = [CycloneDx17, CycloneDx16, Spdx23, Spdx301];

    /// <summary>All names, for a message.</summary>
    public static string Names => string.Join(", ", All.Select(format => format.Name));

    /// <summary>The format of a name, whatever its case; null where there is none.</summary>
    public static SbomFormat? Find(string name) => All.FirstOrDefault(format => format.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The document.</summary>
    /// <param name="bom">The bill of materials.</param>
    /// <param name="losses">Told what this format cannot say; null where nobody asks.</param>
    public byte[] Write(Bom bom, SbomLosses? losses = null) =>
        this == Spdx301 ? Spdx3Json.Indented(bom, losses)
        : this == Spdx23 ? Spdx2Json.Indented(bom, losses)
        : CycloneDxJson.Indented(bom, this == CycloneDx16 ? "1.6" : Bom.SpecVersion, losses);
}

/// <summary>The formats that a build was asked for.</summary>
/// <param name="Further">Those to be written beside the one that is always written, each once, in the order of <see cref="SbomFormat.All"/>.</param>
/// <param name="Unknown">Names of no format.</param>
public sealed record SbomFormats(ImmutableArray<SbomFormat> Further, ImmutableArray<string> Unknown)
{
    static readonly SbomFormats s_none = new([], []);

    /// <summary>Reads the property <c>SecureBuildSbomFormats</c>: names separated by semicolons.</summary>
    public static SbomFormats Of(string? property)
    {
        if (property is null || property == "CycloneDX1.7")
            return s_none;
        var names = property.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new(
            [.. SbomFormat.All.Where(format => format != SbomFormat.CycloneDx17 && names.Any(name => SbomFormat.Find(name) == format))],
            [.. names.Where(name => SbomFormat.Find(name) is null).Distinct(StringComparer.OrdinalIgnoreCase)]);
    }
}
