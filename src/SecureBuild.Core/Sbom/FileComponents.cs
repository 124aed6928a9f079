using System.Collections.Immutable;
using SecureBuild.Evidence;

namespace SecureBuild.Sbom;

/// <summary>Files as components, with their digests.</summary>
static class FileComponents
{
    /// <summary>A file that this build or a referenced project wrote. One that cannot be read is listed without digest, and said so.</summary>
    /// <param name="bomRef">Its name in the document.</param>
    /// <param name="path">Absolute path.</param>
    /// <param name="name">Path relative to the output directory, with <c>/</c>.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="problems">Where to tell.</param>
    public static Component Of(string bomRef, string path, string name, string kind, ImmutableArray<Problem>.Builder problems) =>
        Of(bomRef, path, name, kind, problems, static path => [new("SHA-256", Digest.Sha256OfFile(path)), new("SHA-512", Digest.Sha512OfFile(path))]);

    /// <summary>A file that a package brings. Native libraries for every platform are large and the same for every project, so one digest, read once a build.</summary>
    /// <inheritdoc cref="Of(string, string, string, string, ImmutableArray{Problem}.Builder)"/>
    public static Component OfPackage(string bomRef, string path, string name, string kind, FileDigests digests, ImmutableArray<Problem>.Builder problems) =>
        Of(bomRef, path, name, kind, problems, path => [new("SHA-256", digests.Sha256(path))]);

    static Component Of(string bomRef, string path, string name, string kind, ImmutableArray<Problem>.Builder problems, Func<string, ImmutableArray<Hash>> read)
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
        return new("file", bomRef, name)
        {
            Scope = kind is "symbols" or "documentation" ? "optional" : "required",
            Hashes = hashes,
            Properties = hashes.IsEmpty ? [new(Names.FileKind, kind), new(Names.Hash, "unknown:not-readable")] : [new(Names.FileKind, kind)],
        };
    }

    /// <summary>What a delivered file is.</summary>
    public static string KindOf(OutputKind kind) => kind switch
    {
        OutputKind.Assembly => "assembly",
        OutputKind.Symbols => "symbols",
        OutputKind.AppHost => "host",
        OutputKind.RuntimeConfiguration => "runtime-configuration",
        OutputKind.Documentation => "documentation",
        OutputKind.Satellite => "satellite",
        _ => "other",
    };

    /// <summary>What a copied file is, by its name.</summary>
    public static string KindOf(string name) =>
        name.EndsWith(".resources.dll", StringComparison.OrdinalIgnoreCase) ? "satellite" : Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".dll" or ".exe" => "assembly",
            ".pdb" => "symbols",
            ".xml" => "documentation",
            _ => "other",
        };
}
