using System.Collections.Immutable;
using SecureBuild.Configuration;
using SecureBuild.Evidence;
using SecureBuild.Notices;
using SecureBuild.Sbom;

namespace SecureBuild;

/// <summary>The bill of materials of a publish folder: inputs in, artifact out. The caller writes it.</summary>
public static class Publication
{
    /// <summary>Describes what lies in the publish folder.</summary>
    /// <param name="build">The build that was published.</param>
    /// <param name="publish">What publishing adds to it.</param>
    /// <param name="clock">The time of the artifact.</param>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static AttestorResult Describe(BuildInputs build, PublishInputs publish, Clock clock)
    {
        // The build has told what is wrong with the configuration.
        var configuration = build.ConfigurationFile is { } file ? build.Digests.Read([file], static files => ProjectConfigurationFile.Read(files[0]))!.Configuration : null;
        var inputs = PublishedFiles.Of(build, publish);
        var sbom = SbomBuilder.Build(inputs, new AttestedProduct(inputs, configuration).Identity, clock);
        ImmutableArray<Artifact> artifacts = [.. SbomFormats.Of(build.Property("SecureBuildSbomFormats")).Chosen
            .Select(format => sbom.Write(format, Path.Combine(build.ArtifactDirectory, build.ArtifactName + format.Suffix)))];
        if (ThirdPartyNotices.Of(sbom, inputs) is { } notices)
            artifacts = artifacts.Add(new(Path.Combine(build.ArtifactDirectory, build.ArtifactName + ThirdPartyNotices.Suffix), notices));
        // What there is to tell of advisories and waivers, the build has told.
        var vulnerabilities = build.Property("SecureBuildVex") is null ? null : AttestedVulnerabilities.Of(inputs, configuration, sbom.Bom, clock);
        artifacts = [.. artifacts, .. AttestedVulnerabilities.Documents(inputs, vulnerabilities, sbom.Bom, clock)];
        return new(artifacts, sbom.Problems, Summary(inputs, artifacts[0].Path, sbom));
    }

    static string Summary(BuildInputs inputs, string path, SbomResult sbom)
    {
        var relative = Path.GetRelativePath(inputs.RepositoryRoot, path);
        return Messages.Text(
            sbom.Coverage.UnexplainedFiles.IsEmpty ? "PublishSummary" : "PublishSummaryUnexplained",
            inputs.Property("TargetFramework") is { } framework ? $"{inputs.ArtifactName} ({framework})" : inputs.ArtifactName,
            (relative.StartsWith("..", StringComparison.Ordinal) ? path : relative).Replace('\\', '/'),
            sbom.Coverage.Components,
            inputs.Outputs.Count(static file => file.Inside is null) + inputs.CopyLocal.Count(static file => file.Inside is null),
            sbom.Coverage.UnexplainedFiles.Length);
    }
}
