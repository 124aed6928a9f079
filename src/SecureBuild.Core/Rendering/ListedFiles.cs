using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Sbom;
using SecureBuild.Verification;

namespace SecureBuild.Rendering;

/// <summary>The files that an attestation rests on, as they lie in its folder. A file that is not the attested one is named, but not summarised.</summary>
sealed class ListedFiles
{
    readonly Dictionary<string, JsonObject> _json = new(StringComparer.Ordinal);

    public ImmutableArray<FileSummary> Summaries { get; private init; }

    /// <summary>The bill of materials and its name, or null; of several formats, in the order of <see cref="SbomFormat.All"/>, the first that is there as attested.</summary>
    public (string Name, SbomDocument Document)? Sbom { get; private init; }

    public static ListedFiles Of(ImmutableArray<ReadStatement> statements, string directory, CheckLog log)
    {
        var listed = statements.SelectMany(Descriptors)
            .Where(file => file.Text("name") is { } name && ArtifactPath.IsSafeFileName(name))
            .DistinctBy(file => file.Text("name"))
            .OrderBy(file => file.Text("name"), StringComparer.Ordinal);
        var json = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        var sboms = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var summaries = ImmutableArray.CreateBuilder<FileSummary>();
        foreach (var file in listed)
        {
            var name = file.Text("name")!;
            var path = Path.Combine(directory, name);
            var bytes = File.Exists(path) ? BoundedFile.Read(path, log) : null;
            var state = bytes is null ? FileState.Missing : Digest.Sha256(bytes) == file.Object("digest")?.Text("sha256") ? FileState.AsAttested : FileState.Different;
            summaries.Add(new(name, state));
            if (state == FileState.AsAttested && DeliveredSboms.IsSbom(name))
                sboms.Add(name, bytes!);
            else if (state == FileState.AsAttested && StrictJson.Parse(bytes) is { } content)
                json.Add(name, content);
        }
        return new(json) { Summaries = summaries.ToImmutable(), Sbom = First(sboms, directory, log) };
    }

    static (string, SbomDocument)? First(Dictionary<string, byte[]> sboms, string directory, CheckLog log)
    {
        foreach (var name in sboms.Keys.OrderBy(name => SbomFormat.All.IndexOf(SbomFormat.OfFile(name)!)).ThenBy(name => name, StringComparer.Ordinal))
            if (DeliveredSboms.Read(sboms[name], Path.Combine(directory, name), log) is { } document)
                return (name, document);
        return null;
    }

    ListedFiles(Dictionary<string, JsonObject> json) => _json = json;

    /// <summary>Name of the attested file with this ending, or null; of several the shortest.</summary>
    public string? Name(string suffix) => _json.Keys.Where(name => name.EndsWith(suffix, StringComparison.Ordinal)).MinBy(name => name.Length);

    /// <summary>Its content, or null.</summary>
    public JsonObject? Json(string suffix) => Name(suffix) is { } name ? _json[name] : null;

    static IReadOnlyList<JsonObject> Descriptors(ReadStatement statement) =>
        (statement.IsProvenance ? statement.Predicate.Object("runDetails")?.Objects("byproducts") : statement.Predicate.Objects("evidence")) ?? [];
}
