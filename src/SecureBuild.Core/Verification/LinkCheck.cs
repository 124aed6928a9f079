namespace SecureBuild.Verification;

/// <summary>
/// Symbolic links in a delivery. One that stays below its folder is a file like any other; what one leads to that leaves it is not delivered, and can be changed without
/// the delivery.
/// </summary>
static class LinkCheck
{
    // As many as systems follow.
    const int MostLinks = 40;

    static readonly StringComparison s_paths = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>Whether the file is in the folder, or a link to something in it; otherwise a failed check.</summary>
    /// <param name="folder">The folder; how it is reached itself is the business of whoever names it.</param>
    /// <param name="path">The file, below it.</param>
    /// <param name="check">Name of the check.</param>
    /// <param name="log">Takes it.</param>
    public static bool IsInside(string folder, string path, string check, CheckLog log)
    {
        if (StaysInside(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)), Path.GetFullPath(path), MostLinks))
            return true;
        log.Tampered(check, path, "SB9795");
        return false;
    }

    static bool StaysInside(string folder, string path, int links)
    {
        if (!path.StartsWith(folder + Path.DirectorySeparatorChar, s_paths))
            return false;
        for (var end = folder.Length; end < path.Length;)
        {
            end = path.IndexOf(Path.DirectorySeparatorChar, end + 1) is > 0 and var next ? next : path.Length;
            FileSystemInfo part = new FileInfo(path[..end]);
            if (part.LinkTarget is not { } target)
                continue;
            // One link at a time: any of them may lead out and back in.
            var resolved = Path.GetFullPath(target, Path.GetDirectoryName(part.FullName)!) + path[end..];
            return links > 0 && StaysInside(folder, resolved, links - 1);
        }
        return true;
    }
}
