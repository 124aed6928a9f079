using System.Xml;
using System.Xml.Linq;
using SecureBuild.Configuration;

namespace SecureBuild.Cli.Overview;

/// <summary>Which project files below a folder plainly reference the SecureBuild package. MSBuild is not evaluated: what only a condition or an import brings is not seen.</summary>
/// <param name="Projects">Project files found.</param>
/// <param name="Referencing">How many of them reference the package.</param>
sealed record PackageUse(int Projects, int Referencing)
{
    const int MostProjects = 1000;

    static readonly string[] s_endings = [".csproj", ".fsproj", ".vbproj"];
    static readonly string[] s_shared = ["Directory.Packages.props", "Directory.Build.props", "Directory.Build.targets"];
    static readonly HashSet<string> s_skipped = new(["bin", "obj", "node_modules", "artifacts"], StringComparer.OrdinalIgnoreCase);
    static readonly XmlReaderSettings s_reading = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>A folder in which somebody works on .NET code: it has a project, a solution, a configuration of ours or a repository.</summary>
    public static bool IsWorkFolder(string directory) => Path.Exists(Path.Combine(directory, ".git")) || File.Exists(Path.Combine(directory, ProjectConfigurationFile.Name))
        || Directory.EnumerateFiles(directory).Any(static file => s_endings.Contains(Path.GetExtension(file)) || Path.GetExtension(file) is ".sln" or ".slnx");

    public static PackageUse In(string directory)
    {
        var projects = Files(directory).Take(MostProjects).ToArray();
        // What is shared lies above, up to the repository's root.
        var everywhere = Above(directory).Any(folder => s_shared.Any(name => References(Path.Combine(folder, name))));
        return new(projects.Length, everywhere ? projects.Length : projects.Count(References));
    }

    static IEnumerable<string> Files(string directory)
    {
        foreach (var file in Directory.EnumerateFiles(directory).Where(static file => s_endings.Contains(Path.GetExtension(file))))
            yield return file;
        foreach (var below in Directory.EnumerateDirectories(directory, "*", new EnumerationOptions { AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden, IgnoreInaccessible = true }))
            if (Path.GetFileName(below) is var name && !name.StartsWith('.') && !s_skipped.Contains(name))
                foreach (var file in Files(below))
                    yield return file;
    }

    static IEnumerable<string> Above(string directory)
    {
        for (string? folder = directory; folder is not null; folder = Path.Exists(Path.Combine(folder, ".git")) ? null : Path.GetDirectoryName(folder))
            yield return folder;
    }

    static bool References(string file)
    {
        if (!File.Exists(file))
            return false;
        try
        {
            using var reader = XmlReader.Create(file, s_reading);
            return XDocument.Load(reader).Descendants().Any(static item => item.Name.LocalName is "PackageReference" or "GlobalPackageReference"
                && (string?)item.Attribute("Include") is { } name && name.Equals("SecureBuild", StringComparison.OrdinalIgnoreCase));
        }
        catch (XmlException)
        {
            return false; // the build will say so
        }
    }
}
