using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SecureBuild.Attestation;
using SecureBuild.Signing;
using SecureBuild.Verification;

namespace SecureBuild.Core.Tests.Verification;

/// <summary>Everything that must not pass. 1: something is not there; 2: something was changed or cannot be read.</summary>
public sealed class TamperingTests : IDisposable
{
    readonly AttestedFolder _folder = AttestedFolder.Signed();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_changed_payload()
    {
        _folder.EditLines(line => line["payload"] = Convert.ToBase64String([.. Convert.FromBase64String((string)line["payload"]!), (byte)' ']));
        Refused("SB9512");
    }

    [Fact]
    public void A_changed_payload_type()
    {
        _folder.EditLines(line => line["payloadType"] = "application/json");
        Refused("SB9508");
    }

    [Fact]
    public void A_payload_type_changed_in_the_bundle_only()
    {
        AttestedFolder.Edit(_folder.ProvenanceBundle, bundle => bundle["dsseEnvelope"]!["payloadType"] = "text/plain");
        Refused("SB9508");
    }

    [Fact]
    public void Another_key()
    {
        var other = SigningKey.Create();
        Assert.All(_folder.Verify(request => request with { Keys = [new(other.PublicKeyPem, "other")] }).Problems, problem => Assert.Equal("SB9513", problem.Code));
        Assert.Equal(VerificationOutcome.NotSatisfied, _folder.Verify(request => request with { Keys = [new(other.PublicKeyPem, "other")] }).Outcome);
    }

    [Fact]
    public void Another_key_under_the_name_of_the_trusted_one()
    {
        using var other = (EcdsaP256Signer)AttestedFolder.Signer(SigningKey.Create());
        _folder.EditLines(line => line["signatures"]![0]!["sig"] = Signature(line, other.Sign));
        Refused("SB9512");
    }

    [Fact]
    public void No_signature()
    {
        _folder.EditLines(line => line["signatures"] = new JsonArray());
        Refused("SB9509");
    }

    [Fact]
    public void No_signature_in_the_bundle()
    {
        AttestedFolder.Edit(_folder.AttestationBundle, bundle => bundle["dsseEnvelope"]!["signatures"] = new JsonArray());
        Refused("SB9509");
    }

    [Fact]
    public void Two_signatures_in_a_bundle()
    {
        AttestedFolder.Edit(_folder.ProvenanceBundle, bundle => AddSecondSignature(bundle["dsseEnvelope"]!.AsObject()));
        Refused("SB9510");
    }

    [Fact]
    public void Two_signatures_in_the_statements_file_are_legal_and_both_must_hold()
    {
        var second = SigningKey.Create();
        using var signer = (EcdsaP256Signer)AttestedFolder.Signer(second);
        _folder.EditLines(line => line["signatures"]!.AsArray().Add(new JsonObject { ["keyid"] = second.KeyId, ["sig"] = Signature(line, signer.Sign) }));
        VerificationReport Both() => _folder.Verify(request => request with { Keys = [.. request.Keys, new(second.PublicKeyPem, "second")] });

        Assert.Equal(VerificationOutcome.Satisfied, Both().Outcome);
        Assert.Equal(VerificationOutcome.Satisfied, _folder.Verify().Outcome);

        _folder.EditLines(line => line["signatures"]![1]!["sig"] = Convert.ToBase64String(new byte[70]));
        Assert.Equal(VerificationOutcome.TamperedOrUnreadable, Both().Outcome);
    }

    [Fact]
    public void A_hint_that_is_not_the_keyid()
    {
        AttestedFolder.Edit(_folder.ProvenanceBundle, bundle => bundle["verificationMaterial"]!["publicKey"]!["hint"] = new string('0', 64));
        Refused("SB9511");
    }

    [Fact]
    public void A_keyid_that_is_not_the_keys()
    {
        AttestedFolder.Edit(_folder.ProvenanceBundle, bundle =>
        {
            bundle["verificationMaterial"]!["publicKey"]!["hint"] = "portal";
            bundle["dsseEnvelope"]!["signatures"]![0]!["keyid"] = "portal";
        });
        Refused("SB9511");
    }

