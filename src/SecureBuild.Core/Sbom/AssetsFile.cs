using System.Collections.Immutable;
using System.Text.Json;
using SecureBuild.Evidence;

namespace SecureBuild.Sbom;

/// <summary>Reads <c>project.assets.json</c> (versions 3 and 4), the result of NuGet's restore.</summary>
sealed class AssetsFile
{
    static readonly JsonDocumentOptions s_options = new() { MaxDepth = 64 };

    readonly JsonElement _root;
    readonly string _targetFramework;
    readonly string? _moniker;
    readonly string? _runtimeIdentifier;
    readonly PackageReadings _shared;

    AssetsFile(JsonElement root, BuildInputs build) => (_root, _targetFramework, _moniker, _runtimeIdentifier, _shared) =
        (root, build.Property("TargetFramework") ?? "", build.Property("TargetFrameworkMoniker"), build.Property("RuntimeIdentifier"), build.Digests.Packages);

    /// <summary>The graph of one target, or why there is none. What else of the file the run needs is taken from it on the way (<see cref="BuildInputs.Restored"/>).</summary>
    public static (RestoreGraph? Graph, Problem? Problem) Read(BuildInputs build)
    {
        if (build.AssetsFile is not { } path)
            return (null, Messages.Warning("SB9200"));
        try
        {
            using var stream = JsonBytes.Open(path);
            using var document = JsonDocument.Parse(stream, s_options);
            var result = new AssetsFile(document.RootElement, build).Graph(path);
            build.Restored = new(document.RootElement, build.Digests);
            return result;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, Messages.Warning("SB9200", path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, Messages.Warning("SB9201", path, 0, 0, e.GetType().Name));
        }
        catch (JsonException e)
        {
            return (null, Messages.Warning("SB9202", path, (int)(e.LineNumber ?? -1) + 1, (int)(e.BytePositionInLine ?? -1) + 1));
        }
        catch (ShapeException e)
        {
            var (line, column) = Place(path, e.Path);
            return (null, Messages.Warning("SB9203", path, line, column, string.Join('/', e.Path)));
        }
        catch (InvalidOperationException)
        {
            // A name with half a surrogate pair: well-formed JSON that is no text.
            return (null, Messages.Warning("SB9203", path, 0, 0, "\\uD800…\\uDFFF"));
        }
    }

    // Read once more for whoever has to be told where.
    static (int Line, int Column) Place(string path, IReadOnlyList<string> names)
    {
        try
        {
            var bytes = File.ReadAllBytes(path).AsSpan();
            return JsonPlace.Of(bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes, names);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return default;
        }
    }

    (RestoreGraph?, Problem?) Graph(string path)
    {
        Json.Require(_root, JsonValueKind.Object);
        var targets = Json.Object(_root, "targets");
        var framework = Framework();
        string?[] recorded = framework is { } found ? [found.Name, Json.OptionalText(found.Value, "framework", "project", "frameworks", found.Name)] : [];
        var names = TargetNames.For(_targetFramework, _moniker, recorded).ToArray();

        var target = Find(targets, names, _runtimeIdentifier is null ? "" : "/" + _runtimeIdentifier);
        var exact = target is not null;
        target ??= _runtimeIdentifier is null ? null : Find(targets, names, "");
        if (target is not { } chosen)
        {
            var wanted = _runtimeIdentifier is null ? _targetFramework : $"{_targetFramework}/{_runtimeIdentifier}";
            var (line, column) = Place(path, ["targets"]);
            return (null, Messages.Warning("SB9204", path, line, column, wanted));
        }

        var graph = new RestoreGraph(
            chosen.Name, exact,
            Libraries(chosen),
            framework is { } asked ? Direct(asked, names) : new Dictionary<string, DirectReference>(StringComparer.OrdinalIgnoreCase),
            framework is { } referring ? Json.Names(referring.Value, "frameworkReferences", "project", "frameworks", referring.Name) : [],
            framework is { } pruning
                ? Json.Names(pruning.Value, "packagesToPrune", "project", "frameworks", pruning.Name).ToHashSet(StringComparer.OrdinalIgnoreCase)
                : new HashSet<string>(),
            Json.Names(_root, "packageFolders"),
            FailedCodes()) { Downloads = framework is { } fetching ? Downloads(fetching) : [] };
        return (graph, exact ? null : Messages.Warning("SB9205", path, 0, 0, $"{_targetFramework}/{_runtimeIdentifier}", chosen.Name));
    }

