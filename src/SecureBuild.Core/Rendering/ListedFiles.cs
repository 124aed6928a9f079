using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Verification;

namespace SecureBuild.Rendering;

/// <summary>The files that an attestation rests on, as they lie in its folder. A file that is not the attested one is named, but not summarised.</summary>
sealed class ListedFiles
{
    readonly Dictionary<string, JsonObject> _json = new(StringComparer.Ordinal);

    public ImmutableArray<FileSummary> Summaries { get; private init; }

    public static ListedFiles Of(ImmutableArray<ReadStatement> statements, string directory, CheckLog log)
    {
        var listed = statements.SelectMany(Descriptors)
            .Where(file => file.Text("name") is { } name && ArtifactPath.IsSafeFileName(name))
            .DistinctBy(file => file.Text("name"))
            .OrderBy(file => file.Text("name"), StringComparer.Ordinal);
        var json = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        var summaries = ImmutableArray.CreateBuilder<FileSummary>();
        foreach (var file in listed)
        {
            var name = file.Text("name")!;
            var path = Path.Combine(directory, name);
            var bytes = File.Exists(path) ? BoundedFile.Read(path, log) : null;
            var state = bytes is null ? FileState.Missing : Digest.Sha256(bytes) == file.Object("digest")?.Text("sha256") ? FileState.AsAttested : FileState.Different;
            summaries.Add(new(name, state));
            if (state == FileState.AsAttested && StrictJson.Parse(bytes) is { } content)
                json.Add(name, content);
        }
        return new(json) { Summaries = summaries.ToImmutable() };
    }

    ListedFiles(Dictionary<string, JsonObject> json) => _json = json;

    /// <summary>Name of the attested file with this ending, or null; of several the shortest (<c>App.cdx.json</c> rather than <c>App.1.6.cdx.json</c>).</summary>
    public string? Name(string suffix) => _json.Keys.Where(name => name.EndsWith(suffix, StringComparison.Ordinal)).MinBy(name => name.Length);

    /// <summary>Its content, or null.</summary>
    public JsonObject? Json(string suffix) => Name(suffix) is { } name ? _json[name] : null;

    static IReadOnlyList<JsonObject> Descriptors(ReadStatement statement) =>
        (statement.IsProvenance ? statement.Predicate.Object("runDetails")?.Objects("byproducts") : statement.Predicate.Objects("evidence")) ?? [];
}
