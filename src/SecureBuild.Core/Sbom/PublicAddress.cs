using System.Net;

namespace SecureBuild.Sbom;

/// <summary>
/// Addresses that a package's author wrote and that may go into a document for others: http(s), without credentials, and not the name of a
/// machine inside somebody's network.
/// </summary>
static class PublicAddress
{
    static readonly string[] s_inside = [".local", ".localhost", ".internal", ".intranet", ".corp", ".lan", ".home", ".private", ".localdomain", ".home.arpa"];

    /// <summary>The address as it may be published, or null.</summary>
    public static string? Of(string? text)
    {
        if (!Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || IsInside(address))
            return null;
        var builder = new UriBuilder(address) { UserName = "", Password = "" };
        // A bare host comes back with a slash that the author did not write; otherwise the text is kept as escaped.
        return builder.Uri is { AbsolutePath: "/", Query: "", Fragment: "" } bare ? bare.GetLeftPart(UriPartial.Authority) : builder.Uri.AbsoluteUri;
    }

    static bool IsInside(Uri address)
    {
        var host = address.IdnHost.TrimEnd('.');
        return IPAddress.TryParse(host, out _) || !host.Contains('.', StringComparison.Ordinal)
            || s_inside.Any(suffix => host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));
    }
}
