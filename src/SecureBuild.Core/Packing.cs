using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using SecureBuild.Sbom;

namespace SecureBuild;

/// <summary>Bills of materials for <c>dotnet pack</c>: one in the package for each target framework, one beside it for the whole.</summary>
public static class Packing
{
    /// <summary>What is put into the package: the build's document, about the package instead of a program that nobody published.</summary>
    /// <param name="sbom">The build's document, absolute path.</param>
    /// <param name="packageId">Name of the package.</param>
    /// <param name="packageVersion">Its version.</param>
    /// <exception cref="ProblemException">There is no document, or it cannot be read as one (SB9250).</exception>
    public static byte[] Prepare(string sbom, string packageId, string packageVersion)
    {
        try
        {
            if (JsonNode.Parse(File.ReadAllBytes(sbom)) is JsonObject document && document["metadata"] is JsonObject metadata && metadata["component"] is JsonObject root)
            {
                root["purl"] = PackageUrl.NuGet(packageId, packageVersion);
                var time = metadata["timestamp"]?.DeepClone();
                metadata.Remove("timestamp");
                document.Remove("serialNumber");
                document["serialNumber"] = SerialNumber.Of(document);
                if (time is not null)
                    metadata["timestamp"] = time;
                return CanonicalJson.Indented(document);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new ProblemException(Messages.Error("SB9250", sbom), e);
        }
        throw new ProblemException(Messages.Error("SB9250", sbom));
    }

    /// <summary>The same document in the further formats that the project asks for.</summary>
    /// <param name="document">A CycloneDX document of ours.</param>
    /// <param name="path">Absolute path of the one document, without the ending of its format.</param>
    /// <param name="formats">The property <c>SecureBuildSbomFormats</c>.</param>
    public static ImmutableArray<Artifact> Further(ReadOnlyMemory<byte> document, string path, string? formats)
    {
        var further = SbomFormats.Of(formats).Further;
        if (further.IsEmpty)
            return [];
        var bom = SbomReader.Read(document).Bom;
        return [.. further.Select(format => new Artifact(path + format.Suffix, format.Write(bom)))];
    }

    /// <summary>The document beside a finished package.</summary>
    /// <param name="package">The <c>.nupkg</c>, absolute path.</param>
    /// <param name="formats">The property <c>SecureBuildSbomFormats</c>.</param>
    /// <param name="clock">The time of the artifact.</param>
    /// <exception cref="ProblemException">It is no package (SB9251).</exception>
    public static AttestorResult Describe(string package, string? formats, Clock clock)
    {
        var file = PackageFile.Read(package);
        var document = PackageBom.Of(file, clock);
        ImmutableArray<Problem> problems = file.Boms.IsEmpty ? [Messages.Warning("SB9252", package)] : [];
        var path = package + SbomFormat.CycloneDx17.Suffix;
        var bytes = CanonicalJson.Indented(document);
        return new(
            [new(path, bytes), .. Further(bytes, package, formats)], problems,
            Messages.Text("PackSummary", Path.GetFileName(package), Path.GetFileName(path), document["components"]!.AsArray().Count, file.Entries.Length));
    }
}
