using System.Collections.Immutable;

namespace SecureBuild.Sbom;

/// <summary>
/// Sorts the files of a finished package by who brings them, by their digests: a name alone decides nothing. What a document in the package lists (of the build, and in a
/// tool's package of what was published) belongs to the component under which it stands there; a program file that is, byte for byte, one of a restored package, to that one.
/// </summary>
sealed class PackedFiles
{
    const string Empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    static readonly string[] s_programs = [".dll", ".exe", ".so", ".dylib"];

    readonly PackageFile _package;
    readonly HashSet<string> _roots;
    readonly RestoredFiles _restored;
    readonly HashSet<string> _known = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<ListedFile>> _listed = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, List<Component>> _others = new(StringComparer.Ordinal);
    readonly List<Component> _own = [];

    PackedFiles(PackageFile package, HashSet<string> roots, RestoredFiles restored) => (_package, _roots, _restored) = (package, roots, restored);

    /// <summary>Sorts them.</summary>
    /// <param name="package">The package.</param>
    /// <param name="roots">Names of the product in the documents.</param>
    /// <param name="restored">What restore brought.</param>
    public static PackedFiles Of(PackageFile package, HashSet<string> roots, RestoredFiles restored)
    {
        var files = new PackedFiles(package, roots, restored);
        foreach (var bom in package.Published.Concat(package.Boms))
            files.Learn(bom.Document);
        foreach (var entry in package.Entries)
            files.Sort(entry);
        foreach (var bom in package.Published)
            files.AddEmbedded(bom.Document);
        return files;
    }

    /// <summary>Files of the product itself, and those of which nothing says whose they are.</summary>
    public ImmutableArray<Component> Own => [.. _own];

    /// <summary>A component with the files that it brings. One that brings any is delivered, whatever it served in the build.</summary>
    public Component With(Component component) => _others.TryGetValue(component.BomRef!, out var files)
        ? BsiFields.Add(component with { Scope = "required", Components = [.. files], Properties = component.Properties.RemoveAll(property => property.Name == Names.Files) })
        : component with { Components = [] };

    void Learn(Bom bom)
    {
        foreach (var owner in Owners(bom))
        {
            _known.Add(owner.BomRef!);
            foreach (var file in owner.Components)
                Learn(owner.BomRef!, file);
        }
        // A file of nobody lies among the product's.
        if (bom.Metadata.Component?.BomRef is { } root)
            foreach (var file in bom.Components.Where(static component => component.Type == "file"))
                Learn(root, file);
    }

    void Learn(string owner, Component file)
    {
        if (Sha256(file) is not { } digest || digest == Empty || Container(file) is not null)
            return;
        if (!_listed.TryGetValue(digest, out var known))
            _listed.Add(digest, known = []);
        known.Add(new(owner, file));
    }

    void Sort(PackageEntry entry)
    {
        var name = entry.Name[(entry.Name.LastIndexOf('/') + 1)..];
        var isProgram = s_programs.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);
        var file = new Component("file", "file:" + entry.Name, entry.Name) { Hashes = [new("SHA-256", entry.Digest.Sha256), new("SHA-512", entry.Digest.Sha512)] };
        if (Listed(entry, name, isProgram) is { } listed)
            Add(listed.Owner, file with { Scope = listed.File.Scope, Properties = listed.File.Properties.RemoveAll(static property => property.Name.StartsWith("bsi:", StringComparison.Ordinal)) });
        else if (isProgram && _restored.OwnerOf(name, entry.Digest) is { } package && _known.Contains(package))
            Add(package, file);
        else
            // Of a package without documents nothing is known at all, and its root says so.
            _own.Add(isProgram && !_package.Boms.IsEmpty ? file with { Properties = [new(Names.FileOrigin, "unknown:not-of-this-build")] } : file);
    }

    // The place in the folder says most, then the name; the product's own before others'. A program under another name is still the same program, a text of others need not be.
    ListedFile? Listed(PackageEntry entry, string name, bool isProgram)
    {
        if (!_listed.TryGetValue(entry.Digest.Sha256, out var candidates))
            return null;
        ListedFile? best = null;
        var highest = isProgram ? -1 : 1;
        foreach (var candidate in candidates)
        {
            var listed = candidate.File.Name;
            var rank = (entry.Name.EndsWith("/" + listed, StringComparison.Ordinal) ? 4 : 0) + (listed[(listed.LastIndexOf('/') + 1)..] == name ? 2 : 0) + (_roots.Contains(candidate.Owner) ? 1 : 0);
            if (rank > highest)
                (best, highest) = (candidate, rank);
        }
        return best;
    }

    // What is inside a single file or a native program lies in the package with it.
    void AddEmbedded(Bom bom)
    {
        foreach (var owner in Owners(bom))
            foreach (var file in owner.Components)
                if (Container(file) is { } place && bom.Metadata.Component!.Components.FirstOrDefault(own => own.Name == place.Value && Container(own) is null) is { } container
                    && _package.Entries.FirstOrDefault(entry => entry.Digest.Sha256 == Sha256(container)) is { } entry)
                    Add(owner.BomRef!, file with { BomRef = $"file:{entry.Name}!{file.Name}", Properties = file.Properties.Replace(place, place with { Value = entry.Name }) });
    }

    void Add(string owner, Component file)
    {
        if (_roots.Contains(owner))
            _own.Add(file);
        else if (_others.TryGetValue(owner, out var files))
            files.Add(file);
        else
            _others.Add(owner, [file]);
    }

    static IEnumerable<Component> Owners(Bom bom) => bom.Components.Append(bom.Metadata.Component).OfType<Component>().Where(static component => component is { BomRef: not null, Type: not "file" });

    static Property? Container(Component file) => file.Properties.FirstOrDefault(static property => property.Name is Names.FileBundledIn or Names.FileCompiledInto);

    static string? Sha256(Component file) => file.Hashes.FirstOrDefault(static hash => hash.Alg == "SHA-256")?.Content;

    sealed record ListedFile(string Owner, Component File);
}
