using System.Collections.Immutable;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace SecureBuild.Testing;

/// <summary>An advisory that the feed serves.</summary>
/// <param name="Package">Package id.</param>
/// <param name="Versions">NuGet version range: <c>(, 13.0.1)</c>.</param>
/// <param name="Severity">0 low, 1 moderate, 2 high, 3 critical.</param>
/// <param name="Url">Address of the advisory.</param>
public sealed record Advisory(string Package, string Versions, int Severity, string Url);

/// <summary>
/// A NuGet v3 feed on 127.0.0.1 with just what restore asks for: packages and, where advisories are given, vulnerability data
/// (<c>VulnerabilityInfo/6.7.0</c>). Without advisories it is a feed that has no such data, as many are.
/// </summary>
public sealed class LoopbackFeed : IDisposable
{
    readonly HttpListener _listener = new();
    readonly Dictionary<string, byte[]> _files = new(StringComparer.OrdinalIgnoreCase);

    LoopbackFeed(string root, IEnumerable<(string Id, string Version, byte[] Nupkg)> packages, ImmutableArray<Advisory>? advisories)
    {
        Root = root;
        AddPackages(packages);
        if (advisories is { } list)
            AddAdvisories(list);
        AddIndex(advisories is not null);
    }

    /// <summary>The feed's index, for <c>nuget.config</c>.</summary>
    public string Source => Root + "v3/index.json";

    string Root { get; }

    /// <summary>Starts a feed on a free port.</summary>
    /// <param name="packages">Package files: from <see cref="Package"/> or read from disk.</param>
    /// <param name="advisories">Vulnerability data; an empty list is data that says "none", null is no data.</param>
    public static LoopbackFeed Start(IEnumerable<(string Id, string Version, byte[] Nupkg)> packages, ImmutableArray<Advisory>? advisories = null)
    {
        var all = packages.ToArray();
        for (var attempt = 0; ; attempt++)
        {
            var root = $"http://127.0.0.1:{Random.Shared.Next(20000, 60000)}/";
            var feed = new LoopbackFeed(root, all, advisories);
            feed._listener.Prefixes.Add(root);
            try
            {
                feed._listener.Start();
            }
            catch (HttpListenerException) when (attempt < 50)
            {
                continue;
            }
            _ = feed.Serve();
            return feed;
        }
    }

    /// <summary>A package that holds nothing but its manifest: enough to be resolved.</summary>
    public static (string Id, string Version, byte[] Nupkg) Package(string id, string version, params (string Id, string Version)[] dependencies)
    {
        var nuspec = $"""
            <?xml version="1.0" encoding="utf-8"?>
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
              <id>{id}</id><version>{version}</version><authors>Test</authors><description>For tests.</description>
              <dependencies><group targetFramework="netstandard2.0">{string.Concat(dependencies.Select(d => $"""<dependency id="{d.Id}" version="{d.Version}" />"""))}</group></dependencies>
            </metadata></package>
            """;
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, id + ".nuspec", nuspec);
            Add(zip, "lib/netstandard2.0/_._", "");
        }
        return (id, version, stream.ToArray());
    }

    /// <summary>A <c>nuget.config</c> with this feed as the only source.</summary>
    /// <param name="auditSources">Name it as audit source too; otherwise no audit source is named.</param>
    public string Configuration(bool auditSources) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <configuration>
          <packageSources><clear /><add key="loopback" value="{Source}" allowInsecureConnections="true" /></packageSources>
          {(auditSources ? $"""<auditSources><clear /><add key="loopback" value="{Source}" allowInsecureConnections="true" /></auditSources>""" : "")}
        </configuration>
        """;

    /// <inheritdoc/>
    public void Dispose() => _listener.Close();

    void AddPackages(IEnumerable<(string Id, string Version, byte[] Nupkg)> packages)
    {
        foreach (var group in packages.GroupBy(static package => package.Id.ToLowerInvariant()))
        {
            AddJson($"packages/{group.Key}/index.json", new JsonObject
            {
                ["versions"] = new JsonArray([.. group.Select(static package => (JsonNode)package.Version)]),
            });
            foreach (var (_, version, nupkg) in group)
                _files[$"/packages/{group.Key}/{version}/{group.Key}.{version}.nupkg"] = nupkg;
        }
    }

    void AddAdvisories(ImmutableArray<Advisory> advisories)
    {
        AddJson("vulnerabilities/index.json", new JsonArray(new JsonObject
        {
            ["@name"] = "base",
            ["@id"] = Root + "vulnerabilities/base.json",
            ["@updated"] = "2026-11-01T00:00:00Z",
        }));
        var data = new JsonObject();
        foreach (var group in advisories.GroupBy(static advisory => advisory.Package.ToLowerInvariant()))
            data[group.Key] = new JsonArray([.. group.Select(static advisory => new JsonObject
            {
                ["url"] = advisory.Url, ["severity"] = advisory.Severity, ["versions"] = advisory.Versions,
            })]);
        AddJson("vulnerabilities/base.json", data);
    }

    void AddIndex(bool vulnerabilities)
    {
        var resources = new JsonArray(Resource("packages/", "PackageBaseAddress/3.0.0"));
        if (vulnerabilities)
            resources.Add((JsonNode)Resource("vulnerabilities/index.json", "VulnerabilityInfo/6.7.0"));
        AddJson("v3/index.json", new JsonObject { ["version"] = "3.0.0", ["resources"] = resources });
    }

    JsonObject Resource(string path, string type) => new() { ["@id"] = Root + path, ["@type"] = type };

    void AddJson(string path, JsonNode json) => _files["/" + path] = Encoding.UTF8.GetBytes(json.ToJsonString());

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
            if (_files.TryGetValue(context.Request.Url!.AbsolutePath, out var bytes))
                context.Response.OutputStream.Write(bytes);
            else
                context.Response.StatusCode = 404;
            context.Response.Close();
        }
        catch (Exception e) when (e is HttpListenerException or IOException or ObjectDisposedException)
        {
            // The client went away; restore asks again.
        }
    }

    static void Add(ZipArchive zip, string name, string text)
    {
        using var entry = new StreamWriter(zip.CreateEntry(name).Open());
        entry.Write(text);
    }
}
