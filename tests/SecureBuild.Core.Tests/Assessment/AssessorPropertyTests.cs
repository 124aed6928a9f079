using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using SecureBuild.Assessment;
using SecureBuild.Catalogues;
using SecureBuild.Evidence;

namespace SecureBuild.Core.Tests.Assessment;

/// <summary>What holds for every evidence, every set of statements and every choice of catalogues, with or without stricter rules. A failing case names its seed.</summary>
public sealed class AssessorPropertyTests
{
    const int Cases = 2000;

    [Fact]
    public void No_control_that_only_a_person_can_state_is_ever_met_by_evidence() => ForAll(test =>
    {
        foreach (var (control, result) in test.Results())
            Assert.False(result.Status == ControlStatus.MetByEvidence && control.Automation is (Automation.Human or Automation.Mixed), control.Id);
    });

    [Fact]
    public void A_build_alone_never_states_anything_and_finds_nothing_inapplicable() => ForAll(test =>
    {
        foreach (var (control, result) in test.Results(statements: []))
            Assert.False(result.Status is ControlStatus.Stated or ControlStatus.NotApplicable || result.StatedBy is not null || result.Conflict, control.Id);
    });

    [Fact]
    public void A_person_alone_never_makes_evidence() => ForAll(test =>
    {
        foreach (var (control, result) in test.Results(evidence: RandomEvidence.Manifest([])))
            Assert.False(result.Status == ControlStatus.MetByEvidence, control.Id);
        // Nor does what a person says make more of the evidence than it is.
        foreach (var ((control, with), (_, without)) in test.Results().Zip(test.Results(statements: [])))
            Assert.True(with.Status != ControlStatus.MetByEvidence || without.Status == ControlStatus.MetByEvidence || test.HasBelow(control), control.Id);
    });

    [Fact]
    public void Taking_a_fact_away_or_letting_it_become_stale_never_strengthens_a_claim() => ForAll(test =>
    {
        if (test.Evidence.Facts.IsEmpty)
            return;
        var fact = test.Random.Pick(test.Evidence);
        foreach (var less in (EvidenceManifest[])
        [
            test.Evidence with { Facts = test.Evidence.Facts.Remove(fact) },
            test.Evidence with { Facts = test.Evidence.Facts.Replace(fact, fact with { State = FactState.Stale }) },
            test.Evidence with { Facts = test.Evidence.Facts.Replace(fact, fact with { State = FactState.NotAssessed, Value = null }) },
        ])
        {
            foreach (var ((control, before), (_, after)) in test.Results(statements: []).Zip(test.Results(less, [])))
                Assert.True(Claim(after.Status) <= Claim(before.Status), $"{control.Id}: {before.Status} → {after.Status} without {fact.Id}");
            // With statements a person may still speak where the evidence falls silent, but evidence itself gains nothing.
            foreach (var ((control, before), (_, after)) in test.Results().Zip(test.Results(less)))
                Assert.True(after.Status != ControlStatus.MetByEvidence || before.Status == ControlStatus.MetByEvidence, control.Id);
        }
    });

    [Fact]
    public void A_statement_against_the_evidence_is_a_conflict_and_never_the_better_of_the_two() => ForAll(test =>
    {
        var alone = test.WithFrameworks(statements: []).ToDictionary(item => (item.Framework.Framework, item.Control.Id), item => item.Result.Status);
        foreach (var (framework, control, result) in test.WithFrameworks())
        {
            if (result.StatedBy is not { } statement || test.HasBelow(control) || framework.Framework != "nist-ssdf")
                continue;
            var evidence = alone[(framework.Framework, control.Id)];
            var contradicts = (evidence, statement.Status) is
                (ControlStatus.NotMet, ControlStatus.Stated or ControlStatus.Partly or ControlStatus.NotApplicable)
                or (ControlStatus.MetByEvidence, ControlStatus.NotMet or ControlStatus.Partly or ControlStatus.NotApplicable);
            Assert.Equal(contradicts, result.Conflict);
            if (evidence == ControlStatus.NotMet)
                Assert.Equal(ControlStatus.NotMet, result.Status);
        }
    });

