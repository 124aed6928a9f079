using System.Collections.Immutable;
using System.Text.Json;

namespace SecureBuild.Sbom;

/// <summary><c>libman.json</c>: the client-side libraries that LibMan put into a web project (learn.microsoft.com/aspnet/core/client-side/libman).</summary>
/// <param name="Name">Name at the provider.</param>
/// <param name="Version">Version, or null where the provider has none (a folder).</param>
/// <param name="Provider"><c>cdnjs</c>, <c>jsdelivr</c>, <c>unpkg</c>, <c>filesystem</c>.</param>
/// <param name="Destination">Folder relative to the project, with <c>/</c> and without one at the end.</param>
sealed record ClientLibrary(string Name, string? Version, string Provider, string Destination)
{
    /// <summary>Package URL: two of the providers deliver npm's packages.</summary>
    public string Purl => Version is not null && Provider is "jsdelivr" or "unpkg" ? PackageUrl.Npm(Name, Version!) : PackageUrl.Generic(Name, Version);

    /// <summary>Reads the file: its libraries, or why there are none (SB9253).</summary>
    public static (ImmutableArray<ClientLibrary> Libraries, Problem? Problem) Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), new() { MaxDepth = 16, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var root = Json.Require(document.RootElement, JsonValueKind.Object);
            var (provider, destination) = (Json.OptionalText(root, "defaultProvider"), Json.OptionalText(root, "defaultDestination"));
            var libraries = ImmutableArray.CreateBuilder<ClientLibrary>();
            if (root.TryGetProperty("libraries", out var list))
                foreach (var entry in Json.Require(list, JsonValueKind.Array, "libraries").EnumerateArray())
                {
                    Json.Require(entry, JsonValueKind.Object, "libraries");
                    if (Json.OptionalText(entry, "library", "libraries") is { Length: > 0 } library)
                        libraries.Add(Of(library, Json.OptionalText(entry, "provider", "libraries") ?? provider ?? "cdnjs", Json.OptionalText(entry, "destination", "libraries"), destination));
                }
            return (libraries.ToImmutable(), null);
        }
        catch (JsonException e)
        {
            return ([], Messages.Warning("SB9253", path, (int)(e.LineNumber ?? -1) + 1, (int)(e.BytePositionInLine ?? -1) + 1, "JSON"));
        }
        catch (ShapeException e)
        {
            return ([], Messages.Warning("SB9253", path, 0, 0, string.Join('/', e.Path)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return ([], Messages.Warning("SB9253", path, 0, 0, e.GetType().Name));
        }
    }

    static ClientLibrary Of(string library, string provider, string? destination, string? common)
    {
        // A folder of somebody's machine is named without its path.
        if (provider == "filesystem")
            return new(library.Replace('\\', '/').TrimEnd('/') is var path ? path[(path.LastIndexOf('/') + 1)..] : "", null, provider, Folder(destination ?? common ?? ""));
        var at = library.LastIndexOf('@');
        var (name, version) = at > 0 ? (library[..at], library[(at + 1)..]) : (library, null);
        return new(name, version, provider, Folder(destination ?? $"{common ?? "wwwroot/lib"}/{name}"));
    }

    static string Folder(string path) => path.Replace('\\', '/').Trim('/');
}
