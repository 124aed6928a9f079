using System.Collections.Immutable;
using SecureBuild.Vulnerabilities;

namespace SecureBuild.Evidence;

/// <summary>
/// Everything that one inner build (one project, configuration, target framework) hands over. Made by the MSBuild task from
/// properties and items; all paths are absolute here and none of them may reach an artifact.
/// </summary>
public sealed record BuildInputs
{
    /// <summary>The project file.</summary>
    public required string ProjectFile { get; init; }

    /// <summary>The folder above the project that holds <c>.git</c>; without one, the project's own folder. Artifacts name files relative to it.</summary>
    public required string RepositoryRoot { get; init; }

    /// <summary><c>$(OutDir)</c>.</summary>
    public required string OutputDirectory { get; init; }

    /// <summary>Where the artifacts go, by default <c>$(OutDir)securebuild/</c>.</summary>
    public required string ArtifactDirectory { get; init; }

    /// <summary>Stem of the artifacts' names, by default the assembly's name.</summary>
    public required string ArtifactName { get; init; }

    /// <summary>The files this build delivers (assembly, symbols, apphost, runtimeconfig …), as they lie in the output directory. The first is the assembly.</summary>
    public required ImmutableArray<OutputFile> Outputs { get; init; }

    /// <summary>The assembly as the compiler wrote it (<c>obj/…</c>): compared with the output to see whether anything rewrote it.</summary>
    public string? CompiledAssembly { get; init; }

    /// <summary><c>$(ProjectAssetsFile)</c>, the result of restore.</summary>
    public string? AssetsFile { get; init; }

    /// <summary>The compiler's own error log; null when none was asked for (analysis log off, not C#).</summary>
    public string? SarifFile { get; init; }

    /// <summary>The record made at the moment the compiler ran (<see cref="CompileRecord"/>); null or missing when none was made.</summary>
    public string? CompileRecordFile { get; init; }

    /// <summary><c>securebuild.json</c>, if there is one.</summary>
    public string? ConfigurationFile { get; init; }

    /// <summary><c>packages.lock.json</c>, if there is one.</summary>
    public string? LockFile { get; init; }

    /// <summary>npm's <c>package-lock.json</c>, if there is one.</summary>
    public string? NpmLockFile { get; init; }

    /// <summary>npm's <c>package.json</c> where no lock file lies beside it; otherwise null.</summary>
    public string? NpmManifestFile { get; init; }

    /// <summary><c>libman.json</c>, if there is one.</summary>
    public string? LibManFile { get; init; }

    /// <summary>COM libraries that the project refers to.</summary>
    public ImmutableArray<ComReferenceInput> ComReferences { get; init; } = [];

    /// <summary>Files this build copies to the output beside its own (<c>@(ReferenceCopyLocalPaths)</c>).</summary>
    public ImmutableArray<CopyLocalFile> CopyLocal { get; init; } = [];

    /// <summary>Shared frameworks referenced (<c>@(FrameworkReference)</c> resolved).</summary>
    public ImmutableArray<FrameworkInput> Frameworks { get; init; } = [];

    /// <summary>Packs of which the host of the program was made; none where it has no host of its own.</summary>
    public ImmutableArray<NamedPackage> HostPacks { get; init; } = [];

    /// <summary>Analyzer assemblies given to the compiler (<c>@(Analyzer)</c>).</summary>
    public ImmutableArray<AnalyzerInput> Analyzers { get; init; } = [];

    /// <summary><c>.editorconfig</c> and <c>.globalconfig</c> files given to the compiler (<c>@(EditorConfigFiles)</c>).</summary>
    public ImmutableArray<string> AnalyzerConfigs { get; init; } = [];

    /// <summary>Referenced projects of the same product.</summary>
    public ImmutableArray<ProjectReferenceInput> ProjectReferences { get; init; } = [];

    /// <summary>MSBuild properties by name (ordinal, ignoring case); unset ones are absent. The list is in SecureBuild.targets.</summary>
    public required ImmutableDictionary<string, string> Properties { get; init; }

    /// <summary>The machine's and the environment's part.</summary>
    public required BuildHost Host { get; init; }

    /// <summary>What git says about the repository; null when it is not a git work tree or git cannot be run.</summary>
    public GitState? Git { get; init; }

