using System.Collections.Immutable;
using SecureBuild.Evidence;
using SecureBuild.Notices;

namespace SecureBuild.Sbom;

/// <summary>All components of a build, their edges, and how complete both are.</summary>
sealed partial class Inventory
{
    readonly BuildInputs _inputs;
    readonly RestoreGraph? _graph;
    readonly ImmutableArray<Problem>.Builder _problems;
    readonly Refs _refs = new();
    readonly FileComponents _files;
    readonly ProjectPackages _packages;
    readonly List<Component> _components = [];
    readonly Dictionary<string, HashSet<string>> _edges = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> _refOf = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, PackageFolder> _folders = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> _frameworkRef = new(StringComparer.Ordinal);
    readonly HashSet<string> _incomplete = new(StringComparer.Ordinal);
    readonly HashSet<string> _opaque = new(StringComparer.Ordinal);
    readonly int[] _counts = new int[4];

    /// <summary>Builds it all.</summary>
    /// <param name="inputs">The build.</param>
    /// <param name="graph">What restore resolved, or null.</param>
    /// <param name="supplier">Who delivers the product and so the projects in its repository; null where nobody said.</param>
    /// <param name="problems">Where to tell.</param>
    public Inventory(BuildInputs inputs, RestoreGraph? graph, OrganizationalEntity? supplier, ImmutableArray<Problem>.Builder problems)
    {
        (_inputs, _graph, _problems) = (inputs, graph, problems);
        using var readings = _packages = new ProjectPackages(inputs.Digests, inputs.AssetsFile);
        _files = new(inputs, _packages, _refs, problems);
        Root = _refs.Take("project:" + RepositoryPath.Of(inputs.ProjectFile, inputs.RepositoryRoot));
        _edges.Add(Root, new(StringComparer.Ordinal));

        var libraries = graph?.Libraries.Values.ToArray() ?? [];
        var projects = ReferencedProject.Of(inputs, libraries);
        var copied = CopiedFiles.Of(
            inputs,
            libraries.Where(library => !library.IsProject).Select(library => library.Name).ToHashSet(StringComparer.OrdinalIgnoreCase),
            projects);

        AddFrameworks(copied);
        AddProjects(projects, copied, supplier);
        AddPackages(libraries.Where(library => !library.IsProject), copied);
        AddLocal(copied.Unowned);
        AddTools();
        AddWeb();
        AddExternal();
        Connect(libraries);

        Outputs = [.. inputs.Outputs.Where(file => !_claimed.Contains(file)).Select(_files.Of).OrderBy(file => file.BomRef, StringComparer.Ordinal)];
        Components = [.. _components.Select(WithSupplied).OrderBy(component => component.BomRef, StringComparer.Ordinal)];
        Dependencies = [.. _edges.Keys.Order(StringComparer.Ordinal).Select(name => new Dependency(name, Sorted(_edges[name])))];
    }

    /// <summary>Name of the root in the document.</summary>
    public string Root { get; }

    /// <summary>The delivered files, as parts of the root.</summary>
    public ImmutableArray<Component> Outputs { get; }

    /// <summary>Everything but the root.</summary>
    public ImmutableArray<Component> Components { get; }

    /// <summary>The edges of the root and of every component.</summary>
    public ImmutableArray<Dependency> Dependencies { get; }

    /// <summary>Where the files of packages lie, by the package's name in the document.</summary>
    public IReadOnlyDictionary<string, PackageFolder> Folders => _folders;

    /// <summary>Program files in the output directory that no component explains.</summary>
    public ImmutableArray<string> Unexplained { get; private set; } = [];

    /// <summary><c>complete</c>, <c>incomplete</c>, or <c>unknown</c> where there was no restore result to read.</summary>
    public string GraphState => _graph is null ? "unknown" : _graph is { IsExactTarget: true, FailedCodes: [] } && _incomplete.Count == 0 ? "complete" : "incomplete";

    /// <summary>Statements about completeness; each only where it is about something.</summary>
    public ImmutableArray<Composition> Compositions
    {
        get
        {
            var whole = _graph is { IsExactTarget: true, FailedCodes: [] };
            var resolved = _edges.Keys.Where(name => !_opaque.Contains(name) && !_incomplete.Contains(name));
            Composition[] statements =
            [
                new((_inputs.Moment == Moment.Publish ? _inputs.ListsWholeFolder : Unexplained.IsEmpty && _inputs.Flag("_SecureBuildCopiesContent") != true) && _graph is not null ? "complete" : "incomplete") { Assemblies = [Root] },
                new(_graph is null ? "unknown" : whole ? "complete" : "incomplete") { Dependencies = Sorted(resolved) },
                new("incomplete") { Dependencies = Sorted(_incomplete) },
                new("unknown") { Dependencies = Sorted(_opaque) },
            ];
            return [.. statements.Where(statement => !statement.Assemblies.IsEmpty || !statement.Dependencies.IsEmpty)];
        }
    }

