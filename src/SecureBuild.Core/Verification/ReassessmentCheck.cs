using System.Collections.Immutable;
using SecureBuild.Assessment;

namespace SecureBuild.Verification;

/// <summary>Derives the statuses again and refuses any that is better than what the evidence gives.</summary>
sealed class ReassessmentCheck(CheckLog log)
{
    public void Check(ReadStatement attestation, ImmutableArray<FrameworkResult> claimed, ImmutableArray<FrameworkResult> derived)
    {
        var better = false;
        foreach (var framework in claimed)
        {
            var again = derived.FirstOrDefault(other => other.Framework == framework.Framework && other.Version == framework.Version);
            if (again is null)
            {
                log.Unsatisfied("reassessment", attestation.File, "SB9552", $"{framework.Framework} {framework.Version}");
                better = true;
                continue;
            }
            if (again.RulesSha256 != framework.RulesSha256 || again.CatalogueSha256 != framework.CatalogueSha256)
                log.Skip("reassessment", attestation.File, "reassessment_other_rules", framework.Framework);
            // What the supplier wrote is applied as it is. Whether it asks for enough is for the reader to see.
            if (again.Catalogue is { IsForeign: true })
                log.Skip("reassessment", attestation.File, "reassessment_foreign", framework.Framework, framework.CatalogueSha256);
            if (!again.StricterSha256.SequenceEqual(framework.StricterSha256, StringComparer.Ordinal))
                log.Skip("reassessment", attestation.File, "reassessment_other_rules", framework.Framework);
            better |= Better(attestation, framework, again);
        }
        if (!better)
            log.Pass("reassessment", attestation.File);
    }

    bool Better(ReadStatement attestation, FrameworkResult claimed, FrameworkResult derived)
    {
        var again = derived.Controls.ToDictionary(control => control.Control, StringComparer.Ordinal);
        var better = false;
        // Left out, a control would hide what the evidence says of it.
        if (derived.Controls.Select(control => control.Control).Except(claimed.Controls.Select(control => control.Control), StringComparer.Ordinal).ToArray() is [var first, ..] missing)
        {
            better = true;
            log.Unsatisfied("reassessment", attestation.File, "SB9553", claimed.Framework, missing.Length, first);
        }
        foreach (var control in claimed.Controls)
        {
            var status = again.TryGetValue(control.Control, out var other) ? other.Status : ControlStatus.NotAssessed;
            if (!IsBetter(control.Status, status) && (control.Conflict || other is not { Conflict: true }))
                continue;
            better = true;
            log.Unsatisfied("reassessment", attestation.File, "SB9534", $"{claimed.Framework}/{control.Control}", EnumNames.Of(control.Status), EnumNames.Of(status));
        }
        return better;
    }

    // "Not assessed" where the evidence says "not met" is better too: it hides something. "Not applicable" is beside the scale.
    static bool IsBetter(ControlStatus claimed, ControlStatus derived) => claimed == ControlStatus.NotApplicable || derived == ControlStatus.NotApplicable
        ? claimed != derived && claimed != ControlStatus.NotMet
        : Rank(claimed) > Rank(derived);

    static int Rank(ControlStatus status) => status switch
    {
        ControlStatus.NotMet => 0,
        ControlStatus.NotAssessed => 1,
        ControlStatus.Partly => 2,
        ControlStatus.Stated => 3,
        _ => 4,
    };
}
