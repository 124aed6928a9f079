using System.Globalization;
using SecureBuild.Assessment;
using SecureBuild.Signing;
using SecureBuild.Verification;

namespace SecureBuild.Core.Tests.Verification;

public sealed class VerifierTests
{
    [Fact]
    public void A_signed_build_is_satisfied()
    {
        using var folder = AttestedFolder.Signed();

        var report = folder.Verify();

        Assert.Empty(report.Problems);
        Assert.Equal(VerificationOutcome.Satisfied, report.Outcome);
        Assert.Equal(4, report.Checks.Count(check => check is { Name: "signature", Result: CheckResult.Passed }));
        Assert.Equal(2, report.Checks.Count(check => check is { Name: "subject", Result: CheckResult.Passed }));
        Assert.Equal(3, report.Checks.Count(check => check is { Name: "evidence", Result: CheckResult.Passed }));
    }

    [Fact]
    public void The_artifact_folder_the_statements_or_a_bundle_may_be_named_as_well()
    {
        using var folder = AttestedFolder.Signed();

        foreach (var path in (string[])[folder.Artifacts, folder.Artifacts + Path.DirectorySeparatorChar, folder.Statements, folder.ProvenanceBundle, folder.AttestationBundle])
            Assert.Equal(VerificationOutcome.Satisfied, AttestedFolder.Verify(path).Outcome);
    }

    [Fact]
    public void A_bundle_suffices_without_the_statements_file()
    {
        using var folder = AttestedFolder.Signed();
        File.Delete(folder.Statements);

        Assert.Equal(VerificationOutcome.Satisfied, folder.Verify().Outcome);
        Assert.Equal(VerificationOutcome.Satisfied, AttestedFolder.Verify(folder.AttestationBundle).Outcome);
    }

    [Fact]
    public void Subjects_are_found_in_a_further_folder()
    {
        using var folder = AttestedFolder.Signed();
        var elsewhere = Directory.CreateDirectory(Path.Combine(folder.Output, "delivered")).FullName;
        File.Move(Path.Combine(folder.Output, "Portal.dll"), Path.Combine(elsewhere, "Portal.dll"));

        Assert.Equal("SB9524", Assert.Single(folder.Verify().Problems).Code);
        Assert.Equal(VerificationOutcome.Satisfied, folder.Verify(request => request with { ArtifactDirectories = [elsewhere] }).Outcome);
    }

    [Fact]
    public void A_draft_is_said_loudly_and_is_not_satisfied()
    {
        using var folder = AttestedFolder.Draft();

        var report = folder.Verify();

        Assert.Equal(VerificationOutcome.NotSatisfied, report.Outcome);
        Assert.Contains("UNSIGNED DRAFT", Assert.Single(report.Problems).Text, StringComparison.Ordinal);
        Assert.Contains(report.Checks, check => check is { Name: "subject", Result: CheckResult.Passed });
    }

    [Fact]
    public void A_draft_may_be_allowed_and_is_still_said()
    {
        using var folder = AttestedFolder.Draft();

        var report = folder.Verify(request => request with { AllowUnsigned = true });

        Assert.Equal(VerificationOutcome.Satisfied, report.Outcome);
        Assert.Equal(("SB9520", ProblemLevel.Warning), (Assert.Single(report.Problems).Code, report.Problems[0].Level));
    }

    [Fact]
    public void A_changed_subject_of_a_draft_is_tampering_even_where_drafts_are_allowed()
    {
        using var folder = AttestedFolder.Draft();
        folder.Put("Portal.dll", "MZ changed");

        Assert.Equal(VerificationOutcome.TamperedOrUnreadable, folder.Verify(request => request with { AllowUnsigned = true }).Outcome);
    }

    [Fact]
    public void Without_a_key_a_signature_is_not_satisfied()
    {
        using var folder = AttestedFolder.Signed();

        var report = folder.Verify(request => request with { Keys = [] });

        Assert.Equal(VerificationOutcome.NotSatisfied, report.Outcome);
        Assert.All(report.Problems, problem => Assert.Equal("SB9514", problem.Code));
    }

    [Fact]
    public void An_internal_file_may_be_withheld_and_a_customer_one_may_not()
    {
        using var folder = AttestedFolder.Signed();
        File.Delete(folder.Artifact(".sarif"));
        Assert.Equal(VerificationOutcome.Satisfied, folder.Verify().Outcome);

        File.Delete(folder.Artifact(".cdx.json"));
        Assert.Equal("SB9526", Assert.Single(folder.Verify().Problems).Code);
    }

    [Fact]
    public void Statements_by_persons_expire()
    {
        using var folder = AttestedFolder.Signed();

        Assert.Equal(VerificationOutcome.Satisfied, folder.Verify(request => request with { Today = new(2027, 11, 1) }).Outcome);
        Assert.Equal("SB9537", Assert.Single(folder.Verify(request => request with { Today = new(2027, 11, 2) }).Problems).Code);
    }

    [Fact]
    public void A_status_better_than_the_evidence_gives_is_refused()
    {
        using var folder = AttestedFolder.Signed();

        var report = folder.Verify(request => request with { Reassess = Derive(ControlStatus.Partly) });

        Assert.Equal(VerificationOutcome.NotSatisfied, report.Outcome);
        Assert.Contains("PW.6.2", Assert.Single(report.Problems).Text, StringComparison.Ordinal);
        Assert.Equal(VerificationOutcome.Satisfied, folder.Verify(request => request with { Reassess = Derive(ControlStatus.MetByEvidence) }).Outcome);
    }

    [Fact]
    public void Silence_about_what_the_evidence_denies_is_refused()
    {
        using var folder = new AttestedFolder { Controls = [new("PW.6.2", ControlStatus.NotAssessed, false, [], [], null)] }.Write(AttestedFolder.Signer());

        Assert.Equal("SB9534", Assert.Single(folder.Verify(request => request with { Reassess = Derive(ControlStatus.NotMet) }).Problems).Code);
    }

    [Fact]
    public void A_personal_status_without_a_person_is_refused()
    {
        using var folder = new AttestedFolder { Controls = [new("PO.2.1", ControlStatus.NotApplicable, false, [], [], null)] }.Write(AttestedFolder.Signer());

        Assert.Equal("SB9535", Assert.Single(folder.Verify().Problems).Code);
    }

    [Fact]
    public void The_report_for_machines_carries_exit_code_and_codes()
    {
        using var folder = AttestedFolder.Draft();

        var json = folder.Verify().ToJson();

        Assert.Equal("not-satisfied", (string?)json["outcome"]);
        Assert.Equal(1, (int?)json["exitCode"]);
        Assert.Contains(json["checks"]!.AsArray(), check => (string?)check!["code"] == "SB9520" && (string?)check["on"] == "Portal.intoto.jsonl");
        Assert.DoesNotContain(folder.Output, CanonicalJson.IndentedText(json), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_sentence_comes_in_japanese_as_well()
    {
        using var folder = AttestedFolder.Signed();
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = new("ja-JP");
            Assert.All(folder.Verify().Checks, check => Assert.EndsWith("。", check.Sentence, StringComparison.Ordinal));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    static Reassess Derive(ControlStatus status) => (_, _, persons, _) =>
    [
        new("nist-ssdf", "1.1", AttestedFolder.Sha, AttestedFolder.Sha,
        [
            new("PW.6.2", status, false, [], [], null),
            .. persons.Select(person => new ControlResult("PO.2.1", person.Status, false, [], [], person)),
        ]),
    ];
}
