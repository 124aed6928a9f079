using System.Collections.Immutable;
using SecureBuild.Attestation;
using SecureBuild.Sbom;

namespace SecureBuild.Verification;

/// <summary>Files that the bill of materials gives a digest of, beyond the subjects: assemblies of referenced projects, and of packages.</summary>
sealed class MaterialChecks(CheckLog log, DeliveredSboms sboms)
{
    readonly List<string> _missing = [];
    int _matching;

    /// <summary>Every copy found must match. A file of a package may be left out of a delivery (for another platform); one of the product's own projects may not.</summary>
    /// <param name="sbom">The bill of materials, whose own digest matches.</param>
    /// <param name="subjects">What is checked already.</param>
    /// <param name="directories">Where to look.</param>
    /// <param name="elsewhere">No delivered file is handed over here: what is not found is no failure.</param>
    /// <returns>Names of the files listed.</returns>
    public IReadOnlyCollection<string> Check(string sbom, IEnumerable<Subject> subjects, ImmutableArray<string> directories, bool elsewhere = false)
    {
        if (sboms.Read(sbom)?.Bom is not { } bom)
            return [];
        var known = subjects.Select(subject => subject.Name).ToHashSet(StringComparer.Ordinal);
        var names = new List<string>();
        foreach (var (name, sha256, isRequired) in Files(bom).Where(file => !known.Contains(file.Name)))
        {
            names.Add(name);
            if (ArtifactPath.IsSafe(name))
                Check(sbom, name, sha256, isRequired && !elsewhere, directories);
            else
                log.Tampered("material", sbom, "SB9523", name);
        }
        if (_missing.Count > 0)
            log.Skip("material", sbom, "material_missing", _missing.Count, _missing[0]);
        if (_matching > 0)
            log.Pass("material", sbom, _matching);
        return names;
    }

    void Check(string sbom, string name, string sha256, bool isRequired, ImmutableArray<string> directories)
    {
        var copies = directories.Select(directory => (Directory: directory, Path: Path.GetFullPath(Path.Combine(directory, name)))).DistinctBy(copy => copy.Path, StringComparer.Ordinal).Where(copy => File.Exists(copy.Path)).ToArray();
        if (copies.Length == 0 && isRequired)
            log.Unsatisfied("material", sbom, "SB9524", name);
        else if (copies.Length == 0)
            _missing.Add(name);
        foreach (var copy in copies)
        {
            if (LinkCheck.IsInside(copy.Directory, copy.Path, "material", log) && Matches(copy.Path, sha256))
                _matching++;
        }
    }

    bool Matches(string copy, string sha256)
    {
        try
        {
            if (Digest.Sha256OfFile(copy) == sha256)
                return true;
            log.Tampered("material", copy, "SB9555");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            log.Tampered("material", copy, "SB9503");
        }
        return false;
    }

    /// <summary>The files that a bill of materials gives the digest of, by their places beside the output, and whether a delivery is broken without them.</summary>
    public static IEnumerable<(string Name, string Sha256, bool IsRequired)> Files(Bom bom) => Files(bom.Components, inPackage: false);

    static IEnumerable<(string Name, string Sha256, bool IsRequired)> Files(ImmutableArray<Component> components, bool inPackage)
    {
        foreach (var component in components)
        {
            if (component.Type == "file" && component.Hashes.FirstOrDefault(hash => hash.Alg == "SHA-256")?.Content is { } sha256)
                yield return (component.Name, sha256, !inPackage && component.Scope != "optional");
            foreach (var file in Files(component.Components, inPackage || component.Purl?.StartsWith("pkg:nuget/", StringComparison.Ordinal) == true))
                yield return file;
        }
    }
}
