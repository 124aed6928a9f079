using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using SecureBuild.Sbom;
using SecureBuild.Vulnerabilities;

namespace SecureBuild.Core.Tests.Vulnerabilities;

/// <summary>Advisories made for tests, in a folder of their own.</summary>
sealed class Osv : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("advisories 脆弱性 ").FullName;

    public string Cache { get; } = Directory.CreateTempSubdirectory("advisory-cache ").FullName;

    public static string File(string id, string package, string events, string ecosystem = "NuGet", string modified = "2026-11-01T00:00:00Z", string more = "") => $$"""
        {
          "schema_version": "1.6.0", "id": "{{id}}", "modified": "{{modified}}", "published": "2026-01-02T03:04:05Z", "aliases": ["CVE-2026-{{id[^4..]}}"],
          "summary": "What {{id}} is about",
          "severity": [ { "type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H" } ],
          "affected": [ { "package": { "ecosystem": "{{ecosystem}}", "name": "{{package}}" }, "ranges": [ { "type": "ECOSYSTEM", "events": [ {{events}} ] } ] } ],
          "database_specific": { "cwe_ids": ["CWE-755"], "severity": "HIGH" }{{more}}
        }
        """;

    public const string Before2 = """{ "introduced": "0" }, { "fixed": "2.0.0" }""";

    public Osv Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, text);
        return this;
    }

    public Osv Zip(string name, params (string Name, string Text)[] entries)
    {
        using var zip = ZipFile.Open(Path.Combine(Folder, name), ZipArchiveMode.Create);
        foreach (var (entry, text) in entries)
        {
            using var stream = zip.CreateEntry(entry).Open();
            stream.Write(Encoding.UTF8.GetBytes(text));
        }
        return this;
    }

    public AdvisorySource Open(string? name = null) => AdvisorySource.Open(name is null ? Folder : Path.Combine(Folder, name), Cache);

    public VulnerabilityReport Compare(Bom bom, params Waiver[] waivers) => Compare(bom, new DateOnly(2026, 11, 22), waivers);

    public VulnerabilityReport Compare(Bom bom, DateOnly today, params Waiver[] waivers) =>
        VulnerabilityMatcher.Compare(bom, new(Folder, 30, [.. waivers], "securebuild.json", today) { Open = path => AdvisorySource.Open(path, Cache) });

    /// <summary>A product of these packages.</summary>
    public static Bom Product(params string[] purls) => new()
    {
        SerialNumber = "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
        Version = 2,
        Metadata = new()
        {
            Timestamp = "2026-11-22T00:00:00Z",
            Component = new("application", "Portal", "Portal") { Version = "1.0.0", Purl = "pkg:generic/Portal@1.0.0", Supplier = new("City Software"), Properties = [new(Names.BuildProject, "src/Portal/Portal.csproj")] },
        },
        Components = [.. purls.Select(purl => new Component("library", purl, purl.Split('/')[^1].Split('@')[0]) { Version = purl.Split('@')[^1], Purl = purl })],
        Dependencies = [new("Portal", [.. purls]), .. purls.Select(purl => new Dependency(purl, []))],
    };

    public static Waiver Waiver(string advisory, VexStatus status = VexStatus.NotAffected, string? package = null, string? versions = null, string? project = null, string from = "2026-10-01", string until = "2026-12-31") => new(
        advisory, package, versions, project, status, status == VexStatus.NotAffected ? "vulnerable_code_not_in_execute_path" : null, status == VexStatus.Affected ? "Update to 1.1." : null,
        "Hanako Yamada", "Product security", "The parser is not called.", DateOnly.Parse(from), DateOnly.Parse(until), 7, 5);

    public static JsonObject Parse(byte[] json) => JsonNode.Parse(json)!.AsObject();

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        Directory.Delete(Cache, recursive: true);
    }
}
