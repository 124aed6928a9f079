using System.Collections.Immutable;
using SecureBuild.Evidence;

namespace SecureBuild.Attestation;

/// <summary>What the build provenance is made of.</summary>
/// <param name="Subjects">Files the build delivered; at least one. In any order.</param>
/// <param name="Build">Which build.</param>
/// <param name="Git">What git said; null where there is no work tree or git could not be run.</param>
/// <param name="MSBuildVersion">For instance <c>18.9.11</c>.</param>
/// <param name="SdkVersion">For instance <c>10.0.401</c>.</param>
/// <param name="Dependencies">What restore resolved. In any order.</param>
/// <param name="InvocationId">Id of this run of the build, unique per run.</param>
/// <param name="Clock">The time of the build.</param>
/// <param name="Ci">What the environment says about a CI platform; null, or without a platform, on a machine that claims none.</param>
/// <param name="Byproducts">Artifacts beside the outputs: SBOM, SARIF, evidence. In any order.</param>
/// <param name="StartedOn">When the build began, where that is known; otherwise it is left out.</param>
public sealed record ProvenanceInput(
    ImmutableArray<Subject> Subjects,
    BuildBinding Build,
    GitState? Git,
    string MSBuildVersion,
    string SdkVersion,
    ImmutableArray<ResolvedDependency> Dependencies,
    string InvocationId,
    Clock Clock,
    CiClaim? Ci,
    ImmutableArray<EvidenceFile> Byproducts,
    DateTimeOffset? StartedOn = null);

/// <summary>A package or tool that the build used.</summary>
/// <param name="Name">For people: <c>Newtonsoft.Json</c>.</param>
/// <param name="Purl">Package URL: <c>pkg:nuget/Newtonsoft.Json@13.0.3</c>.</param>
/// <param name="Sha512">SHA-512 of the package file, 128 lower-case hexadecimal digits; null where restore left none.</param>
public sealed record ResolvedDependency(string Name, string Purl, string? Sha512);