    /// <summary>The counts.</summary>
    public SbomCoverage Coverage
    {
        get
        {
            var packages = Components.Where(component => component.Purl?.StartsWith("pkg:nuget/", StringComparison.Ordinal) == true && component.Type == "library" && !component.Properties.Any(property => property.Name == Names.BuildTool)).ToArray();
            return new()
            {
                GraphComplete = GraphState == "complete",
                Components = Components.Length,
                Packages = packages.Length,
                DirectPackages = packages.Count(package => package.Properties.Any(property => property is { Name: Names.Dependency, Value: "direct" or "direct:sdk" })),
                BuildOnlyPackages = packages.Count(package => package.Scope == "excluded"),
                Projects = _counts[0],
                Frameworks = _counts[1],
                Files = _counts[2],
                Edges = Dependencies.Sum(dependency => dependency.DependsOn.Length),
                UnknownLicences = Components.Count(component => component.Licenses.IsEmpty),
                UnknownSuppliers = Components.Count(component => component.Supplier is null),
                UnknownHashes = packages.Count(package => package.Hashes.IsEmpty) + _counts[3],
                UnexplainedFiles = Unexplained,
            };
        }
    }

    void AddFrameworks(CopiedFiles copied)
    {
        foreach (var framework in FrameworkComponents.Of(_inputs, _graph))
        {
            var name = _refs.Take("framework:" + framework.Name);
            _frameworkRef.Add(framework.Name, name);
            var files = framework.RuntimePack is { } pack ? copied.ByPackage[pack] : [];
            Add(FrameworkComponent(framework, name) with { Components = [.. files.Select(_files.Of)] }, ofRoot: true);
            _opaque.Add(name);
            _counts[1]++;
        }
        // Every other shared framework of .NET rests on the base one.
        if (_frameworkRef.TryGetValue(FrameworkComponents.Base, out var all))
            foreach (var name in _frameworkRef.Values.Where(name => name != all))
                _edges[name].Add(all);
    }

    void AddProjects(ImmutableArray<ReferencedProject> projects, CopiedFiles copied, OrganizationalEntity? supplier)
    {
        foreach (var project in projects)
        {
            var name = _refs.Take("project:" + project.Path);
            _refOf[project.Name] = name;
            var files = copied.ByProject[project.AssemblyName]
                .Select(_files.Of).ToImmutableArray();
            // A browser program brings its own runtime along, which only its own build knows.
            if (copied.ByProject[project.AssemblyName].Any(BrowserFiles.IsRuntime))
                _incomplete.Add(name);
            // What restore leaves out although it read everything, the product does not reference (ReferenceOutputAssembly="false").
            var resolved = _graph?.Libraries.ContainsKey(project.Name) == true;
            Add(project.Component(name, files, supplier, delivered: resolved || _graph is null || !files.IsEmpty), ofRoot: !resolved);
            if (!resolved)
                _opaque.Add(name);
            _counts[0]++;
            _counts[3] += files.Any(file => !file.Hashes.IsEmpty) ? 0 : 1;
        }
    }