    JsonProperty? Framework()
    {
        if (!Json.TryObject(_root, "project", out var project) || !Json.TryObject(project, "frameworks", out var frameworks, "project"))
            return null;
        JsonProperty? only = null;
        var count = 0;
        foreach (var framework in frameworks.EnumerateObject())
        {
            Json.Require(framework.Value, JsonValueKind.Object, "project", "frameworks", framework.Name);
            if (Same(framework.Name, _targetFramework) || Same(Json.OptionalText(framework.Value, "targetAlias", "project", "frameworks", framework.Name), _targetFramework))
                return framework;
            (only, count) = (framework, count + 1);
        }
        return count == 1 && _targetFramework.Length == 0 ? only : null;
    }

    static JsonProperty? Find(JsonElement targets, string[] names, string suffix)
    {
        foreach (var target in targets.EnumerateObject())
            if (target.Name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)
                && names.Contains(target.Name[..^suffix.Length], StringComparer.OrdinalIgnoreCase))
                return target;
        return null;
    }

    Dictionary<string, RestoredLibrary> Libraries(JsonProperty target)
    {
        var described = new Dictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase);
        foreach (var library in Json.Object(_root, "libraries").EnumerateObject())
            described[library.Name] = library.Value;

        var libraries = new Dictionary<string, RestoredLibrary>(StringComparer.OrdinalIgnoreCase);
        var key = target.Name;
        foreach (var node in Json.Require(target.Value, JsonValueKind.Object, "targets", key).EnumerateObject())
        {
            var name = node.Name;
            var library = AssetsLibrary.Read(node.Value, name, key, described.TryGetValue(name, out var found) ? found : null, _shared);
            libraries[library.Name] = library;
        }
        return libraries;
    }

    Dictionary<string, DirectReference> Direct(JsonProperty framework, string[] names)
    {
        var direct = new Dictionary<string, DirectReference>(StringComparer.OrdinalIgnoreCase);
        string[] place = ["project", "frameworks", framework.Name];
        if (Json.TryObject(framework.Value, "dependencies", out var dependencies, place))
            foreach (var dependency in dependencies.EnumerateObject())
            {
                string[] here = [.. place, "dependencies", dependency.Name];
                Json.Require(dependency.Value, JsonValueKind.Object, here);
                direct[dependency.Name] = new(
                    Json.OptionalText(dependency.Value, "version", here),
                    Same(Json.OptionalText(dependency.Value, "suppressParent", here), "All"),
                    dependency.Value.TryGetProperty("autoReferenced", out var automatic) && automatic.ValueKind == JsonValueKind.True);
            }

        // Referenced projects are only in this list: "Name >= 1.0.0".
        if (Json.TryObject(_root, "projectFileDependencyGroups", out var groups))
            foreach (var group in groups.EnumerateObject())
                if (names.Contains(group.Name, StringComparer.OrdinalIgnoreCase))
                    foreach (var text in Json.Texts(group.Value, "projectFileDependencyGroups", group.Name))
                        direct.TryAdd(text.Split(' ')[0], new(null, false, false));
        return direct;
    }

    // "[1.0.0, 1.0.0]": only exact versions can be downloaded.
    static ImmutableArray<NamedPackage> Downloads(JsonProperty framework)
    {
        string[] place = ["project", "frameworks", framework.Name, "downloadDependencies"];
        if (!framework.Value.TryGetProperty("downloadDependencies", out var list))
            return [];
        var downloads = ImmutableArray.CreateBuilder<NamedPackage>();
        foreach (var entry in Json.Require(list, JsonValueKind.Array, place).EnumerateArray())
        {
            Json.Require(entry, JsonValueKind.Object, place);
            if (Json.OptionalText(entry, "name", place) is { Length: > 0 } id && Json.OptionalText(entry, "version", place) is { } range
                && range.Trim('[', ']').Split(',', StringSplitOptions.TrimEntries) is [{ Length: > 0 } version, ..] versions && versions.All(other => other == version))
                downloads.Add(new(id, version));
        }
        return downloads.ToImmutable();
    }

    ImmutableArray<string> FailedCodes()
    {
        if (!_root.TryGetProperty("logs", out var logs))
            return [];
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var log in Json.Require(logs, JsonValueKind.Array, "logs").EnumerateArray())
            if (log.ValueKind == JsonValueKind.Object && Same(Json.OptionalText(log, "level", "logs"), "Error"))
                codes.Add(Json.OptionalText(log, "code", "logs") ?? "?");
        return [.. codes.Order(StringComparer.Ordinal)];
    }

    static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
