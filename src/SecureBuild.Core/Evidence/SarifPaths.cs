using System.Text.RegularExpressions;

namespace SecureBuild.Evidence;

/// <summary>Takes the machine out of a SARIF log's addresses and texts.</summary>
sealed partial class SarifPaths(string repositoryRoot)
{
    // Deterministic builds in CI map the repository to this (SourceRoot of the .NET SDK).
    const string MappedRoot = "/_/";

    readonly string _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(repositoryRoot));

    /// <summary>A path relative to the repository with <c>/</c>; for a file outside, its name alone and <paramref name="outside"/>.</summary>
    public string Relative(string uri, out bool outside)
    {
        var path = Uri.TryCreate(uri, UriKind.Absolute, out var absolute) && absolute.IsFile ? absolute.LocalPath : Uri.UnescapeDataString(uri);
        outside = false;
        if (path.StartsWith(MappedRoot, StringComparison.Ordinal))
            return path[MappedRoot.Length..];
        if (Path.IsPathFullyQualified(path))
            path = Path.GetRelativePath(_root, path);
        path = path.Replace('\\', '/');
        outside = Path.IsPathRooted(path) || path is ".." || path.StartsWith("../", StringComparison.Ordinal) || path.Contains(':', StringComparison.Ordinal);
        return outside ? path[(path.LastIndexOf('/') + 1)..] : path;
    }

    /// <summary>A path as a URI reference (RFC 3986): each segment escaped.</summary>
    public static string Escape(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>A message without absolute paths: below the repository relative, elsewhere the file's name.</summary>
    public string Clean(string text)
    {
        if (!text.Contains('/') && !text.Contains('\\'))
            return text;
        text = text.Replace(_root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)
            .Replace(_root.Replace('\\', '/') + "/", "", StringComparison.Ordinal);
        return AbsolutePath().Replace(text, static match => match.Value[(match.Value.LastIndexOfAny(['/', '\\']) + 1)..]);
    }

    // A quoted path may hold spaces; an unquoted one ends at the first. Addresses of the web (https://…) and words (a/b) are left alone.
    [GeneratedRegex("""(?<=['"“‘「『])(?:file:///?|[A-Za-z]:[\\/]|\\\\|/)[^'"”’」』\r\n]*[\\/][^'"”’」』\r\n]*|(?<![\w.:/\\])(?:file:///?|[A-Za-z]:[\\/]|\\\\|/(?=[^/\s]+/))[^\s'"<>|*?,;()]+""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AbsolutePath();
}
