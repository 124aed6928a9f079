using System.Collections.Frozen;

namespace SecureBuild.Containers;

/// <summary>What an image is called: <c>registry/repository:tag@digest</c>.</summary>
/// <param name="Registry">Host of its registry, or null.</param>
/// <param name="Repository">Its name there.</param>
/// <param name="Tag">Tag, or null.</param>
/// <param name="Digest"><c>sha256:…</c>, or null.</param>
sealed record ImageName(string? Registry, string Repository, string? Tag, string? Digest)
{
    static readonly Lazy<FrozenSet<string>> s_public = new(static () => EmbeddedFile.Lines("Containers/public-image-registries.txt").ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>Everybody may know where it is; the name of another registry is that of somebody's own network.</summary>
    public bool IsPublic => Registry is not null && s_public.Value.Contains(Registry);

    /// <summary>Package URL (type <c>oci</c>): the last part of the name, the digest as version.</summary>
    /// <param name="architecture">Architecture, or null.</param>
    public string Purl(string? architecture)
    {
        var name = Uri.EscapeDataString(Repository[(Repository.LastIndexOf('/') + 1)..].ToLowerInvariant());
        string?[] qualifiers =
        [
            architecture is null ? null : "arch=" + Uri.EscapeDataString(architecture),
            IsPublic ? "repository_url=" + Uri.EscapeDataString($"{Registry}/{Repository}").Replace("%2F", "/", StringComparison.Ordinal) : null,
            Tag is null ? null : "tag=" + Uri.EscapeDataString(Tag),
        ];
        var known = string.Join('&', qualifiers.OfType<string>());
        return $"pkg:oci/{name}{(Digest is null ? "" : "@" + Uri.EscapeDataString(Digest))}{(known.Length > 0 ? "?" + known : "")}";
    }

    /// <summary>Takes a reference apart.</summary>
    public static ImageName Parse(string reference)
    {
        var at = reference.IndexOf('@', StringComparison.Ordinal);
        var (name, digest) = at < 0 ? (reference, null) : (reference[..at], reference[(at + 1)..]);
        var colon = name.LastIndexOf(':');
        var (path, tag) = colon > name.LastIndexOf('/') ? (name[..colon], name[(colon + 1)..]) : (name, null);
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        // As Docker decides: a host has a point or a port, or is this machine.
        return slash > 0 && (path[..slash].AsSpan().IndexOfAny(".:") >= 0 || path[..slash] == "localhost")
            ? new(path[..slash], path[(slash + 1)..], tag, digest) : new(null, path, tag, digest);
    }
}
