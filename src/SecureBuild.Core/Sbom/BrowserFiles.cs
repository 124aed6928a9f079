using System.Collections.Immutable;
using SecureBuild.Evidence;

namespace SecureBuild.Sbom;

/// <summary>
/// Files of a program that runs in the browser. Below <c>wwwroot/_framework</c> the WebAssembly SDK leaves the files of packages and of the runtime without
/// an item and under other names: an assembly wrapped into WebAssembly, a fingerprint before the ending, compressed copies beside it.
/// </summary>
sealed class BrowserFiles
{
    const string Folder = "wwwroot/_framework/";
    const string Wrapped = ".wasm";
    const int FingerprintLength = 10;

    readonly BuildInputs _build;
    readonly Dictionary<string, CopyLocalFile> _sources = new(StringComparer.OrdinalIgnoreCase);
    readonly string? _host;

    /// <summary>For one build.</summary>
    public BrowserFiles(BuildInputs build)
    {
        _build = build;
        foreach (var file in build.CopyLocal)
            _sources.TryAdd(file.Destination, file);
        // A server publishes what the browser program that it refers to wrote beside its assembly.
        var programs = build.ProjectReferences.Where(project => project.Assembly is { } assembly && Directory.Exists(Path.Combine(Path.GetDirectoryName(assembly)!, Folder))).ToArray();
        _host = programs.Length == 1 ? programs[0].ProjectFile : null;
    }

    /// <summary>Whether a file is the runtime for browsers itself.</summary>
    public static bool IsRuntime(CopyLocalFile file) => file.Destination.StartsWith(Folder + "dotnet.native.", StringComparison.Ordinal);

    /// <summary>Who brings a published file, or null: the product itself, or nobody that is known here.</summary>
    /// <param name="path">Where it lies, absolute.</param>
    /// <param name="name">Path relative to the publish folder, with <c>/</c>.</param>
    public CopyLocalFile? Of(string path, string name)
    {
        if (!name.StartsWith(Folder, StringComparison.Ordinal))
            return null;
        var (plain, encoding) = Plain(name[Folder.Length..]);
        foreach (var candidate in Names(plain))
            if (_sources.TryGetValue(candidate, out var source))
                return source with
                {
                    Path = path,
                    Destination = name,
                    Transformed = Transformed(plain, candidate, encoding, source, path),
                    ContentOf = source.PackageId is null ? ProjectOf(candidate) : null,
                };
        // The rest of what a server hands to browsers comes with that program, also its runtime.
        return _host is not null && !Names(plain).Any(IsOwn) ? new(path, name, null, null, null) { Transformed = Joined([IsWrapped(plain) ? "webcil" : null, encoding]), ContentOf = _host } : null;
    }

    /// <summary>What was done to a file that the product itself brings; null for nothing.</summary>
    public string? TransformedOwn(string name)
    {
        if (!name.StartsWith(Folder, StringComparison.Ordinal))
            return null;
        var (plain, encoding) = Plain(name[Folder.Length..]);
        return Joined([IsWrapped(plain) && IsTrimmed ? "trimmed" : null, IsWrapped(plain) ? "webcil" : null, encoding]);
    }

    /// <summary>Whether it is the product's own assembly.</summary>
    public bool IsAssembly(string name) =>
        name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(Wrapped, StringComparison.OrdinalIgnoreCase) && Names(name[Folder.Length..]).Any(IsOwn);

    bool IsTrimmed => _build.Flag("PublishTrimmed") == true;

    bool IsOwn(string candidate) => candidate.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) && Path.GetFileNameWithoutExtension(candidate) is var stem
        && (stem.EndsWith(".resources", StringComparison.Ordinal) ? stem[..^".resources".Length] : stem).Equals(_build.Property("AssemblyName"), StringComparison.OrdinalIgnoreCase);

    string? ProjectOf(string candidate) =>
        _build.ProjectReferences.FirstOrDefault(project => CopiedFiles.Stem(candidate).Equals(Path.GetFileNameWithoutExtension(project.Assembly), StringComparison.OrdinalIgnoreCase))?.ProjectFile;

    string? Transformed(string plain, string candidate, string? encoding, CopyLocalFile source, string path)
    {
        var isAssembly = candidate.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
        return Joined([isAssembly && IsTrimmed ? "trimmed" : null, isAssembly && IsWrapped(plain) ? "webcil" : null, !isAssembly && encoding is null && Differs(source.Path, path) ? "configured" : null, encoding]);
    }

    // The loader gets the list of what it has to load written into it.
    static bool Differs(string source, string path) => new FileInfo(source) is { Exists: true } file && file.Length != new FileInfo(path).Length;

    static bool IsWrapped(string plain) => plain.EndsWith(Wrapped, StringComparison.OrdinalIgnoreCase);

    static string? Joined(ImmutableArray<string?> steps) => string.Join(',', steps.OfType<string>()) is { Length: > 0 } text ? text : null;

    static (string Name, string? Encoding) Plain(string name) => Path.GetExtension(name) switch
    {
        ".br" => (name[..^3], "brotli"),
        ".gz" => (name[..^3], "gzip"),
        _ => (name, null),
    };

    // de/App.resources.k2j4h5g6f7.wasm: as it is, or an assembly; with or without the fingerprint.
    static IEnumerable<string> Names(string plain)
    {
        var ending = Path.GetExtension(plain);
        var stem = plain[..^ending.Length];
        var bare = Path.GetExtension(stem) is { Length: FingerprintLength + 1 } last && last.Skip(1).All(char.IsAsciiLetterOrDigit) ? stem[..^last.Length] : null;
        foreach (var name in new[] { stem, bare })
            if (name is not null)
            {
                if (ending == Wrapped)
                    yield return name + ".dll";
                yield return name + ending;
            }
    }
}
