namespace SecureBuild.Evidence;

/// <summary>Reads the state of the repository by running <c>git</c>.</summary>
public static class GitRepository
{
    /// <summary>The nearest folder above (or the project's own) that holds <c>.git</c>, folder or file; without one, the project's own.</summary>
    public static string RootOf(string projectDirectory)
    {
        for (var folder = new DirectoryInfo(projectDirectory); folder is not null; folder = folder.Parent)
        {
            var git = Path.Combine(folder.FullName, ".git");
            if (Directory.Exists(git) || File.Exists(git))
                return folder.FullName;
        }
        return Path.GetFullPath(projectDirectory);
    }

    /// <summary>What git says; null when the folder is no work tree, or git cannot be run or does not answer in time.</summary>
    public static GitState? Read(string root) => throw new NotSupportedException();
}
