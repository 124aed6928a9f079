using System.Collections.Immutable;
using SecureBuild.Catalogues;

namespace SecureBuild.Assessment;

/// <summary>The status of a control. In JSON kebab-case (<c>met-by-evidence</c>). Default <see cref="NotAssessed"/>.</summary>
public enum ControlStatus
{
    /// <summary>Nothing is known.</summary>
    NotAssessed,
    /// <summary>Evidence or a person says that it is not met.</summary>
    NotMet,
    /// <summary>Some of it is shown; the rest failed, is missing or needs a person.</summary>
    Partly,
    /// <summary>A named person says so. Set by a person only.</summary>
    Stated,
    /// <summary>Every rule passed on fresh evidence about this output. Set by the build only, and never for a control that only a person can state.</summary>
    MetByEvidence,
    /// <summary>A person says, with a reason, that it does not apply.</summary>
    NotApplicable,
}

/// <summary>One control's status and what it rests on.</summary>
/// <param name="Control">Id in the catalogue (<c>PW.6.2</c>, <c>III.2</c>).</param>
/// <param name="Status">Status.</param>
/// <param name="Conflict">A statement and the evidence contradict each other.</param>
/// <param name="Facts">Ids of the facts that were looked at.</param>
/// <param name="Reasons">Why, one sentence each, in both languages.</param>
/// <param name="StatedBy">The statement behind <see cref="ControlStatus.Stated"/> and the like, or null.</param>
public sealed record ControlResult(
    string Control, ControlStatus Status, bool Conflict, ImmutableArray<string> Facts, ImmutableArray<Bilingual> Reasons, PersonStatement? StatedBy);

/// <summary>All controls of one catalogue.</summary>
/// <param name="Framework">Catalogue id, for instance <c>nist-ssdf</c>.</param>
/// <param name="Version">Catalogue version.</param>
/// <param name="CatalogueSha256">Digest of the catalogue file used.</param>
/// <param name="RulesSha256">Digest of the rule file used.</param>
/// <param name="Controls">In the catalogue's order.</param>
public sealed record FrameworkResult(string Framework, string Version, string CatalogueSha256, string RulesSha256, ImmutableArray<ControlResult> Controls)
{
    /// <summary>The catalogue; null in a result that was read from somebody's attestation.</summary>
    public Catalogue? Catalogue { get; init; }

    /// <summary>Digests of the rule files by which a team is stricter than the catalogue's rules; mostly none.</summary>
    public ImmutableArray<string> StricterSha256 { get; init; } = [];

    /// <summary>State of the source as the attestation gives it; null where it does not say.</summary>
    public string? SourceStatus { get; init; }
}

/// <summary>A person's statement about a control, from <c>securebuild.json</c>.</summary>
/// <param name="Control"><c>framework/control</c>, for instance <c>nist-ssdf/PO.2.2</c>.</param>
/// <param name="Status"><c>stated</c>, <c>partly</c>, <c>not-met</c> or <c>not-applicable</c>.</param>
/// <param name="Name">Who says so.</param>
/// <param name="Role">In which role.</param>
/// <param name="Date">When.</param>
/// <param name="Expires">Until when; 12 months after <paramref name="Date"/> unless given. What counts is <see cref="LastDay"/>.</param>
/// <param name="Reference">A document or record, or null.</param>
/// <param name="Note">Free text (the reason, for <c>not-applicable</c>), or null.</param>
public sealed record PersonStatement(
    string Control, ControlStatus Status, string Name, string Role, DateOnly Date, DateOnly Expires, string? Reference, string? Note)
{
    /// <summary>Digest of the document that <see cref="Reference"/> names, where that is a file beside the configuration; otherwise null.</summary>
    public string? ReferenceSha256 { get; init; }

    /// <summary>The last day on which it counts: that given, but at most twelve months after its date.</summary>
    public DateOnly LastDay => Latest(Date, LongestMonths) is var latest && latest < Expires ? latest : Expires;

    /// <summary>No statement counts for longer than this.</summary>
    public const int LongestMonths = 12;

    /// <summary>A number of months after a day; at the end of the calendar, its end.</summary>
    public static DateOnly Latest(DateOnly date, int months) => date.Year < DateOnly.MaxValue.Year - 1 ? date.AddMonths(months) : DateOnly.MaxValue;
}
