using System.Text.Json;

namespace SecureBuild.Suppliers;

/// <summary>Where NuGet got a package from, by its own record (<c>.nupkg.metadata</c>).</summary>
static class PackageOrigin
{
    static readonly Lazy<Dictionary<string, string>> s_galleries = new(static () =>
        EmbeddedFile.Lines("Suppliers/galleries.txt").Select(line => line.Split(' ')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase));

    /// <summary>Address of the package at a public gallery; null where it came from elsewhere: the name of a private feed is nobody's business.</summary>
    public static string? Address(string folder, string id, string version)
    {
        if (Source(Path.Combine(folder, ".nupkg.metadata")) is not { } source || !s_galleries.Value.TryGetValue(source, out var address))
            return null;
        return address.Replace("{id}", Uri.EscapeDataString(id.ToLowerInvariant()), StringComparison.Ordinal).Replace("{version}", Uri.EscapeDataString(version.ToLowerInvariant()), StringComparison.Ordinal);
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
