using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SecureBuild.Collecting;

/// <summary>Coverage in Cobertura's XML, as coverlet, <c>dotnet-coverage</c> and the SDK's collector write it: packages are assemblies.</summary>
static partial class CoberturaReader
{
    public const string Format = "Cobertura";

    /// <exception cref="ProblemException">SB9772, SB9773, SB9775, SB9776: it cannot be read, or is no such report.</exception>
    public static CoverageReport Read(string path)
    {
        var file = ReportFile.Read(path);
        if (file.IsJson)
            throw file.Refusal("SB9775", 0, Format);
        using var xml = new StrictXml(file);
        if (!xml.Read() || xml.Name != "coverage")
            throw file.Refusal("SB9775", xml.Line, Format);
        var time = ReportTime.Seconds(xml["timestamp"]);
        var packages = new Dictionary<string, CoveredPackage>(StringComparer.OrdinalIgnoreCase);
        CoveredPackage? package = null;
        var source = "";
        var isInMethods = false;
        while (xml.Read())
        {
            switch (xml.Name)
            {
                case "package" when xml.IsStart:
                    var name = AssemblyName(xml["name"] ?? "");
                    package = packages.TryGetValue(name, out var known) ? known : packages[name] = new();
                    break;
                case "class" when xml.IsStart:
                    source = xml["filename"] ?? "";
                    break;
                // The lines of methods stand a second time below their class.
                case "methods":
                    isInMethods = xml is { IsStart: true, IsEmpty: false };
                    break;
                case "line" when xml.IsStart && !isInMethods && package is not null:
                    Line(package, (source, xml.Count("number")), xml, file);
                    break;
            }
        }
        return new(file, Format, new() { Started = time, Finished = time }, packages.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase));
    }

    static void Line(CoveredPackage package, (string, int) place, StrictXml xml, ReportFile file)
    {
        // Hits may be a number larger than any of ours.
        var hits = xml["hits"] ?? "";
        if (hits.Length == 0 || !hits.All(char.IsAsciiDigit))
            throw file.Refusal("SB9776", xml.Line, "hits", hits);
        package.Line(place, hits.Any(static digit => digit != '0'));
        if (xml["condition-coverage"] is { } coverage && Conditions().Match(coverage) is { Success: true } match
            && int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) is var covered && int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) is var valid && covered <= valid)
            package.Branch(place, (covered, valid));
    }

    static string AssemblyName(string name) => name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;

    [GeneratedRegex(@"\(([0-9]{1,6})/([0-9]{1,6})\)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Conditions();
}
