using System.Globalization;
using System.Text.Json.Nodes;

namespace SecureBuild.Evidence.Facts;

/// <summary>Reads <c>security.txt</c> (RFC 9116): <c>Contact</c> and <c>Expires</c> are required, <c>Expires</c> exactly once (§2.5.5).</summary>
static class SecurityTxt
{
    /// <summary>Places where it may lie, below the repository's root.</summary>
    /// <param name="project">The project's folder there, with a slash at its end; empty for the root itself.</param>
    public static string[] Places(string project) =>
        [".well-known/security.txt", "security.txt", "wwwroot/.well-known/security.txt", project + "wwwroot/.well-known/security.txt", project + "security.txt"];

    public static void Read(FactSheet sheet)
    {
        var project = sheet.Relative(Path.GetDirectoryName(sheet.Build.ProjectFile)!) is { } folder and not "." ? folder + "/" : "";
        var path = SourceFacts.InRoot(sheet, Places(project));
        var value = sheet.FileValue(path);
        if (path is not null)
            Parse(File.ReadLines(path), sheet.Clock, value);
        sheet.Known("contact.securityTxt", value, path is null ? "security.txt" : sheet.Relative(path) ?? "security.txt");
    }

    internal static void Parse(IEnumerable<string> lines, Clock clock, JsonObject value)
    {
        var contacts = 0;
        var expiries = 0;
        DateTimeOffset? expires = null;
        foreach (var line in lines)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || line[0] == '#')
                continue;
            var text = line[(colon + 1)..].Trim();
            if (line.AsSpan(0, colon).Trim().Equals("Contact", StringComparison.OrdinalIgnoreCase) && text.Length > 0)
                contacts++;
            if (line.AsSpan(0, colon).Trim().Equals("Expires", StringComparison.OrdinalIgnoreCase))
            {
                expiries++;
                expires = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
            }
        }
        value["contacts"] = contacts;
        value["expires"] = expires is { } date ? Clock.Format(date) : null;
        value["valid"] = contacts > 0 && expiries == 1 && expires > clock.Now;
    }
}
