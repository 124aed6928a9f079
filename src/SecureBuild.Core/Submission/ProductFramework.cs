using System.Collections.Immutable;
using SecureBuild.Assessment;

namespace SecureBuild.Submission;

/// <summary>One catalogue with the statuses of a product's projects rolled up.</summary>
/// <param name="Id"><c>nist-ssdf</c>.</param>
/// <param name="Version">Its version.</param>
/// <param name="CatalogueSha256">Digest of the catalogue file: two projects that used different ones have two entries.</param>
/// <param name="Title">Its name; the id where this version does not know it.</param>
/// <param name="Controls">In the attestations' order, groups among them.</param>
public sealed record ProductFramework(string Id, string Version, string CatalogueSha256, Bilingual Title, ImmutableArray<ProductControl> Controls)
{
    /// <summary>State of its source as the attestations give it: <c>final</c>, <c>draft</c> …; null where they do not say.</summary>
    public string? SourceStatus { get; init; }

    /// <summary>When that was last looked up, or null.</summary>
    public string? SourceChecked { get; init; }

    /// <summary>What a reader has to know about the catalogue, or null.</summary>
    public Bilingual? Note { get; init; }

    /// <summary>A company or a contract wrote it; it came with the builds.</summary>
    public bool IsForeign { get; init; }

    /// <summary>Whether a statement against it may be signed: its source is neither a draft nor superseded.</summary>
    public bool CanBeSigned { get; init; } = true;

    /// <summary>Those without parts of their own: what is counted.</summary>
    public IEnumerable<ProductControl> Leaves => Controls.Where(static control => !control.IsGroup);

    /// <summary>How many of <see cref="Leaves"/> have a status; a conflict counts as its status.</summary>
    public int Count(ControlStatus status) => Leaves.Count(control => control.Status == status);
}

/// <summary>A control with the worst of its statuses.</summary>
/// <param name="Id">Id in the catalogue.</param>
/// <param name="Parent">Id of the group or control above, or null.</param>
/// <param name="IsGroup">It has parts of its own, and only repeats the worst of them.</param>
/// <param name="Title">Its title; the id where unknown.</param>
/// <param name="Summary">What it asks, in our words; null where unknown.</param>
/// <param name="Status">
/// The worst of the projects' (not met, not assessed, partly, stated, met by evidence); not applicable only where it is that for all. A project that was not held
/// against this catalogue counts as not assessed.
/// </param>
/// <param name="Conflict">In at least one project a person's statement and the evidence contradict each other.</param>
/// <param name="Projects">Each project's own status, by key in ordinal order.</param>
public sealed record ProductControl(
    string Id, string? Parent, bool IsGroup, Bilingual Title, Bilingual? Summary, ControlStatus Status, bool Conflict, ImmutableArray<ProjectStatus> Projects)
{
    /// <summary>The id is not the source's, and every rendering says so.</summary>
    public bool HasOwnId { get; init; }

    /// <summary>The entry in the catalogue is from memory and was not held against the source.</summary>
    public bool FromMemory { get; init; }

    /// <summary>Those whose status is the rolled-up one: where to begin.</summary>
    public IEnumerable<ProjectStatus> Deciding => Projects.Where(project => project.Status == Status);
}

/// <summary>A control's status in one project.</summary>
/// <param name="Project">Key of the project.</param>
/// <param name="Status">Its status.</param>
/// <param name="Conflict">A person's statement and the evidence contradict each other.</param>
/// <param name="WasAssessed">False where the project was not held against the catalogue at all: then nothing is known of it.</param>
/// <param name="Facts">Ids of the facts that were looked at (<see cref="ProductProject.Facts"/>).</param>
/// <param name="Reasons">Why.</param>
/// <param name="StatedBy">The statement by a person, or null.</param>
public sealed record ProjectStatus(
    string Project, ControlStatus Status, bool Conflict, bool WasAssessed, ImmutableArray<string> Facts, ImmutableArray<Bilingual> Reasons, PersonStatement? StatedBy);
