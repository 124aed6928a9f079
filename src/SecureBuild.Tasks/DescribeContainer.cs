using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using SecureBuild.Containers;
using SecureBuild.Sbom;

namespace SecureBuild.Tasks;

/// <summary>Writes the bill of materials of a container image: beside its archive, or for one that went to a registry or a container engine.</summary>
[MSBuildMultiThreadableTask]
public sealed class DescribeContainer : Task
{
    /// <summary><c>$(GeneratedArchiveOutputPath)</c>: a file, or a folder in which the SDK named it. Nothing where the image is in no archive.</summary>
    public string? Archive { get; set; }

    /// <summary>Where the document of an image goes that is in no archive: a folder, an absolute path.</summary>
    public string? Folder { get; set; }

    /// <summary><c>$(GeneratedContainerManifest)</c>, of an image that is in no archive.</summary>
    public string? Manifest { get; set; }

    /// <summary><c>$(GeneratedContainerConfiguration)</c>, likewise.</summary>
    public string? Configuration { get; set; }

    /// <summary><c>$(ContainerRegistry)</c>, likewise.</summary>
    public string? Registry { get; set; }

    /// <summary>The project, an absolute path: what relative paths are relative to.</summary>
    [Required] public string ProjectFile { get; set; } = "";

    /// <summary>The bill of materials of the publish folder, an absolute path.</summary>
    [Required] public string PublishSbom { get; set; } = "";

    /// <summary><c>$(ContainerRepository)</c>.</summary>
    [Required] public string Repository { get; set; } = "";

    /// <summary><c>@(ContainerImageTags)</c>.</summary>
    public string[] Tags { get; set; } = [];

    /// <summary><c>$(ContainerWorkingDirectory)</c>.</summary>
    public string? WorkingDirectory { get; set; }

    /// <summary><c>$(ContainerBaseImage)</c>.</summary>
    public string? BaseImage { get; set; }

    /// <summary><c>$(GeneratedContainerDigest)</c>.</summary>
    public string? ManifestDigest { get; set; }

    /// <summary><c>$(SecureBuildSbomFormats)</c>.</summary>
    public string? Formats { get; set; }

    /// <summary>Whether a missing document is an error.</summary>
    public bool Strict { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        var path = Archive is { Length: > 0 } archive ? Path.GetFullPath(archive, Path.GetDirectoryName(ProjectFile)!) : Path.Combine(Folder!, Repository.Replace('/', '-'));
        if (Archive is { Length: > 0 } && Directory.Exists(path))
            path = Path.Combine(path, Repository + ".tar.gz");
        var succeeded = Report.Run(Log, Strict, ProjectFile, () =>
        {
            var result = Containerization.Describe(
                new(path, PublishSbom, Repository)
                {
                    Sent = Archive is { Length: > 0 } ? null : new(Manifest ?? "", Configuration ?? "", SentImage.UsualStores, Registry is { Length: > 0 } host ? host : null),
                    Tags = [.. Tags],
                    WorkingDirectory = WorkingDirectory is { Length: > 0 } folder ? folder : "/app/",
                    BaseImage = BaseImage is { Length: > 0 } image ? image : null,
                    ManifestDigest = ManifestDigest is { Length: > 0 } digest ? digest : null,
                    Formats = Formats,
                },
                Clock.From(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH")));
            foreach (var problem in result.Problems)
                Report.To(Log, problem, Strict);
            Remove(path, result.Artifacts.Select(artifact => artifact.Path));
            foreach (var artifact in result.Artifacts)
                AtomicFile.Write(artifact.Path, artifact.Content.Span, durable: false);
            Log.LogMessage(MessageImportance.High, "{0}", result.Summary);
        });
        // What an earlier image left there is about another one.
        if (!succeeded)
            Report.Run(Log, Strict, ProjectFile, () => Remove(path, []));
        return !Log.HasLoggedErrors;
    }

    static void Remove(string path, IEnumerable<string> but)
    {
        foreach (var file in SbomFormat.All.Select(format => path + format.Suffix).Except(but, StringComparer.Ordinal).Where(File.Exists))
            File.Delete(file);
    }
}
