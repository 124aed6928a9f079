using System.Collections.Immutable;
using SecureBuild.Verification;

namespace SecureBuild.Submission;

/// <summary>Every attestation at or below a path: a solution folder has one in each <c>bin/…/securebuild</c>.</summary>
static class AttestationFolders
{
    static readonly EnumerationOptions s_options = new() { AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden, IgnoreInaccessible = false };

    // Of the tools that put many files there, and nobody's builds.
    static readonly HashSet<string> s_skipped = new(["node_modules", "obj"], StringComparer.OrdinalIgnoreCase);

    /// <summary>By path, in ordinal order; null where the path does not exist.</summary>
    public static ImmutableArray<AttestationSet>? Under(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (!Directory.Exists(full))
            return AttestationSet.Find(full);
        // One that is named itself is what is to be read.
        if (SubmissionFiles.IsPackage(full))
            full = Path.Combine(full, SubmissionFiles.Builds);
        if (!Directory.Exists(full))
            return [];
        var sets = ImmutableArray.CreateBuilder<AttestationSet>();
        Add(full, sets);
        return [.. sets.OrderBy(set => set.Directory, StringComparer.Ordinal).ThenBy(set => set.Stem, StringComparer.Ordinal)];
    }

    /// <summary>What somebody means who names one build, a folder with many, or a package: the build, or all below; null where the path does not exist.</summary>
    public static ImmutableArray<AttestationSet>? Named(string path) =>
        !SubmissionFiles.IsPackage(path) && AttestationSet.Find(path) is { IsEmpty: false } found ? found : Under(path);

    static void Add(string directory, ImmutableArray<AttestationSet>.Builder sets)
    {
        // What was packed before is no build of today.
        if (SubmissionFiles.IsPackage(directory))
            return;
        sets.AddRange(AttestationSet.InDirectory(directory));
        foreach (var below in Directory.EnumerateDirectories(directory, "*", s_options))
        {
            var name = Path.GetFileName(below);
            if (!name.StartsWith('.') && !s_skipped.Contains(name))
                Add(below, sets);
        }
    }
}
