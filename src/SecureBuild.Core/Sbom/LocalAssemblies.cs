using System.Collections.Immutable;
using SecureBuild.Evidence;

namespace SecureBuild.Sbom;

/// <summary>Assemblies that lie in somebody's folder and come from no package (<c>&lt;Reference&gt;</c> with a <c>HintPath</c>): what they call themselves is all that is known.</summary>
static class LocalAssemblies
{
    /// <summary>The files that belong together: an assembly with its symbols, documentation and resources; any other file alone.</summary>
    public static IEnumerable<LocalAssembly> Of(ImmutableArray<CopyLocalFile> files)
    {
        foreach (var group in files.Where(file => !file.IsUnexplained).GroupBy(file => CopiedFiles.Stem(file.Destination), StringComparer.OrdinalIgnoreCase))
        {
            var main = group.FirstOrDefault(file => Path.GetExtension(file.Destination).ToLowerInvariant() is ".dll" or ".exe" && !file.Destination.EndsWith(".resources.dll", StringComparison.OrdinalIgnoreCase));
            if (main is not null && AssemblyIdentity.Read(main.Path) is { } identity)
                yield return new(identity, main, [.. group]);
            else
                foreach (var file in group)
                    yield return new(null, file, [file]);
        }
        foreach (var file in files.Where(file => file.IsUnexplained))
            yield return new(null, file, [file]);
    }

    /// <summary>The component.</summary>
    /// <param name="identity">What the assembly calls itself.</param>
    /// <param name="bomRef">Its name in the document.</param>
    /// <param name="main">The assembly among its files.</param>
    /// <param name="files">Its files.</param>
    public static Component Component(AssemblyIdentity identity, string bomRef, Component main, ImmutableArray<Component> files) => new("library", bomRef, identity.Name)
    {
        Version = identity.Version,
        Scope = "required",
        Supplier = identity.Company is { } company ? new(company) : null,
        Hashes = main.Hashes,
        Purl = PackageUrl.Generic(identity.Name, identity.Version),
        Components = files,
        Properties =
        [
            new(Names.AssemblyIdentity, identity.FullName),
            new(Names.Licence, "unknown:local-assembly"),
            new(Names.Supplier, identity.Company is null ? "unknown:local-assembly" : "assembly-company"),
        ],
    };
}

/// <summary>A file of nobody, or an assembly with what goes with it.</summary>
/// <param name="Identity">What the assembly calls itself; null for a file that is none.</param>
/// <param name="Main">The assembly, or the file.</param>
/// <param name="Files">All of it.</param>
sealed record LocalAssembly(AssemblyIdentity? Identity, CopyLocalFile Main, ImmutableArray<CopyLocalFile> Files);
