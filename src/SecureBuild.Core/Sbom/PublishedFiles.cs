using System.Collections.Immutable;
using SecureBuild.Evidence;

namespace SecureBuild.Sbom;

/// <summary>
/// Sorts the files of a publish folder by who brings them. What counts is what lies there: the SDK's items only say where it came from, because not
/// every step of a publish leaves an item.
/// </summary>
sealed class PublishedFiles
{
    readonly BuildInputs _build;
    readonly PublishInputs _publish;
    readonly Dictionary<string, PublishItem> _items = new(StringComparer.OrdinalIgnoreCase);
    readonly HashSet<string> _references;
    readonly string _folder;
    readonly string[] _otherFolders;
    readonly BrowserFiles _browser;
    readonly ImmutableArray<OutputFile>.Builder _outputs = ImmutableArray.CreateBuilder<OutputFile>();
    readonly ImmutableArray<CopyLocalFile>.Builder _copied = ImmutableArray.CreateBuilder<CopyLocalFile>();

    PublishedFiles(BuildInputs build, PublishInputs publish)
    {
        (_build, _publish) = (build, publish);
        foreach (var item in publish.Items)
            _items.TryAdd(item.RelativePath, item);
        // A single file's items are taken away from the list, also those that lie beside it in the end.
        foreach (var item in publish.Bundled)
            _items.TryAdd(item.RelativePath, item);
        _references = build.CopyLocal.Select(file => file.Destination).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _browser = new(build);
        _folder = Path.GetDirectoryName(build.ProjectFile)!;
        _otherFolders = [.. build.ProjectReferences.Select(project => Path.GetDirectoryName(project.ProjectFile)!).Where(folder => folder != _folder).OrderByDescending(folder => folder.Length)];
    }

    /// <summary>The build's inputs with the publish folder's files in place of the output directory's.</summary>
    public static BuildInputs Of(BuildInputs build, PublishInputs publish)
    {
        var files = new PublishedFiles(build, publish);
        // Somebody who publishes into the folder of the sources does not deliver the sources.
        var isWhole = !IsBelow(build.ProjectFile, publish.Directory);
        files.AddFolder(isWhole);
        files.AddBundled();
        files.AddCompiled();
        return build with
        {
            Moment = Moment.Publish,
            ListsWholeFolder = isWhole,
            OutputDirectory = publish.Directory,
            Outputs = files._outputs.ToImmutable(),
            CopyLocal = files._copied.ToImmutable(),
            Frameworks = files.Frameworks(),
        };
    }

