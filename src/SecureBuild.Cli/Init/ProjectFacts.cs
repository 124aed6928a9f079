using System.Xml;
using System.Xml.Linq;

namespace SecureBuild.Cli.Init;

/// <summary>
/// What project files plainly say of name, version, description and company. MSBuild is not evaluated: a value with a condition or a
/// property reference in it is left out rather than guessed.
/// </summary>
sealed class ProjectFacts
{
    static readonly string[] s_projects = ["*.csproj", "*.fsproj", "*.vbproj"];
    static readonly string[] s_solutions = ["*.slnx", "*.sln"];
    static readonly XmlReaderSettings s_reading = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    readonly List<string> _sources = [];

    /// <summary>The files that something was taken from, by name.</summary>
    public IReadOnlyList<string> Sources => _sources;

    /// <summary>Nothing was found.</summary>
    public bool IsEmpty => _values.Count == 0;

    /// <summary><c>name</c>, <c>version</c>, <c>description</c>, <c>company</c>, or null.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name);

    public static ProjectFacts In(string directory)
    {
        var facts = new ProjectFacts();
        string[] projects = [.. s_projects.SelectMany(pattern => Directory.GetFiles(directory, pattern)).Order(StringComparer.Ordinal)];
        var project = projects is [var only] ? only : null;
        facts.Take(project);
        facts.Take(Path.Combine(directory, "Directory.Build.props"));
        if (project is not null && Load(project) is { } root)
            facts.Take(root, project, "name", "AssemblyName");
        if (s_solutions.SelectMany(pattern => Directory.GetFiles(directory, pattern)).Order(StringComparer.Ordinal).FirstOrDefault() is { } solution)
            facts.Note("name", Path.GetFileNameWithoutExtension(solution), solution);
        if (project is not null)
            facts.Note("name", Path.GetFileNameWithoutExtension(project), project);
        return facts;
    }

    void Take(string? file)
    {
        if (!File.Exists(file) || Load(file) is not { } root)
            return;
        Take(root, file, "name", "Product");
        Take(root, file, "version", "Version", "VersionPrefix");
        Take(root, file, "description", "Description");
        Take(root, file, "company", "Company");
    }

    void Take(XElement root, string file, string name, params ReadOnlySpan<string> properties)
    {
        foreach (var property in properties)
        {
            if (Plain(root, property) is { } value)
            {
                Note(name, value, file);
                return;
            }
        }
    }

    void Note(string name, string value, string file)
    {
        if (_values.TryAdd(name, value) && !_sources.Contains(Path.GetFileName(file)))
            _sources.Add(Path.GetFileName(file));
    }

    static string? Plain(XElement root, string property)
    {
        XElement[] set = [.. root.Descendants().Where(element => element.Name.LocalName == property && element.Parent?.Name.LocalName == "PropertyGroup")];
        return set is [var one] && !one.AncestorsAndSelf().Any(element => element.Attribute("Condition") is not null) && !one.Value.Contains("$(", StringComparison.Ordinal)
            && one.Value.Trim() is { Length: > 0 } value ? value : null;
    }

    static XElement? Load(string file)
    {
        try
        {
            using var reader = XmlReader.Create(file, s_reading);
            return XDocument.Load(reader).Root;
        }
        catch (XmlException)
        {
            return null; // the build will say so; here there is just nothing to take from it
        }
    }
}