    [Fact]
    public void A_keyid_left_out()
    {
        _folder.EditLines(line => line["signatures"]![0]!.AsObject().Remove("keyid"));
        Refused("SB9511");
    }

    [Fact]
    public void A_signature_in_the_frameworks_default_encoding()
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(AttestedFolder.Key.PrivateKeyPem);
        _folder.EditLines(line => line["signatures"]![0]!["sig"] = Signature(line, data => key.SignData(data, HashAlgorithmName.SHA256)));
        Refused("SB9515");
    }

    [Fact]
    public void A_signature_with_SHA_384()
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(AttestedFolder.Key.PrivateKeyPem);
        _folder.EditLines(line => line["signatures"]![0]!["sig"] = Signature(line, data => key.SignData(data, HashAlgorithmName.SHA384, DSASignatureFormat.Rfc3279DerSequence)));
        Refused("SB9512");
    }

    [Fact]
    public void A_signature_by_P384_or_RSA_PSS_and_a_key_of_that_kind()
    {
        using var p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var small = RSA.Create(2048);
        using var rsa = RSA.Create(3072);
        Assert.Equal("SB9560", KeyProblem(p384.ExportSubjectPublicKeyInfoPem()));
        Assert.Equal("SB9560", KeyProblem(small.ExportSubjectPublicKeyInfoPem()));

        _folder.EditLines(line => line["signatures"]![0]!["sig"] = Signature(line, data => rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)));
        Refused("SB9512");

        _folder.EditLines(line => line["signatures"]![0]!["keyid"] = Digest.Sha256(rsa.ExportSubjectPublicKeyInfo()));
        var report = _folder.Verify(request => request with { Keys = [new(rsa.ExportSubjectPublicKeyInfoPem(), "rsa.pub.pem")] });
        Assert.Equal(VerificationOutcome.TamperedOrUnreadable, report.Outcome);
        Assert.Contains(report.Problems, problem => problem.Code == "SB9561");
    }

    [Fact]
    public void A_private_key_or_nonsense_given_for_a_public_one()
    {
        Assert.Equal("SB9540", KeyProblem(AttestedFolder.Key.PrivateKeyPem));
        Assert.Equal("SB9500", KeyProblem("ssh-ed25519 AAAA"));
        Assert.Equal("SB9500", KeyProblem(""));
    }

    [Fact]
    public void A_signature_with_something_behind_it()
    {
        _folder.EditLines(line => line["signatures"]![0]!["sig"] = Convert.ToBase64String([.. Convert.FromBase64String((string)line["signatures"]![0]!["sig"]!), 0]));
        Refused("SB9512");
    }

    [Fact]
    public void Loose_base64()
    {
        _folder.EditLines(line => line["payload"] = (string)line["payload"]! + "\n");
        Refused("SB9507");
    }

    [Fact]
    public void Repeated_members()
    {
        File.WriteAllText(_folder.Statements, File.ReadAllText(_folder.Statements).Replace("{\"payloadType\"", "{\"payloadTyp\\u0065\":\"x\",\"payloadType\"", StringComparison.Ordinal));
        Refused("SB9505");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("\0")]
    [InlineData("{\"a\":\"\\ud800\"}")]
    public void Trailing_garbage(string garbage)
    {
        File.AppendAllText(_folder.Statements, garbage);
        File.AppendAllText(_folder.ProvenanceBundle, garbage);
        var report = _folder.Verify();
        Assert.Equal(VerificationOutcome.TamperedOrUnreadable, report.Outcome);
        Assert.Contains(report.Problems, problem => problem.File == _folder.ProvenanceBundle);
        Assert.Contains(report.Problems, problem => problem.File == _folder.Statements);
    }

    [Fact]
    public void Bytes_that_are_not_text()
    {
        File.WriteAllBytes(_folder.Statements, [0xFF, 0xFE, .. "{\"a\":\"\xC3\x28\"}"u8]);
        Refused("SB9505");
    }

    [Fact]
    public void A_file_too_large_to_be_ours_is_not_read()
    {
        using (var stream = File.OpenWrite(_folder.Statements))
            stream.SetLength(65 << 20);
        Refused("SB9504");
    }

    [Fact]
    public void Deeply_nested_text()
    {
        File.WriteAllText(_folder.Statements, string.Concat(Enumerable.Repeat("{\"a\":", 100_000)));
        Refused("SB9505");
    }

    [Fact]
    public void A_changed_subject()
    {
        _folder.Put("Portal.dll", "MZ changed");
        Refused("SB9525");
    }

    [Fact]
    public void A_changed_subject_with_the_true_one_in_the_next_folder()
    {
        File.Copy(Path.Combine(_folder.Output, "Portal.dll"), Path.Combine(_folder.Artifacts, "Portal.dll"));
        _folder.Put("Portal.dll", "MZ changed");
        Refused("SB9525");
    }

    [Theory]
    [InlineData(".cdx.json")]
    [InlineData(".sarif")]
    [InlineData(".evidence.json")]
    public void A_changed_evidence_file(string suffix)
    {
        File.AppendAllText(_folder.Artifact(suffix), " ");
        Refused("SB9527");
    }

    [Fact]
    public void An_artifact_nobody_lists()
    {
        _folder.Put("securebuild/Other.cdx.json", "{}");
        var report = _folder.Verify();
        Assert.Equal((VerificationOutcome.NotSatisfied, "SB9533"), (report.Outcome, Assert.Single(report.Problems).Code));
    }

    [Fact]
    public void A_bundle_of_another_build()
    {
        using var other = new AttestedFolder { Controls = [] }.Write(AttestedFolder.Signer());
        File.Copy(other.AttestationBundle, _folder.AttestationBundle, overwrite: true);
        Refused("SB9530");
    }

    [Fact]
    public void Bundles_exchanged()
    {
        File.Copy(_folder.AttestationBundle, _folder.ProvenanceBundle, overwrite: true);
        Refused("SB9532");
    }

    [Fact]
    public void A_bundle_of_another_version_or_with_a_certificate_only()
    {
        AttestedFolder.Edit(_folder.ProvenanceBundle, bundle => bundle["mediaType"] = "application/vnd.dev.sigstore.bundle+json;version=0.2");
        Refused("SB9529");
    }

    [Fact]
    public void A_statement_removed()
    {
        File.WriteAllLines(_folder.Statements, File.ReadLines(_folder.Statements).Take(1).ToArray());
        Refused("SB9518");
    }

    [Fact]
    public void A_statement_doubled()
    {
        File.AppendAllLines(_folder.Statements, File.ReadLines(_folder.Statements).Take(1).ToArray());
        Refused("SB9518");
    }

    [Fact]
    public void Envelopes_taken_off_and_the_draft_mark_left_out()
    {
        File.WriteAllLines(_folder.Statements, File.ReadAllLines(_folder.Statements)
            .Select(line => Encoding.UTF8.GetString(Convert.FromBase64String((string)JsonNode.Parse(line)!["payload"]!))));
        Refused("SB9521");
        Refused("SB9531");
    }

    [Fact]
    public void A_draft_in_the_place_of_the_signed_file()
    {
        using var draft = AttestedFolder.Draft();
        File.Copy(draft.Statements, _folder.Statements, overwrite: true);
        Refused("SB9531");
    }

    [Fact]
    public void A_draft_with_its_mark_under_a_signature()
    {
        Resign(statement => statement["predicate"]![DraftMark.Member] = DraftMark.Text);
        Refused("SB9522");
    }

    [Theory]
    [InlineData("../Portal.dll")]
    [InlineData("/etc/passwd")]
    [InlineData("C:\\Windows\\notepad.exe")]
    [InlineData("ja/../../Portal.dll")]
    [InlineData("ja\\Portal.dll")]
    [InlineData("\0")]
    [InlineData("")]
    public void A_subject_outside_the_folder_is_not_followed(string name)
    {
        Resign(statement => statement["subject"]![0]!["name"] = name);
        Refused("SB9523");
    }

    [Fact]
    public void An_evidence_file_outside_the_folder_is_not_followed()
    {
        Resign(statement => (statement["predicate"]!["evidence"] ?? statement["predicate"]!["runDetails"]!["byproducts"])![0]!["name"] = "../Portal.dll");
        Refused("SB9541");
    }

    [Fact]
    public void Statements_about_different_files()
    {
        Resign(statement =>
        {
            if ((string?)statement["predicateType"] == InToto.ProvenancePredicate)
                statement["subject"]!.AsArray().RemoveAt(1);
        });
        Refused("SB9519");
    }

    [Fact]
    public void Statements_about_different_builds()
    {
        Resign(statement =>
        {
            if (statement["predicate"]!["build"] is { } build)
                build["configuration"] = "Debug";
        });
        Refused("SB9519");
    }

    [Fact]
    public void An_attestation_bound_to_no_subject()
    {
        Resign(statement =>
        {
            if (statement["predicate"]!["build"] is { } build)
                build["outputSha256"] = AttestedFolder.Sha;
        });
        Refused("SB9539");
        Refused("SB9528");
    }

    [Fact]
    public void An_unknown_predicate()
    {
        Resign(statement => statement["predicateType"] = "https://example.org/anything/v1");
        Refused("SB9517");
    }

    [Fact]
    public void A_statement_of_another_version_or_without_digests()
    {
        Resign(statement => statement["subject"]![0]!["digest"] = new JsonObject { ["md5"] = "0" });
        Refused("SB9516");
    }

    [Fact]
    public void A_status_that_nobody_knows()
    {
        Resign(statement =>
        {
            if (statement["predicate"]!["frameworks"] is { } frameworks)
                frameworks[0]!["controls"]![0]!["status"] = "certified-by-magic";
        });
        Refused("SB9516");
    }

    [Fact]
    public void Nothing_there()
    {
        Assert.Equal(("SB9501", VerificationOutcome.TamperedOrUnreadable), Only(Path.Combine(_folder.Output, "nowhere")));
        Assert.Equal(("SB9502", VerificationOutcome.NotSatisfied), Only(Path.Combine(_folder.Output, "ja")));
        Assert.Equal(("SB9503", VerificationOutcome.TamperedOrUnreadable), Only("\0"));
    }

    static (string, VerificationOutcome) Only(string path)
    {
        var report = AttestedFolder.Verify(path);
        return (Assert.Single(report.Problems).Code, report.Outcome);
    }

    // What a supplier's faulty or hostile tool with the true key could write.
    void Resign(Action<JsonObject> edit)
    {
        using var signer = (EcdsaP256Signer)AttestedFolder.Signer();
        foreach (var bundle in (string[])[_folder.ProvenanceBundle, _folder.AttestationBundle])
            File.Delete(bundle);
        File.WriteAllLines(_folder.Statements, File.ReadAllLines(_folder.Statements).Select(line =>
        {
            var statement = JsonNode.Parse(Convert.FromBase64String((string)JsonNode.Parse(line)!["payload"]!))!.AsObject();
            edit(statement);
            return Encoding.UTF8.GetString(CanonicalJson.Compact(Dsse.Envelope(InToto.PayloadType, CanonicalJson.Compact(statement), signer)));
        }));
    }

    void Refused(string code)
    {
        var report = _folder.Verify();
        Assert.Equal(VerificationOutcome.TamperedOrUnreadable, report.Outcome);
        Assert.Contains(report.Problems, problem => problem.Code == code);
    }

    string KeyProblem(string pem)
    {
        var report = _folder.Verify(request => request with { Keys = [new(pem, "key.pem")] });
        Assert.Equal(VerificationOutcome.TamperedOrUnreadable, report.Outcome);
        return report.Problems[0].Code;
    }

    static void AddSecondSignature(JsonObject envelope)
    {
        var second = SigningKey.Create();
        using var signer = (EcdsaP256Signer)AttestedFolder.Signer(second);
        envelope["signatures"]!.AsArray().Add(new JsonObject { ["keyid"] = second.KeyId, ["sig"] = Signature(envelope, signer.Sign) });
    }

    static string Signature(JsonObject envelope, SignBytes sign) => Convert.ToBase64String(
        sign(Dsse.PreAuthenticationEncoding((string)envelope["payloadType"]!, Convert.FromBase64String((string)envelope["payload"]!))));

    delegate byte[] SignBytes(ReadOnlySpan<byte> data);
}
