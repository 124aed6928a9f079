using System.Collections.Immutable;
using SecureBuild.Signing;

namespace SecureBuild.Verification;

/// <summary>The files of one attestation on the disk.</summary>
/// <param name="Directory">The artifact folder.</param>
/// <param name="Stem">What their names have in common.</param>
/// <param name="Statements">The <c>.intoto.jsonl</c>, or null where there are bundles only.</param>
/// <param name="Bundles">The Sigstore bundles.</param>
sealed record AttestationSet(string Directory, string Stem, string? Statements, ImmutableArray<string> Bundles)
{
    const string BundleSuffix = ".sigstore.json";

    /// <summary>Everything that is to be verified under a path, ordered by name; null where the path does not exist.</summary>
    public static ImmutableArray<AttestationSet>? Find(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (File.Exists(full))
            return [OfFile(full)];
        if (!System.IO.Directory.Exists(full))
            return null;
        var here = InDirectory(full);
        var below = Path.Combine(full, "securebuild");
        return here.IsEmpty && System.IO.Directory.Exists(below) ? InDirectory(below) : here;
    }

    static AttestationSet OfFile(string file)
    {
        var directory = Path.GetDirectoryName(file)!;
        if (!file.EndsWith(BundleSuffix, StringComparison.Ordinal))
        {
            var stem = StemOf(file);
            return new(directory, stem, file, [.. Files(directory, BundleSuffix).Where(bundle => StemOf(bundle) == stem)]);
        }
        var statements = Path.Combine(directory, StemOf(file) + AttestationFiles.StatementsSuffix);
        return new(directory, StemOf(file), File.Exists(statements) ? statements : null, [file]);
    }

    static ImmutableArray<AttestationSet> InDirectory(string directory)
    {
        var bundles = Files(directory, BundleSuffix).ToLookup(StemOf, StringComparer.Ordinal);
        var statements = Files(directory, AttestationFiles.StatementsSuffix).ToDictionary(StemOf, StringComparer.Ordinal);
        return
        [
            .. bundles.Select(group => group.Key).Union(statements.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(stem => new AttestationSet(directory, stem, statements.GetValueOrDefault(stem), [.. bundles[stem]])),
        ];
    }

    static IEnumerable<string> Files(string directory, string suffix) => System.IO.Directory.EnumerateFiles(directory)
        .Where(file => file.EndsWith(suffix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    static string StemOf(string file)
    {
        var name = Path.GetFileName(file);
        foreach (var suffix in (string[])[AttestationFiles.StatementsSuffix, AttestationFiles.ProvenanceBundleSuffix, AttestationFiles.AttestationBundleSuffix, BundleSuffix])
            if (name.EndsWith(suffix, StringComparison.Ordinal))
                return name[..^suffix.Length];
        return name;
    }
}
