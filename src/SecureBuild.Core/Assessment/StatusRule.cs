using System.Collections.Immutable;
using SecureBuild.Evidence;

namespace SecureBuild.Assessment;

/// <summary>What a rule made of the evidence.</summary>
enum RuleOutcome
{
    /// <summary>The fact is not known, not fresh, or only claimed by the environment.</summary>
    Unknown,
    /// <summary>The fact has no meaning for this output, and the rule allows that.</summary>
    Skipped,
    /// <summary>All conditions hold.</summary>
    Passed,
    /// <summary>A condition does not hold.</summary>
    Failed,
}

/// <summary>One rule of a rule file as applied to one control.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Fact">Id of the fact it looks at.</param>
/// <param name="When">Conditions on the fact's value; all must hold.</param>
/// <param name="SkipNotApplicable">A fact without meaning here is passed over instead of counting as unknown.</param>
/// <param name="Shows">What is shown when it passes.</param>
/// <param name="Fails">What is wrong when it fails.</param>
/// <param name="Decisive">Failing is evidence against the control; and without this fact nothing is concluded.</param>
sealed record StatusRule(string Name, string Fact, ImmutableArray<Condition> When, bool SkipNotApplicable, Bilingual Shows, Bilingual Fails, bool Decisive)
{
    /// <summary>Judges one fact. Variables of the environment are forgeable and never decide anything.</summary>
    public RuleOutcome Judge(Fact? fact)
    {
        if (fact?.State == FactState.NotApplicable && SkipNotApplicable)
            return RuleOutcome.Skipped;
        if (fact?.State != FactState.Known || fact.Trust == TrustClass.ClaimedByEnvironment)
            return RuleOutcome.Unknown;
        var outcome = RuleOutcome.Passed;
        foreach (var condition in When)
        {
            switch (condition.Holds(fact.Value))
            {
                case false: return RuleOutcome.Failed;
                case null: outcome = RuleOutcome.Unknown; break;
            }
        }
        return outcome;
    }
}
