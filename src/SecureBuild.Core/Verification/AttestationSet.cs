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
    /// <summary>Ending of every bundle.</summary>
    public const string BundleSuffix = ".sigstore.json";

    /// <summary>Names of the files themselves.</summary>
    public IEnumerable<string> Files => Bundles.Append(Statements).OfType<string>().Select(file => Path.GetFileName(file));

    /// <summary>Everything that is to be verified under a path, ordered by name; null where the path does not exist.</summary>
    public static ImmutableArray<AttestationSet>? Find(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (File.Exists(full))
            return [OfFile(full)];
        if (!System.IO.Directory.Exists(full))
            return null;
        // Both: what somebody puts into the one folder must not keep the other from being looked at.
        var below = Path.Combine(full, "securebuild");
        return [.. InDirectory(full), .. System.IO.Directory.Exists(below) ? InDirectory(below) : []];
    }

    static AttestationSet OfFile(string file)
    {
        var directory = Path.GetDirectoryName(file)!;
        if (!file.EndsWith(BundleSuffix, StringComparison.Ordinal))
        {
            var stem = StemOf(file);
            return new(directory, stem, file, [.. FilesIn(directory, BundleSuffix).Where(bundle => StemOf(bundle) == stem)]);
        }
        var statements = Path.Combine(directory, StemOf(file) + AttestationFiles.StatementsSuffix);
        return new(directory, StemOf(file), File.Exists(statements) ? statements : null, [file]);
    }

    internal static ImmutableArray<AttestationSet> InDirectory(string directory)
    {
        var bundles = FilesIn(directory, BundleSuffix).ToLookup(StemOf, StringComparer.Ordinal);
        var statements = FilesIn(directory, AttestationFiles.StatementsSuffix).ToDictionary(StemOf, StringComparer.Ordinal);
        return
        [
            .. bundles.Select(group => group.Key).Union(statements.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(stem => new AttestationSet(directory, stem, statements.GetValueOrDefault(stem), [.. bundles[stem]])),
        ];
    }

    static IEnumerable<string> FilesIn(string directory, string suffix) => System.IO.Directory.EnumerateFiles(directory)
        .Where(file => file.EndsWith(suffix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    static string StemOf(string file)
    {
        var name = AttestationFiles.WithoutSecondName(Path.GetFileName(file));
        foreach (var suffix in (string[])[AttestationFiles.StatementsSuffix, AttestationFiles.ProvenanceBundleSuffix, AttestationFiles.AttestationBundleSuffix, BundleSuffix])
            if (name.EndsWith(suffix, StringComparison.Ordinal))
                return name[..^suffix.Length];
        return name;
    }
}
