using System.Text;
using System.Text.Json.Nodes;
using SecureBuild.Core.Tests.Verification;
using SecureBuild.Signing;

namespace SecureBuild.Core.Tests.Signing;

public sealed class DsseTests
{
    [Fact]
    public void The_encoding_counts_bytes_not_characters() =>
        Assert.Equal("DSSEv1 9 種別x/y 6 署名"u8.ToArray(), Dsse.PreAuthenticationEncoding("種別x/y", "署名"u8));

    [Fact]
    public void An_empty_body_is_encoded_too() => Assert.Equal("DSSEv1 1 t 0 ", Encoding.UTF8.GetString(Dsse.PreAuthenticationEncoding("t", [])));

    [Fact]
    public void A_bundle_takes_one_signature_by_the_key_of_its_hint()
    {
        using var signer = (EcdsaP256Signer)AttestedFolder.Signer();
        using var other = (EcdsaP256Signer)AttestedFolder.Signer(SigningKey.Create());
        var envelope = Dsse.Envelope("t", "x"u8, signer);
        Assert.Equal(signer.KeyId, (string?)SigstoreBundle.Create(envelope, signer)["verificationMaterial"]!["publicKey"]!["hint"]);
        Assert.Throws<ArgumentException>(() => SigstoreBundle.Create(envelope, other));

        envelope["signatures"]!.AsArray().Add(new JsonObject { ["keyid"] = signer.KeyId, ["sig"] = "AA==" });
        Assert.Throws<ArgumentException>(() => SigstoreBundle.Create(envelope, signer));
    }
}
