using Microsoft.Build.Framework;
using SecureBuild.Evidence;

namespace SecureBuild.Tasks;

/// <summary>Writes the bill of materials of a publish folder: parameters in, <see cref="Publication"/>, a file out, one line.</summary>
[MSBuildMultiThreadableTask]
public sealed class DescribePublish : ProjectTask
{
    /// <summary><c>$(PublishDir)</c>.</summary>
    [Required] public string PublishDirectory { get; set; } = "";

    /// <summary><c>@(ResolvedFileToPublish)</c>.</summary>
    public ITaskItem[] Published { get; set; } = [];

    /// <summary>What the SDK meant to put into the single file.</summary>
    public ITaskItem[] Bundled { get; set; } = [];

    /// <summary>What the native compiler read.</summary>
    public ITaskItem[] Compiled { get; set; } = [];

    /// <summary>File name of the program, or nothing.</summary>
    public string? Program { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        var succeeded = Report.Run(Log, Strict, ProjectFile, () =>
        {
            var result = Publication.Describe(
                InputsFrom.Project(this),
                new(Path.TrimEndingDirectorySeparator(Full(PublishDirectory)), [.. Published.Select(Item)])
                {
                    Bundled = [.. Bundled.Select(Item)],
                    Compiled = [.. Compiled.Select(CompiledItem)],
                    Program = Program is { Length: > 0 } name ? name : null,
                },
                Clock.From(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH")));
            foreach (var problem in result.Problems)
                Report.To(Log, problem, Strict);
            if (Log.HasLoggedErrors)
                return;
            new ArtifactFiles(ArtifactDirectory, ArtifactName).Replace(result.Artifacts);
            Log.LogMessage(MessageImportance.High, "{0}", result.Summary);
        });
        // What an earlier publish left there is about other files.
        if (!succeeded || Log.HasLoggedErrors)
            Report.Run(Log, Strict, ProjectFile, () => new ArtifactFiles(ArtifactDirectory, ArtifactName).Replace([]));
        return !Log.HasLoggedErrors;
    }

    PublishItem Item(ITaskItem item) => new(
        Full(item.ItemSpec),
        (InputsFrom.Metadata(item, "RelativePath") ?? Path.GetFileName(item.ItemSpec)).Replace('\\', '/'),
        InputsFrom.Metadata(item, "NuGetPackageId"), InputsFrom.Metadata(item, "NuGetPackageVersion"), InputsFrom.Metadata(item, "AssetType"),
        InputsFrom.Metadata(item, "ReferenceSourceTarget") is not null);

    // The native compiler's own reference list forgets which package the runtime's assemblies come from; the folder of a package says it.
    PublishItem CompiledItem(ITaskItem item)
    {
        var file = Item(item);
        var name = InputsFrom.Metadata(item, "DestinationSubPath")?.Replace('\\', '/') ?? Path.GetFileName(file.Source);
        return file.PackageId is null && RuntimePack.Of(file.Source) is { } pack
            ? file with { RelativePath = name, PackageId = pack.Id, PackageVersion = pack.Version }
            : file with { RelativePath = name };
    }

    string Full(string path) => Path.GetFullPath(path, Path.GetDirectoryName(ProjectFile)!);
}
