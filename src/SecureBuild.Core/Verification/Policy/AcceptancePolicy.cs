using System.Collections.Immutable;
using SecureBuild.Assessment;
using SecureBuild.Licences;

namespace SecureBuild.Verification.Policy;

/// <summary>
/// What a buyer asks of a delivery, beyond that it is whole. Read from the buyer's own file by <see cref="AcceptancePolicyFile"/>; described in policy-v1.md.
/// What is null or empty is not asked for.
/// </summary>
/// <param name="Sha256">Digest of the file.</param>
public sealed record AcceptancePolicy(string Sha256)
{
    /// <summary>What its owner calls it.</summary>
    public string? Name { get; init; }

    /// <summary>URI that identifies it, for summaries handed on to others.</summary>
    public string? Id { get; init; }

    /// <summary>A rule that cannot be checked is told, and not held against the delivery. Otherwise it is.</summary>
    public bool WarnIfUnknown { get; init; }

    /// <summary>Keys that must have signed every statement.</summary>
    public ImmutableArray<string> AllSigners { get; init; } = [];

    /// <summary>Keys of which one must have signed every statement.</summary>
    public ImmutableArray<string> AnySigner { get; init; } = [];

    /// <summary>Every statement needs a post-quantum signature.</summary>
    public bool PostQuantum { get; init; }

    /// <summary>Oldest attestation taken, in days.</summary>
    public int? MaxAgeDays { get; init; }

    /// <summary>Days for which every statement by a person must still be valid.</summary>
    public int? StatementsValidForDays { get; init; }

    /// <summary>Controls and the least status of each.</summary>
    public ImmutableArray<ControlRule> Controls { get; init; } = [];

    /// <summary>Licences taken.</summary>
    public LicencePolicy? Licences { get; init; }

    /// <summary>Where suppliers may sit.</summary>
    public SupplierRule? Suppliers { get; init; }

    /// <summary>Packages taken.</summary>
    public PackageRule? Packages { get; init; }

    /// <summary>How much a bill of materials must say.</summary>
    public ImmutableArray<CoverageRule> Sbom { get; init; } = [];

    /// <summary>Worst severity of a known vulnerability that is taken: <c>none</c>, <c>low</c>, <c>moderate</c>, <c>high</c>.</summary>
    public string? WorstSeverity { get; init; }

    /// <summary>What persons may say of a vulnerability that is worse, so that it is taken all the same: <c>not_affected</c>, <c>fixed</c>.</summary>
    public ImmutableArray<string> AcceptedStatements { get; init; } = [];

    /// <summary>What was ordered.</summary>
    public ProductRule? Product { get; init; }

    /// <summary>Names of the rules that it contains.</summary>
    public IEnumerable<string> Rules
    {
        get
        {
            if (Product is not null)
                yield return RuleNames.Product;
            if (!AllSigners.IsEmpty || !AnySigner.IsEmpty)
                yield return RuleNames.Signers;
            if (PostQuantum)
                yield return RuleNames.PostQuantum;
            if (MaxAgeDays is not null)
                yield return RuleNames.Age;
            if (StatementsValidForDays is not null)
                yield return RuleNames.Statements;
            if (!Controls.IsEmpty)
                yield return RuleNames.Controls;
            if (Licences is not null)
                yield return RuleNames.Licences;
            if (Suppliers is not null)
                yield return RuleNames.Suppliers;
            if (Packages is not null)
                yield return RuleNames.Packages;
            if (!Sbom.IsEmpty)
                yield return RuleNames.Sbom;
            if (WorstSeverity is not null)
                yield return RuleNames.Vulnerabilities;
        }
    }
}

/// <summary>Names of rules in results; stable, for machines.</summary>
static class RuleNames
{
    public const string Product = "product", Signers = "signers", PostQuantum = "post-quantum", Age = "age", Statements = "statements", Controls = "controls",
        Licences = "licences", Suppliers = "suppliers", Packages = "packages", Sbom = "sbom", Vulnerabilities = "vulnerabilities";
}

/// <summary>What was ordered; <c>*</c> stands for any characters.</summary>
/// <param name="Name">The product's name, or null for any.</param>
/// <param name="Version">Its version, or null for any.</param>
public sealed record ProductRule(string? Name, string? Version);

/// <summary>Controls of one catalogue and the least status of each.</summary>
/// <param name="Framework">Catalogue id.</param>
/// <param name="Version">Its version, or null for any.</param>
/// <param name="Controls">Ids; one that ends in <c>*</c> stands for all that begin so.</param>
/// <param name="Minimum"><c>partly</c>, <c>stated</c> or <c>met-by-evidence</c>.</param>
/// <param name="AcceptNotApplicable">A person's reasoned "does not apply" is taken, too.</param>
public sealed record ControlRule(string Framework, string? Version, ImmutableArray<string> Controls, ControlStatus Minimum, bool AcceptNotApplicable);

/// <summary>Where suppliers may sit.</summary>
/// <param name="Countries">ISO 3166-1 codes.</param>
/// <param name="Known">Countries of suppliers by name, as the buyer knows them; they go before what the bill of materials says.</param>
public sealed record SupplierRule(ImmutableArray<string> Countries, ImmutableDictionary<string, string> Known);

/// <summary>Packages taken: <c>Name</c>, <c>Name@version</c>; <c>*</c> stands for any characters.</summary>
/// <param name="Allow">Where this list is not empty, a package must be on it.</param>
/// <param name="Deny">Not taken.</param>
public sealed record PackageRule(ImmutableArray<string> Allow, ImmutableArray<string> Deny);

/// <summary>How much a bill of materials must say, by one list of elements.</summary>
/// <param name="List">The list's name (<c>securebuild sbom check --list</c>).</param>
/// <param name="Required">Least mean share of the required elements, in percent; or null.</param>
/// <param name="Elements">Least share of single elements, in percent.</param>
public sealed record CoverageRule(string List, int? Required, ImmutableSortedDictionary<string, int> Elements);
