using System.Collections.Immutable;
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace SecureBuild.Containers;

/// <summary>
/// One container image in a tar archive, as the .NET SDK writes it: Docker's form (<c>manifest.json</c>) or an OCI image layout (<c>index.json</c>). Read as a
/// stream and never unpacked. The SDK puts the publish folder into one layer on top of those of the base image: the last one.
/// </summary>
/// <param name="Config">What the image says of itself.</param>
/// <param name="ConfigDigest">Digest of the configuration, the image's id: <c>sha256:…</c>, computed here.</param>
/// <param name="LayerDigest">Digest of the last layer as it lies in the archive, computed here.</param>
/// <param name="BaseLayers">Digests (uncompressed) of the layers below it.</param>
/// <param name="Files">The files of the last layer, in its order.</param>
sealed record ImageArchive(ImageConfig Config, string ConfigDigest, string LayerDigest, ImmutableArray<string> BaseLayers, ImmutableArray<ImageFile> Files)
{
    const int LargestJson = 4 << 20;

    /// <summary>Reads an archive.</summary>
    /// <exception cref="ProblemException">It is not the archive of one image, or its parts do not fit together (SB9260).</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ImageArchive Read(string path)
    {
        try
        {
            var (configName, layerName) = Names(path);
            var json = Content(path, configName);
            var config = ImageConfig.Read(json);
            if (config.DiffIds.IsEmpty)
                throw new InvalidDataException("rootfs.diff_ids");
            var layer = Layer(path, layerName);
            if (layer.DiffId != config.DiffIds[^1])
                throw new InvalidDataException("diff_id " + layer.DiffId);
            return new(config, "sha256:" + Digest.Sha256(json), layer.Digest, config.DiffIds[..^1], layer.Files);
        }
        catch (Exception e) when (e is InvalidDataException or FormatException or JsonException or EndOfStreamException or NotSupportedException or InvalidOperationException or KeyNotFoundException)
        {
            throw new ProblemException(Messages.Error("SB9260", path, 0, 0, e.Message.TrimEnd('.')), e);
        }
    }

    // Where the configuration and the last layer are.
    static (string Config, string Layer) Names(string path)
    {
        if (TryContent(path, "manifest.json") is { } docker)
        {
            using var list = JsonDocument.Parse(docker, CanonicalJson.Strict);
            var image = One(list.RootElement);
            return (Text(image.GetProperty("Config")), Text(Last(image.GetProperty("Layers"))));
        }
        using var index = JsonDocument.Parse(Content(path, "index.json"), CanonicalJson.Strict);
        using var manifest = JsonDocument.Parse(Content(path, Blob(One(index.RootElement.GetProperty("manifests")))), CanonicalJson.Strict);
        return (Blob(manifest.RootElement.GetProperty("config")), Blob(Last(manifest.RootElement.GetProperty("layers"))));
    }

    static JsonElement One(JsonElement list) => list.GetArrayLength() == 1 ? list[0] : throw new InvalidDataException($"{list.GetArrayLength()} images");

    static JsonElement Last(JsonElement list) => list.GetArrayLength() is > 0 and var count ? list[count - 1] : throw new InvalidDataException("layers");

    static string Blob(JsonElement descriptor) => "blobs/" + Text(descriptor.GetProperty("digest")).Replace(':', '/');

    static string Text(JsonElement element) => element.GetString() ?? throw new InvalidDataException("null");

    static byte[] Content(string path, string name) => TryContent(path, name) ?? throw new InvalidDataException(name);

    static byte[]? TryContent(string path, string name) => WithEntry(path, name, static stream =>
    {
        using var content = new MemoryStream();
        var buffer = new byte[1 << 14];
        while (stream.Read(buffer) is > 0 and var length)
        {
            if (content.Length + length > LargestJson)
                throw new InvalidDataException("too large");
            content.Write(buffer, 0, length);
        }
        return content.ToArray();
    });

    static ImageLayer Layer(string path, string name) => WithEntry(path, name, ImageLayer.Read) ?? throw new InvalidDataException(name);

    static T? WithEntry<T>(string path, string name, Func<Stream, T> read) where T : class
    {
        using var file = File.OpenRead(path);
        using var stream = Uncompressed.Of(file);
        using var tar = new TarReader(stream);
        while (tar.GetNextEntry() is { } entry)
            if (entry.Name == name && entry.DataStream is { } data)
                return read(data);
        return null;
    }
}

/// <summary>A layer.</summary>
/// <param name="Digest">Digest of it as it lies there.</param>
/// <param name="DiffId">Digest of it uncompressed.</param>
/// <param name="Files">Its files.</param>
sealed record ImageLayer(string Digest, string DiffId, ImmutableArray<ImageFile> Files)
{
    /// <summary>Reads a layer to its end.</summary>
    public static ImageLayer Read(Stream data)
    {
        using var outer = new HashedStream(data);
        using var uncompressed = Uncompressed.Of(outer);
        using var inner = new HashedStream(uncompressed);
        var files = ImmutableArray.CreateBuilder<ImageFile>();
        using (var tar = new TarReader(inner, leaveOpen: true))
            while (tar.GetNextEntry() is { } entry)
                if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile)
                    files.Add(File(entry));
        inner.ReadToEnd();
        outer.ReadToEnd();
        return new(outer.Sha256, inner.Sha256, files.ToImmutable());
    }

    static ImageFile File(TarEntry entry)
    {
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var sha512 = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        var buffer = new byte[1 << 16];
        while (entry.DataStream?.Read(buffer) is > 0 and var length)
        {
            sha256.AppendData(buffer, 0, length);
            sha512.AppendData(buffer, 0, length);
        }
        var name = entry.Name.StartsWith("./", StringComparison.Ordinal) ? entry.Name[2..] : entry.Name.TrimStart('/');
        return new(name, new(Convert.ToHexStringLower(sha256.GetHashAndReset()), Convert.ToHexStringLower(sha512.GetHashAndReset())));
    }
}

/// <summary>A file of a layer.</summary>
/// <param name="Path">Path in the image, without a slash at the beginning.</param>
/// <param name="Digest">Its digests.</param>
sealed record ImageFile(string Path, FileDigest Digest);
