using SecureBuild.Evidence;

namespace SecureBuild.Sbom;

/// <summary>What publishing did to an assembly, so that its digest is no longer the package's. The SDK leaves the result in a folder that is named after the step.</summary>
static class Transformations
{
    const string Trimmed = "trimmed";
    const string ReadyToRun = "ready-to-run";

    /// <summary><c>trimmed</c>, <c>ready-to-run</c>, <c>trimmed,ready-to-run</c>, or null.</summary>
    /// <param name="source">Absolute path that the SDK published from.</param>
    /// <param name="build">The build.</param>
    public static string? Of(string source, BuildInputs build)
    {
        if (build.Property("IntermediateOutputPath") is not { } intermediate)
            return null;
        var relative = Path.GetRelativePath(Path.GetFullPath(intermediate, Path.GetDirectoryName(build.ProjectFile)!), source).Replace('\\', '/');
        if (relative.StartsWith("linked/", StringComparison.Ordinal))
            return Trimmed;
        return !relative.StartsWith("R2R/", StringComparison.Ordinal) ? null : build.Flag("PublishTrimmed") == true ? $"{Trimmed},{ReadyToRun}" : ReadyToRun;
    }
}