    /// <summary>The moment at which the product is described. Outside a build <see cref="OutputDirectory"/>, <see cref="Outputs"/> and <see cref="CopyLocal"/> are about that moment's folder.</summary>
    public Moment Moment { get; init; }

    /// <summary>Whether every file of the output directory is among <see cref="Outputs"/> and <see cref="CopyLocal"/>. A build lists what it knows of and looks for the rest.</summary>
    public bool ListsWholeFolder { get; init; }

    /// <summary>Digests that projects of one build share.</summary>
    public FileDigests Digests { get; init; } = new();

    /// <summary>Digests of what this build itself delivers: read for this run, and once for all that is made of them.</summary>
    public FileDigests OwnDigests { get; } = new();

    /// <summary>What facts need of <see cref="AssetsFile"/>, taken from it by whoever read it first in this run: it is large.</summary>
    internal RestoreResult? Restored { get; set; }

    /// <summary>Advisories that projects of one build share.</summary>
    public AdvisorySources Advisories { get; init; } = new();

    /// <summary>A property's value, or null where it is unset or empty.</summary>
    public string? Property(string name) => Properties.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>A property as a boolean: true, false, or null where it is unset or neither.</summary>
    public bool? Flag(string name) => Property(name) is { } text
        ? text.Equals("true", StringComparison.OrdinalIgnoreCase) ? true : text.Equals("false", StringComparison.OrdinalIgnoreCase) ? false : null
        : null;
}

/// <summary>A moment in the life of a product at which it is described.</summary>
public enum Moment
{
    /// <summary><c>dotnet build</c>: what one target framework resolved and wrote.</summary>
    Build,
    /// <summary><c>dotnet publish</c>: what lies in the folder that is deployed.</summary>
    Publish,
}

/// <summary>A delivered file.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Kind">What it is.</param>
public sealed record OutputFile(string Path, OutputKind Kind)
{
    /// <summary>File name, the subject's name in a statement.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Path relative to the output directory, with <c>/</c>; null where <see cref="Path"/> says it.</summary>
    public string? Destination { get; init; }

    /// <summary>Absolute path of what it was copied from, where that lies outside the project's folder: perhaps in a package.</summary>
    public string? CopiedFrom { get; init; }

    /// <summary>The file that holds it; null where it lies in the folder by itself.</summary>
    public Embedding? Inside { get; init; }

    /// <summary>What was done to it after the compiler: <c>trimmed</c>, <c>ready-to-run</c> or both with a comma; null for nothing.</summary>
    public string? Transformed { get; init; }
}

/// <summary>Where a file went that does not lie in the folder by itself.</summary>
/// <param name="Container">Name of the file that holds it.</param>
/// <param name="IsCompiled">Machine code was made of it (Native AOT); otherwise it is in there as it is (single file).</param>
public sealed record Embedding(string Container, bool IsCompiled);

/// <summary>What a delivered file is.</summary>
public enum OutputKind
{
    /// <summary>The managed assembly.</summary>
    Assembly,
    /// <summary>Debug symbols (portable PDB).</summary>
    Symbols,
    /// <summary>The native host executable.</summary>
    AppHost,
    /// <summary><c>*.runtimeconfig.json</c>, <c>*.deps.json</c>.</summary>
    RuntimeConfiguration,
    /// <summary>XML documentation.</summary>
    Documentation,
    /// <summary>A satellite assembly.</summary>
    Satellite,
    /// <summary>A program with the files bundled into it.</summary>
    SingleFile,
    /// <summary>A program or library that was compiled to machine code as a whole.</summary>
    NativeImage,
    /// <summary>A native library.</summary>
    Native,
    /// <summary>A settings file, a page, a picture: anything that is no program.</summary>
    Content,
}

/// <summary>A file copied to the output because something referenced brings it.</summary>
/// <param name="Path">Absolute path of the source.</param>
/// <param name="Destination">Path relative to the output directory, with <c>/</c>.</param>
/// <param name="PackageId">NuGet package it comes from, or null.</param>
/// <param name="PackageVersion">That package's version.</param>
/// <param name="ReferenceSourceTarget"><c>ProjectReference</c> where a referenced project built it.</param>
public sealed record CopyLocalFile(string Path, string Destination, string? PackageId, string? PackageVersion, string? ReferenceSourceTarget)
{
    /// <summary>What NuGet calls it: <c>runtime</c>, <c>native</c>, <c>resources</c>; null where nothing is known.</summary>
    public string? AssetType { get; init; }

