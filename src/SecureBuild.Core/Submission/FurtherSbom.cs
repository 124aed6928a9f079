using System.Collections.Immutable;
using SecureBuild.Attestation;
using SecureBuild.Sbom;
using SecureBuild.Verification;

namespace SecureBuild.Submission;

/// <summary>What a bill of materials beside that of a build is about. In JSON and in paths lower-case.</summary>
public enum SbomScope
{
    /// <summary>A publish folder.</summary>
    Publish,
    /// <summary>A container image in an archive.</summary>
    Image,
    /// <summary>A NuGet package.</summary>
    Package,
}

/// <summary>
/// A bill of materials of what was made of a build afterwards: a publish folder, an image, a package. No statement lists it; what ties it to the build is that it lists a delivered
/// file of that build by its digest.
/// </summary>
/// <param name="Name">File name.</param>
/// <param name="Scope">What it is about.</param>
/// <param name="Format">Its format.</param>
/// <param name="Components">How many components it lists.</param>
/// <param name="Sha256">Digest of the file.</param>
/// <param name="Path">Where it lies on this machine. Never to be written into a document.</param>
public sealed record FurtherSbom(string Name, SbomScope Scope, SbomFormat Format, int Components, string Sha256, string Path);

/// <summary>Finds such bills of materials.</summary>
/// <param name="ByBuild">Those that are tied to a build, by its key; each once, in the order of their paths.</param>
/// <param name="Untied">Names of those that list no file of any of the builds: of other builds, or of earlier ones.</param>
sealed record FurtherSboms(ImmutableDictionary<string, ImmutableArray<FurtherSbom>> ByBuild, ImmutableArray<string> Untied)
{
    static readonly EnumerationOptions s_options = new() { AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden, IgnoreInaccessible = true };
    static readonly HashSet<string> s_skipped = new(["node_modules", "obj"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Those at and below the paths and the outputs.</summary>
    public static FurtherSboms Of(ImmutableArray<string> paths, ImmutableArray<ProductProject> projects)
    {
        var named = paths.Where(Directory.Exists).Select(static path => System.IO.Path.GetFullPath(SubmissionFiles.IsPackage(path) ? System.IO.Path.Combine(path, "sbom") : path)).ToArray();
        var outputs = projects.Select(static project => project.OutputDirectory).Where(output => !named.Any(root => output.StartsWith(root, StringComparison.Ordinal)));
        var files = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var root in named.Concat(outputs).Distinct(StringComparer.Ordinal).Where(Directory.Exists))
            Add(root, files);
        var owners = projects.SelectMany(static project => project.Summary.Outputs.Select(output => (output.Sha256, Project: project))).ToLookup(static entry => entry.Sha256, static entry => entry.Project, StringComparer.Ordinal);
        var tied = ImmutableDictionary.CreateBuilder<string, ImmutableArray<FurtherSbom>>(StringComparer.Ordinal);
        var untied = ImmutableArray.CreateBuilder<string>();
        var seen = new HashSet<(string, string)>();
        foreach (var file in files)
        {
            if (BoundedFile.Read(file, new()) is not { } bytes || DeliveredSboms.Read(bytes, file, new())?.Bom is not { } bom)
                continue;
            var name = System.IO.Path.GetFileName(file);
            ProductProject[] fitting = [.. Digests(bom).SelectMany(digest => owners[digest]).Distinct()];
            // A publish folder holds files of several projects: it is that of the one whose name it has.
            if (fitting.FirstOrDefault(project => name.StartsWith(project.Summary.Name + ".", StringComparison.Ordinal)) is not { } owner && (owner = fitting.FirstOrDefault()) is null)
                untied.Add(name);
            else if (seen.Add((owner.Key, Digest.Sha256(bytes))))
                tied[owner.Key] = tied.GetValueOrDefault(owner.Key, []).Add(new(name, ScopeOf(name, bom), SbomFormat.OfFile(name)!, bom.Components.Length, Digest.Sha256(bytes), file));
        }
        return new(tied.ToImmutable(), [.. untied.Distinct(StringComparer.Ordinal)]);
    }

    static void Add(string directory, SortedSet<string> files)
    {
        // What lies beside an attestation is a build's own, and what was packed before is in its package.
        if (SubmissionFiles.IsPackage(directory))
            return;
        if (AttestationSet.InDirectory(directory).IsEmpty)
            foreach (var file in Directory.EnumerateFiles(directory, "*.json", s_options))
                // A product's own list is about all builds, and made of theirs.
                if (DeliveredSboms.IsSbom(System.IO.Path.GetFileName(file)) && !System.IO.Path.GetFileName(file).StartsWith("product.", StringComparison.Ordinal))
                    files.Add(file);
        foreach (var below in Directory.EnumerateDirectories(directory, "*", s_options))
            if (System.IO.Path.GetFileName(below) is var name && !name.StartsWith('.') && !s_skipped.Contains(name))
                Add(below, files);
    }

    static SbomScope ScopeOf(string name, Bom bom) =>
        bom.Metadata.Component?.Type == "container" ? SbomScope.Image : name.Contains(".nupkg.", StringComparison.OrdinalIgnoreCase) ? SbomScope.Package : SbomScope.Publish;

    static IEnumerable<string> Digests(Bom bom) => Digests(bom.Metadata.Component is { } root ? bom.Components.Insert(0, root) : bom.Components);

    static IEnumerable<string> Digests(ImmutableArray<Component> components)
    {
        foreach (var component in components)
        {
            foreach (var hash in component.Hashes)
                if (hash.Alg == "SHA-256")
                    yield return hash.Content;
            foreach (var below in Digests(component.Components))
                yield return below;
        }
    }
}
