using System.Collections.Immutable;
using SecureBuild.Attestation;
using SecureBuild.Evidence;
using SecureBuild.Sbom;

namespace SecureBuild;

/// <summary>What the build used, in the provenance's terms.</summary>
static class AttestedDependencies
{
    /// <summary>Everything of the bill of materials that has a package URL.</summary>
    public static ImmutableArray<ResolvedDependency> From(Bom bom) =>
    [
        .. bom.Components
            .Where(component => component.Purl is not null)
            .Select(component => new ResolvedDependency(component.Name, component.Purl!, component.Hashes.FirstOrDefault(hash => hash.Alg == "SHA-512")?.Content))
    ];

    /// <summary>The environment's claim about a CI platform, or null.</summary>
    public static CiClaim? Ci(BuildHost host) => CiPlatform.From(host) is { Platform: not null } claim ? claim : null;
}
