using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SecureBuild.Signing;
using SecureBuild.Verification;

namespace SecureBuild.Core.Tests.Verification;

/// <summary>Signatures with certificates: whose, until when, revoked or not. The time stamps' own bytes are read elsewhere; here their time is given.</summary>
public sealed class CertificateTests : IDisposable
{
    static readonly DateOnly s_today = new(2027, 7, 1);
    static readonly DateTimeOffset s_inTime = CertificateAuthority.Start.AddMonths(6);

    readonly CertificateAuthority _authority = new();
    readonly CertificateAuthority _stampers = new();
    readonly string _folder = Directory.CreateTempSubdirectory("securebuild ca ").FullName;

    public void Dispose()
    {
        _authority.Dispose();
        _stampers.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_certificate_under_a_given_root_by_a_named_signer_is_satisfied()
    {
        using var build = Signed(Valid());

        var report = Verify(build);

        Assert.Empty(report.Problems);
        Assert.Equal(2, report.Checks.Count(check => check is { Name: "certificate", Result: CheckResult.Passed }));
        Assert.Equal(4, report.Checks.Count(check => check is { Name: "signature", Result: CheckResult.Passed }));
        Assert.Contains(report.Checks, check => check is { Name: "revocation", Result: CheckResult.Skipped });
    }

    [Fact]
    public void An_RSA_certificate_does_as_well()
    {
        using var rsa = RSA.Create(3072);
        using var build = Signed(_authority.Leaf(7, CertificateAuthority.Start, CertificateAuthority.Start.AddYears(5), rsa: rsa));

        Assert.Equal(VerificationOutcome.Satisfied, Verify(build).Outcome);
    }

    [Fact]
    public void Who_may_sign_has_to_be_said_and_to_fit()
    {
        using var build = Signed(Valid());

        Only("SB9577", Verify(build, trust => trust with { Signers = [] }));
        Only("SB9576", Verify(build, trust => trust with { Signers = ["Build@portal.example"] }));
        Assert.Equal(VerificationOutcome.Satisfied, Verify(build, trust => trust with { Signers = ["CN=Portal Build"] }).Outcome);
    }

    [Fact]
    public void Another_root_no_root_or_a_missing_link_is_not_enough()
    {
        using var build = Signed(Valid());
        using var other = new CertificateAuthority();

        Only("SB9571", Verify(build, trust => trust with { Roots = [Write("other.pem", other.Pem)] }));
        Only("SB9571", Verify(build, trust => trust with { Roots = [Write("root.pem", _authority.RootPem)] }));
        Assert.Contains(Verify(build, trust => trust with { Roots = [] }).Problems, problem => problem.Code == "SB9514");
        Assert.Contains(Verify(build, trust => trust with { Roots = [] }, AttestedFolder.Key.PublicKeyPem).Problems, problem => problem.Code == "SB9569");
    }

    [Fact]
    public void A_certificate_for_something_else_or_with_a_weak_key_is_refused()
    {
        using var servers = Signed(_authority.Leaf(2, CertificateAuthority.Start, CertificateAuthority.Start.AddYears(5), purpose: "1.3.6.1.5.5.7.3.1"));
        Only("SB9573", Verify(servers));

        using var rsa = RSA.Create(2048);
        using var weak = Signed(_authority.Leaf(3, CertificateAuthority.Start, CertificateAuthority.Start.AddYears(5), rsa: rsa));
        Only("SB9560", Verify(weak));
    }

    [Fact]
    public void An_expired_certificate_needs_a_time_stamp_from_its_time()
    {
        using var bare = Signed(Expired());
        Only("SB9572", Verify(bare));

        using var stamped = Signed(Expired(), stamp: true);
        Assert.Equal(VerificationOutcome.Satisfied, Verify(stamped).Outcome);
        Only("SB9572", Verify(stamped, trust => trust with { TimestampRoots = [] }));
        Only("SB9572", Verify(stamped, trust => trust with { TimestampRoots = [Write("other.pem", _authority.Pem)] }));
        Only("SB9572", Verify(stamped, trust => trust with { ReadTimestamp = Stamp(CertificateAuthority.Start.AddMonths(18)) }));
        Assert.Contains(Verify(stamped, trust => trust with { ReadTimestamp = (_, _) => null }).Problems, problem => problem.Code == "SB9581");
    }

    [Fact]
    public void A_time_stamp_older_than_what_it_stamps_says_that_the_attestation_was_dated_forward()
    {
        using var build = Signed(Expired(), stamp: true);

        Only("SB9422", Verify(build, trust => trust with { ReadTimestamp = Stamp(CertificateAuthority.Start.AddMonths(1)) }));
    }

    [Fact]
    public void A_time_stamp_saves_what_a_key_signed_before_it_was_retired_or_revoked()
    {
        using var build = Signed(Expired(), stamp: true);
        var root = Write("ca.pem", _authority.Pem);
        string Terms(string terms) => Write("trust.json", $$"""{ "certificates": [{ "root": "{{Path.GetFileName(root)}}", "signers": ["{{CertificateAuthority.Signer}}"], {{terms}} }] }""");

        Assert.Equal(VerificationOutcome.Satisfied, Verify(build, trust => trust with { Roots = [], Files = [Terms("\"until\": \"2026-12-31\"")] }).Outcome);
        Only("SB9564", Verify(build, trust => trust with { Roots = [], Files = [Terms("\"until\": \"2026-11-30\"")] }));
        Assert.Equal(VerificationOutcome.Satisfied, Verify(build, trust => trust with { Revoked = [Revoked("2027-01-01")] }).Outcome);
        Only("SB9566", Verify(build, trust => trust with { Revoked = [Revoked("2026-11-01")] }));
    }

    [Fact]
    public void The_authoritys_revocation_list_is_asked()
    {
        using var build = Signed(Expired(), stamp: true);
        VerificationReport With(params (byte, DateTimeOffset)[] entries) => Verify(build, trust => trust with { Revoked = [Write("ca.crl", _authority.RevocationList(s_inTime.AddYears(5), entries))] });

        Assert.Contains(With((9, s_inTime)).Checks, check => check is { Name: "revocation", Result: CheckResult.Passed });
        Only("SB9580", With((1, s_inTime.AddDays(-1))));
        Assert.Equal(VerificationOutcome.Satisfied, With((1, s_inTime.AddDays(1))).Outcome);
        Assert.Contains(Verify(build, trust => trust with { Revoked = [Write("damaged.crl", "-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----")] }).Problems, problem => problem.Code == "SB9579");
    }

    [Fact]
    public void A_revocation_list_counts_only_with_its_authoritys_signature()
    {
        using var build = Signed(Valid());
        using var impostor = new CertificateAuthority();
        var list = impostor.RevocationList(s_inTime.AddYears(9), (1, s_inTime));

        var report = Verify(build, trust => trust with { Revoked = [Write("forged.crl", list)] });

        Assert.Equal(VerificationOutcome.Satisfied, report.Outcome);
        Assert.Contains(report.Checks, check => check is { Name: "revocation", Result: CheckResult.Skipped });
    }

    [Fact]
    public void Another_certificate_put_into_the_bundle_is_tampering()
    {
        using var build = Signed(Valid());
        using var other = _authority.Leaf(5, CertificateAuthority.Start, CertificateAuthority.Start.AddYears(5));
        AttestedFolder.Edit(build.AttestationBundle, bundle => bundle["verificationMaterial"]!["certificate"]!["rawBytes"] = Convert.ToBase64String(other.RawData));
        Assert.Equal(VerificationOutcome.TamperedOrUnreadable, Verify(build).Outcome);

        AttestedFolder.Edit(build.AttestationBundle, bundle => bundle["verificationMaterial"]!["certificate"]!["rawBytes"] = Convert.ToBase64String("no certificate"u8));
        Assert.Contains(Verify(build).Problems, problem => problem.Code == "SB9570");

        AttestedFolder.Edit(build.AttestationBundle, bundle => bundle["verificationMaterial"]!["publicKey"] = new System.Text.Json.Nodes.JsonObject { ["hint"] = "x" });
        Assert.Contains(Verify(build).Problems, problem => problem.Code == "SB9529");
    }

    [Fact]
    public void Damaged_certificates_and_revocation_lists_yield_a_verdict_and_never_trust()
    {
        using var leaf = Valid();
        using var build = Signed(leaf);
        var list = _authority.RevocationList(s_inTime.AddYears(9), (1, s_inTime));
        var random = new Random(20261122);
        for (var round = 0; round < 120; round++)
        {
            var certificate = Flipped(leaf.RawData);
            AttestedFolder.Edit(build.AttestationBundle, bundle => bundle["verificationMaterial"]!["certificate"]!["rawBytes"] = Convert.ToBase64String(certificate));
            Assert.NotEqual(VerificationOutcome.Satisfied, Verify(build).Outcome);
        }
        using var issuer = X509Certificate2.CreateFromPem(_authority.Pem.AsSpan(_authority.RootPem.Length));
        Assert.True(CertificateRevocationList.Read(list, "ca.crl").IsBy(issuer));
        for (var round = 0; round < 2000; round++)
        {
            try
            {
                Assert.False(CertificateRevocationList.Read(Flipped(list), "ca.crl").IsBy(issuer));
            }
            catch (ProblemException refusal)
            {
                Assert.Equal("SB9579", refusal.Problem.Code);
            }
        }

        byte[] Flipped(byte[] bytes)
        {
            var copy = (byte[])bytes.Clone();
            copy[random.Next(copy.Length)] ^= (byte)(1 << random.Next(8));
            return copy;
        }
    }

    [Fact]
    public void A_certificate_file_with_a_private_key_signs_and_its_troubles_have_codes()
    {
        var now = CertificateAuthority.Start.AddYears(1);
        using var leaf = Valid();
        using var expired = Expired();
        using var servers = _authority.Leaf(2, CertificateAuthority.Start, CertificateAuthority.Start.AddYears(5), purpose: "1.3.6.1.5.5.7.3.1");
        using (var signer = CertificateSigner.Load(leaf.Export(X509ContentType.Pfx, "秘密"), "秘密", "portal.pfx", now))
        using (var build = new AttestedFolder().Write(signer))
            Assert.Equal(VerificationOutcome.Satisfied, Verify(build).Outcome);

        Refused("SB9417", leaf.Export(X509ContentType.Pfx, "秘密"), "geheim");
        Refused("SB9417", "no PKCS #12"u8.ToArray(), "");
        Refused("SB9418", new X509Certificate2Collection(new[] { leaf, expired }).Export(X509ContentType.Pfx, "")!, "");
        Refused("SB9419", expired.Export(X509ContentType.Pfx, ""), "", now.AddYears(1));
        Refused("SB9419", servers.Export(X509ContentType.Pfx, ""), "");

        void Refused(string code, byte[] pfx, string password, DateTimeOffset? when = null)
        {
            var problem = Assert.Throws<ProblemException>(() => CertificateSigner.Load(pfx, password, "portal.pfx", when ?? now)).Problem;
            Assert.Equal(code, problem.Code);
            Assert.DoesNotContain("geheim", problem.ToString(), StringComparison.Ordinal);
        }
    }

    X509Certificate2 Valid() => _authority.Leaf(1, CertificateAuthority.Start, CertificateAuthority.Start.AddYears(5));

    X509Certificate2 Expired() => _authority.Leaf(1, CertificateAuthority.Start, CertificateAuthority.Start.AddYears(1));

    static AttestedFolder Signed(X509Certificate2 certificate, bool stamp = false) => new AttestedFolder().Write(new CertifiedSigner(certificate, stamp ? [0x30, 0] : null));

    ReadTimestamp Stamp(DateTimeOffset time)
    {
        var stamper = _stampers.Leaf(1, CertificateAuthority.Start, CertificateAuthority.Start.AddYears(9), purpose: "1.3.6.1.5.5.7.3.8");
        return (_, _) => new(time, stamper, [stamper]);
    }

    VerificationReport Verify(AttestedFolder build, Func<Trust, Trust>? with = null, string? key = null)
    {
        Trust trust = new()
        {
            Roots = [Write("ca.pem", _authority.Pem)],
            Signers = [CertificateAuthority.Signer],
            TimestampRoots = [Write("tsa.pem", _stampers.Pem)],
            ReadTimestamp = Stamp(s_inTime),
        };
        return build.Verify(request => request with { Keys = key is null ? [] : [new(key, "other.pub.pem")], Today = s_today, Trust = with?.Invoke(trust) ?? trust });
    }

    string Revoked(string since) => Write("revoked.json", $$"""{ "revoked": [{ "serial": "01", "issuer": "CN=Test Issuing CA, O=株式会社試験", "since": "{{since}}", "reason": "鍵の漏えい" }] }""");


    string Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    string Write(string name, byte[] content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>The envelopes beside a bundle that is not believed are not believed either: that says the second code.</summary>
    static void Only(string code, VerificationReport report)
    {
        Assert.Equal(VerificationOutcome.NotSatisfied, report.Outcome);
        Assert.Contains(report.Problems, problem => problem.Code == code);
        Assert.All(report.Problems, problem => Assert.Contains(problem.Code, (string[])[code, "SB9513"]));
    }
}
