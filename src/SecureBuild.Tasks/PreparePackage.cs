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
            var document = Packing.Prepare(Sbom, PackageId, PackageVersion);
            foreach (var further in Packing.Further(document, OutputStem, Formats))
                AtomicFile.Write(further.Path, further.Content.Span);
            AtomicFile.Write(OutputStem + SbomFormat.CycloneDx17.Suffix, document);
        });
        if (!succeeded)
            Report.Run(Log, Strict, OutputStem, () => SbomFormat.All.ToList().ForEach(format => File.Delete(OutputStem + format.Suffix)));
        return !Log.HasLoggedErrors;
    }
}
