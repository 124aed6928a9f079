using System.Collections.Immutable;
using System.Text.Json;

namespace SecureBuild.Sbom;

/// <summary>One library of a target in <c>project.assets.json</c>.</summary>
static class AssetsLibrary
{
    static readonly string[] s_delivered = ["runtime", "native", "resource", "runtimeTargets"];

    /// <summary>Reads the target's node and, where there is one, the entry under <c>libraries</c>.</summary>
    public static RestoredLibrary Read(JsonProperty node, string target, JsonElement? description)
    {
        string[] place = ["targets", target, node.Name];
        var slash = node.Name.LastIndexOf('/');
        if (slash <= 0 || slash == node.Name.Length - 1)
            throw new ShapeException(place);
        Json.Require(node.Value, JsonValueKind.Object, place);
        var isProject = Json.OptionalText(node.Value, "type", place) is "project";
        var library = new RestoredLibrary(
            node.Name[..slash], node.Name[(slash + 1)..], isProject,
            Json.Names(node.Value, "dependencies", place),
            node.Value.TryGetProperty("frameworkReferences", out var frameworks) ? [.. Json.Texts(frameworks, [.. place, "frameworkReferences"])] : [],
            s_delivered.Any(group => Json.Names(node.Value, group, place).Any(IsReal)),
            HasContent(node.Value, place),
            isProject ? AssemblyName(node.Value, place) : null);
        return description is { } entry ? Described(library, entry, ["libraries", node.Name]) : library;
    }

    // Content of build action None stays in the package unless it is copied.
    static bool HasContent(JsonElement node, string[] place)
    {
        if (!Json.TryObject(node, "contentFiles", out var files, place))
            return false;
        foreach (var file in files.EnumerateObject())
        {
            string[] here = [.. place, "contentFiles", file.Name];
            Json.Require(file.Value, JsonValueKind.Object, here);
            var copied = file.Value.TryGetProperty("copyToOutput", out var copy) && copy.ValueKind == JsonValueKind.True;
            if (IsReal(file.Name) && (copied || Json.OptionalText(file.Value, "buildAction", here) is not (null or "None")))
                return true;
        }
        return false;
    }

    static bool IsReal(string asset) => !(asset == "_._" || asset.EndsWith("/_._", StringComparison.Ordinal));

    // Restore does not know where a project's assembly will lie and writes "bin/placeholder/Name.dll".
    static string? AssemblyName(JsonElement node, string[] place)
    {
        var asset = Json.Names(node, "runtime", place).FirstOrDefault(IsReal) ?? Json.Names(node, "compile", place).FirstOrDefault(IsReal);
        return asset is null ? null : Path.GetFileNameWithoutExtension(asset);
    }

    static RestoredLibrary Described(RestoredLibrary library, JsonElement entry, string[] place)
    {
        Json.Require(entry, JsonValueKind.Object, place);
        ImmutableArray<string> files = entry.TryGetProperty("files", out var list) ? [.. Json.Texts(list, [.. place, "files"])] : [];
        return library with
        {
            Path = (library.IsProject ? Json.OptionalText(entry, "msbuildProject", place) : null) ?? Json.OptionalText(entry, "path", place),
            DigestFile = files.FirstOrDefault(file => IsAtTop(file, ".nupkg.sha512")),
            NuspecFile = files.FirstOrDefault(file => IsAtTop(file, ".nuspec")),
            Files = files,
        };
    }

    static bool IsAtTop(string file, string extension) =>
        file.EndsWith(extension, StringComparison.OrdinalIgnoreCase) && !file.Contains('/', StringComparison.Ordinal) && !file.Contains('\\', StringComparison.Ordinal);
}
