using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace SecureBuild.Tasks;

/// <summary>A task about one project, configuration and target framework: what all of them are told about it.</summary>
public abstract class ProjectTask : Task
{
    /// <summary>The project, an absolute path. All other paths may be relative to its folder.</summary>
    [Required] public string ProjectFile { get; set; } = "";

    /// <summary><c>$(OutDir)</c>.</summary>
    [Required] public string OutputDirectory { get; set; } = "";

    /// <summary>Where the artifacts go.</summary>
    [Required] public string ArtifactDirectory { get; set; } = "";

    /// <summary>First part of their names.</summary>
    [Required] public string ArtifactName { get; set; } = "";

    /// <summary><c>project.assets.json</c>.</summary>
    public string? AssetsFile { get; set; }

    /// <summary><c>securebuild.json</c>.</summary>
    public string? ConfigurationFile { get; set; }

    /// <summary>npm's <c>package-lock.json</c>.</summary>
    public string? NpmLockFile { get; set; }

    /// <summary><c>package.json</c> without a lock file beside it, or nothing.</summary>
    public string? NpmManifestFile { get; set; }

    /// <summary><c>libman.json</c>.</summary>
    public string? LibManFile { get; set; }

    /// <summary><c>@(COMReference)</c>.</summary>
    public ITaskItem[] ComReferences { get; set; } = [];

    /// <summary><c>@(ReferenceCopyLocalPaths)</c>.</summary>
    public ITaskItem[] CopyLocal { get; set; } = [];

    /// <summary><c>@(ResolvedFrameworkReference)</c>.</summary>
    public ITaskItem[] Frameworks { get; set; } = [];

    /// <summary><c>@(RuntimeFramework)</c>.</summary>
    public ITaskItem[] RuntimeFrameworks { get; set; } = [];

    /// <summary><c>@(ResolvedAppHostPack)</c> where a host is made.</summary>
    public ITaskItem[] HostPacks { get; set; } = [];

    /// <summary>Assemblies of referenced projects.</summary>
    public ITaskItem[] ProjectReferences { get; set; } = [];

    /// <summary>Properties as items with metadata <c>Value</c>.</summary>
    public ITaskItem[] ProjectProperties { get; set; } = [];

    /// <summary>Whether missing artifacts are an error.</summary>
    public bool Strict { get; set; }
}
