using System.Collections.Immutable;
using SecureBuild.Assessment;
using SecureBuild.Attestation;

namespace SecureBuild.Rendering;

/// <summary>What one build left behind, for a reader. Read, not verified. Every rendering (terminal in both languages, JSON) comes from this.</summary>
/// <param name="Name">Stem of the artifacts' names.</param>
/// <param name="Signature">Whether somebody signed; the signature is not checked here.</param>
/// <param name="Outputs">The files the attestation is about.</param>
/// <param name="Files">The files it rests on, as they are on the disk.</param>
/// <param name="Product">Product and supplier as declared.</param>
/// <param name="Build">Which build; null where no attestation could be read.</param>
/// <param name="IssuedOn">When, as the attestation says.</param>
/// <param name="Sbom">The bill of materials in figures; null where there is none to read.</param>
/// <param name="Analysis">The findings; null where there is no analysis log to read.</param>
/// <param name="Audit">The NuGet audit; null where the attestation does not say.</param>
/// <param name="Frameworks">Controls and their statuses.</param>
/// <param name="Gaps">Facts that are not known, with the reason.</param>
/// <param name="KnownFacts">How many facts are known.</param>
/// <param name="Limits">What the attestation says that it does not say.</param>
public sealed record BuildSummary(
    string Name, SignatureState Signature, ImmutableArray<Subject> Outputs, ImmutableArray<FileSummary> Files, ProductClaim Product, BuildSource? Build,
    string? IssuedOn, SbomSummary? Sbom, AnalysisSummary? Analysis, AuditSummary? Audit, ImmutableArray<FrameworkSummary> Frameworks,
    ImmutableArray<GapSummary> Gaps, int KnownFacts, ImmutableArray<Bilingual> Limits)
{
    /// <summary>What persons say of vulnerabilities; null where that was not asked for.</summary>
    public VexSummary? Vex { get; init; }
}

/// <summary>What persons say of vulnerabilities, counted.</summary>
/// <param name="NotAffected">Findings stated as not affecting the product.</param>
/// <param name="Affected">Findings stated as affecting it.</param>
/// <param name="Fixed">Findings stated as fixed.</param>
/// <param name="UnderInvestigation">Findings stated to be looked at.</param>
/// <param name="Unstated">Findings of which nobody says anything.</param>
/// <param name="Expired">Waivers that no longer hold.</param>
public sealed record VexSummary(int NotAffected, int Affected, int Fixed, int UnderInvestigation, int Unstated, int Expired);

/// <summary>Whether somebody signed.</summary>
/// <param name="IsSigned">All statements are in signed envelopes.</param>
/// <param name="KeyIds">The keys that the envelopes name: a hint, not a proof.</param>
public sealed record SignatureState(bool IsSigned, ImmutableArray<string> KeyIds);

/// <summary>Which build.</summary>
/// <param name="Project">Project file, relative to the repository.</param>
/// <param name="Configuration"><c>Release</c>.</param>
/// <param name="TargetFramework"><c>net10.0</c>.</param>
/// <param name="Language"><c>C#</c>.</param>
public sealed record BuildSource(string Project, string Configuration, string TargetFramework, string Language);

/// <summary>A file that the attestation rests on.</summary>
/// <param name="Name">File name.</param>
/// <param name="State">What became of it.</param>
public sealed record FileSummary(string Name, FileState State);

/// <summary>A listed file on the disk.</summary>
public enum FileState
{
    /// <summary>There, with the digest that the attestation gives.</summary>
    AsAttested,
    /// <summary>There, but another one.</summary>
    Different,
    /// <summary>Not there.</summary>
    Missing,
}

/// <summary>A bill of materials in figures.</summary>
/// <param name="File">File name.</param>
/// <param name="Format"><c>CycloneDX 1.7</c>.</param>
/// <param name="Components">Components listed, without the product itself.</param>
/// <param name="Dependencies">Edges listed.</param>
/// <param name="Graph">How complete it says it is: <c>complete</c>, <c>incomplete</c>, <c>unknown</c>.</param>
/// <param name="Licences">Packages, libraries and frameworks by licence, most first; without those of unknown licence.</param>
/// <param name="UnknownLicences">Of those, without a licence.</param>
/// <param name="UnknownSuppliers">Of those, without a supplier.</param>
/// <param name="UnknownHashes">Components that say that their digest is unknown.</param>
public sealed record SbomSummary(
    string File, string Format, int Components, int Dependencies, string Graph, ImmutableArray<CountOf> Licences, int UnknownLicences, int UnknownSuppliers, int UnknownHashes);

