using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace SecureBuild.Submission;

/// <summary>The projects that a solution in a folder names. MSBuild is not asked: a solution that cannot be read names none.</summary>
static partial class SolutionProjects
{
    // Folders and notes stand in a solution among the projects.
    static readonly XmlReaderSettings s_reading = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>Absolute paths, ordinal order; none where the folder has no solution.</summary>
    public static ImmutableArray<string> In(string folder)
    {
        if (!Directory.Exists(folder))
            return [];
        folder = Path.GetFullPath(folder);
        var projects = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder).Where(static file => Path.GetExtension(file) is ".sln" or ".slnx"))
            foreach (var project in Named(file))
                projects.Add(Path.GetFullPath(project.Replace('\\', '/'), folder));
        return [.. projects];
    }

    static IEnumerable<string> Named(string file)
    {
        try
        {
            if (Path.GetExtension(file) == ".sln")
                return [.. Line().Matches(File.ReadAllText(file)).Select(static line => line.Groups[1].Value)];
            using var reader = XmlReader.Create(file, s_reading);
            return [.. XDocument.Load(reader).Descendants("Project").Select(static project => (string?)project.Attribute("Path")).OfType<string>()];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or XmlException)
        {
            return [];
        }
    }

    [GeneratedRegex("""^Project\("\{[^"]*\}"\) = "[^"]*", "([^"]+\.[a-z]+proj)",""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
