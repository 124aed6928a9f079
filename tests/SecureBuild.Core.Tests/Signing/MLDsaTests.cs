using SecureBuild.Core.Tests.Verification;
using SecureBuild.Signing;
using SecureBuild.Testing.Node;
using SecureBuild.Verification;
using SecureBuild.Verification.Policy;

namespace SecureBuild.Core.Tests.Signing;

/// <summary>ML-DSA with real keys and signatures of somebody else: the OpenSSL in a current Node.js.</summary>
public sealed class MLDsaTests : IDisposable
{
    const string NoNode = "There is no Node.js with ML-DSA (24 or later) for this platform in npm, and the machine's own has none.";

    readonly string _folder = Directory.CreateTempSubdirectory("securebuild ml-dsa ").FullName;

    string PrivateKey => Path.Combine(_folder, "pq.key.pem");

    string PublicKey => Path.Combine(_folder, "pq.pub.pem");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("ml-dsa-65")]
    [InlineData("ml-dsa-87")]
    public async Task A_second_signature_by_a_command_verifies_here_and_with_Sigstore_and_satisfies_a_policy(string kind)
    {
        await Keys(kind, 0);
        using var folder = AttestedFolder.Signed();
        string[] bundles = [folder.Artifact($".provenance.{kind}.sigstore.json"), folder.Artifact($".attestation.{kind}.sigstore.json")];
        ExternalSigner signer = new([(await NodeTools.ModernAsync())!, Path.Combine(AppContext.BaseDirectory, "Node", "sign.mjs"), PrivateKey], await Public(), TimeSpan.FromSeconds(60));
        foreach (var artifact in AttestationFiles.Sign(folder.Output, signer).Artifacts)
            AtomicFile.Write(artifact.Path, artifact.Content.Span);

        var trusted = await Public();
        VerificationReport Verify() => folder.Verify(request => request with { Keys = [.. request.Keys, trusted], Policy = new(Sha256: new('0', 64)) { PostQuantum = true } });
        var report = Verify();
        var sigstore = await NodeTools.RunModernAsync("sigstore-verify.mjs", [PublicKey, .. bundles]);

        Assert.Equal(VerificationOutcome.Satisfied, report.Outcome);
        Assert.Equal(2, report.Checks.Count(check => check is { Name: "second-signature", Result: CheckResult.Passed }));
        Assert.Contains(report.Policy!.Results, rule => rule is { Rule: RuleNames.PostQuantum, Verdict: PolicyVerdict.Passed });
        Assert.True(sigstore is { ExitCode: 0 }, sigstore!.ToString());

        // The classical signature still holds; this one does not, and that is tampering here and there.
        AttestedFolder.Edit(bundles[1], bundle => bundle["dsseEnvelope"]!["signatures"]![0]!["sig"] = Convert.ToBase64String(new byte[kind == "ml-dsa-65" ? 3309 : 4627]));
        Assert.Equal(VerificationOutcome.TamperedOrUnreadable, Verify().Outcome);
        Assert.Contains("rejected", (await NodeTools.RunModernAsync("sigstore-verify.mjs", PublicKey, bundles[1]))!.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ml-dsa-65", 48)]
    [InlineData("ml-dsa-87", 64)]
    public async Task Every_signature_of_somebody_else_verifies_and_no_changed_one_does(string kind, int challenge)
    {
        var signatures = await Keys(kind, 60);
        var key = PublicKeys.Read(await Public());
        Random random = new(20261123);

        foreach (var (data, signature, otherContext) in signatures)
        {
            Assert.True(key.Verifies(data, signature));
            Assert.False(key.Verifies([.. data, 0], signature));
            Assert.False(key.Verifies(data, otherContext));
            Assert.False(key.Verifies(data, signature.AsSpan(1)));
            Assert.False(key.Verifies(data, [.. signature, 0]));
            // Challenge, response, hints.
            foreach (var place in (int[])[random.Next(challenge), random.Next(challenge, signature.Length - 90), signature.Length - 1 - random.Next(60)])
            {
                var changed = (byte[])signature.Clone();
                changed[place] ^= (byte)(1 << random.Next(8));
                Assert.False(key.Verifies(data, changed));
            }
        }
    }

    [Fact]
    public async Task Hints_have_one_encoding_only()
    {
        // FIPS 204, algorithm 21: else a second signature over the same data could be made of each without the key.
        const int most = 55, rows = 6;
        var (data, signature, _) = (await Keys("ml-dsa-65", 1))[0];
        var key = PublicKeys.Read(await Public());
        var hints = signature.Length - most - rows;
        var first = signature[hints + most];
        Assert.SkipWhen(first < 2 || signature[^1] >= most, "This signature has too few hints, or no room behind them.");

        byte[] exchanged = [.. signature], padded = [.. signature], beyond = [.. signature];
        (exchanged[hints], exchanged[hints + 1]) = (exchanged[hints + 1], exchanged[hints]);
        padded[hints + most - 1] = 7;
        beyond[^1] = most + 1;

        Assert.True(key.Verifies(data, signature));
        Assert.All((byte[][])[exchanged, padded, beyond], bytes => Assert.False(key.Verifies(data, bytes)));
    }

    async Task<List<(byte[] Data, byte[] Signature, byte[] OtherContext)>> Keys(string kind, int count)
    {
        var result = await NodeTools.RunModernAsync("ml-dsa.mjs", kind, PrivateKey, PublicKey, count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.SkipWhen(result is null, NoNode);
        Assert.True(result.ExitCode == 0, result.ToString());
        return [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd().Split(' ').Select(Convert.FromBase64String).ToArray()).Select(parts => (parts[0], parts[1], parts[2]))];
    }

    async Task<PublicKeyText> Public() => new(await File.ReadAllTextAsync(PublicKey, TestContext.Current.CancellationToken), PublicKey);
}
