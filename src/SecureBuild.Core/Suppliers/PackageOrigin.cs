using System.Text.Json;

namespace SecureBuild.Suppliers;

/// <summary>Where NuGet got a package from, by its own record (<c>.nupkg.metadata</c>).</summary>
static class PackageOrigin
{
    const string Index = "/v3/index.json";

    /// <summary>
    /// Address of the package at the public gallery (NuGet server API, package content); null where it came from elsewhere: the name of a private feed, or of a mirror, is nobody's business.
    /// </summary>
    /// <param name="folder">The package in the global packages folder.</param>
    /// <param name="index">The gallery's service index as it signed it into the package.</param>
    /// <param name="id">The package.</param>
    /// <param name="version">Its normalised version.</param>
    public static string? Address(string folder, string? index, string id, string version)
    {
        if (index?.EndsWith(Index, StringComparison.Ordinal) != true || !string.Equals(Source(Path.Combine(folder, ".nupkg.metadata")), index, StringComparison.OrdinalIgnoreCase))
            return null;
        (id, version) = (Uri.EscapeDataString(id.ToLowerInvariant()), Uri.EscapeDataString(version.ToLowerInvariant()));
        return $"{index[..^Index.Length]}/v3-flatcontainer/{id}/{version}/{id}.{version}.nupkg";
    }

    static string? Source(string path)
    {
        try
        {
            if (new FileInfo(path) is not { Exists: true, Length: > 0 and < 1 << 16 })
                return null;
            var reader = new Utf8JsonReader(File.ReadAllBytes(path));
            while (reader.Read())
                if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && reader.ValueTextEquals("source"u8))
                    return reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
        }
        return null;
    }
}
