using System.Collections.Immutable;

namespace SecureBuild.Submission;

/// <summary>Something that is open: a reader should know it, and somebody may have to act.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Subject">What it is about: a file, a control (<c>nist-ssdf/PO.2.2</c>), a declaration; null where it is the product.</param>
/// <param name="Text">One sentence, in both languages.</param>
/// <param name="Projects">Keys of the projects concerned; empty where it is the product.</param>
public sealed record OpenItem(OpenKind Kind, string? Subject, Bilingual Text, ImmutableArray<string> Projects);

/// <summary>Kinds of what is open, the gravest first. In JSON kebab-case.</summary>
public enum OpenKind
{
    /// <summary>A file is another one than was attested.</summary>
    FileDifferent,
    /// <summary>A person's statement and the evidence contradict each other.</summary>
    ControlConflict,
    /// <summary>Builds declare different products or suppliers.</summary>
    DeclarationConflict,
    /// <summary>A control is not met.</summary>
    ControlNotMet,
    /// <summary>The NuGet audit names packages with a known vulnerability.</summary>
    KnownVulnerabilities,
    /// <summary>Nobody says anything of a finding, or a statement on one has expired.</summary>
    VulnerabilityOpen,
    /// <summary>Nobody has signed.</summary>
    Unsigned,
    /// <summary>A catalogue's source is a draft or superseded: it is shown and never signed.</summary>
    CatalogueUnsettled,
    /// <summary>The analysis has findings of level error.</summary>
    AnalysisErrors,
    /// <summary>The analysis did not run, or its log is not at hand.</summary>
    AnalysisMissing,
    /// <summary>The solution names a project of which there is no attestation.</summary>
    ProjectNotAttested,
    /// <summary>There is no bill of materials that can be read, or it says that it is not complete.</summary>
    SbomIncomplete,
    /// <summary>The NuGet audit had no data.</summary>
    AuditNotAssessed,
    /// <summary>A file that was attested is missing.</summary>
    FileMissing,
    /// <summary>Nobody declares a product or a supplier.</summary>
    DeclarationMissing,
    /// <summary>A control is met in part.</summary>
    ControlPartly,
    /// <summary>Controls of a catalogue of which nothing is known.</summary>
    ControlsNotAssessed,
    /// <summary>Components without a known licence.</summary>
    LicencesUnknown,
    /// <summary>Components without a known supplier.</summary>
    SuppliersUnknown,
}
