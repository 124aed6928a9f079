using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Assessment;
using SecureBuild.Evidence;

namespace SecureBuild.Core.Tests.Assessment;

public sealed class AssessorTests
{
    static readonly EvidenceManifest s_good = RandomEvidence.AllPassing();
    static readonly EvidenceManifest s_nothing = RandomEvidence.Manifest([]);

    [Fact]
    public void An_automatic_control_with_every_rule_passed_is_met_by_evidence() => Assert.Equal(ControlStatus.MetByEvidence, Of(s_good, "PW.6.2").Status);

    [Fact]
    public void A_control_that_a_build_shows_in_part_is_partly_until_a_person_states_the_rest()
    {
        Assert.Equal(ControlStatus.Partly, Of(s_good, "PW.7.2").Status);
        Assert.Equal(ControlStatus.Stated, Of(s_good, "PW.7.2", Says("PW.7.2", ControlStatus.Stated)).Status);
    }

    [Fact]
    public void Nothing_known_is_not_assessed() => Assert.Equal(ControlStatus.NotAssessed, Of(s_nothing, "PW.6.2").Status);

    [Fact]
    public void A_known_vulnerability_is_evidence_against_and_beats_a_statement()
    {
        var evidence = Replace("nuget.audit", new JsonObject { ["outcome"] = "findings", ["mode"] = "all", ["suppressed"] = 0 });

        Assert.Equal(ControlStatus.NotMet, Of(evidence, "PW.4.4").Status);
        var result = Of(evidence, "PW.4.4", Says("PW.4.4", ControlStatus.Stated));
        Assert.Equal((ControlStatus.NotMet, true), (result.Status, result.Conflict));
        Assert.Contains(result.Reasons, reason => reason.Ja.Contains("矛盾", StringComparison.Ordinal));
    }

    [Fact]
    public void A_failure_that_is_not_decisive_leaves_it_partly() => Assert.Equal(ControlStatus.Partly, Of(Replace("sign.dsse", new JsonObject()), "PS.2.1").Status);

    [Fact]
    public void An_expired_statement_does_not_count_and_that_is_said()
    {
        var result = Of(s_nothing, "PO.2.2", Says("PO.2.2", ControlStatus.Stated) with { Date = new(2025, 1, 1), Expires = new(2026, 1, 1) });

        Assert.Equal(ControlStatus.NotAssessed, result.Status);
        Assert.Null(result.StatedBy);
        Assert.Contains(result.Reasons, reason => reason.En.Contains("expired on 2026-01-01", StringComparison.Ordinal));
    }

    [Fact]
    public void The_worse_of_an_admission_and_the_evidence_stands()
    {
        var result = Of(s_good, "PW.6.2", Says("PW.6.2", ControlStatus.NotMet));
        Assert.Equal((ControlStatus.NotMet, true), (result.Status, result.Conflict));
    }

    [Fact]
    public void Not_applicable_needs_a_reason()
    {
        Assert.Equal(ControlStatus.NotAssessed, Of(s_nothing, "PO.2.2", Says("PO.2.2", ControlStatus.NotApplicable)).Status);
        Assert.Equal(ControlStatus.NotApplicable, Of(s_nothing, "PO.2.2", Says("PO.2.2", ControlStatus.NotApplicable) with { Note = "one person" }).Status);
    }

    [Fact]
    public void Variables_of_a_build_service_move_no_control()
    {
        var claimed = RandomEvidence.Manifest([new("ci.platform", FactState.Known, new JsonObject { ["platform"] = "github-actions" }, "environment", TrustClass.ClaimedByEnvironment, default)]);
        Assert.Equal(ControlStatus.NotAssessed, Of(claimed, "PO.5.1").Status);
    }

    [Fact]
    public void A_form_item_takes_a_statement_but_not_over_a_task_that_is_not_met()
    {
        var says = new PersonStatement("cisa-ssda-common-form/III.2", ControlStatus.Stated, "Hanako", "CEO", new(2026, 11, 1), new(2027, 11, 1), null, null);
        Assert.Equal(ControlStatus.Stated, Form(s_good, "III.2", says).Status);

        var result = Form(Replace("nuget.audit", new JsonObject { ["outcome"] = "findings" }), "III.2", says);
        Assert.Equal((ControlStatus.NotMet, true), (result.Status, result.Conflict));
    }

    [Fact]
    public void Sections_of_the_form_stay_unassessed_when_only_the_build_speaks() =>
        Assert.All(new[] { "I", "II", "III" }, section => Assert.Equal(ControlStatus.NotAssessed, Form(s_good, section).Status));

    [Theory]
    [InlineData("nist-ssdf/PO.9.9", "SB9320")]
    [InlineData("PO.2.2", "SB9320")]
    [InlineData("nist-ssdf/PO.2", "SB9324")]
    [InlineData("cisa-ssda-common-form/I.binding", "SB9324")]
    public void A_statement_that_cannot_count_is_answered_with_a_code(string control, string code) =>
        Assert.Equal(code, Assert.Single(Assessor.Check([Says("x", ControlStatus.Stated) with { Control = control }], RandomEvidence.Today, "securebuild.json")).Code);

    static PersonStatement Says(string task, ControlStatus status) => new("nist-ssdf/" + task, status, "Hanako", "Head of development", new(2026, 11, 1), new(2027, 11, 1), "DOC-1", null);

    static EvidenceManifest Replace(string fact, JsonNode value) =>
        RandomEvidence.Manifest(s_good.Facts.Where(known => known.Id != fact).Append(RandomEvidence.Passing(fact) with { Value = value }));

    static ControlResult Of(EvidenceManifest evidence, string task, params PersonStatement[] statements) => In("nist-ssdf", evidence, task, statements);

    static ControlResult Form(EvidenceManifest evidence, string item, params PersonStatement[] statements) => In("cisa-ssda-common-form", evidence, item, statements);

    static ControlResult In(string framework, EvidenceManifest evidence, string control, PersonStatement[] statements) =>
        Assessor.Assess(evidence, [.. statements], RandomEvidence.Today).Single(result => result.Framework == framework).Controls.Single(result => result.Control == control);
}
