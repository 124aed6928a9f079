using System.Collections.Immutable;
using SecureBuild.Evidence;

namespace SecureBuild.Sbom;

/// <summary>Files as components, with their digests. One that cannot be read is listed without digest, and said so.</summary>
/// <param name="inputs">The build.</param>
/// <param name="packages">What reads the files of packages.</param>
/// <param name="refs">Where names in the document come from.</param>
/// <param name="problems">Where to tell.</param>
sealed class FileComponents(BuildInputs inputs, ProjectPackages packages, Refs refs, ImmutableArray<Problem>.Builder problems)
{
    /// <summary>A file of the product itself.</summary>
    public Component Of(OutputFile file)
    {
        var name = file.Destination ?? RepositoryPath.Of(file.Path, inputs.OutputDirectory);
        return Of(file.Path, name, KindOf(file.Kind), file.Inside, file.Transformed, path => Hashes(inputs.OwnDigests.Both(path)));
    }

    /// <summary>A file that something referenced brings: read once for all projects of a build, because native libraries for every platform are large and projects are referred to by many.</summary>
    public Component Of(CopyLocalFile file)
    {
        var kind = file.AssetType == "native" && !file.Destination.EndsWith(".pdb", StringComparison.OrdinalIgnoreCase) && !file.Destination.EndsWith(".dbg", StringComparison.OrdinalIgnoreCase)
            ? "native" : file.Transformed == "webcil" || file.Transformed == "trimmed,webcil" ? "assembly" : KindOf(file.Destination);
        var component = Of(file.Path, file.Destination, kind, file.Inside, file.Transformed, path => Hashes(file.PackageId is null ? inputs.Digests.Both(path) : packages.Both(path)));
        return file.IsUnexplained ? component with { Properties = component.Properties.Add(new(Names.FileOrigin, "unknown:not-published-by-this-build")) } : component;
    }

    Component Of(string path, string name, string kind, Embedding? inside, string? transformed, Func<string, ImmutableArray<Hash>> read)
    {
        ImmutableArray<Hash> hashes = [];
        try
        {
            hashes = read(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(Messages.Warning("SB9208", path, 0, 0, e.GetType().Name));
        }
        var properties = ImmutableArray.CreateBuilder<Property>();
        if (inside is not null)
            properties.Add(new(inside.IsCompiled ? Names.FileCompiledInto : Names.FileBundledIn, inside.Container));
        properties.Add(new(Names.FileKind, kind));
        if (transformed is not null)
            properties.Add(new(Names.FileTransformed, transformed));
        if (hashes.IsEmpty)
            properties.Add(new(Names.Hash, "unknown:not-readable"));
        return new("file", refs.Take("file:" + name), name)
        {
            Scope = kind is "symbols" or "documentation" ? "optional" : "required",
            Hashes = hashes,
            Properties = properties.ToImmutable(),
        };
    }

    static ImmutableArray<Hash> Hashes(FileDigest digest) => [new("SHA-256", digest.Sha256), new("SHA-512", digest.Sha512)];

    static string KindOf(OutputKind kind) => kind switch
    {
        OutputKind.Assembly => "assembly",
        OutputKind.Symbols => "symbols",
        OutputKind.AppHost => "host",
        OutputKind.RuntimeConfiguration => "runtime-configuration",
        OutputKind.Documentation => "documentation",
        OutputKind.Satellite => "satellite",
        OutputKind.SingleFile => "single-file",
        OutputKind.NativeImage => "native-image",
        OutputKind.Native => "native",
        OutputKind.Content => "content",
        _ => "other",
    };

    static string KindOf(string name) =>
        name.EndsWith(".resources.dll", StringComparison.OrdinalIgnoreCase) ? "satellite" : Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".dll" or ".exe" => "assembly",
            ".pdb" or ".dbg" => "symbols",
            ".xml" => "documentation",
            ".so" or ".dylib" => "native",
            _ => "other",
        };
}
