using System.Formats.Tar;
using System.IO.Compression;
using ICSharpCode.SharpZipLib.Zip;
using Microsoft.AspNetCore.Mvc;
using SharpCompress.Archives;
using ZipFile = System.IO.Compression.ZipFile;

namespace Import;

public class Importer
{
    // [Bad CWE-22] each entry is written where its name says
    public void Extract(Stream upload, string target)
    {
        using var archive = new ZipArchive(upload);
        foreach (var entry in archive.Entries)
            entry.ExtractToFile(Path.Combine(target, entry.FullName), overwrite: true);
    }

    // [Good CWE-22] the full path must be below the target
    public void ExtractChecked(Stream upload, string target)
    {
        var root = Path.GetFullPath(target);
        if (!root.EndsWith(Path.DirectorySeparatorChar))
            root += Path.DirectorySeparatorChar;
        using var archive = new ZipArchive(upload);
        foreach (var entry in archive.Entries)
        {
            var path = Path.GetFullPath(Path.Combine(root, entry.FullName));
            if (!path.StartsWith(root, StringComparison.Ordinal))
                throw new InvalidDataException("The entry leaves the folder: " + entry.FullName);
            entry.ExtractToFile(path, overwrite: true);
        }
    }

    // [Good CWE-22] the framework checks each entry itself
    public void ExtractAll(string archive, string target) => ZipFile.ExtractToDirectory(archive, target);

    // [Good CWE-22] only the entry's last part
    public void ExtractFlat(Stream upload, string target)
    {
        using var archive = new ZipArchive(upload);
        foreach (var entry in archive.Entries.Where(each => each.Name != ""))
            entry.ExtractToFile(Path.Combine(target, entry.Name), overwrite: true);
    }

    // [Bad CWE-22] the entry's stream is copied to a file of its name
    public async Task CopyAsync(Stream upload, string target)
    {
        using var archive = new ZipArchive(upload, ZipArchiveMode.Read);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            var path = target + "/" + entry.FullName;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var from = entry.Open();
            await using var to = File.Create(path);
            await from.CopyToAsync(to);
        }
    }

    // [Good CWE-22] the entry's stream is copied to a file with a running number
    public async Task CopyNumberedAsync(Stream upload, string target)
    {
        using var archive = new ZipArchive(upload, ZipArchiveMode.Read);
        var number = 0;
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            await using var from = entry.Open();
            await using var to = File.Create(Path.Combine(target, $"{number++}.bin"));
            await from.CopyToAsync(to);
        }
    }

    // [Bad CWE-22] the check compares with a prefix without separator
    public void ExtractHalfChecked(ZipArchive archive)
    {
        foreach (var entry in archive.Entries)
        {
            var path = Path.GetFullPath(Path.Combine("/srv/import", entry.FullName));
            if (path.StartsWith("/srv/import"))
                entry.ExtractToFile(path);
        }
    }

    // [Bad CWE-22] the check is made, but on the name as it is
    public void ExtractUncanonical(ZipArchive archive)
    {
        foreach (var entry in archive.Entries)
        {
            var path = Path.Combine("/srv/import/", entry.FullName);
            if (path.StartsWith("/srv/import/", StringComparison.Ordinal))
                entry.ExtractToFile(path);
        }
    }

    // [Good CWE-22] one known entry, to a fixed place
    public void ExtractManifest(ZipArchive archive)
    {
        var entry = archive.GetEntry("manifest.json");
        entry?.ExtractToFile("/srv/import/manifest.json", overwrite: true);
    }

    // [Bad CWE-22] a tar's entries by hand
    public async Task UntarAsync(Stream upload, string target)
    {
        await using var reader = new TarReader(upload);
        while (await reader.GetNextEntryAsync() is { } entry)
            await entry.ExtractToFileAsync(Path.Combine(target, entry.Name), overwrite: true);
    }

    // [Good CWE-22] the framework checks the tar's entries
    public Task UntarAllAsync(Stream upload, string target) => TarFile.ExtractToDirectoryAsync(upload, target, overwriteFiles: false);

    // [Bad CWE-22] SharpZipLib
    public void ExtractSharp(Stream upload, string target)
    {
        using var zip = new ZipInputStream(upload);
        while (zip.GetNextEntry() is { } entry)
        {
            if (entry.IsDirectory)
                continue;
            using var file = File.Create(Path.Combine(target, entry.Name));
            zip.CopyTo(file);
        }
    }

    // [Good CWE-22] SharpZipLib, the last part only
    public void ExtractSharpFlat(Stream upload, string target)
    {
        using var zip = new ZipInputStream(upload);
        while (zip.GetNextEntry() is { } entry)
        {
            using var file = File.Create(Path.Combine(target, Path.GetFileName(entry.Name)));
            zip.CopyTo(file);
        }
    }

    // [Bad CWE-22] SharpCompress
    public void ExtractCompressed(Stream upload, string target)
    {
        using var archive = ArchiveFactory.Open(upload);
        foreach (var entry in archive.Entries.Where(each => !each.IsDirectory))
        {
            using var from = entry.OpenEntryStream();
            using var to = new FileStream(Path.Combine(target, entry.Key), FileMode.Create);
            from.CopyTo(to);
        }
    }

    // [Bad CWE-22] a helper makes the path
    public void ExtractWithHelper(ZipArchive archive, string target)
    {
        foreach (var entry in archive.Entries)
            entry.ExtractToFile(PathOf(target, entry));
    }

    static string PathOf(string target, ZipArchiveEntry entry) => Path.Combine(target, entry.FullName.Replace('\\', '/'));

    // [Good CWE-22] a helper makes the path and refuses what leaves the folder
    public void ExtractWithCheckedHelper(ZipArchive archive, string target)
    {
        foreach (var entry in archive.Entries)
            entry.ExtractToFile(CheckedPathOf(target, entry));
    }

    static string CheckedPathOf(string target, ZipArchiveEntry entry)
    {
        var root = Path.GetFullPath(target) + Path.DirectorySeparatorChar;
        var path = Path.GetFullPath(Path.Combine(root, entry.FullName));
        return path.StartsWith(root, StringComparison.Ordinal) ? path : throw new InvalidDataException();
    }

    // [Good CWE-22] the names are only listed
    public List<string> Names(ZipArchive archive) => archive.Entries.Select(entry => entry.FullName).ToList();

    // [Bad CWE-22] LINQ carries names to the writing loop
    public void ExtractLinq(ZipArchive archive)
    {
        var files = archive.Entries.Where(entry => entry.Length > 0).Select(entry => (entry, Path: "/srv/import/" + entry.FullName));
        foreach (var (entry, path) in files)
            entry.ExtractToFile(path);
    }
}
