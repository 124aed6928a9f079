using System.Collections.Frozen;

namespace SecureBuild.Licences;

/// <summary>Licences by the addresses that packages give in <c>licenseUrl</c>. <c>licence-urls.txt</c> holds them.</summary>
static class LicenceAddresses
{
    // NuGet writes an expression as the address of a page that shows it, for clients that know no expressions.
    const string OfExpressions = "licenses.nuget.";

    static readonly Lazy<FrozenDictionary<string, string>> s_known = new(static () => EmbeddedFile.Lines("Licences/licence-urls.txt")
        .Select(line => line.Split(' ')).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase));

    /// <summary>The licence that an address stands for, or null. Nobody looked at what lies there.</summary>
    public static LicenceExpression? Licence(string? url)
    {
        if (!Uri.TryCreate(url?.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return null;
        var host = address.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.Host[4..] : address.Host;
        var place = (host + address.PathAndQuery).TrimEnd('/');
        if (place.StartsWith(OfExpressions, StringComparison.OrdinalIgnoreCase))
            return LicenceExpression.Parse(Uri.UnescapeDataString(address.AbsolutePath.Trim('/')));
        return s_known.Value.TryGetValue(place, out var known) ? LicenceExpression.Parse(known) : null;
    }
}
