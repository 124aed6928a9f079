using System.Collections.Immutable;
using SecureBuild.Assessment;
using SecureBuild.Evidence;

namespace SecureBuild.Attestation;

/// <summary>What the secure-development attestation is made of (secure-development-v1.md).</summary>
/// <param name="Subjects">The same files as in the provenance. In any order.</param>
/// <param name="Build">Which build.</param>
/// <param name="Product">What the configuration says about product and supplier.</param>
/// <param name="Frameworks">The assessed catalogues, in the order to print.</param>
/// <param name="Evidence">Artifacts the assessment rests on, by digest. In any order.</param>
/// <param name="Audit">How the NuGet audit came out.</param>
/// <param name="Clock">The time of the build.</param>
public sealed record SecureDevelopmentInput(
    ImmutableArray<Subject> Subjects,
    BuildBinding Build,
    ProductClaim Product,
    ImmutableArray<FrameworkResult> Frameworks,
    ImmutableArray<EvidenceFile> Evidence,
    AuditOutcome Audit,
    Clock Clock);

/// <summary>Product and supplier as declared in the configuration; null is written as null, which reads "not stated".</summary>
/// <param name="Name">The product's name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Supplier">The supplier's name.</param>
/// <param name="Contact">Where to reach the supplier.</param>
public sealed record ProductClaim(string? Name, string? Version, string? Supplier, string? Contact)
{
    /// <summary>The supplier's name in Japanese script; null where none other than <see cref="Supplier"/> is declared.</summary>
    public string? SupplierInJapanese { get; init; }
}

/// <summary>How the NuGet audit came out: three values, of which only one is silence with a reason.</summary>
/// <param name="State">Which of the three.</param>
/// <param name="Source">The vulnerability data asked, without credentials; null when not assessed.</param>
/// <param name="Date">The date of that data; null where the source does not say.</param>
/// <param name="Findings">How many packages have a known vulnerability; null when not assessed.</param>
/// <param name="Gap">Why it is not assessed, in one sentence; otherwise null.</param>
public sealed record AuditOutcome(AuditState State, string? Source, DateTimeOffset? Date, int? Findings, string? Gap);

/// <summary>Outcome of the NuGet audit. In JSON kebab-case (<c>none-found</c>).</summary>
public enum AuditState
{
    /// <summary>No source with vulnerability data was asked. Never to be read as "none".</summary>
    NotAssessed,
    /// <summary>The named source knew of none.</summary>
    NoneFound,
    /// <summary>At least one package has a known vulnerability.</summary>
    Findings,
}
