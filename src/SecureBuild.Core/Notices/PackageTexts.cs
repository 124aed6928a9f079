using System.Collections.Frozen;
using System.Collections.Immutable;
using SecureBuild.Licences;

namespace SecureBuild.Notices;

/// <summary>A licence or notice file of a component.</summary>
/// <param name="Path">Its path in the component.</param>
/// <param name="IsNotice">A notice rather than a licence.</param>
/// <param name="Sha256">Digest of the file.</param>
/// <param name="Text">Its text, or null where it is too long or no plain text.</param>
sealed record PackageText(string Path, bool IsNotice, string Sha256, string? Text)
{
    static readonly FrozenSet<string> s_endings = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "", ".txt", ".md", ".rst", ".rtf", ".html", ".htm");

    /// <summary>Those of a component, by path. What cannot be read is left out: then the licence counts as not known.</summary>
    public static ImmutableArray<PackageText> Of(PackageFolder folder)
    {
        var texts = ImmutableArray.CreateBuilder<PackageText>();
        foreach (var (path, isNotice) in Wanted(folder))
        {
            var file = System.IO.Path.Combine(folder.Path, path);
            try
            {
                if (File.Exists(file))
                    texts.Add(new(path, isNotice, Digest.Sha256OfFile(file), LicenceFile.ReadText(file) is { } text ? LicenceFile.Plain(text) : null));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
            }
        }
        return texts.ToImmutable();
    }

    static IEnumerable<KeyValuePair<string, bool>> Wanted(PackageFolder folder)
    {
        var wanted = new SortedDictionary<string, bool>(StringComparer.Ordinal);
        foreach (var file in folder.Files.IsEmpty ? TopLevel(folder.Path) : folder.Files)
            if (IsBelow(file) && Kind(file) is { } isNotice)
                wanted[file] = isNotice;
        if (folder.LicenceFile?.Replace('\\', '/') is { } named && IsBelow(named))
            wanted[named] = false;
        return wanted;
    }

    // A licence stands at the top; notices may stand anywhere (Apache-2.0, 4(d), asks to hand on those "within" the work).
    static bool? Kind(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        if (!s_endings.Contains(System.IO.Path.GetExtension(name)))
            return null;
        var stem = System.IO.Path.GetFileNameWithoutExtension(name).ToUpperInvariant();
        var letters = string.Concat(stem.Where(char.IsAsciiLetterOrDigit));
        if (letters.StartsWith("NOTICE", StringComparison.Ordinal) || letters.StartsWith("THIRDPARTY", StringComparison.Ordinal) || letters.StartsWith("3RDPARTY", StringComparison.Ordinal))
            return true;
        return !path.Contains('/', StringComparison.Ordinal) && stem.Split([' ', '-', '_', '.'])
            .Any(word => word is "LICENSE" or "LICENCE" or "LICENSES" or "LICENCES" or "COPYING" or "UNLICENSE" or "EULA") ? false : null;
    }

    static IEnumerable<string> TopLevel(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder).Select(file => System.IO.Path.GetFileName(file))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    // The list is somebody else's text.
    static bool IsBelow(string path) => !path.Split('/', '\\').Contains("..") && !System.IO.Path.IsPathRooted(path) && !path.Contains('\0', StringComparison.Ordinal);
}
