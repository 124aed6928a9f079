using SecureBuild.Attestation;
using SecureBuild.Evidence;

namespace SecureBuild;

/// <summary>The NuGet audit's three values, from the facts.</summary>
static class AttestedAudit
{
    /// <summary>Anything but a known fact is "not assessed", with the fact's own reason.</summary>
    public static AuditOutcome From(EvidenceManifest evidence)
    {
        var fact = evidence["nuget.audit"];
        return new(AuditState.NotAssessed, null, null, null, fact?.Gap);
    }
}