    [Fact]
    public void No_statement_counts_before_its_date_after_its_last_day_or_for_more_than_twelve_months() => ForAll(test =>
    {
        foreach (var (control, result) in test.Results())
            Assert.True(result.StatedBy is not { } statement || (statement.Date <= RandomEvidence.Today && statement.Expires >= RandomEvidence.Today && statement.Date.AddMonths(12) >= RandomEvidence.Today), control.Id);
    });

    [Fact]
    public void A_group_is_as_its_worst_part() => ForAll(test =>
    {
        foreach (var framework in test.Assess())
        {
            var results = framework.Controls.ToDictionary(result => result.Control);
            foreach (var control in framework.Catalogue!.Controls)
            {
                var parts = framework.Catalogue.Below(control.Id).Where(child => child is not { Kind: "rule", Automation: null })
                    .Select(child => results[child.Id].Status).Where(status => status != ControlStatus.NotApplicable).ToArray();
                Assert.All(parts, part => Assert.False(StatusOrder.IsWorse(part, results[control.Id].Status), control.Id));
                // One that is only a group is no worse than that either.
                if (parts.Length > 0 && control.Automation is null)
                    Assert.Contains(results[control.Id].Status, parts);
            }
        }
    });

    [Fact]
    public void Stricter_rules_never_make_anything_better() => ForAll(test =>
    {
        ImmutableArray<AssessedCatalogue> plain = [.. test.Catalogues.Select(assessed => new AssessedCatalogue(assessed.Rules))];
        foreach (var ((control, before), (_, after)) in test.Results(statements: [], catalogues: plain).Zip(test.Results(statements: [])))
            Assert.False(StatusOrder.IsWorse(before.Status, after.Status), control.Id);
    });

    static void ForAll(Action<Case> holds) => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new RandomEvidence(seed);
        holds(new(random, random.Facts(), random.Statements(), random.Catalogues()));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));

    // Neither "not met" nor "not assessed" claims anything, so both are nought here.
    static int Claim(ControlStatus status) => status switch
    {
        ControlStatus.Partly => 1,
        ControlStatus.Stated => 2,
        ControlStatus.MetByEvidence => 3,
        _ => 0,
    };

    sealed record Case(RandomEvidence Random, EvidenceManifest Evidence, ImmutableArray<PersonStatement> Statements, ImmutableArray<AssessedCatalogue> Catalogues)
    {
        public ImmutableArray<FrameworkResult> Assess(EvidenceManifest? evidence = null, ImmutableArray<PersonStatement>? statements = null, ImmutableArray<AssessedCatalogue>? catalogues = null) =>
            Assessor.Assess(evidence ?? Evidence, statements ?? Statements, RandomEvidence.Today, catalogues ?? Catalogues);

        public IEnumerable<(FrameworkResult Framework, Control Control, ControlResult Result)> WithFrameworks(
            EvidenceManifest? evidence = null, ImmutableArray<PersonStatement>? statements = null, ImmutableArray<AssessedCatalogue>? catalogues = null) =>
            Assess(evidence, statements, catalogues).SelectMany(framework => framework.Controls.Select(result => (framework, framework.Catalogue![result.Control]!, result)));

        public IEnumerable<(Control Control, ControlResult Result)> Results(EvidenceManifest? evidence = null, ImmutableArray<PersonStatement>? statements = null, ImmutableArray<AssessedCatalogue>? catalogues = null) =>
            WithFrameworks(evidence, statements, catalogues).Select(item => (item.Control, item.Result));

        public bool HasBelow(Control control) => Catalogues.Any(assessed => assessed.Catalogue[control.Id] == control && assessed.Catalogue.HasBelow(control.Id))
            || CatalogueLibrary.ById("nist-ssdf")!.HasBelow(control.Id);
    }
}