    void AddPackages(IEnumerable<RestoredLibrary> packages, CopiedFiles copied)
    {
        var contents = packages.ToDictionary(package => package, package => PackageContents.Of(package, _graph!.PackageFolders, _packages.Shared));
        // A publish lists whatever lies in its folder.
        var leftOver = _inputs.Moment == Moment.Publish ? [] : UnexplainedFiles.Of(_inputs);
        var ofTargets = UnexplainedFiles.CopiedByPackages(leftOver, _inputs.OutputDirectory, contents);
        var brought = Brought(contents);
        Unexplained = _inputs.Moment == Moment.Publish
            ? [.. copied.Unowned.Where(file => file.IsUnexplained).Select(file => file.Destination)]
            : [.. leftOver.Where(name => !ofTargets.ContainsKey(name))];
        var delivery = _graph is null ? null : new Delivery(_graph, _inputs.CopyLocal, ofTargets.Values.Concat(brought.Select(group => group.Key)), library =>
            Direct(library.Name) is { IsPrivate: true } || contents.GetValueOrDefault(library)?.Nuspec is { IsDevelopmentDependency: true });
        var supplied = new SuppliedPackages(_inputs.Frameworks);
        foreach (var pruned in _graph?.Direct.Keys.Where(name => _graph.Pruned.Contains(name) && !_graph.Libraries.ContainsKey(name)) ?? [])
            Supply(Root, pruned, supplied);
        foreach (var (package, content) in contents)
        {
            var name = _refs.Take(PackageUrl.NuGet(package.Name, package.Version));
            _refOf[package.Name] = name;
            Remember(name, content, package.Files);
            var component = PackageComponents.Shared(package, content, new(name, Direct(package.Name), delivery!.IsRequired(package), delivery.IsNotCopied(package)), _packages);
            var files = copied.ByPackage[package.Name].Concat(ofTargets.Where(file => file.Value == package).Select(file => new CopyLocalFile(Path.Combine(_inputs.OutputDirectory, file.Key), file.Key, null, null, null)));
            ImmutableArray<Component> parts = [.. files.Select(_files.Of), .. brought[package].Select(_files.Of)];
            AddComplete(parts.IsEmpty ? component : BsiFields.Add(component with { Components = parts }), ofRoot: false);
            foreach (var pruned in PrunedPackages.Of(package, content.Nuspec, _graph!, _inputs.Property("TargetFramework") ?? ""))
                Supply(name, pruned, supplied);
            if (content.UnreadableNuspec is { } nuspec)
                _problems.Add(Messages.Warning("SB9207", nuspec, 0, 0, package.Name, package.Version));
        }
        var missing = contents.Keys.Where(package => contents[package].Folder is null).ToArray();
        if (missing.Length > 0)
            _problems.Add(Messages.Warning("SB9209", _inputs.AssetsFile, 0, 0, missing.Length, $"{missing[0].Name} {missing[0].Version}"));

        foreach (var (id, version) in copied.Packages)
            AddUnlisted(id, version, copied.ByPackage[id]);
    }

    // Its files are delivered, so it belongs here, although restore's graph is missing or silent about it.
    void AddUnlisted(string id, string version, IEnumerable<CopyLocalFile> files)
    {
        var purl = version.Length > 0 ? PackageUrl.NuGet(id, version) : $"pkg:nuget/{Uri.EscapeDataString(id)}";
        var name = _refs.Take(purl);
        var library = new RestoredLibrary(id, version, false, [], [], HasFiles: true, HasContent: false, null);
        var component = PackageComponents.Of(library, new(null, null, null, null), new(name, null, IsRequired: true, IsNotCopied: false), new(null, null));
        Add(component with { Version = version.Length > 0 ? version : null, Purl = purl, Components = [.. files.Select(_files.Of)] }, ofRoot: true);
        _opaque.Add(name);
    }

    void Connect(RestoredLibrary[] libraries)
    {
        var unresolved = new List<string>();
        foreach (var name in _graph?.Direct.Keys ?? [])
            Connect(Root, name, unresolved);
        foreach (var library in libraries)
        {
            var from = _refOf[library.Name];
            foreach (var dependency in library.Dependencies)
                Connect(from, dependency, unresolved);
            foreach (var framework in library.FrameworkReferences)
                _edges[from].Add(_frameworkRef[framework]);
        }
        if (unresolved.Count > 0)
            _problems.Add(Messages.Warning("SB9211", _inputs.AssetsFile, 0, 0, unresolved.Distinct(StringComparer.OrdinalIgnoreCase).Count(), unresolved.Min(StringComparer.Ordinal)));
    }

    void Connect(string from, string name, List<string> unresolved)
    {
        if (_refOf.TryGetValue(name, out var to))
        {
            if (to != from)
                _edges[from].Add(to);
        }
        else if (!_graph!.Pruned.Contains(name))
        {
            _incomplete.Add(from);
            unresolved.Add(name);
        }
    }

    void Add(Component component, bool ofRoot) => AddComplete(BsiFields.Add(component), ofRoot);

    void AddComplete(Component component, bool ofRoot)
    {
        _components.Add(component);
        _edges.Add(component.BomRef!, new(StringComparer.Ordinal));
        if (ofRoot)
            _edges[Root].Add(component.BomRef!);
    }

    void Remember(string name, PackageContents contents, ImmutableArray<string> files)
    {
        if (contents.Folder is { } folder)
            _folders[name] = new(folder, files, contents.Nuspec?.LicenceFile);
    }

    static ImmutableArray<string> Sorted(IEnumerable<string> names) => [.. names.Order(StringComparer.Ordinal)];

    DirectReference? Direct(string name) => _graph!.Direct.GetValueOrDefault(name);
}
