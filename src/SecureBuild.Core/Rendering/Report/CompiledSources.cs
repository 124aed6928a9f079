using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using SecureBuild.Submission;
using SecureBuild.Verification;

namespace SecureBuild.Rendering.Report;

/// <summary>
/// The sources of one build, of which each is read only where digests prove that it is what was compiled: the attested assembly holds the digest of its symbols, and these the
/// digest of each source (Portable PDB v1.0, Document table; PE/COFF additions, PDB Checksum Debug Directory Entry). A file that is another one by now is never shown.
/// </summary>
sealed class CompiledSources
{
    const int Around = 2;
    const int LongestLine = 220;

    static readonly Guid s_sha256 = new("8829D00F-11B8-4213-878B-770E8597AC16");

    readonly Dictionary<string, (string[]? Lines, CodeGap? Why)> _read = new(StringComparer.Ordinal);
    readonly ImmutableArray<(string Name, string Sha256)> _compiled;
    readonly ImmutableArray<string> _folders;

    readonly bool _named;

    CompiledSources(ImmutableArray<(string, string)> compiled, ImmutableArray<string> folders, bool named) => (_compiled, _folders, _named) = (compiled, folders, named);

    /// <summary>The sources of a build.</summary>
    /// <param name="project">The build, with its output on this machine.</param>
    /// <param name="folders">Where to look for sources, absolute; where none is given, above the output and where the symbols say.</param>
    public static CompiledSources Of(ProductProject project, ImmutableArray<string> folders)
    {
        var compiled = project.Summary.Outputs.Where(static output => ArtifactPath.IsSafe(output.Name))
            .Select(output => (Path: Path.Combine(project.OutputDirectory, output.Name), output.Sha256)).Where(static output => File.Exists(output.Path))
            .Select(static output => Compiled(output.Path, output.Sha256)).FirstOrDefault(static found => !found.IsEmpty);
        return new(compiled.IsDefault ? [] : compiled, folders.IsEmpty ? [.. Above(project.OutputDirectory)] : folders, !folders.IsEmpty);
    }

    /// <summary>A piece of a source around a line, or why it is not shown.</summary>
    /// <param name="path">Path in the repository, as the log has it.</param>
    /// <param name="line">From 1.</param>
    /// <param name="around">Whether the lines around it are of interest, too.</param>
    public (CodeExcerpt? Excerpt, CodeGap? Why) Excerpt(string path, int line, bool around = true)
    {
        if (!_read.TryGetValue(path, out var source))
            _read[path] = source = Read(path);
        if (source.Lines is not { } lines)
            return (null, source.Why);
        if (line < 1 || line > lines.Length)
            return (null, CodeGap.NoLine);
        var (first, last) = around ? (Math.Max(1, line - Around), Math.Min(lines.Length, line + Around)) : (line, line);
        return (new(first, string.Join('\n', lines[(first - 1)..last].Select(static text => text.Length > LongestLine ? text[..LongestLine] + "…" : text)), line), null);
    }

    (string[]?, CodeGap?) Read(string path)
    {
        if (!ArtifactPath.IsSafe(path))
            return (null, CodeGap.NotAtHand);
        var compiled = _compiled.Where(source => source.Name == path || source.Name.EndsWith("/" + path, StringComparison.Ordinal)).ToArray();
        if (compiled.Length == 0)
            return (null, CodeGap.NoDigest);
        var isThere = false;
        foreach (var place in _folders.Select(folder => Path.Combine(folder, path)).Concat(_named ? [] : compiled.Select(static source => source.Name).Where(Path.IsPathFullyQualified)).Where(File.Exists))
        {
            isThere = true;
            if (BoundedFile.Read(place, new()) is { } bytes && Array.Exists(compiled, source => source.Sha256 == Digest.Sha256(bytes)))
                return (Lines(bytes), null);
        }
        return (null, isThere ? CodeGap.Changed : CodeGap.NotAtHand);
    }

    static string[] Lines(byte[] bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes, writable: false));
        return reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n');
    }

    static IEnumerable<string> Above(string directory)
    {
        for (string? folder = directory; folder is not null; folder = Path.GetDirectoryName(folder))
            yield return folder;
    }

    static ImmutableArray<(string, string)> Compiled(string assembly, string attested)
    {
        try
        {
            var bytes = BoundedFile.Read(assembly, new());
            if (bytes is null || Digest.Sha256(bytes) != attested)
                return [];
            using var image = new PEReader(ImmutableCollectionsMarshal.AsImmutableArray(bytes));
            var entries = image.ReadDebugDirectory();
            if (entries.FirstOrDefault(static entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb) is { DataSize: > 0 } embedded)
            {
                using var inside = image.ReadEmbeddedPortablePdbDebugDirectoryData(embedded);
                return Documents(inside.GetMetadataReader());
            }
            // Symbols that the assembly does not know by digest prove nothing.
            if (entries.FirstOrDefault(static entry => entry.Type == DebugDirectoryEntryType.PdbChecksum) is not { DataSize: > 0 } entry)
                return [];
            var checksum = image.ReadPdbChecksumDebugDirectoryData(entry);
            if (checksum.AlgorithmName != "SHA256" || BoundedFile.Read(Path.ChangeExtension(assembly, ".pdb"), new()) is not { } symbols)
                return [];
            using var beside = MetadataReaderProvider.FromPortablePdbImage(ImmutableCollectionsMarshal.AsImmutableArray(symbols));
            var reader = beside.GetMetadataReader();
            return reader.DebugMetadataHeader is { } header && WithoutId(symbols, header.IdStartOffset).AsSpan().SequenceEqual(checksum.Checksum.AsSpan()) ? Documents(reader) : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or BadImageFormatException or InvalidOperationException)
        {
            return [];
        }
    }

    // The digest is that of the symbols with their id, which is made from it, set to zero.
    static byte[] WithoutId(byte[] symbols, int offset)
    {
        const int IdSize = 20;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(symbols, 0, offset);
        hash.AppendData(new byte[IdSize]);
        hash.AppendData(symbols, offset + IdSize, symbols.Length - offset - IdSize);
        return hash.GetHashAndReset();
    }

    static ImmutableArray<(string, string)> Documents(MetadataReader symbols)
    {
        var documents = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (var handle in symbols.Documents)
        {
            var document = symbols.GetDocument(handle);
            if (!document.Hash.IsNil && symbols.GetGuid(document.HashAlgorithm) == s_sha256)
                documents.Add((symbols.GetString(document.Name).Replace('\\', '/'), Convert.ToHexStringLower(symbols.GetBlobBytes(document.Hash))));
        }
        return documents.ToImmutable();
    }
}

/// <summary>Why code is not shown although it was asked for.</summary>
public enum CodeGap
{
    /// <summary>The file is not on this machine, or not where it was looked for.</summary>
    NotAtHand,
    /// <summary>The file is another one than was compiled.</summary>
    Changed,
    /// <summary>The build's output holds no digest of it: no symbols, symbols of another build, or a file that is not compiled.</summary>
    NoDigest,
    /// <summary>The finding names no line of it.</summary>
    NoLine,
}
