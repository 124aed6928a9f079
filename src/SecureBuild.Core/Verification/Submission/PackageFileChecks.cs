using SecureBuild.Attestation;
using SecureBuild.Submission;

namespace SecureBuild.Verification.Submission;

/// <summary>That the files of a package are those of its manifest: none changed, none gone, none added.</summary>
sealed class PackageFileChecks(string folder, CheckLog log)
{
    const int Named = 5;

    public void Check(ReadManifest manifest)
    {
        var file = Path.Combine(folder, SubmissionFiles.Manifest);
        if (Present() is not { } present)
            return;
        var before = log.Outcome;
        var added = present.Where(name => !manifest.Files.ContainsKey(name)).Order(StringComparer.Ordinal).ToArray();
        var missing = manifest.Files.Keys.Where(name => !present.Contains(name)).ToArray();
        if (added.Length > 0)
            log.Tampered("package-files", file, "SB9748", added.Length, First(added));
        if (missing.Length > 0)
            log.Tampered("package-files", file, "SB9749", missing.Length, First(missing));
        var good = 0;
        foreach (var listed in manifest.Files.Values.Where(listed => present.Contains(listed.Name)))
            good += IsListed(listed) ? 1 : 0;
        if (good == manifest.Files.Count && added.Length == 0)
            log.Pass("package-files", file, good);
        if (manifest.HeldBack > 0)
            log.Skip("package-files", file, "package_held-back", manifest.HeldBack);
        Expected(manifest, file);
    }

    // By their paths in the package; null, with a failed check, where it is not made of ordinary files, or of too many.
    HashSet<string>? Present()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<string>([folder]);
        while (pending.TryPop(out var directory))
            foreach (var entry in new DirectoryInfo(directory).EnumerateFileSystemInfos())
            {
                var name = Path.GetRelativePath(folder, entry.FullName).Replace('\\', '/');
                if ((entry.Attributes & (FileAttributes.ReparsePoint | FileAttributes.Device)) != 0)
                {
                    log.Tampered("package-files", entry.FullName, "SB9745", name);
                    return null;
                }
                if (entry is DirectoryInfo)
                    pending.Push(entry.FullName);
                else if (name is not (SubmissionFiles.Manifest or SubmissionFiles.Bundle))
                    names.Add(name);
                if (names.Count > ZipDirectory.MostFiles || pending.Count > ZipDirectory.MostFiles)
                {
                    log.Tampered("package-files", folder, "SB9744", ZipDirectory.MostFiles);
                    return null;
                }
            }
        return names;
    }

    bool IsListed(ManifestFile listed)
    {
        var path = Path.Combine(folder, listed.Name);
        try
        {
            if (new FileInfo(path).Length != listed.Size || Digest.Sha256OfFile(path) != listed.Sha256)
                log.Tampered("package-files", path, "SB9750", listed.Name);
            else if (!ContentKind.Fits(path, listed.MediaType))
                log.Tampered("package-files", path, "SB9754", listed.Name, listed.MediaType);
            else
                return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            log.Tampered("package-files", path, "SB9503");
        }
        return false;
    }

    void Expected(ReadManifest manifest, string file)
    {
        foreach (var role in manifest.Profile.Expected)
        {
            if (manifest.Files.Values.Any(listed => listed.Role == role))
                continue;
            if (manifest.Absent.Contains(new("file", role)))
                log.Skip("profile", file, "package_absent", manifest.Profile.Name, role);
            else
                log.Unsatisfied("profile", file, "SB9753", manifest.Profile.Name, role);
        }
        foreach (var part in manifest.Absent.Where(static part => part.Kind == "catalogue"))
            log.Skip("profile", file, "package_no-catalogue", manifest.Profile.Name, part.Name);
    }

    static string First(string[] names) => string.Join(", ", names.Take(Named)) + (names.Length > Named ? " …" : "");
}
