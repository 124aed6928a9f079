using System.Collections.Immutable;
using SecureBuild.Sbom;

namespace SecureBuild;

/// <summary>Bills of materials for <c>dotnet pack</c>: one in the package for each target framework, one beside it for the whole.</summary>
public static class Packing
{
    /// <summary>What is put into the package: the build's document, about the package instead of a program that nobody published.</summary>
    /// <param name="sbom">The build's document, absolute path.</param>
    /// <param name="stem">Where the package's go, absolute path without the ending of a format.</param>
    /// <param name="formats">The property <c>SecureBuildSbomFormats</c>, or null.</param>
    /// <param name="packageId">Name of the package.</param>
    /// <param name="packageVersion">Its version.</param>
    /// <exception cref="ProblemException">There is no document, or it cannot be read as one (SB9250).</exception>
    public static ImmutableArray<Artifact> Prepare(string sbom, string stem, string? formats, string packageId, string packageVersion)
    {
        try
        {
            var built = SbomReader.ReadFile(sbom).Bom;
            if (built.Metadata.Component is { } root)
            {
                var bom = built with { SerialNumber = null, Metadata = built.Metadata with { Timestamp = null, Component = root with { Purl = PackageUrl.NuGet(packageId, packageVersion) } } };
                bom = bom with { SerialNumber = SerialNumber.Of(bom), Metadata = bom.Metadata with { Timestamp = built.Metadata.Timestamp } };
                return [.. SbomFormats.Of(formats).Chosen.Select(format => new Artifact(stem + format.Suffix, format.Write(bom)))];
            }
        }
        catch (ProblemException e)
        {
            throw new ProblemException(Messages.Error("SB9250", sbom), e);
        }
        throw new ProblemException(Messages.Error("SB9250", sbom));
    }

    /// <summary>The documents beside a finished package.</summary>
    /// <param name="package">The <c>.nupkg</c>, absolute path.</param>
    /// <param name="assetsFile">The restore result, absolute path, or null.</param>
    /// <param name="formats">The property <c>SecureBuildSbomFormats</c>, or null.</param>
    /// <param name="clock">The time of the artifacts.</param>
    /// <exception cref="ProblemException">It is no package (SB9251), or a document in it cannot be read.</exception>
    public static AttestorResult Describe(string package, string? assetsFile, string? formats, Clock clock)
    {
        var file = PackageFile.Read(package);
        var bom = PackageBom.Of(file, new(assetsFile), clock);
        ImmutableArray<Problem> problems = file.Boms.IsEmpty ? [Messages.Warning("SB9252", package)] : [];
        ImmutableArray<Artifact> artifacts = [.. SbomFormats.Of(formats).Chosen.Select(format => new Artifact(package + format.Suffix, format.Write(bom)))];
        return new(
            artifacts, problems,
            Messages.Text("PackSummary", Path.GetFileName(package), Path.GetFileName(artifacts[0].Path), bom.Components.Length, file.Entries.Length));
    }
}
