using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using SecureBuild.Sbom;

namespace SecureBuild.Tasks;

/// <summary>Writes the bill of materials that one target framework puts into the package.</summary>
[MSBuildMultiThreadableTask]
public sealed class PreparePackage : Task
{
    /// <summary>The build's document, an absolute path.</summary>
    [Required] public string Sbom { get; set; } = "";

    /// <summary>Where the package's goes, an absolute path without the ending of the format.</summary>
    [Required] public string OutputStem { get; set; } = "";

    /// <summary><c>$(SecureBuildSbomFormats)</c>.</summary>
    public string? Formats { get; set; }

    /// <summary><c>$(PackageId)</c>.</summary>
    [Required] public string PackageId { get; set; } = "";

    /// <summary><c>$(PackageVersion)</c>.</summary>
    [Required] public string PackageVersion { get; set; } = "";

    /// <summary>Whether a missing document is an error.</summary>
    public bool Strict { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        var succeeded = Report.Run(Log, Strict, Sbom, () =>
        {
            foreach (var artifact in Packing.Prepare(Sbom, OutputStem, Formats, PackageId, PackageVersion))
                AtomicFile.Write(artifact.Path, artifact.Content.Span, durable: false);
        });
        if (!succeeded)
            Report.Run(Log, Strict, OutputStem, () => SbomFormat.All.ToList().ForEach(format => File.Delete(OutputStem + format.Suffix)));
        return !Log.HasLoggedErrors;
    }
}
