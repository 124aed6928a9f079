using System.Collections.Immutable;
using SecureBuild.Configuration;
using SecureBuild.Evidence.Facts;

namespace SecureBuild.Evidence;

/// <summary>Files of the repository that the evidence rests on and that no compiler reads: an incremental build has to look at them, too.</summary>
static class EvidenceInputs
{
    /// <summary>Absolute paths, whether there is a file or not: one that comes later is a change as well.</summary>
    public static ImmutableArray<string> Of(BuildInputs build, ProjectConfiguration? configuration)
    {
        var root = build.RepositoryRoot;
        var project = Path.GetRelativePath(root, Path.GetDirectoryName(build.ProjectFile)!).Replace('\\', '/');
        var paths = ImmutableArray.CreateBuilder<string>();
        foreach (var place in SourceFacts.Places.Concat(SecurityTxt.Places(project == "." ? "" : project + "/")).Concat(DocumentFacts.Places))
            paths.Add(Path.Combine(root, place));
        if (configuration is null)
            return paths.ToImmutable();
        paths.AddRange(configuration.CatalogueFiles);
        foreach (var statement in configuration.Statements)
        {
            // Only a document with a digest is looked at; and a name must fit into a line.
            if (statement is { ReferenceSha256: not null, Reference: { } document } && build.ConfigurationFile is { } file && !document.AsSpan().ContainsAny("\0*?\r\n"))
                paths.Add(Path.GetFullPath(document, Path.GetDirectoryName(file)!));
        }
        return paths.ToImmutable();
    }
}
