using System.Security.Cryptography;
using SecureBuild.Core.Tests.Verification;
using SecureBuild.Signing;
using SecureBuild.Verification;

namespace SecureBuild.Core.Tests.Signing;

/// <summary>ML-DSA stands beside a classical signature, in bundles of its own over the same bytes.</summary>
public sealed class SecondSignatureTests
{
    /// <summary>A public key in form: most platforms of today cannot make a real one.</summary>
    public static string SomeMLDsaKey { get; } = PemEncoding.WriteString("PUBLIC KEY",
        [.. Convert.FromHexString("308207b2300b0609608648016503040312038207a100"), .. Enumerable.Range(0, 1952).Select(i => (byte)(i * 7))]);

    static readonly bool s_checked = PublicKeys.Read(new PublicKeyText(SomeMLDsaKey, "pq")).CanVerify;

    [Fact]
    public void It_is_written_beside_the_first_and_changes_nothing_of_it()
    {
        using var folder = AttestedFolder.Signed();
        var before = Directory.GetFiles(folder.Artifacts).ToDictionary(file => file, File.ReadAllText);

        Second(folder);

        Assert.All(before, file => Assert.Equal(file.Value, File.ReadAllText(file.Key)));
        Assert.True(File.Exists(folder.Artifact(".provenance.ml-dsa-65.sigstore.json")));
        Assert.True(File.Exists(folder.Artifact(".attestation.ml-dsa-65.sigstore.json")));
    }

    [Fact]
    public void One_by_an_unknown_key_is_listed_and_neither_helps_nor_harms()
    {
        using var folder = AttestedFolder.Signed();
        Second(folder);

        var report = folder.Verify();

        Assert.Equal(VerificationOutcome.Satisfied, report.Outcome);
        Assert.Equal(2, report.Checks.Count(check => check is { Name: "second-signature", Result: CheckResult.Skipped }));
    }

    [Fact]
    public void One_by_a_trusted_key_that_does_not_hold_is_tampering_where_it_can_be_checked_and_listed_elsewhere()
    {
        using var folder = AttestedFolder.Signed();
        Second(folder);

        var report = folder.Verify(request => request with { Keys = [.. request.Keys, new(SomeMLDsaKey, "b")] });

        if (s_checked)
            Assert.Contains(report.Problems, problem => problem.Code == "SB9512");
        else
            Assert.Equal(2, report.Checks.Count(check => check is { Name: "second-signature", Result: CheckResult.Skipped }));
        Assert.Equal(s_checked ? VerificationOutcome.TamperedOrUnreadable : VerificationOutcome.Satisfied, report.Outcome);
    }

    [Fact]
    public void Alone_and_by_an_unknown_key_it_vouches_for_nothing()
    {
        using var folder = AttestedFolder.Signed();
        Second(folder);
        foreach (var file in (string[])[folder.Statements, folder.ProvenanceBundle, folder.AttestationBundle])
            File.Delete(file);

        var report = folder.Verify(request => request with { Keys = [new(AttestedFolder.Key.PublicKeyPem, "a")] });

        Assert.Equal(VerificationOutcome.NotSatisfied, report.Outcome);
        Assert.Contains(report.Problems, problem => problem.Code == "SB9568");
    }

    [Fact]
    public void A_draft_gets_none()
    {
        using var folder = AttestedFolder.Draft();

        Assert.Contains(AttestationFiles.Sign(folder.Output, new StandIn()).Problems, problem => problem.Code == "SB9431");
    }

    [Fact]
    public void Signing_anew_takes_the_old_second_ones_away()
    {
        using var folder = AttestedFolder.Signed();
        Second(folder);

        var superseded = AttestationFiles.Sign(folder.Output, AttestedFolder.Signer()).Superseded;

        Assert.Contains(folder.Artifact(".attestation.ml-dsa-65.sigstore.json"), superseded);
    }

    [Fact]
    public void Real_keys_sign_and_verify_where_the_platform_has_them()
    {
        Assert.SkipUnless(MLDsa.IsSupported, "This platform has no ML-DSA (OpenSSL 3.5 or later).");
#pragma warning disable SYSLIB5006
        using var key = MLDsa.GenerateKey(MLDsaAlgorithm.MLDsa65);
        using var signer = MLDsaSigner.Load(key.ExportPkcs8PrivateKeyPem(), "pq.key.pem");
        PublicKeyText pub = new(key.ExportSubjectPublicKeyInfoPem(), "pq.pub.pem");
#pragma warning restore SYSLIB5006
        using var folder = AttestedFolder.Signed();
        Write(AttestationFiles.Sign(folder.Output, signer));

        var report = folder.Verify(request => request with { Keys = [.. request.Keys, pub] });

        Assert.Equal(VerificationOutcome.Satisfied, report.Outcome);
        Assert.Equal(2, report.Checks.Count(check => check is { Name: "second-signature", Result: CheckResult.Passed }));
    }

    static void Second(AttestedFolder folder) => Write(AttestationFiles.Sign(folder.Output, new StandIn()));

    static void Write(SigningResult result)
    {
        Assert.Empty(result.Problems);
        foreach (var artifact in result.Artifacts)
            AtomicFile.Write(artifact.Path, artifact.Content.Span);
    }

    /// <summary>Signs nothing truly; what is looked at is where it lands and that it is not believed.</summary>
    sealed class StandIn : ISigner
    {
        public string KeyId { get; } = PublicKeys.Read(new PublicKeyText(SomeMLDsaKey, "pq")).KeyId;

        public string SecondName => "ml-dsa-65";

        public byte[] Sign(ReadOnlySpan<byte> data) => new byte[3309];
    }
}
