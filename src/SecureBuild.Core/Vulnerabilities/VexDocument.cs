using System.Collections.Immutable;
using SecureBuild.Sbom;

namespace SecureBuild.Vulnerabilities;

/// <summary>A format in which statements on vulnerabilities are written: always a document of its own, never a part of the bill of materials.</summary>
/// <param name="Name">Its name in properties and on the command line.</param>
/// <param name="Suffix">Ending of its files.</param>
public sealed record VexFormat(string Name, string Suffix)
{
    /// <summary>OpenVEX 0.2.0.</summary>
    public static VexFormat OpenVex { get; } = new("openvex", ".openvex.json");

    /// <summary>CycloneDX 1.7 with nothing but vulnerabilities.</summary>
    public static VexFormat CycloneDx { get; } = new("cyclonedx", ".vex.json");

    /// <summary>For readers that do not know 1.7 yet.</summary>
    public static VexFormat CycloneDx16 { get; } = new("cyclonedx1.6", ".1.6.vex.json");

    /// <summary>All of them.</summary>
    public static ImmutableArray<VexFormat> All { get; } = [OpenVex, CycloneDx, CycloneDx16];

    /// <summary>All names, for a message.</summary>
    public static string Names => string.Join(", ", All.Select(static format => format.Name));

    /// <summary>The formats named in a property, each once, and names of none. Nothing is written by default.</summary>
    public static (ImmutableArray<VexFormat> Formats, ImmutableArray<string> Unknown) Of(string? property)
    {
        if (property is null)
            return ([], []);
        var names = property.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return ([.. All.Where(format => names.Any(format.IsCalled))], [.. names.Where(static name => !All.Any(format => format.IsCalled(name))).Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>The document.</summary>
    /// <exception cref="InvalidOperationException">There is no finding: then there is nothing to state.</exception>
    public byte[] Write(VexDocument document) => document.Findings.IsEmpty ? throw new InvalidOperationException("no findings")
        : this == OpenVex ? OpenVexJson.Indented(document)
        : CycloneDxVexJson.Indented(document, this == CycloneDx16 ? "1.6" : Bom.SpecVersion);

    bool IsCalled(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What is said of the vulnerabilities of one bill of materials.</summary>
/// <param name="Bom">The bill of materials, which is linked to and never changed.</param>
/// <param name="Findings">What is stated; at least one.</param>
/// <param name="Clock">When.</param>
public sealed record VexDocument(Bom Bom, ImmutableArray<Finding> Findings, Clock Clock)
{
    /// <summary>Who states it: the supplier that the bill of materials names.</summary>
    public string Author { get; init; } =
        Bom.Metadata.Supplier?.Name ?? Bom.Metadata.Component?.Supplier?.Name ?? Bom.Metadata.Manufacturer?.Name ?? Bom.Metadata.Component?.Manufacturer?.Name ?? "unknown";

    /// <summary>What the document says of how a status came about, in English: documents do not depend on a language.</summary>
    internal static string Notes(Finding finding)
    {
        var notes = new List<string>();
        if (finding.Waiver is { } waiver)
        {
            notes.Add($"Stated by {waiver.Owner} ({waiver.Role}) on {Day(waiver.Date)}, valid until {Day(waiver.Expires)}.");
            notes.Add(waiver.Reason);
        }
        else
        {
            notes.Add("Nobody has stated anything yet.");
            notes.Add(finding.IsUncertain
                ? "An advisory names the package; whether it is about this version could not be compared."
                : "An advisory is about this version; whether the product is affected has not been analysed.");
        }
        if (finding.IsBuildOnly)
            notes.Add("The component is used while building and is not delivered.");
        return string.Join(' ', notes);
    }

    /// <summary>When a status was stated.</summary>
    internal string Time(Finding finding) => finding.Waiver is { } waiver ? Day(waiver.Date) + "T00:00:00Z" : Clock.Text;

    /// <summary>The package URL of a finding's component.</summary>
    internal static string Purl(Finding finding) => finding.Purl ?? (finding.Version is { } version ? PackageUrl.NuGet(finding.Package, version) : $"pkg:nuget/{Uri.EscapeDataString(finding.Package)}");

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
