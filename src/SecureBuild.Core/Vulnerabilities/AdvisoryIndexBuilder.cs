using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace SecureBuild.Vulnerabilities;

/// <summary>Reads all files of advisories once and puts what is about NuGet's and npm's packages into the form that builds look things up in.</summary>
sealed class AdvisoryIndexBuilder
{
    /// <summary>How many unread files are told one by one.</summary>
    public const int MostTold = 20;

    const long LargestArchive = 1L << 30;
    const long LargestContent = 4L << 30;

    readonly Dictionary<string, Dictionary<string, Entry>> _packages = new(StringComparer.Ordinal);
    readonly List<UnreadAdvisory> _told = [];
    int _advisories;
    int _withdrawn;
    int _unread;
    DateTimeOffset _newest = DateTimeOffset.MinValue;

    readonly record struct Entry(DateTimeOffset Modified, byte[]? Bytes);

    /// <summary>The index, as its own bytes.</summary>
    /// <exception cref="ProblemException">SB9295: a file cannot be read.</exception>
    public static byte[] Build(AdvisoryFiles files)
    {
        var builder = new AdvisoryIndexBuilder();
        try
        {
            var digest = builder.Read(files);
            return AdvisoryIndexFile.Write(builder.Data(digest), builder._told, builder._packages.Select(static package => (package.Key,
                package.Value.OrderBy(static entry => entry.Key, StringComparer.Ordinal).Select(static entry => entry.Value.Bytes).OfType<byte[]>().ToArray())));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(Messages.Error("SB9295", files.Root), e);
        }
    }

    AdvisoryData Data(string digest) => new(digest, _advisories == 0 && _withdrawn == 0 ? null : _newest, _advisories, _withdrawn, _unread);

    // Side by side, in pieces: what is kept of a file is small, the files together are not.
    string Read(AdvisoryFiles files)
    {
        const int piece = 2048;
        using var sums = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var single = "";
        var results = new (string Sha256, OsvFile? Advisory, UnreadAdvisory? Unread)[Math.Min(piece, files.Files.Length)];
        for (var start = 0; start < files.Files.Length; start += piece)
        {
            var count = Math.Min(piece, files.Files.Length - start);
            var from = start;
            try
            {
                Parallel.For(0, count, i => results[i] = IsArchive(files.Files[from + i]) ? default : One(files, files.Files[from + i]));
            }
            catch (AggregateException e) when (e.InnerException is IOException or UnauthorizedAccessException)
            {
                throw new IOException(e.InnerException.Message, e);
            }
            for (var i = 0; i < count; i++)
            {
                var file = files.Files[start + i];
                var sha256 = IsArchive(file) ? Archive(files, file) : results[i].Sha256;
                if (!IsArchive(file))
                    Add(results[i].Advisory, results[i].Unread);
                single = sha256;
                sums.AppendData(Encoding.UTF8.GetBytes($"{sha256}  {file.Name}\n"));
            }
        }
        return files.Files.Length == 1 ? single : Convert.ToHexStringLower(sums.GetHashAndReset());
    }

    static (string, OsvFile?, UnreadAdvisory?) One(AdvisoryFiles files, AdvisoryFile file)
    {
        if (files.Content(file, OsvReader.LargestFile) is not { } bytes)
            return (Digest.Sha256OfFile(Path.Combine(files.Root, file.Name)), null, TooLarge(file.Name));
        var (advisory, unread) = OsvReader.Read(bytes, file.Name);
        return (Digest.Sha256(bytes), advisory, unread);
    }

    string Archive(AdvisoryFiles files, AdvisoryFile file)
    {
        var path = Path.Combine(files.Root, file.Name);
        var sha256 = Digest.Sha256OfFile(path);
        if (file.Length > LargestArchive)
        {
            Add(null, TooLarge(file.Name));
            return sha256;
        }
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            var (entries, content) = (0, 0L);
            foreach (var (name, bytes) in AdvisoryFiles.Entries(archive))
            {
                var place = $"{file.Name}!{name}";
                if (++entries > AdvisoryFiles.MostFiles || (content += bytes?.Length ?? OsvReader.LargestFile) > LargestContent)
                {
                    Add(null, TooLarge(file.Name));
                    break;
                }
                var (advisory, unread) = bytes is null ? (null, TooLarge(place)) : OsvReader.Read(bytes, place);
                Add(advisory, unread);
            }
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or EndOfStreamException)
        {
            Add(null, new(file.Name, "SB9264", 0, 0, e.GetType().Name));
        }
        return sha256;
    }

    void Add(OsvFile? advisory, UnreadAdvisory? unread)
    {
        if (unread is not null)
        {
            _unread++;
            if (_told.Count < MostTold)
                _told.Add(unread);
        }
        if (advisory is null)
            return;
        if (advisory.Modified > _newest)
            _newest = advisory.Modified;
        if (advisory.IsWithdrawn)
            _withdrawn++;
        else if (!advisory.Packages.IsEmpty)
            _advisories++;
        foreach (var (package, about) in advisory.Packages)
        {
            if (!_packages.TryGetValue(package.Key, out var known))
                _packages.Add(package.Key, known = new(StringComparer.Ordinal));
            // The same advisory in two files: the newer one holds, even where it takes the older one back.
            if (!known.TryGetValue(about.Id, out var older) || advisory.Modified > older.Modified)
                known[about.Id] = new(advisory.Modified, advisory.IsWithdrawn ? null : AdvisoryIndexFile.Encode(about));
        }
    }

    static bool IsArchive(AdvisoryFile file) => file.Name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    static UnreadAdvisory TooLarge(string name) => new(name, "SB9263", 0, 0, $"{OsvReader.LargestFile >> 20} MiB");
}