    /// <summary>Absolute path of the project whose content it is, where that is not this project.</summary>
    public string? ContentOf { get; init; }

    /// <summary>Name of the library (package or project) whose web content it is.</summary>
    public string? WebContentOf { get; init; }

    /// <inheritdoc cref="OutputFile.Inside"/>
    public Embedding? Inside { get; init; }

    /// <inheritdoc cref="OutputFile.Transformed"/>
    public string? Transformed { get; init; }

    /// <summary>It lies there and nothing of this build says why.</summary>
    public bool IsUnexplained { get; init; }
}

/// <summary>A shared framework.</summary>
/// <param name="Name"><c>Microsoft.NETCore.App</c>.</param>
/// <param name="TargetingPackVersion">Version compiled against.</param>
/// <param name="RuntimeVersion">Lowest runtime version asked for (framework-dependent) or the exact one shipped (self-contained); null where unknown.</param>
/// <param name="RuntimePack">Name of the runtime pack where the build ships it (self-contained); otherwise null.</param>
public sealed record FrameworkInput(string Name, string? TargetingPackVersion, string? RuntimeVersion, string? RuntimePack)
{
    /// <summary>Name of the pack compiled against, or null.</summary>
    public string? TargetingPack { get; init; }

    /// <summary>Absolute path of the pack compiled against, or null.</summary>
    public string? TargetingPackFolder { get; init; }
}

/// <summary>A package with its exact version.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Version">Its version.</param>
public sealed record NamedPackage(string Id, string Version);

/// <summary>A COM library that the project refers to.</summary>
/// <param name="Name">Name of its type library.</param>
/// <param name="Guid">Its identifier, or null.</param>
/// <param name="Version"><c>major.minor</c>, or null.</param>
public sealed record ComReferenceInput(string Name, string? Guid, string? Version);

/// <summary>An analyzer assembly.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="PackageId">NuGet package it comes from, or null (SDK, project).</param>
/// <param name="PackageVersion">That package's version.</param>
/// <param name="CompiledFor">Platform whose machine code the file holds beside the IL; null for IL alone or where nothing is known.</param>
public sealed record AnalyzerInput(string Path, string? PackageId, string? PackageVersion, string? CompiledFor);

/// <summary>A referenced project.</summary>
/// <param name="ProjectFile">Absolute path of its project file.</param>
/// <param name="Assembly">Absolute path of what it built, or null.</param>
public sealed record ProjectReferenceInput(string ProjectFile, string? Assembly);

/// <summary>The machine and environment; comes in as an argument because Core reads neither.</summary>
/// <param name="OperatingSystem"><c>linux</c>, <c>windows</c>, <c>osx</c>.</param>
/// <param name="Architecture"><c>x64</c>, <c>arm64</c> ….</param>
/// <param name="Environment">The environment variables that we are allowed to read (the list is in <c>Evidence/environment-variables.txt</c>), by name.</param>
public sealed record BuildHost(string OperatingSystem, string Architecture, ImmutableDictionary<string, string> Environment);

/// <summary>What git said.</summary>
/// <param name="Commit">Full commit id, or null before the first commit.</param>
/// <param name="Dirty">True when the work tree differs from the commit (tracked or untracked files); null where git could not tell.</param>
/// <param name="RemoteUrl">The origin's address as it may be printed (<see cref="RemoteAddress"/>), or null.</param>
/// <param name="Branch">The branch, or null (detached).</param>
public sealed record GitState(string? Commit, bool? Dirty, string? RemoteUrl, string? Branch)
{
    /// <summary>There is an origin, but not on a public forge: its address is not to be printed, and <see cref="RemoteUrl"/> is null.</summary>
    public bool RemoteIsPrivate { get; init; }

    /// <summary>False where the repository's configuration could not tell whether there is an origin.</summary>
    public bool RemoteIsKnown { get; init; } = true;

    /// <summary>The signature that the commit carries: <c>openpgp</c>, <c>ssh</c>, <c>x509</c>, <c>other</c> or <c>none</c>; null where the commit could not be read. Nobody checked it.</summary>
    public string? CommitSignature { get; init; }
}
