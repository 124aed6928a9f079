using System.Collections.Immutable;
using SecureBuild.Evidence;

namespace SecureBuild.Sbom;

/// <summary>Program files that lie beside the product without belonging to anything this build knows of: left over from another build, or put there by a target.</summary>
static class UnexplainedFiles
{
    static readonly string[] s_programs = [".dll", ".exe", ".so", ".dylib"];

    /// <summary>Their names, ordinal order. Only the top folder is looked at: below it lie other builds (<c>publish/</c>, runtime identifiers).</summary>
    public static ImmutableArray<string> Of(BuildInputs inputs)
    {
        var explained = inputs.Outputs.Select(output => output.Name).Concat(inputs.CopyLocal.Select(file => file.Destination)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        try
        {
            return
            [
                .. Directory.EnumerateFiles(inputs.OutputDirectory).Select(path => Path.GetFileName(path))
                    .Where(name => s_programs.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) && !explained.Contains(name))
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Those of them that are, byte for byte, a file of a resolved package: the package's own targets copied them. By file name.</summary>
    public static Dictionary<string, RestoredLibrary> CopiedByPackages(
        ImmutableArray<string> names, string outputDirectory, IReadOnlyDictionary<RestoredLibrary, PackageContents> packages)
    {
        var owners = new Dictionary<string, RestoredLibrary>(StringComparer.Ordinal);
        if (names.IsEmpty)
            return owners;
        var wanted = names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (package, contents) in packages.OrderBy(pair => pair.Key.Name, StringComparer.Ordinal))
            foreach (var file in package.Files)
                if (contents.Folder is { } folder && file[(file.LastIndexOf('/') + 1)..] is var name && wanted.Contains(name) && !owners.ContainsKey(name)
                    && !file.Split('/').Contains("..") && Same(Path.Combine(outputDirectory, name), Path.Combine(folder, file)))
                    owners.Add(name, package);
        return owners;
    }

    static bool Same(string a, string b)
    {
        try
        {
            return new FileInfo(a).Length == new FileInfo(b).Length && Digest.Sha256OfFile(a) == Digest.Sha256OfFile(b);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }
}
