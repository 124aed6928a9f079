using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SecureBuild.Testing;

/// <summary>A registry of container images on this machine with one image: just what the .NET SDK asks for to build on top of it, and to send the result (OCI distribution specification, pull and push).</summary>
public sealed class LoopbackRegistry : IDisposable
{
    const string ManifestType = "application/vnd.docker.distribution.manifest.v2+json";

    readonly HttpListener _listener = new();
    readonly Dictionary<string, byte[]> _blobs = new(StringComparer.Ordinal);
    readonly Dictionary<string, MemoryStream> _uploads = new(StringComparer.Ordinal);
    readonly byte[] _manifest;

    LoopbackRegistry(int port)
    {
        Host = $"localhost:{port}";
        _listener.Prefixes.Add($"http://{Host}/");
        var tar = Tar(("etc/base.txt", "base\n"u8.ToArray()));
        BaseLayer = DigestOf(tar);
        var layer = Gzip(tar);
        var config = Bytes(new JsonObject
        {
            ["architecture"] = "amd64", ["os"] = "linux", ["config"] = new JsonObject { ["Env"] = new JsonArray("PATH=/usr/bin") },
            ["rootfs"] = new JsonObject { ["type"] = "layers", ["diff_ids"] = new JsonArray(BaseLayer) }, ["history"] = new JsonArray(),
        });
        _manifest = Bytes(new JsonObject
        {
            ["schemaVersion"] = 2, ["mediaType"] = ManifestType,
            ["config"] = Descriptor(config, "application/vnd.docker.container.image.v1+json"),
            ["layers"] = new JsonArray(Descriptor(layer, "application/vnd.docker.image.rootfs.diff.tar.gzip")),
        });
        Digest = DigestOf(_manifest);
    }

    /// <summary>Host and port, as they stand in a reference.</summary>
    public string Host { get; }

    /// <summary>Reference of the image.</summary>
    public string Image => $"{Host}/team/base:1.2";

    /// <summary>Digest of its manifest: <c>sha256:…</c>.</summary>
    public string Digest { get; }

    /// <summary>Digest of its one layer, uncompressed.</summary>
    public string BaseLayer { get; }

    /// <summary>Manifests that were sent here, by the last part of their address: a tag or a digest.</summary>
    public Dictionary<string, byte[]> Sent { get; } = new(StringComparer.Ordinal);

    /// <summary>A blob by its digest.</summary>
    public byte[] Blob(string digest) => _blobs[digest];

    /// <summary>Starts it on a free port.</summary>
    public static LoopbackRegistry Start()
    {
        for (var attempt = 0; ; attempt++)
        {
            var registry = new LoopbackRegistry(Random.Shared.Next(20000, 60000));
            try
            {
                registry._listener.Start();
            }
            catch (HttpListenerException) when (attempt < 50)
            {
                continue;
            }
            _ = registry.Serve();
            return registry;
        }
    }

    /// <summary>A tar of these files.</summary>
    public static byte[] Tar(params (string Name, byte[] Content)[] files)
    {
        using var stream = new MemoryStream();
        using (var tar = new TarWriter(stream, TarEntryFormat.Pax, leaveOpen: true))
            foreach (var (name, content) in files)
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
        return stream.ToArray();
    }

    /// <summary>Compressed by gzip.</summary>
    public static byte[] Gzip(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest))
            gzip.Write(content);
        return stream.ToArray();
    }

    /// <summary><c>sha256:…</c></summary>
    public static string DigestOf(byte[] content) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(content));

    /// <inheritdoc/>
    public void Dispose() => _listener.Close();

    static byte[] Bytes(JsonNode json) => Encoding.UTF8.GetBytes(json.ToJsonString());

    JsonObject Descriptor(byte[] blob, string type)
    {
        _blobs[DigestOf(blob)] = blob;
        return new() { ["mediaType"] = type, ["size"] = blob.Length, ["digest"] = DigestOf(blob) };
    }

    async Task Serve()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync().ConfigureAwait(false);
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            Answer(context);
        }
    }

    void Answer(HttpListenerContext context)
    {
        try
        {
            var path = context.Request.Url!.AbsolutePath;
            if (context.Request.HttpMethod is "POST" or "PATCH" or "PUT")
            {
                Take(context, path);
                context.Response.Close();
                return;
            }
            var content = path.Contains("/manifests/", StringComparison.Ordinal) ? _manifest : _blobs.GetValueOrDefault(path[(path.LastIndexOf('/') + 1)..]);
            if (content is null)
            {
                context.Response.StatusCode = 404;
            }
            else
            {
                context.Response.ContentType = content == _manifest ? ManifestType : "application/octet-stream";
                context.Response.Headers["Docker-Content-Digest"] = DigestOf(content);
                context.Response.ContentLength64 = content.Length;
                if (context.Request.HttpMethod != "HEAD")
                    context.Response.OutputStream.Write(content);
            }
            context.Response.Close();
        }
        catch (Exception e) when (e is HttpListenerException or IOException or ObjectDisposedException)
        {
            // The client went away; it asks again.
        }
    }

    // An upload is begun by POST, goes on with PATCH and ends with PUT and its digest.
    void Take(HttpListenerContext context, string path)
    {
        using var body = new MemoryStream();
        context.Request.InputStream.CopyTo(body);
        context.Response.StatusCode = 201;
        if (path.Contains("/manifests/", StringComparison.Ordinal))
        {
            Sent[path[(path.LastIndexOf('/') + 1)..]] = body.ToArray();
            context.Response.Headers["Docker-Content-Digest"] = DigestOf(body.ToArray());
            return;
        }
        if (context.Request.HttpMethod == "POST")
            _uploads[path += Guid.NewGuid().ToString("N")] = new();
        body.Position = 0;
        body.CopyTo(_uploads[path]);
        if (context.Request.QueryString["digest"] is { } digest)
        {
            _blobs[digest] = _uploads[path].ToArray();
            return;
        }
        context.Response.StatusCode = 202;
        context.Response.Headers["Location"] = $"http://{Host}{path}";
        context.Response.Headers["Range"] = $"0-{Math.Max(0, _uploads[path].Length - 1)}";
    }
}
