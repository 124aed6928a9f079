using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Shop.Keys;

public class KeyFactory
{
    const int SmallSize = 1024;
    const int GoodSize = 3072;

    // [Bad CWE-326] 1024 bits
    public RSA Short() => RSA.Create(1024);

    // [Good CWE-326] 3072 bits
    public RSA Long() => RSA.Create(3072);

    // [Bad CWE-326] the constructor's argument is a constant
    public RSA FromConstant() => new RSACryptoServiceProvider(SmallSize);

    // [Good CWE-326] a larger constant
    public RSA FromGoodConstant() => new RSACryptoServiceProvider(dwKeySize: GoodSize);

    // [Bad CWE-326] by the property
    public string ExportPublic()
    {
        using var rsa = RSA.Create();
        rsa.KeySize = 512;
        return rsa.ExportRSAPublicKeyPem();
    }

    // [Good CWE-326] by the property, large
    public string ExportLargePublic()
    {
        using var rsa = RSA.Create();
        rsa.KeySize = 4096;
        return rsa.ExportRSAPublicKeyPem();
    }

    // [Bad CWE-326] the size is a local that was never raised
    public CertificateRequest Request(string subject)
    {
        var bits = 1024;
        var key = RSA.Create(bits);
        return new CertificateRequest("CN=" + subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    // [Good CWE-326] the size is a local that is large enough
    public CertificateRequest LargeRequest(string subject)
    {
        var bits = 2 * 1024;
        var key = RSA.Create(bits);
        return new CertificateRequest("CN=" + subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
    }

    // [Bad CWE-326] DSA with 1024 bits
    public DSA Dsa() => DSA.Create(1024);

    // [Good CWE-326] a curve of 256 bits is as strong as 3072 bits of RSA
    public ECDsa Curve() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    // [Good CWE-326] 128 bits are enough for AES
    public Aes Symmetric()
    {
        var aes = Aes.Create();
        aes.KeySize = 128;
        aes.GenerateKey();
        return aes;
    }

    // [Good CWE-326] a buffer of 1024 bytes is no key
    public byte[] Buffer()
    {
        var size = 1024;
        return new byte[size];
    }

    // [Bad CWE-326] a CNG key made with a short length
    public RSA Cng() => new RSACng(keySize: 1024);

    // [Good CWE-326] a CNG key with a proper length
    public RSA LongCng() => new RSACng(keySize: 2048);
}

public class Envelope
{
    // [Bad CWE-780] PKCS #1 v1.5 encryption by the boolean
    public byte[] Wrap(RSACryptoServiceProvider rsa, byte[] key) => rsa.Encrypt(key, false);

    // [Good CWE-780] OAEP by the boolean
    public byte[] WrapOaep(RSACryptoServiceProvider rsa, byte[] key) => rsa.Encrypt(key, fOAEP: true);

    // [Bad CWE-780] PKCS #1 v1.5 encryption by the padding
    public byte[] WrapPkcs(X509Certificate2 certificate, byte[] key)
    {
        using var rsa = certificate.GetRSAPublicKey()!;
        return rsa.Encrypt(key, RSAEncryptionPadding.Pkcs1);
    }

    // [Good CWE-780] OAEP by the padding
    public byte[] WrapWithCertificate(X509Certificate2 certificate, byte[] key)
    {
        using var rsa = certificate.GetRSAPublicKey()!;
        return rsa.Encrypt(key, RSAEncryptionPadding.OaepSHA256);
    }

    // [Good CWE-780] PKCS #1 v1.5 as a signature's padding is something else
    public bool Verify(RSA rsa, byte[] data, byte[] signature) =>
        rsa.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    // [Bad CWE-780] a formatter for key exchange
    public byte[] Exchange(RSA rsa, byte[] secret) => new RSAPKCS1KeyExchangeFormatter(rsa).CreateKeyExchange(secret);

    // [Good CWE-780] the formatter with OAEP
    public byte[] ExchangeOaep(RSA rsa, byte[] secret) => new RSAOAEPKeyExchangeFormatter(rsa).CreateKeyExchange(secret);
}

// [Bad CWE-780] the padding is a field
public class Courier(RSA partner)
{
    private static readonly RSAEncryptionPadding s_padding = RSAEncryptionPadding.Pkcs1;

    public byte[] Send(byte[] key) => partner.Encrypt(key, s_padding);
}

// [Good CWE-780] the padding is a field with OAEP
public class ModernCourier(RSA partner)
{
    private static readonly RSAEncryptionPadding s_padding = RSAEncryptionPadding.OaepSHA256;

    public byte[] Send(byte[] key) => partner.Encrypt(key, s_padding);
}
