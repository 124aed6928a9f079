using SecureBuild.Attestation;
using SecureBuild.Evidence;

namespace SecureBuild;

/// <summary>The NuGet audit's three values, from the facts.</summary>
static class AttestedAudit
{
    /// <summary>Anything but a fact that is known is "not assessed", with the fact's own reason.</summary>
    public static AuditOutcome From(EvidenceManifest evidence)
    {
        if (evidence["nuget.audit"] is not { State: FactState.Known, Value: { } value } fact)
            return new(AuditState.NotAssessed, null, null, null, evidence["nuget.audit"]?.Gap ?? "The audit was not looked at.");
        var packages = value["findings"]!.AsArray().Select(finding => (string?)finding!["package"]).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        // NuGet does not leave behind when the data was made; a date of our own would be a guess.
        return new(packages == 0 ? AuditState.NoneFound : AuditState.Findings, fact.Source, null, packages, null);
    }
}
