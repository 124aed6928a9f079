using System.Collections.Immutable;
using SecureBuild.Containers;
using SecureBuild.Sbom;

namespace SecureBuild;

/// <summary>The bill of materials of a container image that the SDK made: inputs in, artifacts out. The caller writes them.</summary>
public static class Containerization
{
    /// <summary>Describes an image; the documents go beside its archive, if it is in one.</summary>
    /// <param name="inputs">The image.</param>
    /// <param name="clock">The time of the artifacts.</param>
    /// <exception cref="ProblemException">The archive is not that of one image (SB9260), the layer is not here (SB9282, SB9283), there is no bill of materials of the publish folder (SB9262), or it cannot be read.</exception>
    /// <exception cref="IOException">The archive cannot be read.</exception>
    public static AttestorResult Describe(ImageInputs inputs, Clock clock)
    {
        if (!File.Exists(inputs.PublishSbom))
            throw new ProblemException(Messages.Error("SB9262", inputs.Path));
        var image = inputs.Sent is { } sent ? sent.Read(inputs.Repository) : ImageArchive.Read(inputs.Path);
        var (bom, differing) = ImageBom.Of(SbomReader.ReadFile(inputs.PublishSbom).Bom, image, inputs, clock);
        ImmutableArray<Problem> problems = differing.IsEmpty ? [] : [Messages.Warning("SB9261", inputs.Path, 0, 0, differing.Length, differing[0])];
        var formats = SbomFormats.Of(inputs.Formats).Chosen;
        return new(
            [.. formats.Select(format => new Artifact(inputs.Path + format.Suffix, format.Write(bom)))], problems,
            Messages.Text("ContainerSummary", inputs.Sent is null ? Path.GetFileName(inputs.Path) : inputs.Repository, Path.GetFileName(inputs.Path) + formats[0].Suffix, bom.Components.Length, image.Files.Length));
    }
}
