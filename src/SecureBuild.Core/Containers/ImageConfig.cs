using System.Collections.Immutable;
using System.Text.Json;

namespace SecureBuild.Containers;

/// <summary>What an image says of itself (OCI image specification, image configuration).</summary>
/// <param name="Architecture"><c>amd64</c>, or null.</param>
/// <param name="OperatingSystem"><c>linux</c>, or null.</param>
/// <param name="DiffIds">Digests of its layers, uncompressed, from the lowest.</param>
/// <param name="BaseName">The image below, by the label that the SDK writes; or null.</param>
/// <param name="BaseDigest">Its digest, likewise.</param>
sealed record ImageConfig(string? Architecture, string? OperatingSystem, ImmutableArray<string> DiffIds, string? BaseName, string? BaseDigest)
{
    /// <summary>Reads a configuration.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="InvalidOperationException">It has another shape.</exception>
    public static ImageConfig Read(byte[] json)
    {
        using var document = JsonDocument.Parse(json, CanonicalJson.Strict);
        var root = document.RootElement;
        var labels = root.TryGetProperty("config", out var config) && config.TryGetProperty("Labels", out var found) && found.ValueKind == JsonValueKind.Object ? found : default;
        return new(
            Text(root, "architecture"), Text(root, "os"),
            [.. root.GetProperty("rootfs").GetProperty("diff_ids").EnumerateArray().Select(id => id.GetString() ?? "")],
            Text(labels, "org.opencontainers.image.base.name"), Text(labels, "org.opencontainers.image.base.digest"));
    }

    static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
