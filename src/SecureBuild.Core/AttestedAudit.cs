using System.Text.Json.Nodes;
using SecureBuild.Attestation;
using SecureBuild.Evidence;

namespace SecureBuild;

/// <summary>The audit's three values, from the facts.</summary>
static class AttestedAudit
{
    /// <summary>Anything but a known outcome is "not assessed", with the fact's own reason. The date is that of offline advisories; a restore's result has none.</summary>
    public static AuditOutcome From(EvidenceManifest evidence)
    {
        var fact = evidence["nuget.audit"];
        return fact is { State: FactState.Known, Value: JsonObject value } ? Known(fact, value) : new(AuditState.NotAssessed, null, null, null, fact?.Gap);
    }

    static AuditOutcome Known(Fact fact, JsonObject value)
    {
        var packages = value["findings"]!.AsArray().Select(finding => ((string?)finding!["package"], (string?)finding["version"])).Distinct().Count();
        DateTimeOffset? date = (string?)value["advisories"]?["newest"] is { } newest ? DateTimeOffset.Parse(newest, System.Globalization.CultureInfo.InvariantCulture) : null;
        return (string?)value["outcome"] switch
        {
            "findings" => new(AuditState.Findings, fact.Source, date, packages, null),
            "none-reported" => new(AuditState.NoneFound, fact.Source, date, 0, null),
            _ => new(AuditState.NotAssessed, null, null, null, fact.Gap),
        };
    }
}