/// <summary>How many of something.</summary>
/// <param name="Name">Of what.</param>
/// <param name="Count">How many.</param>
public sealed record CountOf(string Name, int Count);

/// <summary>What the analysis log says.</summary>
/// <param name="File">File name.</param>
/// <param name="OurRules">How many rules of SecureBuild the compiler loaded; 0 means that they did not run.</param>
/// <param name="OtherRules">How many other rules it loaded.</param>
/// <param name="Findings">Findings that stand, by rule and level, the gravest first.</param>
/// <param name="Suppressed">Findings silenced in the source or by configuration, by rule.</param>
public sealed record AnalysisSummary(string File, int OurRules, int OtherRules, ImmutableArray<FindingSummary> Findings, ImmutableArray<CountOf> Suppressed);

/// <summary>Findings of one rule at one level.</summary>
/// <param name="Rule">Rule id.</param>
/// <param name="Level"><c>error</c>, <c>warning</c>, <c>note</c>, <c>none</c>.</param>
/// <param name="Count">How many.</param>
/// <param name="First">Place of the first: <c>src/Portal/Login.cs:12</c>, or null.</param>
public sealed record FindingSummary(string Rule, string Level, int Count, string? First);

/// <summary>The NuGet audit as the attestation has it.</summary>
/// <param name="State"><c>findings</c>, <c>none-found</c>, <c>not-assessed</c>.</param>
/// <param name="Source">The vulnerability data asked, or null.</param>
/// <param name="Date">Its date, or null.</param>
/// <param name="Findings">Packages with a known vulnerability; null where not assessed.</param>
/// <param name="Gap">Why not assessed, or null.</param>
public sealed record AuditSummary(string State, string? Source, string? Date, int? Findings, string? Gap);

/// <summary>The controls of one catalogue.</summary>
/// <param name="Id"><c>nist-ssdf</c>.</param>
/// <param name="Version">Its version.</param>
/// <param name="Title">Its name; the id where this version does not know it.</param>
/// <param name="Controls">Those without parts of their own. Open ones first: conflict, not met, partly, not assessed, stated, met, not applicable; within that, the catalogue's order.</param>
public sealed record FrameworkSummary(string Id, string Version, Bilingual Title, ImmutableArray<ControlSummary> Controls)
{
    /// <summary>State of its source as the attestation gives it: <c>final</c>, <c>draft</c> …; null where it does not say.</summary>
    public string? SourceStatus { get; init; }

    /// <summary>When that was last looked up, or null.</summary>
    public string? SourceChecked { get; init; }

    /// <summary>What a reader has to know about the catalogue, or null.</summary>
    public Bilingual? Note { get; init; }

    /// <summary>A company or a contract wrote it; it came with the delivery.</summary>
    public bool IsForeign { get; init; }
}

/// <summary>A control and its status.</summary>
/// <param name="Id">Id in the catalogue.</param>
/// <param name="Title">Its title; the id where unknown.</param>
/// <param name="Status">Its status.</param>
/// <param name="Conflict">A person's statement and the evidence contradict each other.</param>
/// <param name="StatedBy">Name and role of the person, or null.</param>
/// <param name="Reasons">Why.</param>
public sealed record ControlSummary(string Id, Bilingual Title, ControlStatus Status, bool Conflict, string? StatedBy, ImmutableArray<Bilingual> Reasons)
{
    /// <summary>The id is not the source's, and every rendering says so.</summary>
    public bool HasOwnId { get; init; }

    /// <summary>The entry in the catalogue is from memory and was not held against the source.</summary>
    public bool FromMemory { get; init; }
}

/// <summary>A fact that is not known.</summary>
/// <param name="Fact">Its id.</param>
/// <param name="Title">Its title; the id where unknown.</param>
/// <param name="State"><c>not-assessed</c> or <c>stale</c>.</param>
/// <param name="Gap">Why, as the build wrote it.</param>
public sealed record GapSummary(string Fact, Bilingual Title, string State, string? Gap);
