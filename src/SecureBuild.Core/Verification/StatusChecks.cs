using System.Collections.Immutable;
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
        var sound = true;
        foreach (var framework in frameworks)
            foreach (var control in framework.Controls)
                sound &= Check(attestation, $"{framework.Framework}/{control.Control}", control, today);
        if (sound)
            log.Pass("status", attestation.File);
    }

    bool Check(ReadStatement attestation, string name, ControlResult control, DateOnly? today)
    {
        var personOnly = control.Status is ControlStatus.Stated or ControlStatus.NotApplicable;
        if ((personOnly && control.StatedBy is null) || control.StatedBy?.Status is ControlStatus.MetByEvidence)
            log.Unsatisfied("status", attestation.File, "SB9535", name);
        else if (control.Conflict && string.IsNullOrWhiteSpace(attestation.Predicate.Text("conflictReason")))
            log.Unsatisfied("conflict", attestation.File, "SB9536", name);
        else if (personOnly && control.StatedBy!.Expires < today)
            log.Unsatisfied("expiry", attestation.File, "SB9537", name, control.StatedBy.Name, control.StatedBy.Expires.ToString("yyyy-MM-dd", null));
        else
            return true;
        return false;
    }
}
