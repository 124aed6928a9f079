using System.Collections.Immutable;
using System.Security.Cryptography;
using SecureBuild.Core.Tests.Verification;
using SecureBuild.Signing;
using SecureBuild.Testing.Node;
using SecureBuild.Testing.Python;
using SecureBuild.Verification;

namespace SecureBuild.Core.Tests.Signing;

/// <summary>Real commands with real keys; and commands that do what a signer must not.</summary>
public sealed class ExternalSignerTests : IDisposable
{
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    readonly string _folder = Directory.CreateTempSubdirectory("securebuild signer ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("p256")]
    [InlineData("rsa:3072")]
    [InlineData("ed25519")]
    public async Task What_a_command_signed_verifies_here_and_with_Sigstore(string kind)
    {
        var (key, pub) = OpenSsl.Keys(_folder, kind);
        ImmutableArray<string> command = kind == "ed25519" ? ["node", Path.Combine(AppContext.BaseDirectory, "Node", "sign.mjs"), key] : ["openssl", "dgst", "-sha256", "-sign", key];
        ExternalSigner signer = new(command, new(await File.ReadAllTextAsync(pub, TestContext.Current.CancellationToken), pub), s_patience);
        using var folder = new AttestedFolder().Write(signer);

        var report = folder.Verify(request => request with { Keys = [new(File.ReadAllText(pub), pub)] });
        var sigstore = await NodeTools.RunAsync("sigstore-verify.mjs", pub, folder.ProvenanceBundle, folder.AttestationBundle);

        Assert.Empty(report.Problems);
        Assert.Equal(VerificationOutcome.Satisfied, report.Outcome);
        Assert.True(sigstore.ExitCode == 0, sigstore.ToString());
        folder.EditLines(line => line["payload"] = Convert.ToBase64String("{}"u8));
        Assert.Equal(VerificationOutcome.TamperedOrUnreadable, folder.Verify(request => request with { Keys = [new(File.ReadAllText(pub), pub)] }).Outcome);
    }

    [Theory]
    [InlineData("p256")]
    [InlineData("rsa:3072")]
    [InlineData("ed25519")]
    public async Task What_a_command_signed_verifies_with_the_library_of_in_toto(string kind)
    {
        var (key, pub) = OpenSsl.Keys(_folder, kind);
        ExternalSigner signer = new(["node", Path.Combine(AppContext.BaseDirectory, "Node", "sign.mjs"), key], new(await File.ReadAllTextAsync(pub, TestContext.Current.CancellationToken), pub), s_patience);
        using var folder = new AttestedFolder().Write(signer);
        string[] files = [folder.Statements, folder.ProvenanceBundle, folder.AttestationBundle];

        var result = await Securesystemslib.VerifyAsync(pub, files);

        Assert.SkipWhen(result is null, Securesystemslib.Missing);
        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal(4, result.Output.Split("verified ").Length - 1);

        folder.EditLines(line => line["payloadType"] = "application/json");
        foreach (var bundle in files[1..])
            AttestedFolder.Edit(bundle, json => json["dsseEnvelope"]!["payload"] = Convert.ToBase64String("{}"u8));
        Assert.Equal(4, (await Securesystemslib.VerifyAsync(pub, files))!.Output.Split("rejected ").Length - 1);
    }

    [Fact]
    public void What_is_no_signature_is_refused_with_its_code_and_without_what_the_command_said()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands of this test are those of a Unix shell.");
        using var key = ECDsa.Create();
        key.ImportFromPem(AttestedFolder.Key.PrivateKeyPem);
        var raw = Write("raw.sig", key.SignData("x"u8, HashAlgorithmName.SHA256));
        var good = key.SignData("x"u8, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        var text = Write("text.sig", System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(good)));
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var stranger = Write("stranger.sig", other.SignData("x"u8, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));

        Refused("SB9410", s_patience, Path.Combine(_folder, "nowhere"));
        Refused("SB9411", s_patience, "sh", "-c", "echo PIN-1234 >&2; exit 3");
        Refused("SB9412", TimeSpan.FromMilliseconds(300), "sleep", "60");
        Refused("SB9412", TimeSpan.FromMilliseconds(300), "sh", "-c", "exec >&-; sleep 60");
        Refused("SB9413", s_patience, "true");
        Refused("SB9413", s_patience, "cat", stranger);
        Refused("SB9413", s_patience, "head", "-c", "3000000", "/dev/zero");
        Refused("SB9414", s_patience, "cat", raw);
        Refused("SB9415", s_patience, "cat", text);
        // A command that gives away the key itself.
        Refused("SB9415", s_patience, "cat", Write("key.pem", System.Text.Encoding.ASCII.GetBytes(AttestedFolder.Key.PrivateKeyPem)));
        Assert.Equal(good, Signer(s_patience, "cat", Write("good.sig", good)).Sign("x"u8));
    }

    [Fact]
    public void A_signature_that_cannot_be_checked_here_is_not_taken()
    {
        Assert.SkipWhen(PublicKeys.Read(new PublicKeyText(SecondSignatureTests.SomeMLDsaKey, "pq")).CanVerify, "This platform can check it.");
        ExternalSigner signer = new(["true"], new(SecondSignatureTests.SomeMLDsaKey, "pq.pub.pem"), s_patience);

        Assert.Equal("SB9416", Assert.Throws<ProblemException>(() => signer.Sign("x"u8)).Problem.Code);
    }

    void Refused(string code, TimeSpan patience, params string[] command)
    {
        var problem = Assert.Throws<ProblemException>(() => Signer(patience, command).Sign("x"u8)).Problem;
        Assert.Equal(code, problem.Code);
        Assert.DoesNotContain("PIN", problem.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(AttestedFolder.Key.PrivateKeyPem.Split('\n')[1], problem.ToString(), StringComparison.Ordinal);
    }

    static ExternalSigner Signer(TimeSpan patience, params string[] command) => new([.. command], new(AttestedFolder.Key.PublicKeyPem, "pub.pem"), patience);

    string Write(string name, byte[] content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
