namespace SecureBuild.Sbom;

/// <summary>Where source code is, in the notation of SPDX download locations: <c>git+https://host/path@commit</c>.</summary>
static class SourceCode
{
    /// <summary>A <c>vcs</c> reference, or null where the address is missing or not for others.</summary>
    public static ExternalReference? Reference(string? url, string? type, string? commit)
    {
        if (PublicAddress.Of(url) is not { } address)
            return null;
        var exact = commit is { Length: >= 7 } && commit.All(char.IsAsciiHexDigit);
        return new("vcs", exact && type?.ToLowerInvariant() is null or "git" ? $"git+{address}@{commit}" : address);
    }
}
