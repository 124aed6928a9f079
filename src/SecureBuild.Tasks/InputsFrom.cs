using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.Build.Framework;
using SecureBuild.Configuration;
using SecureBuild.Evidence;
using SecureBuild.Vulnerabilities;

namespace SecureBuild.Tasks;

/// <summary>From a task's parameters to <see cref="BuildInputs"/>: absolute paths, typed values, no files read but git's.</summary>
static class InputsFrom
{
    /// <summary>All inputs of one inner build.</summary>
    public static BuildInputs Task(AttestBuild task)
    {
        var folder = Path.GetDirectoryName(task.ProjectFile)!;
        return Project(task) with
        {
            Outputs = [.. task.Outputs
                .Select(item => new OutputFile(Full(item.ItemSpec), Enum.Parse<OutputKind>(item.GetMetadata("Kind"))))
                .Where(output => output.Kind == OutputKind.Assembly || File.Exists(output.Path))],
            CompiledAssembly = Existing(task.CompiledAssembly),
            SarifFile = Optional(task.AnalysisLog),
            CompileRecordFile = Optional(task.CompileRecord),
            LockFile = Optional(task.LockFile),
            Analyzers = [.. task.Analyzers.Select(item => new AnalyzerInput(Full(item.ItemSpec), Metadata(item, "NuGetPackageId"), Metadata(item, "NuGetPackageVersion"), Metadata(item, "CompiledFor")))],
            AnalyzerConfigs = [.. task.AnalyzerConfigs.Select(item => Full(item.ItemSpec))],
        };

        string Full(string path) => Path.GetFullPath(path, folder);
        string? Optional(string? path) => string.IsNullOrEmpty(path) ? null : Full(path);
        string? Existing(string? path) => Optional(path) is { } full && File.Exists(full) ? full : null;
    }

    /// <summary>What every moment of a project has in common.</summary>
    public static BuildInputs Project(ProjectTask task)
    {
        var folder = Path.GetDirectoryName(task.ProjectFile)!;
        var root = GitRepository.RootOf(folder);
        return new()
        {
            ProjectFile = task.ProjectFile,
            RepositoryRoot = root,
            OutputDirectory = Full(task.OutputDirectory),
            ArtifactDirectory = Full(task.ArtifactDirectory),
            ArtifactName = task.ArtifactName,
            Outputs = [],
            // Named even where it is missing: that is a problem to tell, not to pass over.
            AssetsFile = Optional(task.AssetsFile),
            ConfigurationFile = Optional(task.ConfigurationFile) ?? ProjectConfigurationFile.FindAbove(folder, root),
            NpmLockFile = Optional(task.NpmLockFile),
            NpmManifestFile = Optional(task.NpmManifestFile),
            LibManFile = Optional(task.LibManFile),
            ComReferences = [.. task.ComReferences.Select(item => new ComReferenceInput(
                item.ItemSpec, Metadata(item, "Guid"), Metadata(item, "VersionMajor") is { } major ? $"{major}.{Metadata(item, "VersionMinor") ?? "0"}" : null))],
            CopyLocal = [.. task.CopyLocal.Select(CopyLocal)],
            Frameworks = [.. task.Frameworks.Select(Framework)],
            HostPacks = [.. task.HostPacks.Select(HostPack).OfType<NamedPackage>()],
            ProjectReferences = [.. task.ProjectReferences
                .Where(item => Metadata(item, "MSBuildSourceProjectFile") is not null)
                .Select(item => new ProjectReferenceInput(Full(item.GetMetadata("MSBuildSourceProjectFile")), Full(item.ItemSpec)))],
            Properties = Properties(task.ProjectProperties),
            Host = Host(),
            // Asking git costs as much as all the rest of ours.
            Git = OncePerBuild.Value(task.BuildEngine4, "git " + root, () => GitRepository.Read(root)),
            Digests = OncePerBuild.Value(task.BuildEngine4, "digests", () => new FileDigests()),
            Advisories = OncePerBuild.Value(task.BuildEngine4, "advisories", () => new AdvisorySources()),
        };

        string Full(string path) => Path.GetFullPath(path, folder);
        string? Optional(string? path) => string.IsNullOrEmpty(path) ? null : Full(path);

        CopyLocalFile CopyLocal(ITaskItem item) => new(
            Full(item.ItemSpec),
            (item.GetMetadata("DestinationSubPath") is { Length: > 0 } path ? path : item.GetMetadata("DestinationSubDirectory") + Path.GetFileName(item.ItemSpec)).Replace('\\', '/'),
            Metadata(item, "NuGetPackageId"), Metadata(item, "NuGetPackageVersion"), Metadata(item, "ReferenceSourceTarget")) { AssetType = Metadata(item, "AssetType") };

        FrameworkInput Framework(ITaskItem item) => new(
            item.ItemSpec,
            Metadata(item, "TargetingPackVersion"),
            Metadata(item, "RuntimePackVersion") ?? task.RuntimeFrameworks.Where(runtime => runtime.ItemSpec == item.ItemSpec).Select(runtime => Metadata(runtime, "Version")).FirstOrDefault(),
            Metadata(item, "RuntimePackName")) { TargetingPack = Metadata(item, "TargetingPackName"), TargetingPackFolder = Optional(Metadata(item, "TargetingPackPath")) };
    }

    // PACKAGE/VERSION in the SDK's own folder or in NuGet's.
    static NamedPackage? HostPack(ITaskItem item)
    {
        var folder = Metadata(item, "PackageDirectory")?.Replace('\\', '/').TrimEnd('/').Split('/');
        return folder is [.., var id, var version] ? new(Metadata(item, "NuGetPackageId") ?? id, Metadata(item, "NuGetPackageVersion") ?? version) : null;
    }

    internal static string? Metadata(ITaskItem item, string name) => item.GetMetadata(name) is { Length: > 0 } value ? value : null;

    static BuildHost Host() => new(
        OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "osx" : "linux",
        RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant(),
        Environment());

    // By hand: the ways of LINQ would be compiled in every build.
    static ImmutableDictionary<string, string> Environment()
    {
        var variables = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var name in CiPlatform.EnvironmentVariables)
            if (System.Environment.GetEnvironmentVariable(name) is { } value)
                variables[name] = value;
        return variables.ToImmutable();
    }

    static ImmutableDictionary<string, string> Properties(ITaskItem[] items)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in items)
            if (Metadata(item, "Value") is { } value)
                properties[item.ItemSpec] = value;
        return properties.ToImmutable();
    }
}
