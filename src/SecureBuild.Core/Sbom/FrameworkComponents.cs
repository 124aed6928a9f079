using System.Collections.Immutable;
using System.Globalization;
using SecureBuild.Evidence;

namespace SecureBuild.Sbom;

/// <summary>
/// Shared frameworks: delivered with an exact version where the build ships the runtime pack (self-contained), otherwise external with the range of
/// versions that the host accepts. CycloneDX 1.7 allows <c>versionRange</c> only for external components and never beside <c>version</c>.
/// </summary>
static class FrameworkComponents
{
    /// <summary>The framework on which the others rest.</summary>
    public const string Base = "Microsoft.NETCore.App";

    /// <summary>The frameworks of a build, ordinal order.</summary>
    /// <param name="inputs">The build.</param>
    /// <param name="graph">What restore resolved, or null.</param>
    public static ImmutableArray<FrameworkInput> Of(BuildInputs inputs, RestoreGraph? graph)
    {
        var frameworks = new Dictionary<string, FrameworkInput>(StringComparer.Ordinal);
        foreach (var framework in inputs.Frameworks)
            frameworks[framework.Name] = framework;
        foreach (var name in (graph?.FrameworkReferences ?? []).Concat(graph?.Libraries.Values.SelectMany(library => library.FrameworkReferences) ?? []))
            frameworks.TryAdd(name, new(name, null, null, null));
        if (frameworks.Count == 0 && Classic(inputs) is { } classic)
            frameworks.Add(classic.Name, classic);
        return [.. frameworks.Values.OrderBy(framework => framework.Name, StringComparer.Ordinal)];
    }

    /// <summary>One framework as a component.</summary>
    public static Component Component(FrameworkInput framework, string bomRef, BuildInputs inputs)
    {
        var properties = ImmutableArray.CreateBuilder<Property>();
        // The place where the product runs brings it: from whom, and on which terms, is settled there.
        if (framework.RuntimePack is null)
            properties.Add(new(Names.Licence, "unknown:not-delivered"));
        else
            properties.Add(new(Names.RuntimePack, framework.RuntimePack));
        if (framework.RuntimePack is null)
            properties.Add(new(Names.Supplier, "unknown:not-delivered"));
        if (framework.TargetingPackVersion is { } targeting)
            properties.Add(new(Names.TargetingPack, targeting));
        var shipped = framework is { RuntimePack: not null, RuntimeVersion: not null };
        return new("framework", bomRef, framework.Name)
        {
            Version = shipped ? framework.RuntimeVersion : null,
            VersionRange = shipped ? null : Range(framework, inputs),
            IsExternal = framework.RuntimePack is null,
            Scope = "required",
            Purl = shipped ? PackageUrl.NuGet(framework.RuntimePack!, framework.RuntimeVersion!) : PackageUrl.Generic(framework.Name, null),
            Properties = properties.ToImmutable(),
        };
    }

    // .NET Framework and .NET Standard are not framework references; the target framework names them.
    static FrameworkInput? Classic(BuildInputs inputs)
    {
        var moniker = inputs.Property("TargetFrameworkMoniker") ?? TargetNames.LongName(inputs.Property("TargetFramework") ?? "");
        var parts = moniker?.Split(",Version=v");
        return parts is [".NETFramework" or ".NETStandard", var version] ? new(parts[0], null, version, null) : null;
    }

    // Which versions the host takes: https://learn.microsoft.com/dotnet/core/versions/selection (roll forward).
    static string? Range(FrameworkInput framework, BuildInputs inputs)
    {
        if (framework.RuntimePack is not null)
            return null;
        var scheme = framework.Name.StartsWith(".NET", StringComparison.Ordinal) ? "generic" : "nuget";
        if ((framework.RuntimeVersion ?? Lowest(framework, inputs)) is not { } lowest)
            return $"vers:{scheme}/*";
        var isApplication = inputs.Property("OutputType") is "Exe" or "WinExe" or "AppContainerExe";
        var numbers = lowest.Split('-')[0].Split('.').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0).Append(0).ToArray();
        var below = !isApplication || scheme == "generic" ? null : inputs.Property("RollForward")?.ToLowerInvariant() switch
        {
            "major" or "latestmajor" => null,
            "latestpatch" => $"{numbers[0]}.{numbers[1] + 1}.0",
            "disable" => "",
            _ => $"{numbers[0] + 1}.0.0",
        };
        return below switch
        {
            null => $"vers:{scheme}/>={lowest}",
            "" => $"vers:{scheme}/{lowest}",
            _ => $"vers:{scheme}/>={lowest}|<{below}",
        };
    }

    // A library says nothing of a run-time version: the first of its target framework will do.
    static string? Lowest(FrameworkInput framework, BuildInputs inputs)
    {
        if (framework.TargetingPackVersion?.Split('.') is [var major, var minor, ..])
            return $"{major}.{minor}.0";
        var moniker = inputs.Property("TargetFrameworkMoniker") ?? TargetNames.LongName(inputs.Property("TargetFramework")?.Split('-')[0] ?? "");
        return moniker?.Split(",Version=v") is [".NETCoreApp", var version] ? version + ".0" : null;
    }
}
