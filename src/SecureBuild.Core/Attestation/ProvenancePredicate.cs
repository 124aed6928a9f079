using System.Text.Json.Nodes;
using SecureBuild.Evidence;

namespace SecureBuild.Attestation;

/// <summary>The predicate of SLSA Provenance v1, for the build type of msbuild-v1.md.</summary>
static class ProvenancePredicate
{
    public static JsonObject From(ProvenanceInput input) => new()
    {
        ["buildDefinition"] = new JsonObject
        {
            ["buildType"] = Identity.BuildType,
            ["externalParameters"] = ExternalParameters(input),
            ["internalParameters"] = new JsonObject { ["language"] = input.Build.Language },
            ["resolvedDependencies"] = JsonShapes.Array(ResolvedDependencies(input)),
        },
        ["runDetails"] = new JsonObject
        {
            ["builder"] = Builder(input),
            ["metadata"] = Metadata(input),
            ["byproducts"] = JsonShapes.Files(input.Byproducts),
        },
    };

    static JsonObject ExternalParameters(ProvenanceInput input)
    {
        var parameters = new JsonObject
        {
            ["project"] = input.Build.Project,
            ["configuration"] = input.Build.Configuration,
            ["targetFramework"] = input.Build.TargetFramework,
        };
        if (input.Build.RuntimeIdentifier is { } runtime)
            parameters["runtimeIdentifier"] = runtime;
        return parameters;
    }

    static IEnumerable<JsonObject> ResolvedDependencies(ProvenanceInput input)
    {
        if (GitSource.Descriptor(input.Git) is { } source)
            yield return source;
        yield return new() { ["name"] = ".NET SDK", ["uri"] = $"pkg:generic/dotnet-sdk@{Uri.EscapeDataString(input.SdkVersion)}" };
        foreach (var dependency in input.Dependencies.OrderBy(dependency => dependency.Purl, StringComparer.Ordinal))
            yield return Package(dependency);
    }

    static JsonObject Package(ResolvedDependency dependency)
    {
        var descriptor = new JsonObject { ["name"] = dependency.Name, ["uri"] = dependency.Purl };
        if (dependency.Sha512 is { } sha512)
            descriptor["digest"] = new JsonObject { ["sha512"] = sha512 };
        return descriptor;
    }

    // One builder per trust situation (SLSA v1, builder.id): who could have changed the result differs, so the id does.
    static JsonObject Builder(ProvenanceInput input)
    {
        var builder = new JsonObject
        {
            ["id"] = input.Ci?.Platform is null ? BuilderIds.LocalMachine : BuilderIds.CiClaimedByEnvironment,
            ["version"] = new JsonObject
            {
                [Identity.ToolName] = Identity.ToolVersion,
                ["MSBuild"] = input.MSBuildVersion,
                [".NET SDK"] = input.SdkVersion,
            },
            ["securebuild_claim"] = "SLSA Build L1 at most, self-generated: written by the build itself, not by an independent build platform.",
        };
        if (input.Ci is { Platform: not null } ci)
            builder["securebuild_claimed_by_environment"] = Claim(ci);
        return builder;
    }

    static JsonObject Claim(CiClaim ci) => new()
    {
        ["platform"] = ci.Platform,
        ["runnerKind"] = ci.RunnerKind,
        ["runId"] = ci.RunId,
        ["commit"] = ci.Commit,
    };

    static JsonObject Metadata(ProvenanceInput input)
    {
        var metadata = new JsonObject { ["invocationId"] = input.InvocationId };
        if (input.StartedOn is { } start)
            metadata["startedOn"] = Clock.Format(start);
        metadata["finishedOn"] = input.Clock.Text;
        return metadata;
    }
}