    void AddFolder(bool isWhole)
    {
        if (isWhole)
        {
            foreach (var path in Directory.EnumerateFiles(_publish.Directory, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }))
                if (Path.GetRelativePath(_publish.Directory, path).Replace('\\', '/') is var name && !IsOurs(path))
                    Add(_items.GetValueOrDefault(name), path, name, null);
            return;
        }
        var program = _publish.Program is { } own ? new[] { own } : [];
        foreach (var name in _items.Keys.Concat(program).Distinct(StringComparer.OrdinalIgnoreCase))
            if (PathOf(name) is var path && File.Exists(path))
                Add(_items.GetValueOrDefault(name), path, name, null);
    }

    void AddBundled()
    {
        // The host that is bundled is the single file itself.
        foreach (var item in _publish.Bundled)
            if (item.RelativePath != _publish.Program && !File.Exists(PathOf(item.RelativePath)) && File.Exists(item.Source))
                Add(item, item.Source, item.RelativePath, new(_publish.Program!, IsCompiled: false));
    }

    void AddCompiled()
    {
        foreach (var item in _publish.Compiled.DistinctBy(item => item.Source, StringComparer.Ordinal))
            if (File.Exists(item.Source))
                Add(item, item.Source, item.RelativePath, new(_publish.Program!, IsCompiled: true));
    }

    void Add(PublishItem? item, string path, string name, Embedding? inside)
    {
        var file = new CopyLocalFile(path, name, item?.PackageId, item?.PackageVersion, null)
        {
            AssetType = item?.AssetType,
            Inside = inside,
            Transformed = item is null ? _browser.TransformedOwn(name) : Transformations.Of(item.Source, _build),
        };
        if (item is null && _browser.Of(path, name) is { } browsers)
            _copied.Add(browsers);
        else if (item?.PackageId is not null || item?.IsReference == true || item is not null && _references.Contains(name))
            _copied.Add(file);
        else if (name.Split('/') is ["wwwroot", "_content", var library, _, ..])
            _copied.Add(file with { WebContentOf = library });
        else if (item is not null && OtherProject(item.Source) is { } project)
            _copied.Add(file with { ContentOf = project });
        else if (item is not null || IsMadeByPublish(name))
            _outputs.Add(new(path, Kind(name, inside)) { Destination = name, Inside = inside, Transformed = file.Transformed, CopiedFrom = Origin(item, name) });
        else
            _copied.Add(file with { IsUnexplained = true });
    }

    // The script that starts a browser program is its package's; the SDK copies it without an item.
    string? Origin(PublishItem? item, string name)
    {
        if (item is not null)
            return IsBelow(item.Source, _folder) ? null : item.Source;
        return _build.Property("BlazorWebAssemblyJSPath") is { } script && name.StartsWith("wwwroot/_framework/" + Path.GetFileName(script), StringComparison.Ordinal) ? Path.GetFullPath(script) : null;
    }

    // Content of a referenced project is copied from its folder; the innermost folder is the project's.
    string? OtherProject(string source)
    {
        foreach (var folder in _otherFolders)
            if (IsBelow(source, folder) && !(IsBelow(source, _folder) && _folder.Length > folder.Length))
                return _build.ProjectReferences.First(project => Path.GetDirectoryName(project.ProjectFile) == folder).ProjectFile;
        return null;
    }

    // Written without an item, by the web SDK and by the native compiler's targets.
    bool IsMadeByPublish(string name) =>
        name == _publish.Program
        || name.StartsWith("wwwroot/", StringComparison.Ordinal)
        || name is "web.config"
        || name == _build.Property("AssemblyName") + ".staticwebassets.endpoints.json"
        || !_publish.Compiled.IsEmpty && _publish.Program is { } program && (name == program + ".dbg" || name == Path.ChangeExtension(program, ".pdb") || name.StartsWith(program + ".dSYM/", StringComparison.Ordinal));

    OutputKind Kind(string name, Embedding? inside)
    {
        if (name == _publish.Program && inside is null)
            return !_publish.Compiled.IsEmpty ? OutputKind.NativeImage : !_publish.Bundled.IsEmpty ? OutputKind.SingleFile : OutputKind.AppHost;
        return Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".pdb" or ".dbg" => OutputKind.Symbols,
            ".dll" when name.EndsWith(".resources.dll", StringComparison.OrdinalIgnoreCase) => OutputKind.Satellite,
            ".dll" or ".exe" => OutputKind.Assembly,
            ".wasm" when _browser.IsAssembly(name) => OutputKind.Assembly,
            ".so" or ".dylib" => OutputKind.Native,
            ".json" when name.EndsWith(".deps.json", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".runtimeconfig.json", StringComparison.OrdinalIgnoreCase) => OutputKind.RuntimeConfiguration,
            ".xml" when name == _build.Property("AssemblyName") + ".xml" => OutputKind.Documentation,
            _ => OutputKind.Content,
        };
    }

    // Native AOT takes its runtime from another pack than the one that the framework reference was resolved to.
    ImmutableArray<FrameworkInput> Frameworks()
    {
        var native = _publish.Compiled.FirstOrDefault(item => item.PackageId?.Contains(".Runtime.NativeAOT.", StringComparison.OrdinalIgnoreCase) == true);
        return native is null ? _build.Frameworks
            : [.. _build.Frameworks.Select(framework => framework.Name == FrameworkComponents.Base ? framework with { RuntimePack = native.PackageId, RuntimeVersion = native.PackageVersion } : framework)];
    }

    // The folder of the artifacts is by default one in the publish folder; somebody may have made it the publish folder itself.
    bool IsOurs(string path)
    {
        var artifacts = Path.TrimEndingDirectorySeparator(_build.ArtifactDirectory);
        return artifacts == _publish.Directory
            ? Path.GetDirectoryName(path) == artifacts && Attestor.Suffixes.Any(suffix => Path.GetFileName(path) == _build.ArtifactName + suffix)
            : IsBelow(artifacts, _publish.Directory) && IsBelow(path, artifacts);
    }

    string PathOf(string name) => Path.Combine(_publish.Directory, name);

    static bool IsBelow(string path, string folder) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
