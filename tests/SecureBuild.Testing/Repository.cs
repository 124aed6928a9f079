namespace SecureBuild.Testing;

/// <summary>The working copy the tests were built from.</summary>
public static class Repository
{
    /// <summary>The folder of SecureBuild.sln, absolute.</summary>
    public static string Root { get; } = Find();

    /// <summary>A file or folder of the working copy, absolute.</summary>
    public static string PathOf(string relative) => Path.Combine(Root, relative);

    static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SecureBuild.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("SecureBuild.sln is in none of the parent folders of " + AppContext.BaseDirectory);
    }
}
