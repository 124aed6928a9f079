using System.Text.Json.Nodes;
using SecureBuild.Assessment;
using SecureBuild.Attestation;
using SecureBuild.Core.Tests.Verification;
using SecureBuild.Signing;
using SecureBuild.Verification;

namespace SecureBuild.Core.Tests.Signing;

public sealed class AttestationFilesTests
{
    static readonly ControlResult s_conflict =
        new("PS.1.1", ControlStatus.Partly, true, ["git.dirty"], [], AttestedFolder.Person("nist-ssdf/PS.1.1", ControlStatus.Stated));

    [Fact]
    public void A_draft_says_so_in_every_statement_in_both_languages()
    {
        using var folder = AttestedFolder.Draft();

        Assert.Equal(2, File.ReadLines(folder.Statements).Count());
        Assert.All(File.ReadLines(folder.Statements), line =>
        {
            var predicate = JsonNode.Parse(line)!["predicate"]!;
            Assert.Equal(("UNSIGNED DRAFT", "草案・未署名"), ((string?)predicate["securebuild_signing"], (string?)predicate["securebuild_signing_ja"]));
        });
        Assert.False(File.Exists(folder.ProvenanceBundle));
    }

    [Fact]
    public void Signing_a_draft_later_gives_the_payload_of_signing_at_once()
    {
        using var atOnce = AttestedFolder.Signed();
        using var later = AttestedFolder.Draft();

        Write(AttestationFiles.Sign(later.Output, AttestedFolder.Signer()));

        Assert.Equal(VerificationOutcome.Satisfied, later.Verify().Outcome);
        Assert.Equal(Payloads(atOnce), Payloads(later));
        Assert.All(Payloads(later), payload => Assert.False(DraftMark.IsOn(payload.Statement())));
    }

    [Fact]
    public void Signing_again_replaces_the_signature_and_keeps_the_payload()
    {
        using var folder = AttestedFolder.Signed();
        var before = Payloads(folder);
        var other = SigningKey.Create();

        Write(AttestationFiles.Sign(folder.Statements, AttestedFolder.Signer(other)));

        Assert.Equal(before, Payloads(folder));
        Assert.Equal(VerificationOutcome.Satisfied, folder.Verify(request => request with { Keys = [new(other.PublicKeyPem, "other")] }).Outcome);
    }

    [Theory]
    [InlineData("Portal.dll", "SB9525")]
    [InlineData("securebuild/Portal.cdx.json", "SB9527")]
    public void What_changed_since_the_build_is_not_signed(string file, string code)
    {
        using var folder = AttestedFolder.Draft();
        folder.Put(file, "changed");

        Refused(folder, code);
    }

    [Fact]
    public void What_is_missing_is_not_signed()
    {
        using var folder = AttestedFolder.Draft();
        File.Delete(Path.Combine(folder.Output, "Portal.dll"));

        Refused(folder, "SB9524");
    }

    [Fact]
    public void What_is_not_an_attestation_is_not_signed()
    {
        using var folder = AttestedFolder.Draft();
        File.WriteAllText(folder.Statements, "{}");
        Refused(folder, "SB9506");

        File.Delete(folder.Statements);
        Refused(folder, "SB9502");
    }

    [Fact]
    public void A_conflict_is_signed_only_with_a_reason_that_stays_in_it()
    {
        using var folder = new AttestedFolder { Controls = [s_conflict] }.Write(signer: null);
        Refused(folder, "SB9536");

        Write(AttestationFiles.Sign(folder.Output, AttestedFolder.Signer(), new() { ConflictReason = "作業ツリーの差分は文書のみ。" }));

        Assert.Equal(VerificationOutcome.Satisfied, folder.Verify().Outcome);
        Assert.Contains(Payloads(folder), payload => (string?)payload.Statement()["predicate"]!["conflictReason"] == "作業ツリーの差分は文書のみ。");
    }

