using System.Collections.Immutable;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using SecureBuild.Sbom;

namespace SecureBuild.Tasks;

/// <summary>Writes the bill of materials beside finished packages.</summary>
[MSBuildMultiThreadableTask]
public sealed class DescribePackage : Task
{
    /// <summary>What pack wrote: packages and their manifests.</summary>
    [Required] public ITaskItem[] PackOutputs { get; set; } = [];

    /// <summary>What relative paths are relative to.</summary>
    [Required] public string ProjectDirectory { get; set; } = "";

    /// <summary><c>project.assets.json</c>: whose a file in the package is that no document lists.</summary>
    public string? AssetsFile { get; set; }

    /// <summary><c>$(SecureBuildSbomFormats)</c>.</summary>
    public string? Formats { get; set; }

    /// <summary>Whether a missing document is an error.</summary>
    public bool Strict { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        foreach (var output in PackOutputs)
        {
            var package = Path.GetFullPath(output.ItemSpec, ProjectDirectory);
            if (!package.EndsWith(".nupkg", StringComparison.OrdinalIgnoreCase) || package.EndsWith(".symbols.nupkg", StringComparison.OrdinalIgnoreCase) || !File.Exists(package))
                continue;
            var succeeded = Report.Run(Log, Strict, package, () =>
            {
                var result = Packing.Describe(package, string.IsNullOrEmpty(AssetsFile) ? null : Path.GetFullPath(AssetsFile, ProjectDirectory), Formats, Clock.From(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH")));
                foreach (var problem in result.Problems)
                    Report.To(Log, problem, Strict);
                Delete(package, result.Artifacts);
                foreach (var artifact in result.Artifacts)
                    AtomicFile.Write(artifact.Path, artifact.Content.Span, durable: false);
                Log.LogMessage(MessageImportance.High, "{0}", result.Summary);
            });
            if (!succeeded)
                Report.Run(Log, Strict, package, () => Delete(package, []));
        }
        return !Log.HasLoggedErrors;
    }

    // What is beside the package and not written now would be about another one.
    static void Delete(string package, ImmutableArray<Artifact> written)
    {
        foreach (var path in SbomFormat.All.Select(format => package + format.Suffix))
            if (!written.Any(artifact => artifact.Path == path))
                File.Delete(path);
    }
}
