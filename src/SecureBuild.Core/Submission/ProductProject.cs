using System.Collections.Immutable;
using SecureBuild.Evidence;
using SecureBuild.Rendering;
using SecureBuild.Sbom;
using SecureBuild.Signing;

namespace SecureBuild.Submission;

/// <summary>One build of one project for one target framework: a part of a <see cref="Product"/>.</summary>
public sealed record ProductProject
{
    /// <summary>Its name in this product: that of its artifacts, with target framework and configuration where that is not enough. Safe as a file name.</summary>
    public required string Key { get; init; }

    /// <summary>All figures: which build, signature state, outputs with SHA-256, bill of materials, analysis, audit, gaps, limits.</summary>
    public required BuildSummary Summary { get; init; }

    /// <summary>SHA-256 of the secure-development statement's bytes: whatever is rendered from it says the same as this.</summary>
    public required string StatementSha256 { get; init; }

    /// <summary>The person who signed, as the statement has it; null where the build did, or nobody.</summary>
    public required Signatory? Signatory { get; init; }

    /// <summary>Why it was signed although a person's statement and the evidence contradict each other, or null.</summary>
    public required string? ConflictReason { get; init; }

    /// <summary>The files of the attestation and what it rests on, by name in ordinal order.</summary>
    public required ImmutableArray<ProductFile> Files { get; init; }

    /// <summary>Every fact of the evidence file, by id in ordinal order, without its value; empty where that file is not at hand.</summary>
    public required ImmutableArray<ProductFact> Facts { get; init; }

    /// <summary>The bill of materials; null where there is none as attested.</summary>
    public required Bom? Sbom { get; init; }

    /// <summary>The build provenance as an in-toto statement in JSON; empty where there is none.</summary>
    public required ReadOnlyMemory<byte> Provenance { get; init; }

    /// <summary>The analysis log (SARIF 2.1.0) as attested; empty where there is none, or where it is not for the reader (<see cref="Product.ForOthers"/>).</summary>
    public required ReadOnlyMemory<byte> AnalysisLog { get; init; }

    /// <summary>The findings of other tools (<see cref="Collecting.OthersLog"/>) as attested; empty as <see cref="AnalysisLog"/>.</summary>
    public ReadOnlyMemory<byte> OtherAnalysisLog { get; init; }

    /// <summary>The evidence file as attested; empty as <see cref="AnalysisLog"/>.</summary>
    public required ReadOnlyMemory<byte> Evidence { get; init; }

    /// <summary>Bills of materials of what was published or packed of it; empty where there are none.</summary>
    public ImmutableArray<FurtherSbom> FurtherSboms { get; init; } = [];

    /// <summary>Where the outputs lie on this machine. Never to be written into a document.</summary>
    public required string OutputDirectory { get; init; }

    internal ProductProject WithoutInternal(bool withAnalysis) => this with
    {
        AnalysisLog = !withAnalysis && IsInternal(ProductFileRole.Analysis) ? default : AnalysisLog,
        OtherAnalysisLog = !withAnalysis && IsInternal(ProductFileRole.Analysis) ? default : OtherAnalysisLog,
        Evidence = IsInternal(ProductFileRole.Evidence) ? default : Evidence,
    };

    bool IsInternal(ProductFileRole role) => Files.Any(file => file.Role == role && file.Class == FileClass.Internal);
}

/// <summary>A file of a project.</summary>
/// <param name="Name">File name.</param>
/// <param name="Role">What it is.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Class">Who may see it.</param>
/// <param name="Sha256">Its digest: the attested one, or, for files that no statement lists, that of the file.</param>
/// <param name="State">What lies on the disk.</param>
/// <param name="Path">Where it lies on this machine. Never to be written into a document.</param>
public sealed record ProductFile(string Name, ProductFileRole Role, string MediaType, FileClass Class, string Sha256, FileState State, string Path);

/// <summary>Who may see a file. In JSON lower-case.</summary>
public enum FileClass
{
    /// <summary>Everybody.</summary>
    Public,
    /// <summary>Whoever gets the product.</summary>
    Customer,
    /// <summary>Nobody outside of the supplier.</summary>
    Internal,
}

/// <summary>What a file in a submission is. In JSON kebab-case.</summary>
public enum ProductFileRole
{
    /// <summary>Statements on a build, bare or in signed envelopes.</summary>
    Attestation,
    /// <summary>One statement with its signature, for other tools.</summary>
    Bundle,
    /// <summary>Bill of materials.</summary>
    Sbom,
    /// <summary>Findings of the analysis (SARIF).</summary>
    Analysis,
    /// <summary>Facts that the build saw.</summary>
    Evidence,
    /// <summary>Catalogues that the supplier wrote.</summary>
    Catalogues,
    /// <summary>Licence texts of others.</summary>
    Notices,
    /// <summary>What persons say of vulnerabilities.</summary>
    Vex,
    /// <summary>The attestation in the format of other tools.</summary>
    Exchange,
    /// <summary>Who supplies what.</summary>
    Suppliers,
    /// <summary>For readers: cover letter, report, forms, how to verify.</summary>
    Document,
    /// <summary>What is delivered.</summary>
    Output,
    /// <summary>Anything else that the attestation rests on.</summary>
    Other,
}

/// <summary>A fact, without its value: that may be for fewer eyes.</summary>
/// <param name="Id"><c>compiler.deterministic</c>.</param>
/// <param name="Title">Its title; the id where this version does not know it.</param>
/// <param name="DoesNotShow">What it does not show; null where this version does not know it.</param>
/// <param name="State">Whether there is a value.</param>
/// <param name="Trust">How far it can be believed.</param>
/// <param name="Source">Where the build read it, or null.</param>
/// <param name="Gap">Why there is no value, or null.</param>
public sealed record ProductFact(string Id, Bilingual Title, Bilingual? DoesNotShow, FactState State, TrustClass Trust, string? Source, string? Gap);
