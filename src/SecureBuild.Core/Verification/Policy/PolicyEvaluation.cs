using System.Collections.Immutable;

namespace SecureBuild.Verification.Policy;

/// <summary>Holds verified deliveries against a policy. What was not verified is not judged: its rules are "not checked".</summary>
sealed class PolicyEvaluation(AcceptancePolicy policy, VerificationRequest request, CheckLog log)
{
    readonly ImmutableArray<PolicyRuleResult>.Builder _results = ImmutableArray.CreateBuilder<PolicyRuleResult>();

    public PolicyReport Run()
    {
        // Something was changed: what else the delivery says is worth nothing.
        if (log.Outcome == VerificationOutcome.TamperedOrUnreadable)
            All(null, "rejected");
        else if (log.Deliveries.Count == 0)
            All(null, "absent");
        else
            foreach (var delivery in log.Deliveries)
                Evaluate(delivery);
        return new(policy, _results.ToImmutable());
    }

    void Evaluate(VerifiedDelivery delivery)
    {
        var isDraft = delivery.Attestation.Envelope is null;
        if (isDraft ? !request.AllowUnsigned : !Signatures(delivery.Attestation).Any())
        {
            All(delivery, "untrusted");
            return;
        }
        var incomplete = log.Report.Checks.Any(check => check is { Name: "second-signature", Result: CheckResult.Skipped });
        IEnumerable<PolicyFinding> findings =
        [
            .. ProductRules.Check(policy, delivery),
            .. SignatureRules.Check(policy, delivery.Statements.Select(statement => Signatures(statement).ToArray()), incomplete),
            .. TimeRules.Check(policy, delivery, request.Today),
            .. ControlRules.Check(policy, delivery),
            .. Vulnerabilities(delivery),
            .. SbomRules.Check(policy, delivery),
        ];
        foreach (var finding in findings)
            Add(delivery, finding);
    }

    // The buyer's own advisories are newer and see every package listed: where they could show something, the build's own silence is no gap any more. What it found still counts.
    IEnumerable<PolicyFinding> Vulnerabilities(VerifiedDelivery delivery)
    {
        var own = AdvisoryRule.Check(policy, delivery, request).ToArray();
        var isShown = own.Length > 0 && own.All(finding => finding.Verdict != PolicyVerdict.NotChecked);
        return [.. AuditRule.Check(policy, delivery, request.Today).Where(finding => !isShown || finding.Verdict != PolicyVerdict.NotChecked), .. own];
    }

    IEnumerable<VerifiedSignature> Signatures(ReadStatement statement) =>
        statement.Envelope is { } envelope && Digest.Sha256(envelope.Payload) is var payload ? log.Signatures.Where(signature => signature.Payload == payload) : [];

    void All(VerifiedDelivery? delivery, string why)
    {
        foreach (var rule in policy.Rules)
            Add(delivery, new(rule, PolicyVerdict.NotChecked, why));
    }

    void Add(VerifiedDelivery? delivery, PolicyFinding finding)
    {
        var sentence = Messages.Text("Policy_" + finding.Text, finding.Arguments);
        var code = finding.Verdict switch { PolicyVerdict.Passed => null, PolicyVerdict.Failed => "SB9715", _ => policy.WarnIfUnknown ? "SB9717" : "SB9716" };
        _results.Add(new(finding.Rule, delivery?.Name, finding.Verdict, sentence, code));
        if (code is "SB9717")
            log.Remark(Messages.Warning(code, delivery?.Attestation.File, 0, 0, finding.Rule, sentence));
        else if (code is not null)
            log.Refuse(Messages.Error(code, delivery?.Attestation.File, 0, 0, finding.Rule, sentence));
    }
}

/// <summary>What came of one rule; the sentence is the text <c>Policy_…</c>.</summary>
sealed record PolicyFinding(string Rule, PolicyVerdict Verdict, string Text, params object?[] Arguments)
{
    public static PolicyFinding Passed(string rule, string text, params object?[] arguments) => new(rule, PolicyVerdict.Passed, text, arguments);

    public static PolicyFinding Failed(string rule, string text, params object?[] arguments) => new(rule, PolicyVerdict.Failed, text, arguments);

    public static PolicyFinding Unknown(string rule, string text, params object?[] arguments) => new(rule, PolicyVerdict.NotChecked, text, arguments);

    /// <summary>The first few of a list.</summary>
    public static string Some(IReadOnlyCollection<string> names) => string.Join(", ", names.Take(5)) + (names.Count > 5 ? " …" : "");
}
