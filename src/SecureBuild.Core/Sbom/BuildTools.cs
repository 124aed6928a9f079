using System.Collections.Immutable;
using SecureBuild.Evidence;
using SecureBuild.Suppliers;

namespace SecureBuild.Sbom;

/// <summary>
/// Packages that take part in the build without being in restore's graph, as MSBuild and restore name them: packs compiled against, the host of the program, MSBuild SDKs, and what restore
/// only downloads (the compilers of ReadyToRun and Native AOT, runtime packs, <c>PackageDownload</c>).
/// </summary>
static class BuildTools
{
    /// <summary>Compiled against and not delivered.</summary>
    public const string TargetingPack = "targeting-pack";

    /// <summary>Its program, with the name of the assembly written into it, is the delivered executable.</summary>
    public const string AppHost = "app-host";

    /// <summary>Named by a project file.</summary>
    public const string MSBuildSdk = "msbuild-sdk";

    /// <summary>Restore fetched it for the build and nothing of it is delivered.</summary>
    public const string Download = "download";

    /// <summary>All of a build, in this order, each once.</summary>
    public static IEnumerable<BuildTool> Of(BuildInputs inputs, RestoreGraph? graph)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        // Delivered, and described as a framework.
        foreach (var framework in inputs.Frameworks)
            if (framework is { RuntimePack: { } pack, RuntimeVersion: { } version })
                seen.Add(pack + "/" + version);
        foreach (var library in graph?.Libraries.Values ?? [])
            seen.Add(library.Name + "/" + library.Version);
        foreach (var tool in All(inputs, graph))
            if (seen.Add(tool.Id + "/" + tool.Version))
                yield return tool;
    }

    static IEnumerable<BuildTool> All(BuildInputs inputs, RestoreGraph? graph)
    {
        foreach (var framework in inputs.Frameworks)
            if (framework is { TargetingPack: { } id, TargetingPackVersion: { } version })
                yield return new(id, version, TargetingPack);
        foreach (var pack in inputs.HostPacks)
            yield return new(pack.Id, pack.Version, AppHost);
        foreach (var download in graph?.Downloads ?? [])
            yield return new(download.Id, download.Version, Download);
        foreach (var sdk in MSBuildSdks.Of(inputs))
            // One that comes with the .NET SDK itself is in no package folder.
            if (graph?.PackageFolders.Any(folder => Directory.Exists(Path.Combine(folder, sdk.Id.ToLowerInvariant(), sdk.Version.ToLowerInvariant(), "Sdk"))) == true)
                yield return new(sdk.Id, sdk.Version, MSBuildSdk);
    }

    /// <summary>Such a package as a library, for who reads its folder.</summary>
    public static RestoredLibrary Library(BuildTool tool) =>
        new(tool.Id, tool.Version, false, [], [], HasFiles: false, HasContent: false, null) { Path = $"{tool.Id.ToLowerInvariant()}/{tool.Version.ToLowerInvariant()}" };

    /// <summary>The component: a package whose dependencies nobody asked for.</summary>
    /// <param name="tool">The package.</param>
    /// <param name="contents">What its folder knows.</param>
    /// <param name="bomRef">Its name in the document.</param>
    /// <param name="isDelivered">Something of it is in what is delivered.</param>
    /// <param name="digests">Those of its file.</param>
    public static Component Component(BuildTool tool, PackageContents contents, string bomRef, bool isDelivered, PackageDigests digests)
    {
        var component = PackageComponents.Of(Library(tool), contents, new(bomRef, null, isDelivered, IsNotCopied: false), digests);
        var properties = component.Properties.RemoveAll(static property => property.Name == Names.Dependency).Add(new(Names.BuildTool, tool.Role));
        // The first two are .NET itself.
        return component with { Type = tool.Role is TargetingPack or AppHost ? "framework" : component.Type, Properties = properties.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name)) };
    }
}

/// <summary>A package of <see cref="BuildTools"/>.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Version">Its exact version.</param>
/// <param name="Role">What it does there.</param>
sealed record BuildTool(string Id, string Version, string Role);
