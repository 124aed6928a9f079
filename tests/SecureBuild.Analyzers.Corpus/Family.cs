using SecureBuild.Testing;

namespace SecureBuild.Analyzers.Corpus;

/// <summary>A folder of <c>Cases</c>: one weakness and its look-alikes.</summary>
/// <param name="Name">The folder's name.</param>
/// <param name="Tags">Findings with one of these tags (<c>CWE-89</c>) count; from <c>family.txt</c>.</param>
/// <param name="Files">The source files.</param>
sealed record Family(string Name, IReadOnlySet<string> Tags, IReadOnlyList<CaseFile> Files)
{
    public static string Root { get; } = Repository.PathOf("tests/SecureBuild.Analyzers.Corpus");

    /// <summary>All families, by name.</summary>
    public static IReadOnlyList<Family> All { get; } =
        [.. Directory.EnumerateDirectories(Path.Combine(Root, "Cases")).Order(StringComparer.Ordinal).Select(Read)];

    public IEnumerable<Case> Cases => Files.SelectMany(file => file.Cases);

    static Family Read(string folder)
    {
        var name = Path.GetFileName(folder);
        var numbers = File.ReadLines(Path.Combine(folder, "family.txt")).Select(line => line.Split('#')[0]).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return new(name, numbers.Select(number => "CWE-" + number).ToHashSet(StringComparer.Ordinal),
            [.. Directory.EnumerateFiles(folder, "*.cs").Order(StringComparer.Ordinal).Select(path => CaseFile.Read(path, $"{name}/{Path.GetFileName(path)}"))]);
    }
}
