using System.Collections.Immutable;

namespace SecureBuild.Tasks;

/// <summary>The artifacts of one stem on the disk.</summary>
sealed class ArtifactFiles(string directory, string stem)
{
    /// <summary>Writes these and deletes whatever else an earlier build left under the same stem, so that the folder is about one build only.</summary>
    public void Replace(ImmutableArray<Artifact> artifacts)
    {
        foreach (var artifact in artifacts)
            AtomicFile.Write(artifact.Path, artifact.Content.Span, durable: false);
        // One look at the folder, and not one for each name.
        if (Directory.Exists(directory))
            foreach (var path in Directory.GetFiles(directory, stem + ".*"))
                if (IsLeft(Path.GetFileName(path.AsSpan())[stem.Length..], artifacts))
                    File.Delete(path);
    }

    // Of another build, or of one that was killed while it wrote.
    bool IsLeft(ReadOnlySpan<char> suffix, ImmutableArray<Artifact> artifacts)
    {
        if (suffix.EndsWith(".tmp", StringComparison.Ordinal))
            return true;
        foreach (var known in Attestor.Suffixes)
            if (suffix.SequenceEqual(known))
            {
                foreach (var artifact in artifacts)
                    if (Path.GetFileName(artifact.Path.AsSpan())[stem.Length..].SequenceEqual(known))
                        return false;
                return true;
            }
        return false;
    }
}
