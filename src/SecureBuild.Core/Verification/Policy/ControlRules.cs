using SecureBuild.Assessment;
using static SecureBuild.Verification.Policy.PolicyFinding;

namespace SecureBuild.Verification.Policy;

/// <summary>Controls and the least status of each. What counts is the worse of what is claimed and what the evidence gives when it is derived again.</summary>
static class ControlRules
{
    public static IEnumerable<PolicyFinding> Check(AcceptancePolicy policy, VerifiedDelivery delivery) => policy.Controls.SelectMany(rule => Check(rule, delivery));

    static IEnumerable<PolicyFinding> Check(ControlRule rule, VerifiedDelivery delivery)
    {
        var title = rule.Version is null ? rule.Framework : $"{rule.Framework} {rule.Version}";
        // The buyer's own goes before one of the same name by the supplier. Nobody claims anything about it: what is derived is all there is.
        if (delivery.Own.FirstOrDefault(framework => Is(framework, rule)) is { } own)
            return Check(rule, title, own, own);
        if (delivery.Frameworks.FirstOrDefault(framework => Is(framework, rule)) is not { } claimed)
            return [Unknown(RuleNames.Controls, "controls_no_framework", title)];
        if (delivery.Derived?.FirstOrDefault(framework => framework.Framework == claimed.Framework && framework.Version == claimed.Version) is not { } derived)
            return [Unknown(RuleNames.Controls, "controls_not_derived", title)];
        return Check(rule, title, claimed, derived);
    }

    static IEnumerable<PolicyFinding> Check(ControlRule rule, string title, FrameworkResult claimed, FrameworkResult derived)
    {
        var findings = new List<PolicyFinding>();
        var count = 0;
        foreach (var wanted in rule.Controls)
        {
            var controls = claimed.Controls.Where(control => Matches(wanted, control.Control)).ToArray();
            if (controls.Length == 0)
                findings.Add(Unknown(RuleNames.Controls, "controls_unnamed", $"{rule.Framework}/{wanted}"));
            foreach (var control in controls)
            {
                count++;
                if (Check(rule, control, derived.Controls.FirstOrDefault(other => other.Control == control.Control)) is { } finding)
                    findings.Add(finding);
            }
        }
        return findings.Count > 0 ? findings : [Passed(RuleNames.Controls, "controls_passed", count, title, EnumNames.Of(rule.Minimum))];
    }

    static PolicyFinding? Check(ControlRule rule, ControlResult claimed, ControlResult? derived)
    {
        var name = $"{rule.Framework}/{claimed.Control}";
        if (derived is null)
            return Unknown(RuleNames.Controls, "controls_not_derived", name);
        // Beside the scale: both must say so, else the other one counts.
        if (claimed.Status == ControlStatus.NotApplicable && derived.Status == ControlStatus.NotApplicable)
            return rule.AcceptNotApplicable ? null : Failed(RuleNames.Controls, "controls_not_applicable", name);
        var status = StatusOrder.IsWorse(derived.Status, claimed.Status) ? derived.Status : claimed.Status;
        if (status == ControlStatus.NotAssessed)
            return Unknown(RuleNames.Controls, "controls_not_assessed", name);
        return StatusOrder.IsWorse(status, rule.Minimum) ? Failed(RuleNames.Controls, "controls_failed", name, EnumNames.Of(status), EnumNames.Of(rule.Minimum)) : null;
    }

    static bool Is(FrameworkResult framework, ControlRule rule) => framework.Framework == rule.Framework && (rule.Version is null || framework.Version == rule.Version);

    static bool Matches(string wanted, string control) =>
        wanted.EndsWith('*') ? control.StartsWith(wanted[..^1], StringComparison.Ordinal) : control == wanted;
}
