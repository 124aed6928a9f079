using System.Collections.Immutable;
using SecureBuild.Catalogues;
using SecureBuild.Evidence;

namespace SecureBuild.Assessment;

/// <summary>What the evidence alone says about one control.</summary>
/// <param name="Status">From rules alone never <see cref="ControlStatus.Stated"/> or <see cref="ControlStatus.NotApplicable"/>; an SSDF task that a control maps to may bring those.</param>
/// <param name="Reasons">Why.</param>
sealed record EvidenceVerdict(ControlStatus Status, ImmutableArray<Bilingual> Reasons)
{
    /// <summary>Applies the rules of a control; without rules, <see cref="ControlStatus.NotAssessed"/>.</summary>
    public static EvidenceVerdict Of(ImmutableArray<StatusRule> rules, EvidenceManifest evidence, Automation automation)
    {
        var judged = rules.Select(rule => new Judged(rule, evidence[rule.Fact])).ToArray();
        bool Any(RuleOutcome outcome, bool decisive = false) => judged.Any(item => item.Outcome == outcome && (!decisive || item.Rule.Decisive));

        // Hiding a decisive fact must not help: unknown, it leaves the control unassessed, however much else is shown.
        var status =
            Any(RuleOutcome.Failed, decisive: true) ? ControlStatus.NotMet
            : Any(RuleOutcome.Unknown, decisive: true) || !Any(RuleOutcome.Passed) ? ControlStatus.NotAssessed
            : Any(RuleOutcome.Failed) || Any(RuleOutcome.Unknown) || automation != Automation.Auto ? ControlStatus.Partly
            : ControlStatus.MetByEvidence;

        var reasons = judged.Select(static item => Sentence(item.Rule, item.Fact, item.Outcome)).Distinct().ToList();
        if (rules.IsEmpty)
            reasons.Add(Reason.Of("no-rules"));
        else if (automation == Automation.Mixed)
            reasons.Add(Reason.Of("rest"));
        return new(status, [.. reasons]);
    }

    static Bilingual Sentence(StatusRule rule, Fact? fact, RuleOutcome outcome)
    {
        var title = CatalogueLibrary.Facts[rule.Fact].Title;
        return outcome switch
        {
            RuleOutcome.Passed => rule.Shows,
            RuleOutcome.Failed => rule.Fails,
            _ when fact is null => Reason.Of("unread", title),
            _ when fact.State == FactState.Stale => Reason.Of("stale", title, Gap(fact)),
            _ when fact.State == FactState.NotApplicable => Reason.Of("no-meaning", title, Gap(fact)),
            _ when fact.Trust == TrustClass.ClaimedByEnvironment && fact.State == FactState.Known => Reason.Of("claimed", title),
            _ => Reason.Of("unknown", title, Gap(fact)),
        };
    }

    sealed record Judged(StatusRule Rule, Fact? Fact)
    {
        public RuleOutcome Outcome { get; } = Rule.Judge(Fact);
    }

    static Bilingual Gap(Fact fact) => GapText.Both(fact.Gap ?? GapText.Of("value-silent"));
}
