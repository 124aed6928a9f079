using System.Collections.Immutable;
using System.Globalization;
using SecureBuild.Assessment;

namespace SecureBuild.Verification;

/// <summary>The rules of the status model that hold whatever the evidence: who may say what, for how long, and what a conflict costs.</summary>
sealed class StatusChecks(CheckLog log)
{
    /// <param name="attestation">The attestation.</param>
    /// <param name="frameworks">Its assessed catalogues.</param>
    /// <param name="today">The day of the verification; null leaves expiry unchecked.</param>
    public void Check(ReadStatement attestation, ImmutableArray<FrameworkResult> frameworks, DateOnly? today)
    {
        var said = frameworks.SelectMany(framework => framework.Controls).Select(control => control.StatedBy?.Status).OfType<ControlStatus>().ToHashSet();
        var sound = true;
        foreach (var framework in frameworks)
            foreach (var control in framework.Controls)
                sound &= Check(attestation, $"{framework.Framework}/{control.Control}", control, said, today);
        if (sound)
            log.Pass("status", attestation.File);
    }

    bool Check(ReadStatement attestation, string name, ControlResult control, HashSet<ControlStatus> said, DateOnly? today)
    {
        // A control that sums up others takes such a status from them, without a statement of its own: then somebody said so of one of those.
        if (control.StatedBy?.Status is ControlStatus.MetByEvidence
            || (control is { StatedBy: null, Status: ControlStatus.Stated or ControlStatus.NotApplicable } && !said.Contains(control.Status)))
            log.Unsatisfied("status", attestation.File, "SB9535", name);
        else if (control.Conflict && string.IsNullOrWhiteSpace(attestation.Predicate.Text("conflictReason")))
            log.Unsatisfied("conflict", attestation.File, "SB9536", name);
        else if (RestsOnStatement(control) && control.StatedBy!.LastDay < today)
            log.Unsatisfied("expiry", attestation.File, "SB9537", name, control.StatedBy.Name, control.StatedBy.LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        else
            return true;
        return false;
    }

    static bool RestsOnStatement(ControlResult control) => control.Status == control.StatedBy?.Status && control.Status != ControlStatus.NotMet;
}
