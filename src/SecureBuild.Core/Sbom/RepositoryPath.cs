namespace SecureBuild.Sbom;

/// <summary>Names files for artifacts: relative to the repository, with <c>/</c>; a file outside is named without its folder.</summary>
static class RepositoryPath
{
    /// <summary>The name of an absolute path.</summary>
    public static string Of(string path, string repositoryRoot)
    {
        var relative = Path.GetRelativePath(repositoryRoot, path).Replace('\\', '/');
        return relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? relative[(relative.LastIndexOf('/') + 1)..] : relative;
    }
}
