namespace SecureBuild.Vulnerabilities;

/// <summary>A folder or archive of advisories in the Open Source Vulnerability format, read offline.</summary>
/// <param name="Name">Its file name: a path would say where somebody's machine keeps it.</param>
/// <param name="Index">What is in it.</param>
sealed record AdvisorySource(string Name, AdvisoryIndex Index)
{
    const int MostKept = 8;
    const string Suffix = ".advisories";

    /// <summary>Where indexes are kept between builds: the user's own application data. Null where the account has none.</summary>
    public static string? UsualCache =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } folder ? Path.Combine(folder, "SecureBuild", "advisories") : null;

    /// <summary>Opens it: from an earlier index where no file changed since, otherwise by reading every file once.</summary>
    /// <param name="path">Absolute path of a folder, a <c>.zip</c> or a <c>.json</c>.</param>
    /// <param name="cache">Folder for indexes; null keeps none.</param>
    /// <exception cref="ProblemException">SB9295: it cannot be read. SB9263: there is too much of it.</exception>
    public static AdvisorySource Open(string path, string? cache)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        var files = AdvisoryFiles.Under(path);
        var kept = cache is null ? null : Path.Combine(cache, files.Stamp + Suffix);
        if (Kept(kept) is { } known)
            return new(name, known);
        var bytes = AdvisoryIndexBuilder.Build(files);
        Keep(kept, bytes);
        return new(name, AdvisoryIndexFile.Open(bytes)!);
    }

    static AdvisoryIndex? Kept(string? file)
    {
        try
        {
            return file is not null && File.Exists(file) ? AdvisoryIndexFile.Open(File.ReadAllBytes(file)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Only to be faster: a full disk or a read-only home is no problem of the build.
    static void Keep(string? file, byte[] bytes)
    {
        if (file is null)
            return;
        try
        {
            AtomicFile.Write(file, bytes);
            foreach (var old in new DirectoryInfo(Path.GetDirectoryName(file)!).EnumerateFiles("*" + Suffix).OrderByDescending(static kept => kept.LastWriteTimeUtc).Skip(MostKept).ToArray())
                old.Delete();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }
}
