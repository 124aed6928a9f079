using System.Collections.Frozen;

namespace SecureBuild.Evidence;

/// <summary>
/// What of a git remote's address may be printed: on a public forge (<c>public-forges.txt</c>) the https address without user, password, query
/// or fragment, which Source Link puts into symbols anyway; anywhere else nothing but that there is one, as the host is the organisation's own affair.
/// </summary>
/// <param name="Url">Address to print, or null.</param>
/// <param name="IsPrivate">There is a remote, but it is not to be named.</param>
public sealed record RemoteAddress(string? Url, bool IsPrivate)
{
    static readonly FrozenSet<string> s_forges = EmbeddedFile.Lines("Evidence/public-forges.txt").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reduces <c>https://user:token@host/path</c>, <c>ssh://git@host:22/path</c>, <c>git@host:path</c> or a local path.</summary>
    public static RemoteAddress Of(string? remote)
    {
        if (string.IsNullOrWhiteSpace(remote))
            return new(null, false);
        var (host, path) = Split(remote.Trim());
        return host is not null && s_forges.Contains(host) && IsPlain(path)
            ? new($"https://{host.ToLowerInvariant()}/{path}", false)
            : new(null, true);
    }

    static (string? Host, string Path) Split(string remote)
    {
        if (Uri.TryCreate(remote, UriKind.Absolute, out var uri) && remote.Contains("://", StringComparison.Ordinal))
            return uri.Scheme is "https" or "http" or "ssh" or "git" ? (uri.Host, Trim(uri.AbsolutePath)) : (null, "");

        // The short form of ssh: [user@]host:path, without a slash before the colon (git-clone(1), "GIT URLS").
        var colon = remote.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 1 || remote.AsSpan(0, colon).Contains('/'))
            return (null, "");
        var host = remote[..colon];
        return (host[(host.LastIndexOf('@') + 1)..], Trim(remote[(colon + 1)..]));
    }

    static string Trim(string path)
    {
        path = path.Trim('/');
        return path.EndsWith(".git", StringComparison.OrdinalIgnoreCase) ? path[..^4] : path;
    }

    // A token can hide in a path too; owner/repository needs no other characters than these.
    static bool IsPlain(string path) => path.Length is > 0 and <= 200 && path.All(static c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_' or '.');
}
