using System.Collections.Immutable;
using SecureBuild.Assessment;
using SecureBuild.Catalogues;
using SecureBuild.Evidence;

namespace SecureBuild.Core.Tests.Assessment;

/// <summary>What holds for every evidence and every set of statements.</summary>
public sealed class AssessorPropertyTests
{
    const int Cases = 1000;

    [Fact]
    public void No_control_that_only_a_person_can_state_is_ever_met_by_evidence() => ForAll((evidence, statements, _) =>
    {
        foreach (var (control, result) in Results(Assess(evidence, statements)))
            Assert.False(result.Status == ControlStatus.MetByEvidence && control.Automation is (Automation.Human or Automation.Mixed), control.Id);
    });

    [Fact]
    public void Without_statements_nothing_is_stated_or_not_applicable() => ForAll((evidence, _, _) =>
        Assert.All(Results(Assess(evidence, [])), pair => Assert.False(pair.Result.Status is ControlStatus.Stated or ControlStatus.NotApplicable || pair.Result.StatedBy is not null || pair.Result.Conflict)));

    [Fact]
    public void Taking_a_fact_away_never_strengthens_a_claim() => ForAll((evidence, statements, random) =>
    {
        if (evidence.Facts.IsEmpty)
            return;
        var without = evidence with { Facts = evidence.Facts.Remove(random.Pick(evidence)) };
        NeverStronger(Assess(evidence, []), Assess(without, []));

        // With statements a person may still speak where the evidence falls silent, but evidence itself gains nothing.
        Assert.All(Results(Assess(evidence, statements)).Zip(Results(Assess(without, statements))), pair =>
            Assert.True(pair.Second.Result.Status != ControlStatus.MetByEvidence || pair.First.Result.Status == ControlStatus.MetByEvidence, pair.First.Control.Id));
    });

    [Fact]
    public void Stale_evidence_is_never_better_than_fresh() => ForAll((evidence, _, random) =>
    {
        if (evidence.Facts.IsEmpty)
            return;
        var fact = random.Pick(evidence);
        var stale = evidence with { Facts = evidence.Facts.Replace(fact, fact with { State = FactState.Stale }) };
        NeverStronger(Assess(evidence, []), Assess(stale, []));
    });

    [Fact]
    public void A_group_is_never_better_than_its_worst_part() => ForAll((evidence, statements, _) =>
    {
        foreach (var framework in Assess(evidence, statements))
        {
            var catalogue = CatalogueLibrary.ById(framework.Framework)!;
            var results = framework.Controls.ToDictionary(result => result.Control);
            foreach (var control in catalogue.Controls)
            {
                foreach (var child in catalogue.Below(control.Id).Where(child => child is not { Kind: "rule", Automation: null } && results[child.Id].Status != ControlStatus.NotApplicable))
                    Assert.False(StatusOrder.IsWorse(results[child.Id].Status, results[control.Id].Status), $"{control.Id} over {child.Id}");
            }
        }
    });

    [Fact]
    public void A_person_never_makes_evidence_and_evidence_never_makes_a_person() => ForAll((evidence, statements, _) =>
    {
        var nobody = Results(Assess(evidence, [])).ToDictionary(pair => pair.Result.Control + pair.Control.Title.En, pair => pair.Result.Status);
        foreach (var (control, result) in Results(Assess(evidence, statements)))
            Assert.True(result.Status != ControlStatus.MetByEvidence || Below(control).Any() || nobody[result.Control + control.Title.En] == ControlStatus.MetByEvidence, control.Id);
    });

    static IEnumerable<Control> Below(Control control) => CatalogueLibrary.All.SelectMany(catalogue => catalogue.Below(control.Id));

    static void ForAll(Action<EvidenceManifest, ImmutableArray<PersonStatement>, RandomEvidence> holds)
    {
        for (var seed = 0; seed < Cases; seed++)
        {
            var random = new RandomEvidence(seed);
            try
            {
                holds(random.Facts(), random.Statements(), random);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"seed {seed}: {e.Message}", e);
            }
        }
    }

    static ImmutableArray<FrameworkResult> Assess(EvidenceManifest evidence, ImmutableArray<PersonStatement> statements) => Assessor.Assess(evidence, statements, RandomEvidence.Today);

    static IEnumerable<(Control Control, ControlResult Result)> Results(ImmutableArray<FrameworkResult> frameworks) =>
        frameworks.SelectMany(framework => framework.Controls.Select(result => (CatalogueLibrary.ById(framework.Framework)![result.Control]!, result)));

    static void NeverStronger(ImmutableArray<FrameworkResult> before, ImmutableArray<FrameworkResult> after) =>
        Assert.All(Results(before).Zip(Results(after)), pair => Assert.True(Claim(pair.Second.Result.Status) <= Claim(pair.First.Result.Status),
            $"{pair.First.Control.Id}: {pair.First.Result.Status} → {pair.Second.Result.Status}"));

    // Neither "not met" nor "not assessed" claims anything, so both are nought here.
    static int Claim(ControlStatus status) => status switch
    {
        ControlStatus.Partly => 1,
        ControlStatus.Stated => 2,
        ControlStatus.MetByEvidence => 3,
        _ => 0,
    };
}
