using System.Text.Json.Nodes;
using static SecureBuild.Verification.Policy.PolicyFinding;

namespace SecureBuild.Verification.Policy;

/// <summary>
/// Known vulnerabilities, from the audit in the attested evidence. It passes only where the build asked all of it: every source answered, no severity and no
/// advisory left out, packages of packages too. Everything else is "not checked".
/// </summary>
static class AuditRule
{
    static readonly string[] s_severities = ["none", "low", "moderate", "high", "critical"];

    public static IEnumerable<PolicyFinding> Check(AcceptancePolicy policy, VerifiedDelivery delivery) => policy.WorstSeverity is { } worst ? [Check(worst, delivery.Evidence)] : [];

    static PolicyFinding Check(string worst, JsonObject? evidence)
    {
        if (evidence is null)
            return Unknown(RuleNames.Vulnerabilities, "no_evidence");
        var fact = evidence.Objects("facts")?.FirstOrDefault(fact => fact.Text("id") == "nuget.audit");
        if (fact?.Text("state") == "not-applicable")
            return Passed(RuleNames.Vulnerabilities, "audit_no_packages");
        if (fact?.Text("state") != "known" || fact.Object("value") is not { } audit || audit.Objects("findings") is not { } findings)
            return Unknown(RuleNames.Vulnerabilities, "audit_not_assessed", fact?.Text("state") ?? "not-assessed", fact?.Text("gap") ?? "–");
        // A severity that nobody knows is taken for the worst.
        var above = findings.Where(finding => Rank(finding.Text("severity")) > Rank(worst))
            .Select(finding => $"{finding.Text("package")} {finding.Text("version")} {finding.Text("advisory")}".Trim()).ToArray();
        if (above.Length > 0)
            return Failed(RuleNames.Vulnerabilities, "audit_failed", above.Length, worst, Some(above));
        if (audit["incomplete"] is not JsonValue incomplete || !incomplete.TryGetValue(out bool isIncomplete) || isIncomplete)
            return Unknown(RuleNames.Vulnerabilities, "audit_incomplete");
        if (audit.Text("mode") != "all")
            return Unknown(RuleNames.Vulnerabilities, "audit_direct");
        if (audit["suppressed"] is not JsonValue suppressed || !suppressed.TryGetValue(out int count) || count != 0)
            return Unknown(RuleNames.Vulnerabilities, "audit_suppressed");
        return audit.Text("outcome") is "none-reported" or "findings"
            ? Passed(RuleNames.Vulnerabilities, "audit_passed", worst)
            : Unknown(RuleNames.Vulnerabilities, "audit_not_assessed", audit.Text("outcome") ?? "not-assessed", "–");
    }

    static int Rank(string? severity) => Array.IndexOf(s_severities, severity) is >= 0 and var rank ? rank : s_severities.Length;
}
