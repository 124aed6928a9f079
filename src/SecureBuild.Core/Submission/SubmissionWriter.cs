using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;

namespace SecureBuild.Submission;

/// <summary>
/// Writes a package as a folder or as a zip. The zip is reproducible: entries in ordinal order, one fixed time, no attributes. What was there stays until all is written.
/// </summary>
public static class SubmissionWriter
{
    // The earliest that a zip can say. The true one is in the manifest.
    static readonly DateTimeOffset s_time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes.</summary>
    /// <param name="contents">What goes in.</param>
    /// <param name="path">Absolute path of a folder, or of a file that ends in <c>.zip</c>.</param>
    /// <param name="force">An earlier package at this place is replaced.</param>
    /// <exception cref="ProblemException">SB9734: something is there. SB9733: a file changed while it was packed.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(SubmissionContents contents, string path, bool force)
    {
        ImmutableArray<SubmissionFile> files = [.. contents.Files.Concat(SubmissionManifest.Files(contents)).OrderBy(static file => file.Path, StringComparer.Ordinal)];
        path = Path.TrimEndingDirectorySeparator(path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Environment.ProcessId}-{Guid.NewGuid():N}.tmp";
        var isZip = IsZip(path);
        Refuse(path, isZip, force);
        try
        {
            if (isZip)
            {
                Zip(files, temporary);
                File.Move(temporary, path, overwrite: force);
            }
            else
            {
                Folder(files, temporary);
                if (Directory.Exists(path))
                    Directory.Delete(path, recursive: true);
                Directory.Move(temporary, path);
            }
        }
        catch
        {
            Remove(temporary);
            throw;
        }
    }

    /// <summary>Whether a name is that of a zip.</summary>
    public static bool IsZip(string path) => path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    // Only what is surely ours is ever replaced.
    static void Refuse(string path, bool isZip, bool force)
    {
        var isFree = isZip ? !Path.Exists(path) : !File.Exists(path) && (!Directory.Exists(path) || !Directory.EnumerateFileSystemEntries(path).Any());
        if (!isFree && !(force && (isZip ? HoldsManifest(path) : SubmissionFiles.IsPackage(path))))
            throw new ProblemException(Messages.Error("SB9734", path, arguments: Path.GetFileName(path)));
    }

    static bool HoldsManifest(string path)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            return zip.GetEntry(SubmissionFiles.Manifest) is not null;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    static void Folder(ImmutableArray<SubmissionFile> files, string directory)
    {
        foreach (var file in files)
        {
            var place = Path.Combine(directory, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            using var target = new FileStream(place, FileMode.CreateNew, FileAccess.Write);
            Copy(file, target);
        }
    }

    static void Zip(ImmutableArray<SubmissionFile> files, string path)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create);
        foreach (var file in files)
        {
            var entry = zip.CreateEntry(file.Path, CompressionLevel.Optimal);
            entry.LastWriteTime = s_time;
            entry.ExternalAttributes = 0;
            using var target = entry.Open();
            Copy(file, target);
        }
    }

    static void Copy(SubmissionFile file, Stream target)
    {
        using var source = file.Open();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 17];
        while (source.Read(buffer) is > 0 and var length)
        {
            hash.AppendData(buffer, 0, length);
            target.Write(buffer, 0, length);
        }
        if (Convert.ToHexStringLower(hash.GetHashAndReset()) != file.Sha256)
            throw new ProblemException(Messages.Error("SB9733", arguments: [file.Path, file.Build]));
    }

    static void Remove(string path)
    {
        try
        {
            if (Directory.Exists(path))
                Directory.Delete(path, recursive: true);
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }
    }
}
