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
        foreach (var suffix in Attestor.Suffixes)
        {
            var path = Path.Combine(directory, stem + suffix);
            if (!artifacts.Any(artifact => artifact.Path == path))
                Delete(path);
        }
        // Left by a build that was killed while it wrote.
        if (Directory.Exists(directory))
            foreach (var orphan in Directory.EnumerateFiles(directory, stem + ".*.tmp"))
                Delete(orphan);
    }

    static void Delete(string path)
    {
        if (File.Exists(path))
            File.Delete(path);
    }
}
