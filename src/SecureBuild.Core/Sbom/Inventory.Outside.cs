using System.Collections.Immutable;
using SecureBuild.Evidence;

namespace SecureBuild.Sbom;

// What is there without a package of NuGet or a project: local assemblies, libraries of npm and LibMan, what the code expects of the place where it runs.
sealed partial class Inventory
{
    readonly HashSet<OutputFile> _claimed = [];
    readonly Dictionary<string, SortedSet<string>> _supplied = new(StringComparer.Ordinal);

    // What a package's own targets publish as content of the project.
    ILookup<RestoredLibrary, OutputFile> Brought(Dictionary<RestoredLibrary, PackageContents> packages)
    {
        var brought = new List<BroughtFile>();
        foreach (var file in _inputs.Outputs)
            if (file.CopiedFrom is { } source)
                foreach (var (package, contents) in packages)
                    if (contents.Folder is { } folder && source.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal) && _claimed.Add(file))
                        brought.Add(new(package, file));
        return brought.OrderBy(pair => pair.File.Destination, StringComparer.Ordinal).ToLookup(pair => pair.Package, pair => pair.File);
    }

    sealed record BroughtFile(RestoredLibrary Package, OutputFile File);

    void AddLocal(ImmutableArray<CopyLocalFile> files)
    {
        foreach (var local in LocalAssemblies.Of(files))
        {
            var parts = local.Files.Select(file => (File: file, Component: _files.Of(file))).ToArray();
            var main = parts.First(part => part.File == local.Main).Component;
            var component = local.Identity is null ? main
                : LocalAssemblies.Component(local.Identity, _refs.Take("assembly:" + local.Main.Destination), main, [.. parts.Select(part => part.Component)]);
            Add(component, ofRoot: true);
            _opaque.Add(component.BomRef!);
            _counts[2] += parts.Length;
        }
    }

    // A build takes such a package as it is, without what it may depend on.
    void AddTools()
    {
        foreach (var tool in BuildTools.Of(_inputs, _graph))
        {
            var name = _refs.Take("build-tool:" + tool.Id);
            var contents = PackageContents.Of(BuildTools.Library(tool), _graph?.PackageFolders ?? [], _packages.Shared);
            // An earlier native compiler has the libraries in its own package that it compiles into the program.
            var folder = contents.Folder is { } place ? Path.GetFullPath(place) + Path.DirectorySeparatorChar : null;
            var isDelivered = tool.Role == BuildTools.AppHost || folder is not null && _inputs.CopyLocal.Any(file => file.Path.StartsWith(folder, StringComparison.Ordinal));
            Remember(name, contents, []);
            Add(BuildTools.Component(tool, contents, name, isDelivered, contents.Digests(_packages)), ofRoot: true);
        }
    }

    void AddWeb()
    {
        if (_inputs.LibManFile is { } manifest)
        {
            var (libraries, problem) = ClientLibrary.Read(manifest);
            Miss(problem);
            // The innermost folder claims a file.
            foreach (var library in libraries.OrderByDescending(library => library.Destination.Length).ThenBy(library => library.Name, StringComparer.Ordinal))
            {
                var files = _inputs.Outputs.Where(file => WebLibraries.Owns(library, file) && _claimed.Add(file)).OrderBy(file => file.Destination, StringComparer.Ordinal).Select(_files.Of).ToImmutableArray();
                Add(WebLibraries.Client(library, _refs.Take(library.Purl), files), ofRoot: true);
                _opaque.Add(_components[^1].BomRef!);
            }
        }
        if (_inputs.NpmLockFile is { } lockFile)
        {
            var (found, problem) = NpmLock.Read(lockFile);
            Miss(problem);
            if (found is not null)
                AddNpm(found);
        }
        if (_inputs.NpmManifestFile is { } asked)
            Miss(NpmLock.Unlocked(asked));
    }

    // What the product is made of besides: not known, and that is said.
    void Miss(Problem? problem)
    {
        if (problem is null)
            return;
        _problems.Add(problem);
        _incomplete.Add(Root);
    }

    void AddNpm(NpmLock npm)
    {
        // The same package may lie at several places; it is one component.
        var refs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in npm.Packages.GroupBy(pair => PackageUrl.Npm(pair.Value.Name, pair.Value.Version), StringComparer.Ordinal))
        {
            var name = _refs.Take(group.Key);
            foreach (var (place, _) in group)
            {
                refs[place] = name;
                if (Path.Combine(Path.GetDirectoryName(_inputs.NpmLockFile)!, place) is var folder && !place.Split('/').Contains("..") && Directory.Exists(folder))
                    _folders.TryAdd(name, new(folder, [], null));
            }
            var package = group.First().Value with { IsForDevelopment = group.All(pair => pair.Value.IsForDevelopment), IsOptional = group.All(pair => pair.Value.IsForDevelopment || pair.Value.IsOptional) };
            Add(WebLibraries.Npm(package, name, group.Any(pair => npm.Direct.Contains(pair.Key))), ofRoot: false);
        }
        foreach (var place in npm.Direct)
            _edges[Root].Add(refs[place]);
        foreach (var (place, package) in npm.Packages)
            foreach (var dependency in package.Dependencies)
                if (npm.Resolve(place, dependency) is { } target && refs[target] != refs[place])
                    _edges[refs[place]].Add(refs[target]);
    }

    void AddExternal()
    {
        var own = _inputs.Property("AssemblyName");
        var assembly = _inputs.Outputs.FirstOrDefault(file => file.Kind == OutputKind.Assembly && Path.GetFileNameWithoutExtension(file.Path).Equals(own, StringComparison.OrdinalIgnoreCase));
        // KERNEL32 and kernel32.dll are one.
        foreach (var import in ((assembly is null ? null : AssemblyIdentity.Read(assembly.Path))?.NativeImports ?? []).DistinctBy(ExternalLibraries.Stem, StringComparer.OrdinalIgnoreCase))
            if (import != "__Internal" && !IsBrought(import))
                Expect(ExternalLibraries.Native(import, _refs.Take("native:" + import)));
        foreach (var reference in _inputs.ComReferences)
            Expect(ExternalLibraries.Com(reference, _refs.Take("com:" + reference.Name)));
    }

    void Expect(Component component)
    {
        Add(component, ofRoot: true);
        _opaque.Add(component.BomRef!);
    }

    bool IsBrought(string import) =>
        _inputs.CopyLocal.Any(file => ExternalLibraries.Is(file.Destination, import))
        || _inputs.Outputs.Any(file => file.Kind == OutputKind.Native && ExternalLibraries.Is(file.Destination ?? file.Path, import))
        || _graph?.Libraries.Values.Any(library => library.Files.Any(file => file.Contains("/native/", StringComparison.Ordinal) && ExternalLibraries.Is(file, import))) == true;

    // The package is not there, but what it would have brought is: from the framework.
    void Supply(string dependent, string package, SuppliedPackages supplied)
    {
        var framework = _frameworkRef.Count == 1 ? _frameworkRef.Keys.Single() : supplied.Framework(package);
        if (framework is null || !_frameworkRef.TryGetValue(framework, out var name))
            return;
        _edges[dependent].Add(name);
        if (!_supplied.TryGetValue(name, out var packages))
            _supplied.Add(name, packages = new(StringComparer.Ordinal));
        packages.Add(package);
    }

    Component WithSupplied(Component component) => component.BomRef is { } name && _supplied.TryGetValue(name, out var packages)
        ? component with { Properties = component.Properties.AddRange(packages.Select(package => new Property(Names.Supplies, package))) }
        : component;

    // A runtime pack is a package like any other: it has a digest, a licence and somebody who made it.
    Component FrameworkComponent(FrameworkInput framework, string name)
    {
        var component = FrameworkComponents.Component(framework, name, _inputs);
        if (framework is not { RuntimePack: { } pack, RuntimeVersion: { } version } || _graph is null)
            return component;
        var library = new RestoredLibrary(pack, version, false, [], [], HasFiles: true, HasContent: false, null) { Path = $"{pack.ToLowerInvariant()}/{version.ToLowerInvariant()}" };
        var contents = PackageContents.Of(library, _graph.PackageFolders, _packages.Shared);
        Remember(name, contents, []);
        var package = PackageComponents.Of(library, contents, new(name, null, IsRequired: true, IsNotCopied: false), contents.Digests(_packages));
        return package with
        {
            Type = component.Type,
            Name = component.Name,
            Purl = component.Purl,
            Properties = [.. component.Properties.Concat(package.Properties.Where(property => property.Name != Names.Dependency)).OrderBy(property => property.Name, StringComparer.Ordinal)],
        };
    }
}
