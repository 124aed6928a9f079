using System.Security.Cryptography;
using System.Text;
using SecureBuild.Signing;

namespace SecureBuild.Core.Tests.Signing;

public sealed class SigningKeyTests
{
    [Fact]
    public void Every_usual_form_of_a_P256_key_is_read_and_has_the_same_id()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        PbeParameters encryption = new(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1000);
        var id = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
        var parameters = PemEncoding.WriteString("EC PARAMETERS", Convert.FromHexString("06082A8648CE3D030107"));

        foreach (var pem in (string[])
        [
            key.ExportPkcs8PrivateKeyPem(), key.ExportECPrivateKeyPem(), key.ExportEncryptedPkcs8PrivateKeyPem("秘密", encryption),
            parameters + "\n" + key.ExportECPrivateKeyPem(), "a note before it\n" + key.ExportPkcs8PrivateKeyPem() + "\n",
        ])
        {
            using var signer = SigningKey.Load(pem, "秘密", "key.pem");
            Assert.Equal(id, signer.KeyId);
            Assert.True(key.VerifyData("x"u8, signer.Sign("x"u8), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        }
    }

    [Fact]
    public void A_new_key_can_be_read_back_with_and_without_a_password()
    {
        foreach (var password in (string?[])[null, "correct horse"])
        {
            var pair = SigningKey.Create(password);
            using var signer = SigningKey.Load(pair.PrivateKeyPem, password, "key.pem");
            Assert.Equal((pair.KeyId, pair.PublicKeyPem), (signer.KeyId, signer.PublicKeyPem));
            Assert.Equal(password is not null, pair.PrivateKeyPem.Contains("ENCRYPTED", StringComparison.Ordinal));
            Assert.DoesNotContain("PRIVATE", pair.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_cannot_sign_is_refused_with_its_code_and_without_key_material()
    {
        using var p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create(2048);
        var pair = SigningKey.Create();
        var encrypted = SigningKey.Create("right").PrivateKeyPem;

        Refused("SB9401", "");
        Refused("SB9401", "not a key");
        Refused("SB9401", pair.PublicKeyPem);
        Refused("SB9402", p384.ExportPkcs8PrivateKeyPem());
        Refused("SB9402", rsa.ExportPkcs8PrivateKeyPem());
        Refused("SB9402", rsa.ExportRSAPrivateKeyPem());
        using var p521 = ECDsa.Create(ECCurve.NamedCurves.nistP521);
        Refused("SB9402", p521.ExportPkcs8PrivateKeyPem());
        Refused("SB9402", rsa.ExportEncryptedPkcs8PrivateKeyPem("right", new(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1000)), "right");
        // Ed25519 (RFC 8410, 7), a curve that the framework does not know, ML-DSA-65 with nothing in it.
        Refused("SB9402", PemEncoding.WriteString("PRIVATE KEY", Convert.FromHexString("302E020100" + "300506032B6570" + "04220420" + new string('7', 64))));
        Refused("SB9402", PemEncoding.WriteString("PRIVATE KEY", Convert.FromHexString("301B020100" + "300D06072A8648CE3D020106022A03" + "0407300502010104000000")));
        Refused("SB9402", PemEncoding.WriteString("PRIVATE KEY", Convert.FromHexString("3014020100" + "300B0609608648016503040312" + "04020000")));
        Refused("SB9403", encrypted);
        Refused("SB9404", encrypted, "wrong");
        Refused("SB9405", PemEncoding.WriteString("PRIVATE KEY", Encoding.ASCII.GetBytes("damaged")));
    }

    static void Refused(string code, string pem, string? password = null)
    {
        var problem = Assert.Throws<ProblemException>(() => SigningKey.Load(pem, password, "portal.key.pem")).Problem;
        Assert.Equal(code, problem.Code);
        Assert.Contains("portal.key.pem", problem.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("-----", problem.ToString(), StringComparison.Ordinal);
    }
}
