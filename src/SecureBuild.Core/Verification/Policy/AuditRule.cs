using System.Globalization;
using System.Text.Json.Nodes;
using SecureBuild.Evidence;
using static SecureBuild.Verification.Policy.PolicyFinding;

namespace SecureBuild.Verification.Policy;

/// <summary>
/// Known vulnerabilities, from the audit in the attested evidence. It passes only where the build asked all of it: every source answered, no severity and no
/// advisory left out, packages of packages too. Everything else is "not checked".
/// </summary>
static class AuditRule
{
    static readonly string[] s_severities = ["none", "low", "moderate", "high", "critical"];

    /// <param name="policy">The policy.</param>
    /// <param name="delivery">The delivery.</param>
    /// <param name="today">The day of the verification.</param>
    public static IEnumerable<PolicyFinding> Check(AcceptancePolicy policy, VerifiedDelivery delivery, DateOnly? today) =>
        policy.WorstSeverity is { } worst ? Check(worst, delivery.Evidence, new(policy.AcceptedStatements, delivery.Evidence, today)) : [];

    static IEnumerable<PolicyFinding> Check(string worst, JsonObject? evidence, AttestedWord word)
    {
        if (evidence is null)
            return [Unknown(RuleNames.Vulnerabilities, "no_evidence")];
        var fact = evidence.Objects("facts")?.FirstOrDefault(fact => fact.Text("id") == "nuget.audit");
        if (fact?.Text("state") == "not-applicable")
            return [Passed(RuleNames.Vulnerabilities, "audit_no_packages")];
        if (fact?.Text("state") != "known" || fact.Object("value") is not { } audit || audit.Objects("findings") is not { } findings)
            return [Unknown(RuleNames.Vulnerabilities, "audit_not_assessed", fact?.Text("state") ?? "not-assessed", fact?.Text("gap") is { } gap ? InWords(gap) : "–")];
        var told = WorseFinding.Tell([.. findings.Where(finding => IsWorse(finding.Text("severity"), worst)).Select(finding => Worse(finding, word))], worst, "audit").ToArray();
        return told.Any(finding => finding.Verdict == PolicyVerdict.Failed) ? told : [.. told, Rest(worst, audit)];
    }

    /// <summary>Whether a severity is worse than another; one that nobody knows is taken for the worst.</summary>
    public static bool IsWorse(string? severity, string worst) => Rank(severity) > Rank(worst);

    /// <summary>Why nothing is known, in the reader's language.</summary>
    public static string InWords(string gap) => GapText.Both(gap).In(CultureInfo.CurrentUICulture.Name);

    static WorseFinding Worse(JsonObject finding, AttestedWord word)
    {
        var (package, version, advisory) = (finding.Text("package"), finding.Text("version"), finding.Text("advisory"));
        return new($"{package} {version} {advisory}".Trim(), advisory is null ? null : word.On(package, version, id => id.Equals(advisory, StringComparison.OrdinalIgnoreCase)));
    }

    static PolicyFinding Rest(string worst, JsonObject audit)
    {
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
