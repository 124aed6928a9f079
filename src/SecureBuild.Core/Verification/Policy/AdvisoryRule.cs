using SecureBuild.Evidence;
using SecureBuild.Vulnerabilities;
using static SecureBuild.Verification.Policy.PolicyFinding;

namespace SecureBuild.Verification.Policy;

/// <summary>
/// Known vulnerabilities, by the buyer's own advisories (OSV, offline) against the attested bill of materials: what became known after the build, too. A comparison that
/// could show nothing (old, unread or uncertain data, not all packages listed) is "not checked".
/// </summary>
static class AdvisoryRule
{
    /// <param name="policy">The policy.</param>
    /// <param name="delivery">The delivery.</param>
    /// <param name="request">The verification, with the advisories.</param>
    public static IEnumerable<PolicyFinding> Check(AcceptancePolicy policy, VerifiedDelivery delivery, VerificationRequest request)
    {
        if (policy.WorstSeverity is not { } worst || request.Advisories is not { } advisories)
            return [];
        if (request.Today is not { } today)
            return [Unknown(RuleNames.Vulnerabilities, "no_day")];
        if (delivery.Sboms.IsEmpty)
            return [Unknown(RuleNames.Vulnerabilities, "no_sbom")];
        var word = new AttestedWord(policy.AcceptedStatements, delivery.Evidence, today);
        return delivery.Sboms.SelectMany(sbom => Check(worst, sbom, VulnerabilityReport.Of(sbom.Document.Bom, advisories.Path, advisories.MaxAgeDays, [], null, today), word));
    }

    static IEnumerable<PolicyFinding> Check(string worst, DeliveredSbom sbom, VulnerabilityReport report, AttestedWord word)
    {
        // What is used while building only was audited with the rest; here too nobody left it out.
        var certain = report.Findings.Where(finding => !finding.IsUncertain && AuditRule.IsWorse(Severities.Word(finding.Severity), worst))
            .Select(finding => new WorseFinding($"{finding.Package} {finding.Version} {finding.Id}", word.On(finding.Package, finding.Version, finding.IsCalled)));
        var told = WorseFinding.Tell([.. certain], worst, "advisories").ToArray();
        if (told.Any(finding => finding.Verdict == PolicyVerdict.Failed))
            return told;
        var gap = report.Gap ?? (report.Findings.Any(finding => finding.IsUncertain) ? GapText.Of("advisories-uncertain") : null);
        if (gap is null && !sbom.SaysComplete)
            return [.. told, Unknown(RuleNames.Vulnerabilities, "sbom_incomplete", sbom.Name)];
        // Of a package without a registry's name and version the advisories can say nothing.
        string[] silent = [.. sbom.Delivered.Where(static component => PackageName.FromPurl(component.Purl) is not { } package || (component.Version ?? package.Version) is null).Select(static component => component.Name)];
        if (gap is null && silent.Length > 0)
            return [.. told, Unknown(RuleNames.Vulnerabilities, "advisories_silent", silent.Length, sbom.Name, Some(silent))];
        return [.. told, gap is null
            ? Passed(RuleNames.Vulnerabilities, "advisories_passed", report.Compared, sbom.Name, worst, report.SourceName, report.Data!.Newest is { } newest ? Clock.Format(newest)[..10] : "–")
            : Unknown(RuleNames.Vulnerabilities, "advisories_unknown", AuditRule.InWords(gap))];
    }
}
