// Files of a modern team's product.
using System.IO.Compression;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Corpus.PathTraversal.Canals;

public sealed class StorageOptions { public string Root { get; set; } = "/srv/canals"; }

// [Bad CWE-22] a strongly typed name that only refuses what is empty
public readonly record struct DocumentName
{
    DocumentName(string value) => Value = value;

    public string Value { get; }

    public static bool TryParse(string? text, out DocumentName name)
    {
        name = new DocumentName(text ?? "");
        return !string.IsNullOrWhiteSpace(text);
    }
}

// [same case]
public sealed class DocumentStore(IOptions<StorageOptions> options)
{
    public Stream Open(DocumentName name) => File.OpenRead(Path.Combine(options.Value.Root, name.Value));
}

// [same case]
public static class DocumentEndpoints
{
    public static void MapDocuments(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/documents/{name}", (DocumentName name, DocumentStore store) => TypedResults.Stream(store.Open(name), "application/pdf"));
}

// [Good CWE-22] a strongly typed name that refuses everything but letters, digits and hyphens
public readonly record struct ReportName
{
    ReportName(string value) => Value = value;

    public string Value { get; }

    public static bool TryParse(string? text, out ReportName name)
    {
        name = default;
        if (string.IsNullOrEmpty(text) || !text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
            return false;
        name = new ReportName(text);
        return true;
    }
}

// [same case]
public sealed class ReportStore(IOptions<StorageOptions> options)
{
    public Stream Open(ReportName name) => File.OpenRead(Path.Combine(options.Value.Root, name.Value + ".pdf"));
}

// [same case]
public static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/reports/{name}", (ReportName name, ReportStore store) => TypedResults.Stream(store.Open(name), "application/pdf"));
}

// [Bad CWE-22] an extension method that only seems to keep the path within the root
public static class PathExtensions
{
    public static string Under(this string relative, string root)
    {
        var full = Path.GetFullPath(Path.Join(root, relative));
        return full.Length > root.Length ? full : root;
    }
}

// [same case]
public static class AssetEndpoints
{
    public static void MapAssets(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/assets/{**path}", (string path, IOptions<StorageOptions> options) => Results.File(path.Under(options.Value.Root), "application/octet-stream"));
}

// [Good CWE-22] an extension method that throws if the path leaves the root
public static class SafePathExtensions
{
    public static string Within(this string relative, string root)
    {
        var home = Path.GetFullPath(root);
        var full = Path.GetFullPath(relative, home);
        return full.StartsWith(home + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? full
            : throw new UnauthorizedAccessException("Outside of the root");
    }
}

// [same case]
public static class ImageEndpoints
{
    public static void MapImages(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/images/{**path}", (string path, IOptions<StorageOptions> options) => Results.File(path.Within(options.Value.Root), "image/png"));
}

// [Bad CWE-22] a worker extracts archives, the entry's name is joined
public sealed class ImportWorker(ChannelReader<Stream> uploads, IOptions<StorageOptions> options) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var upload in uploads.ReadAllAsync(stoppingToken))
        {
            using var archive = new ZipArchive(upload);
            foreach (var entry in archive.Entries.Where(each => each is { Length: > 0, Name: not "" }))
            {
                var target = Path.Join(options.Value.Root, entry.FullName);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                await using var from = entry.Open();
                await using var to = File.Create(target);
                await from.CopyToAsync(to, stoppingToken);
            }
        }
    }
}

// [Good CWE-22] a worker extracts archives, every entry is written under a number
public sealed class FlatImportWorker(ChannelReader<Stream> uploads, IOptions<StorageOptions> options) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var upload in uploads.ReadAllAsync(stoppingToken))
        {
            using var archive = new ZipArchive(upload);
            foreach (var (number, entry) in archive.Entries.Index())
            {
                await using var from = entry.Open();
                await using var to = File.Create(Path.Join(options.Value.Root, $"{number:D4}.bin"));
                await from.CopyToAsync(to, stoppingToken);
            }
        }
    }
}

// [Bad CWE-22] string.Create makes the path of the tenant's header
public static class TenantEndpoints
{
    public static void MapTenant(this IEndpointRouteBuilder routes) => routes.MapGet("/tenant/logo", ([FromHeader(Name = "X-Tenant")] string tenant) =>
    {
        var path = string.Create(null, stackalloc char[256], $"/srv/tenants/{tenant}/logo.png");
        return Results.File(path, "image/png");
    });
}
