using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.IO.Enumeration;
using System.Security.Cryptography;
using System.Text;

namespace SecureBuild.Vulnerabilities;

/// <summary>The files of a folder of advisories, or the one archive: <c>*.json</c> and <c>*.zip</c>, at any depth; other files are no advisories.</summary>
/// <param name="Root">Absolute path of the folder, or of the folder that holds the one file.</param>
/// <param name="Files">Names relative to it with <c>/</c>, ordinal order, with length and time.</param>
sealed record AdvisoryFiles(string Root, ImmutableArray<AdvisoryFile> Files)
{
    /// <summary>Most files, and most entries of archives.</summary>
    public const int MostFiles = 300_000;

    const int MostDepth = 16;

    /// <summary>The files under a path.</summary>
    /// <exception cref="ProblemException">SB9295: nothing is there, or it cannot be read. SB9263: there are too many.</exception>
    public static AdvisoryFiles Under(string path)
    {
        try
        {
            if (File.Exists(path))
            {
                var file = new FileInfo(path);
                return new(file.DirectoryName!, [new(file.Name, file.Length, file.LastWriteTimeUtc.Ticks)]);
            }
            var files = new List<AdvisoryFile>();
            foreach (var file in Enumerate(Path.TrimEndingDirectorySeparator(path)))
            {
                files.Add(file);
                if (files.Count > MostFiles)
                    throw new ProblemException(Messages.Error("SB9263", path, 0, 0, MostFiles.ToString(CultureInfo.InvariantCulture)));
            }
            files.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
            return new(Path.TrimEndingDirectorySeparator(path), [.. files]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ProblemException(Messages.Error("SB9295", path), e);
        }
    }

    /// <summary>Changes whenever a file comes, goes, or is written: from names, lengths and times, without opening any.</summary>
    public string Stamp
    {
        get
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var file in Files)
                hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{file.Name}\n{file.Length}\n{file.Ticks}\n")));
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
    }

    /// <summary>The content of a file; null where it is too large to be looked at.</summary>
    public byte[]? Content(AdvisoryFile file, long largest)
    {
        using var stream = OrdinaryFile.Open(Path.Combine(Root, file.Name), bufferSize: 0);
        return Bounded(stream, file.Length, largest);
    }

    /// <summary>The entries of an archive. What it says of lengths is not believed.</summary>
    public static IEnumerable<(string Name, byte[]? Content)> Entries(ZipArchive archive)
    {
        foreach (var entry in archive.Entries)
        {
            if (!entry.FullName.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
                continue;
            using var stream = entry.Open();
            yield return (entry.FullName, Bounded(stream, entry.Length, OsvReader.LargestFile));
        }
    }

    static byte[]? Bounded(Stream stream, long expected, long largest)
    {
        if (expected > largest)
            return null;
        using var bytes = new MemoryStream((int)Math.Clamp(expected, 0, 1 << 20));
        var buffer = new byte[1 << 14];
        while (stream.Read(buffer) is > 0 and var length)
        {
            if (bytes.Length + length > largest)
                return null;
            bytes.Write(buffer, 0, length);
        }
        return bytes.ToArray();
    }

    // Files behind links are read, folders behind links are not: those can lead in a circle.
    static FileSystemEnumerable<AdvisoryFile> Enumerate(string folder) => new(
        folder,
        (ref FileSystemEntry entry) => new(Path.GetRelativePath(folder, entry.ToFullPath()).Replace('\\', '/'), entry.Length, entry.LastWriteTimeUtc.Ticks),
        new() { RecurseSubdirectories = true, MaxRecursionDepth = MostDepth, AttributesToSkip = 0, IgnoreInaccessible = false })
    {
        ShouldIncludePredicate = static (ref FileSystemEntry entry) =>
            !entry.IsDirectory && (entry.FileName.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || entry.FileName.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)),
        ShouldRecursePredicate = static (ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) == 0 && !entry.FileName.StartsWith('.'),
    };
}

/// <summary>A file by its name relative to the folder.</summary>
readonly record struct AdvisoryFile(string Name, long Length, long Ticks);