    [Fact]
    public void A_build_does_not_sign_over_a_conflict()
    {
        using var folder = new AttestedFolder { Controls = [s_conflict] };

        var problem = Assert.Throws<ProblemException>(() => folder.Write(AttestedFolder.Signer())).Problem;

        Assert.Equal("SB9406", problem.Code);
        Assert.Contains("nist-ssdf/PS.1.1", problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_person_who_signs_is_in_what_is_signed_and_is_gone_when_the_build_signs_again()
    {
        using var folder = AttestedFolder.Draft();

        Write(AttestationFiles.Sign(folder.Output, AttestedFolder.Signer(), new() { Signatory = new("山田 太郎", "品質保証部長", "市民ポータル 1.2.0", new(2026, 11, 22)) }));

        var report = folder.Verify();
        Assert.Equal(VerificationOutcome.Satisfied, report.Outcome);
        Assert.Contains("山田 太郎", Assert.Single(report.Checks, check => check is { Name: "signatory", Result: CheckResult.Passed }).Sentence, StringComparison.Ordinal);

        Write(AttestationFiles.Sign(folder.Output, AttestedFolder.Signer()));
        Assert.DoesNotContain(Payloads(folder), payload => payload.Contains("signatory", StringComparison.Ordinal));
        Assert.Contains(folder.Verify().Checks, check => check is { Name: "signatory", Result: CheckResult.Skipped });
    }

    [Fact]
    public void An_expired_statement_is_not_signed()
    {
        using var folder = AttestedFolder.Draft();

        Assert.Contains(AttestationFiles.Sign(folder.Output, AttestedFolder.Signer(), new() { Today = new(2027, 11, 2) }).Problems, problem => problem.Code == "SB9537");
        Assert.Empty(AttestationFiles.Sign(folder.Output, AttestedFolder.Signer(), new() { Today = new(2027, 11, 1) }).Problems);
    }

    [Fact]
    public void What_is_about_to_be_signed_can_be_seen_before()
    {
        using var folder = new AttestedFolder { Controls = [s_conflict] }.Write(signer: null);

        var items = SigningPreview.Of(folder.Output, new(2027, 9, 1), soon: 90);

        Assert.Equal([new(SigningItemKind.Build, "Portal", "Portal.dll"), new(SigningItemKind.Status, "nist-ssdf 1.1", "partly: 1"), new(SigningItemKind.Conflict, "nist-ssdf/PS.1.1", ""),
            new(SigningItemKind.Expiring, "nist-ssdf/PS.1.1", "2027-11-01")], items.AsEnumerable());
        Assert.DoesNotContain(SigningPreview.Of(folder.Output, new(2027, 7, 1), soon: 90), item => item.Kind == SigningItemKind.Expiring);
    }

    [Fact]
    public void The_signed_files_carry_no_key_and_no_path_of_the_machine()
    {
        using var folder = AttestedFolder.Signed();
        var secret = AttestedFolder.Key.PrivateKeyPem.Split('\n')[1][..32];

        foreach (var file in Directory.EnumerateFiles(folder.Artifacts))
        {
            Assert.DoesNotContain(secret, File.ReadAllText(file), StringComparison.Ordinal);
            Assert.DoesNotContain(folder.Output, File.ReadAllText(file), StringComparison.Ordinal);
        }
        Assert.All(Payloads(folder), payload => Assert.DoesNotContain(folder.Output, payload, StringComparison.Ordinal));
    }

    static void Refused(AttestedFolder folder, string code)
    {
        var result = AttestationFiles.Sign(folder.Output, AttestedFolder.Signer());
        Assert.Empty(result.Artifacts);
        Assert.Contains(result.Problems, problem => problem.Code == code);
    }

    static void Write(SigningResult result)
    {
        Assert.Empty(result.Problems);
        foreach (var artifact in result.Artifacts)
            AtomicFile.Write(artifact.Path, artifact.Content.Span);
    }

    static string[] Payloads(AttestedFolder folder) =>
        [.. File.ReadLines(folder.Statements).Select(line => System.Text.Encoding.UTF8.GetString(Convert.FromBase64String((string)JsonNode.Parse(line)!["payload"]!)))];
}

file static class Payload
{
    public static JsonObject Statement(this string payload) => JsonNode.Parse(payload)!.AsObject();
}
