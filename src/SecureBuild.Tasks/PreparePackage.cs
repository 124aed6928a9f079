using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace SecureBuild.Tasks;

/// <summary>Writes the bill of materials that one target framework puts into the package.</summary>
[MSBuildMultiThreadableTask]
public sealed class PreparePackage : Task
{
    /// <summary>The build's document, an absolute path.</summary>
    [Required] public string Sbom { get; set; } = "";

    /// <summary>Where the package's goes, an absolute path.</summary>
    [Required] public string OutputFile { get; set; } = "";

    /// <summary><c>$(PackageId)</c>.</summary>
    [Required] public string PackageId { get; set; } = "";

    /// <summary><c>$(PackageVersion)</c>.</summary>
    [Required] public string PackageVersion { get; set; } = "";

    /// <summary>Whether a missing document is an error.</summary>
    public bool Strict { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        if (!Report.Run(Log, Strict, Sbom, () => AtomicFile.Write(OutputFile, Packing.Prepare(Sbom, PackageId, PackageVersion))))
            Report.Run(Log, Strict, OutputFile, () => File.Delete(OutputFile));
        return !Log.HasLoggedErrors;
    }
}
