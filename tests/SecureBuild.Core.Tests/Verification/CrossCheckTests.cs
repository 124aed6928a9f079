using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SecureBuild.Attestation;
using SecureBuild.Signing;
using SecureBuild.Testing.Node;

namespace SecureBuild.Core.Tests.Verification;

/// <summary>What others say about our signatures. The statements contain Japanese text.</summary>
public sealed class CrossCheckTests : IDisposable
{
    readonly AttestedFolder _folder = AttestedFolder.Signed();

    readonly string _publicKey;

    public CrossCheckTests()
    {
        _publicKey = Path.Combine(_folder.Output, "portal.pub.pem");
        File.WriteAllText(_publicKey, AttestedFolder.Key.PublicKeyPem);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Sigstore_verifies_both_bundles()
    {
        var result = await NodeTools.RunAsync("sigstore-verify.mjs", _publicKey, _folder.ProvenanceBundle, _folder.AttestationBundle);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal("verified Portal.provenance.sigstore.json\nverified Portal.attestation.sigstore.json\n", result.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Sigstore_refuses_what_we_refuse()
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(AttestedFolder.Key.PrivateKeyPem);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        string[] bundles =
        [
            Bundle("payload", envelope => envelope["payload"] = Convert.ToBase64String("{}"u8)),
            Bundle("payload-type", envelope => envelope["payloadType"] = "application/json"),
            Bundle("no-signature", envelope => envelope["signatures"] = new JsonArray()),
            Bundle("two-signatures", envelope => envelope["signatures"]!.AsArray().Add(envelope["signatures"]![0]!.DeepClone())),
            Bundle("p1363", envelope => Sign(envelope, data => key.SignData(data, HashAlgorithmName.SHA256))),
            Bundle("sha384", envelope => Sign(envelope, data => key.SignData(data, HashAlgorithmName.SHA384, DSASignatureFormat.Rfc3279DerSequence))),
            Bundle("other-key", envelope => Sign(envelope, data => other.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence))),
        ];

        var result = await NodeTools.RunAsync("sigstore-verify.mjs", [_publicKey, .. bundles]);

        var lines = result.Output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        Assert.Equal(bundles.Length, lines.Length);
        Assert.All(lines, line => Assert.StartsWith("rejected", line, StringComparison.Ordinal));
        Assert.All(bundles, bundle => Assert.Equal(SecureBuild.Verification.VerificationOutcome.TamperedOrUnreadable, AttestedFolder.Verify(bundle).Outcome));
    }

    [Fact]
    public void Openssl_verifies_our_signature_over_the_encoding()
    {
        var envelope = JsonNode.Parse(File.ReadLines(_folder.Statements).First())!;
        var encoding = Path.Combine(_folder.Output, "pae.bin");
        var signature = Path.Combine(_folder.Output, "sig.der");
        var payload = Convert.FromBase64String((string)envelope["payload"]!);
        // Made by hand from the specification, not with our own function.
        File.WriteAllBytes(encoding, [.. Encoding.UTF8.GetBytes($"DSSEv1 28 application/vnd.in-toto+json {payload.Length} "), .. payload]);
        File.WriteAllBytes(signature, Convert.FromBase64String((string)envelope["signatures"]![0]!["sig"]!));

        Assert.Equal("Verified OK", OpenSsl("dgst", "-sha256", "-verify", _publicKey, "-signature", signature, encoding));
        File.AppendAllText(encoding, "x");
        Assert.NotEqual("Verified OK", OpenSsl("dgst", "-sha256", "-verify", _publicKey, "-signature", signature, encoding));
    }

    string Bundle(string name, Action<JsonObject> edit)
    {
        // A folder each: beside the statements file, the difference from it would be refused first.
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder.Output, name, "securebuild")).FullName, name + AttestationFiles.AttestationBundleSuffix);
        File.Copy(_folder.AttestationBundle, file);
        AttestedFolder.Edit(file, bundle => edit(bundle["dsseEnvelope"]!.AsObject()));
        return file;
    }

    static void Sign(JsonObject envelope, Func<byte[], byte[]> sign) => envelope["signatures"]![0]!["sig"] =
        Convert.ToBase64String(sign(Dsse.PreAuthenticationEncoding(InToto.PayloadType, Convert.FromBase64String((string)envelope["payload"]!))));

    static string OpenSsl(params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("openssl", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            process.WaitForExit();
            Task.WaitAll(output, error);
            return output.Result.Trim();
        }
        catch (Win32Exception)
        {
            Assert.Skip("The openssl command is not on the PATH.");
            throw;
        }
    }
}
