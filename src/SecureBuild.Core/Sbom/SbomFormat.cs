using System.Collections.Immutable;

namespace SecureBuild.Sbom;

/// <summary>A format that a bill of materials can be written in.</summary>
/// <param name="Name">Its name in properties and on the command line, as <c>SPDX2.3</c>.</param>
/// <param name="Title">Specification and version, as people write it: <c>SPDX 2.3</c>.</param>
/// <param name="Suffix">Ending of its files.</param>
/// <param name="MediaType">Its media type.</param>
public sealed record SbomFormat(string Name, string Title, string Suffix, string MediaType)
{
    /// <summary>The one that a build writes where nobody chooses.</summary>
    public static SbomFormat CycloneDx17 { get; } = new("CycloneDX1.7", "CycloneDX 1.7", ".cdx.json", "application/vnd.cyclonedx+json");

    /// <summary>For readers that do not know 1.7 yet.</summary>
    public static SbomFormat CycloneDx16 { get; } = new("CycloneDX1.6", "CycloneDX 1.6", ".1.6.cdx.json", "application/vnd.cyclonedx+json");

    /// <summary>SPDX 2.3 JSON.</summary>
    public static SbomFormat Spdx23 { get; } = new("SPDX2.3", "SPDX 2.3", ".spdx.json", "application/spdx+json");

    /// <summary>SPDX 3.0.1 JSON-LD.</summary>
    public static SbomFormat Spdx301 { get; } = new("SPDX3.0.1", "SPDX 3.0.1", ".spdx3.json", "application/spdx+json");

    /// <summary>All of them.</summary>
    public static ImmutableArray<SbomFormat> All { get; } = [CycloneDx17, CycloneDx16, Spdx23, Spdx301];

    /// <summary>All names, for a message.</summary>
    public static string Names => string.Join(", ", All.Select(format => format.Name));

    /// <summary>The format of a name, whatever its case, with or without a hyphen (<c>spdx-2.3</c>); null where there is none.</summary>
    public static SbomFormat? Find(string name)
    {
        var wanted = name.Replace("-", "", StringComparison.Ordinal);
        return All.FirstOrDefault(format => format.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The format that a file has by its name; null where it has the ending of none.</summary>
    public static SbomFormat? OfFile(string name, StringComparison comparison = StringComparison.Ordinal) =>
        All.Where(format => name.EndsWith(format.Suffix, comparison)).MaxBy(format => format.Suffix.Length);

    /// <summary>The document.</summary>
    /// <param name="bom">The bill of materials.</param>
    /// <param name="losses">Told what this format cannot say; null where nobody asks.</param>
    public byte[] Write(Bom bom, SbomLosses? losses = null) =>
        this == Spdx301 ? Spdx3Json.Indented(bom, losses)
        : this == Spdx23 ? Spdx2Json.Indented(bom, losses)
        : CycloneDxJson.Indented(bom, this == CycloneDx16 ? "1.6" : Bom.SpecVersion, losses);
}

/// <summary>The formats that a build was asked for.</summary>
/// <param name="Chosen">Those to be written, each once, in the order of <see cref="SbomFormat.All"/>; CycloneDX 1.7 where no name is one of a format.</param>
/// <param name="Unknown">Names of no format.</param>
public sealed record SbomFormats(ImmutableArray<SbomFormat> Chosen, ImmutableArray<string> Unknown)
{
    static readonly SbomFormats s_default = new([SbomFormat.CycloneDx17], []);

    /// <summary>Reads the property <c>SecureBuildSbomFormats</c>: names separated by semicolons.</summary>
    public static SbomFormats Of(string? property)
    {
        if (property is null || property == SbomFormat.CycloneDx17.Name)
            return s_default;
        var names = property.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        ImmutableArray<SbomFormat> chosen = [.. SbomFormat.All.Where(format => names.Any(name => SbomFormat.Find(name) == format))];
        return new(chosen.IsEmpty ? s_default.Chosen : chosen, [.. names.Where(name => SbomFormat.Find(name) is null).Distinct(StringComparer.OrdinalIgnoreCase)]);
    }
}
