using System.Collections.Immutable;
using System.Text.Json;

namespace SecureBuild.Sbom;

/// <summary>One library of a target in <c>project.assets.json</c>.</summary>
static class AssetsLibrary
{
    static readonly string[] s_delivered = ["runtime", "native", "resource", "runtimeTargets"];

    /// <summary>Reads the target's node and, where there is one, the entry under <c>libraries</c>.</summary>
    /// <param name="node">The node.</param>
    /// <param name="name">Its name.</param>
    /// <param name="target">The target's name.</param>
    /// <param name="description">The entry, or null.</param>
    /// <param name="shared">What the projects of the build read of packages.</param>
    public static RestoredLibrary Read(JsonElement node, string name, string target, JsonElement? description, PackageReadings shared)
    {
        string[] place = ["targets", target, name];
        var slash = name.LastIndexOf('/');
        if (slash <= 0 || slash == name.Length - 1)
            throw new ShapeException(place);
        Json.Require(node, JsonValueKind.Object, place);
        var isProject = Json.OptionalText(node, "type", place) is "project";
        var library = new RestoredLibrary(
            name[..slash], name[(slash + 1)..], isProject,
            Json.Names(node, "dependencies", place),
            node.TryGetProperty("frameworkReferences", out var frameworks) ? [.. Json.Texts(frameworks, [.. place, "frameworkReferences"])] : [],
            s_delivered.Any(group => Json.Names(node, group, place).Any(IsReal)),
            HasContent(node, place),
            isProject ? AssemblyName(node, place) : null);
        return description is { } entry ? Described(library, entry, ["libraries", name], shared) : library;
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

    static RestoredLibrary Described(RestoredLibrary library, JsonElement entry, string[] place, PackageReadings shared)
    {
        Json.Require(entry, JsonValueKind.Object, place);
        var path = (library.IsProject ? Json.OptionalText(entry, "msbuildProject", place) : null) ?? Json.OptionalText(entry, "path", place);
        var hasFiles = entry.TryGetProperty("files", out var list);
        // The same package has the same files in the restore results of all projects.
        var key = hasFiles && Json.OptionalText(entry, "sha512", place) is { } content ? $"{content} {path} {Json.Require(list, JsonValueKind.Array, [.. place, "files"]).GetArrayLength()}" : null;
        if (key is null || shared.Files(key) is not { } files)
        {
            ImmutableArray<string> names = hasFiles ? [.. Json.Texts(list, [.. place, "files"])] : [];
            files = new(names, names.FirstOrDefault(file => IsAtTop(file, ".nupkg.sha512")), names.FirstOrDefault(file => IsAtTop(file, ".nuspec")));
            if (key is not null)
                shared.Keep(key, files);
        }
        return library with { Path = path, DigestFile = files.Digest, NuspecFile = files.Nuspec, Files = files.Names };
    }

    static bool IsAtTop(string file, string extension) =>
        file.EndsWith(extension, StringComparison.OrdinalIgnoreCase) && !file.Contains('/', StringComparison.Ordinal) && !file.Contains('\\', StringComparison.Ordinal);
}

/// <summary>The files of a package, as restore lists them.</summary>
/// <param name="Names">Relative to its folder.</param>
/// <param name="Digest">Name of its <c>.nupkg.sha512</c> file, or null.</param>
/// <param name="Nuspec">Name of its <c>.nuspec</c> file, or null.</param>
sealed record PackageFiles(ImmutableArray<string> Names, string? Digest, string? Nuspec);
