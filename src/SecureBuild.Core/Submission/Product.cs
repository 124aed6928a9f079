using System.Collections.Immutable;
using SecureBuild.Sbom;

namespace SecureBuild.Submission;

/// <summary>
/// One product out of the attestations of many projects and target frameworks: what a submission is made of, and every document in it is rendered from. Read, not
/// verified. Made by <see cref="ProductReader"/>.
/// </summary>
public sealed record Product
{
    /// <summary>The product's name, as the builds declare it or as the one who packs states it.</summary>
    public required Declaration Name { get; init; }

    /// <summary>Its version.</summary>
    public required Declaration Version { get; init; }

    /// <summary>Who supplies it.</summary>
    public required Declaration Supplier { get; init; }

    /// <summary>Where to reach the supplier.</summary>
    public required Declaration Contact { get; init; }

    /// <summary>The latest time that an attestation gives, UTC: the time of everything that is rendered from this, so that rendering twice gives the same bytes.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>One for each attestation, by <see cref="ProductProject.Key"/> in ordinal order; at least one.</summary>
    public required ImmutableArray<ProductProject> Projects { get; init; }

    /// <summary>Attestations that were found and do not count: of test projects, of other configurations.</summary>
    public required ImmutableArray<LeftOutBuild> LeftOut { get; init; }

    /// <summary>The catalogues with the statuses rolled up, in the order in which the projects have them.</summary>
    public required ImmutableArray<ProductFramework> Frameworks { get; init; }

    /// <summary>Facts that are not known, each once, with the projects that do not know it.</summary>
    public required ImmutableArray<ProductGap> Gaps { get; init; }

    /// <summary>What the attestations say that they do not say; each once.</summary>
    public required ImmutableArray<Bilingual> Limits { get; init; }

    /// <summary>What is open, the gravest first.</summary>
    public required ImmutableArray<OpenItem> Open { get; init; }

    /// <summary>The projects' bills of materials as one; null where no project has one that can be read.</summary>
    public required Bom? Sbom { get; init; }

    /// <summary>What two bills of materials say differently of one component. Both is kept in <see cref="Sbom"/>.</summary>
    public required ImmutableArray<string> SbomConflicts { get; init; }

    /// <summary>Who supplies the components, by name in ordinal order; the unknown one, whose name is null, last.</summary>
    public required ImmutableArray<ProductSupplier> Suppliers { get; init; }

    /// <summary>Names of bills of materials of publish folders, images and packages that list no file of these builds: of others, or of earlier ones. They are not handed over.</summary>
    public ImmutableArray<string> UntiedSboms { get; init; } = [];

    /// <summary>Every attestation is in signed envelopes. That says nothing of whose signature it is, or whether it is right.</summary>
    public bool IsSigned => Projects.All(static project => project.Summary.Signature.IsSigned);

    /// <summary>The name to print: that declared, all declared ones where they contradict each other, the only project's or nothing better.</summary>
    public string Title => Name.Text ?? string.Join(" / ", Projects.Select(static project => project.Summary.Name).Distinct(StringComparer.Ordinal));

    /// <summary>
    /// The same without what is marked internal: the content of those files is gone, their names and digests stay. Documents for others are rendered from this.
    /// </summary>
    public Product ForOthers => WithoutInternal(withAnalysis: false);

    /// <summary>As <see cref="ForOthers"/>.</summary>
    /// <param name="withAnalysis">The supplier hands the analysis log over all the same.</param>
    internal Product WithoutInternal(bool withAnalysis) => this with { Projects = [.. Projects.Select(project => project.WithoutInternal(withAnalysis))] };
}

/// <summary>What builds declare of one thing. Where they contradict each other, all of it: nobody chooses silently.</summary>
/// <param name="Values">Each value once, with those who give it; most given first, then by text. Empty where nobody does.</param>
public sealed record Declaration(ImmutableArray<DeclaredValue> Values)
{
    /// <summary>The value; null where there is none, or more than one.</summary>
    public string? Value => Values is [var only] ? only.Value : null;

    /// <summary>Whether the builds contradict each other.</summary>
    public bool IsConflict => Values.Length > 1;

    /// <summary>All values, separated by a slash; null where there is none.</summary>
    public string? Text => Values.IsEmpty ? null : string.Join(" / ", Values.Select(static value => value.Value));
}

/// <summary>A declared value.</summary>
/// <param name="Value">What is declared.</param>
/// <param name="Projects">Keys of the projects that declare it; empty where the one who packs states it.</param>
public sealed record DeclaredValue(string Value, ImmutableArray<string> Projects);

/// <summary>A build that was found and does not count.</summary>
/// <param name="Project">Project file as attested, or the stem of the artifacts.</param>
/// <param name="Configuration"><c>Debug</c>, or null.</param>
/// <param name="TargetFramework"><c>net10.0</c>, or null.</param>
/// <param name="Why">Why it does not count.</param>
public sealed record LeftOutBuild(string Project, string? Configuration, string? TargetFramework, LeftOutReason Why);

/// <summary>Why a build does not count.</summary>
public enum LeftOutReason
{
    /// <summary>It is a test project, and no part of what is delivered.</summary>
    TestProject,
    /// <summary>It is of a configuration that was not asked for.</summary>
    OtherConfiguration,
    /// <summary>The solution names it, and its build left no attestation: nothing is known of it.</summary>
    NotAttested,
}

/// <summary>A fact that is not known.</summary>
/// <param name="Fact">Its id.</param>
/// <param name="Title">Its title; the id where unknown.</param>
/// <param name="Missing">Who does not know it, and why.</param>
public sealed record ProductGap(string Fact, Bilingual Title, ImmutableArray<MissingFact> Missing);

/// <summary>One project's gap.</summary>
/// <param name="Project">Key of the project.</param>
/// <param name="State"><c>not-assessed</c> or <c>stale</c>.</param>
/// <param name="Gap">Why, as the build wrote it, or null.</param>
public sealed record MissingFact(string Project, string State, string? Gap);

/// <summary>Who supplies components, by what the bills of materials say.</summary>
/// <param name="Name">Name; null where nobody knows.</param>
/// <param name="Url">Its site, or null.</param>
/// <param name="Countries">ISO 3166-1 codes that the bills of materials give; empty where they give none.</param>
/// <param name="Components">What it supplies, by name and version in ordinal order.</param>
public sealed record ProductSupplier(string? Name, string? Url, ImmutableArray<string> Countries, ImmutableArray<SuppliedComponent> Components);

/// <summary>A component and where its supplier's name comes from.</summary>
/// <param name="BomRef">Its name in <see cref="Product.Sbom"/>.</param>
/// <param name="Name">Name.</param>
/// <param name="Version">Version, or null.</param>
/// <param name="Purl">Package URL, or null.</param>
/// <param name="Source"><c>author-signature</c>, <c>nuspec-authors</c>, <c>register</c>, <c>product</c>, <c>unknown:…</c> (Sbom/properties.md); <c>unknown</c> where the bill of materials does not say.</param>
public sealed record SuppliedComponent(string BomRef, string Name, string? Version, string? Purl, string Source);
