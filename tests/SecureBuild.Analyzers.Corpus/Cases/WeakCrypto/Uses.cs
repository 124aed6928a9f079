using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;

namespace Shop.Uses;

public interface IDigest { byte[] Of(byte[] data); }

// [Bad CWE-328] behind an interface
public sealed class LegacyDigest : IDigest
{
    public byte[] Of(byte[] data)
    {
        using var sha1 = SHA1.Create();
        return sha1.ComputeHash(data);
    }
}

// [Good CWE-328] behind an interface, strong
public sealed class Digest : IDigest
{
    public byte[] Of(byte[] data) => SHA256.HashData(data);
}

public class Certificates
{
    // [Bad CWE-328] a certificate signed with SHA-1
    public X509Certificate2 SelfSigned(RSA key)
    {
        var request = new CertificateRequest("CN=shop.example", key, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddYears(1));
    }

    // [Good CWE-328] a certificate signed with SHA-384
    public X509Certificate2 Signed(ECDsa key) =>
        new CertificateRequest("CN=shop.example", key, HashAlgorithmName.SHA384).CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddYears(1));
}

public class Tokens
{
    static async Task<byte[]> Encrypt(HttpContent content, SymmetricAlgorithm algorithm)
    {
        using var output = new MemoryStream();
        await using (var crypto = new CryptoStream(output, algorithm.CreateEncryptor(), CryptoStreamMode.Write))
            await content.CopyToAsync(crypto);
        return output.ToArray();
    }

    // [Bad CWE-327] the helper is given Triple DES
    public Task<byte[]> OldPartner(HttpContent content) => Encrypt(content, new TripleDESCryptoServiceProvider());

    // [Good CWE-327] the helper is given AES
    public Task<byte[]> NewPartner(HttpContent content) => Encrypt(content, Aes.Create());

    // [Bad CWE-328] a token's key is an MD5 of what identifies the user
    public string ApiToken(int userId, string email)
    {
        var text = $"{userId}:{email}";
        var bytes = MD5.HashData(Encoding.UTF8.GetBytes(text));
        return Convert.ToBase64String(bytes);
    }

    // [Good CWE-328] a token drawn at random
    public string RandomToken() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    // [Bad CWE-328] an HMAC with SHA-1 by a local function
    public string SignRequest(byte[] key, string query)
    {
        return Convert.ToHexString(Mac(Encoding.UTF8.GetBytes(query)));

        byte[] Mac(byte[] data)
        {
            using var mac = new HMACSHA1(key);
            return mac.ComputeHash(data);
        }
    }

    // [Good CWE-328] an HMAC with SHA-512 by a local function
    public string SignRequestStrongly(byte[] key, string query)
    {
        return Convert.ToHexString(Mac(Encoding.UTF8.GetBytes(query)));

        byte[] Mac(byte[] data)
        {
            using var mac = new HMACSHA512(key);
            return mac.ComputeHash(data);
        }
    }
}

public class Documents
{
    // [Bad CWE-328] a signature method of XML that uses SHA-1
    public void Sign(SignedXml signed, RSA key)
    {
        signed.SigningKey = key;
        signed.SignedInfo!.SignatureMethod = SignedXml.XmlDsigRSASHA1Url;
        signed.ComputeSignature();
    }

    // [Good CWE-328] a signature method of XML that uses SHA-256
    public void SignStrongly(SignedXml signed, RSA key)
    {
        signed.SigningKey = key;
        signed.SignedInfo!.SignatureMethod = SignedXml.XmlDsigRSASHA256Url;
        signed.ComputeSignature();
    }

    // [Bad CWE-327] XML encrypted with Triple DES
    public EncryptionMethod Method() => new(EncryptedXml.XmlEncTripleDESUrl);

    // [Good CWE-327] XML encrypted with AES
    public EncryptionMethod StrongMethod() => new(EncryptedXml.XmlEncAES256Url);
}
