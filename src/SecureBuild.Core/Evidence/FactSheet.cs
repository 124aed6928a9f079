using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Catalogues;

namespace SecureBuild.Evidence;

/// <summary>Collects facts; knows the catalogue, the time and the paths, so that each reader says only what it read.</summary>
sealed class FactSheet(EvidenceSources sources, Clock clock)
{
    /// <summary>Source of facts that are read from MSBuild.</summary>
    public const string MSBuild = "MSBuild";

    readonly Dictionary<string, Fact> _facts = new(StringComparer.Ordinal);

    public EvidenceSources Sources { get; } = sources;

    public BuildInputs Build => Sources.Build;

    public Clock Clock { get; } = clock;

    public ImmutableArray<Fact> Facts => [.. _facts.Values.OrderBy(static fact => fact.Id, StringComparer.Ordinal)];

    /// <summary>A value that was read.</summary>
    /// <param name="id">Fact.</param>
    /// <param name="value">Its value.</param>
    /// <param name="source">Property names, repository-relative file or tool.</param>
    /// <param name="trust">Only where it is less than the catalogue's.</param>
    public void Known(string id, JsonNode value, string source, TrustClass? trust = null) => Add(id, FactState.Known, value, source, null, trust);

    /// <summary>Nothing could be read; <paramref name="gap"/> says why and what to do.</summary>
    public void Unknown(string id, string source, string gap) => Add(id, FactState.NotAssessed, null, source, gap, null);

    /// <summary>The fact has no meaning here.</summary>
    public void NotApplicable(string id, string source, string reason) => Add(id, FactState.NotApplicable, null, source, reason, null);

    /// <summary>A value of the analysis: known, or whatever the log's freshness makes of it.</summary>
    public void FromAnalysis(string id, JsonNode? value, string source)
    {
        var freshness = Sources.Freshness;
        Add(id, freshness.State, freshness.State is FactState.Known or FactState.Stale ? value : null, source, freshness.Gap, null);
    }

    /// <summary>A property that is a boolean: its value, or a gap where the build did not set it and there is no default to rely on.</summary>
    public void Flag(string id, string member, string property)
    {
        if (Build.Flag(property) is { } value)
            Known(id, new JsonObject { [member] = value }, Properties(property));
        else
            Unknown(id, Properties(property), GapText.Of("property-unset", property));
    }

    /// <summary>Says that a value comes from properties of the build: <c>MSBuild: Deterministic</c>.</summary>
    public static string Properties(params ReadOnlySpan<string> names) => $"{MSBuild}: {string.Join(", ", names!)}";

    /// <summary>A path in the repository with <c>/</c>; null for one outside, which must not be named.</summary>
    public string? Relative(string path)
    {
        var relative = Path.GetRelativePath(Build.RepositoryRoot, path).Replace('\\', '/');
        return Path.IsPathRooted(relative) || relative.StartsWith("../", StringComparison.Ordinal) || relative is ".." ? null : relative;
    }

    /// <summary>The project's folder and those above it, up to the root of the repository.</summary>
    public IEnumerable<string> FoldersUpToRoot()
    {
        var root = Path.TrimEndingDirectorySeparator(Build.RepositoryRoot);
        for (var folder = Path.GetDirectoryName(Build.ProjectFile); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            yield return folder;
            if (folder.Length <= root.Length)
                yield break;
        }
    }

    /// <summary>The first file of one of these names in the project's folder or above it, within the repository.</summary>
    public string? Nearest(params ReadOnlySpan<string> names)
    {
        foreach (var folder in FoldersUpToRoot())
        {
            foreach (var name in names)
            {
                if (Path.Combine(folder, name) is var path && File.Exists(path))
                    return path;
            }
        }
        return null;
    }

    /// <summary><c>{ found, file, sha256 }</c>.</summary>
    public JsonObject FileValue(string? path) => path is null
        ? new() { ["found"] = false }
        : new() { ["found"] = true, ["file"] = Relative(path), ["sha256"] = Digest.Sha256OfFile(path) };

    /// <summary>Runs a reader; a file that cannot be read is a gap of these facts, not the end of the build.</summary>
    public void Try(string source, Action read, params ReadOnlySpan<string> ids)
    {
        try
        {
            read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Text.Json.JsonException)
        {
            foreach (var id in ids)
            {
                if (!_facts.ContainsKey(id))
                    Unknown(id, source, GapText.Of("file-unreadable", e.GetType().Name));
            }
        }
    }

    void Add(string id, FactState state, JsonNode? value, string source, string? gap, TrustClass? trust) =>
        _facts[id] = new(id, state, value, source, trust ?? CatalogueLibrary.Facts[id].Trust, Clock.Now, gap);
}
