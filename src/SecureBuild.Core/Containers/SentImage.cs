using System.Collections.Immutable;
using System.Text.Json;

namespace SecureBuild.Containers;

/// <summary>
/// An image that the SDK sent to a registry or a container engine. The layer that it made of the publish folder stays in its own store, under its digest: the bytes that were
/// sent. Nothing is asked of the registry.
/// </summary>
/// <param name="Manifest">Its manifest, JSON.</param>
/// <param name="Configuration">Its configuration, JSON.</param>
/// <param name="Stores">Folders in which the SDK may have its store.</param>
/// <param name="Registry">Host of the registry that it was sent to; null where it was a container engine.</param>
public sealed record SentImage(string Manifest, string Configuration, ImmutableArray<string> Stores, string? Registry)
{
    const string Sha256 = "sha256:";

    // As the SDK names them: by whether the layer is compressed.
    static readonly string[] s_endings = [".tar.gz", ".tar", ""];

    /// <summary>Where SDKs have it: in the user's cache, older ones in the folder of temporary files.</summary>
    public static ImmutableArray<string> UsualStores => [Path.Combine(Cache, "dotnet", Store), Path.Combine(Path.GetTempPath(), Store)];

    static string Store => Path.Combine("Containers", "Content");

    static string Cache =>
        OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
        : OperatingSystem.IsMacOS() ? Path.Combine(Home, "Library", "Caches")
        : Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } folder ? folder : Path.Combine(Home, ".cache");

    static string Home => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    /// <summary>Reads the application layer; it counts only where it is the one that the manifest and the configuration name.</summary>
    /// <param name="name">Name of the image, for messages.</param>
    /// <exception cref="ProblemException">The layer is not on this machine (SB9282), or the parts do not fit together (SB9283).</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    internal ImageArchive Read(string name)
    {
        try
        {
            using var manifest = JsonDocument.Parse(Manifest, CanonicalJson.Strict);
            var config = ImageConfig.Read(System.Text.Encoding.UTF8.GetBytes(Configuration));
            var layers = manifest.RootElement.GetProperty("layers");
            if (config.DiffIds.IsEmpty || layers.GetArrayLength() == 0)
                throw new InvalidDataException("layers");
            var digest = Digest(layers[layers.GetArrayLength() - 1]);
            if (Stores.SelectMany(_ => s_endings, (store, ending) => Path.Combine(store, digest[Sha256.Length..] + ending)).FirstOrDefault(File.Exists) is not { } file)
                throw new ProblemException(Messages.Warning("SB9282", arguments: name));
            using var stream = File.OpenRead(file);
            var layer = ImageLayer.Read(stream);
            if (layer.Digest != digest || layer.DiffId != config.DiffIds[^1])
                throw new InvalidDataException(digest);
            return new(config, Digest(manifest.RootElement.GetProperty("config")), layer.Digest, config.DiffIds[..^1], layer.Files);
        }
        catch (Exception e) when (e is InvalidDataException or FormatException or JsonException or EndOfStreamException or NotSupportedException or InvalidOperationException or KeyNotFoundException)
        {
            throw new ProblemException(Messages.Error("SB9283", arguments: [name, e.Message.TrimEnd('.')]), e);
        }
    }

    // It becomes a file's name.
    static string Digest(JsonElement descriptor) =>
        descriptor.GetProperty("digest").GetString() is { Length: 71 } digest && digest.StartsWith(Sha256, StringComparison.Ordinal) && digest.AsSpan(Sha256.Length).IndexOfAnyExcept("0123456789abcdef") < 0
            ? digest : throw new InvalidDataException("digest");
}
