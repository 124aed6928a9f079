using System.Security.Cryptography;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;
using Microsoft.Extensions.Options;

namespace Layers;

public interface IHasher { string Hash(string text); }
public sealed class CryptoOptions { public string Key { get; set; } = ""; public int Iterations { get; set; } = 600_000; }

// [Bad CWE-328] MD5 for a password behind an interface
public sealed class Md5Hasher : IHasher
{
    public string Hash(string password) => Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(password)));
}

// [Good CWE-328] SHA-256 of a file
public sealed class FileHasher
{
    public async Task<string> HashAsync(string path)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexString(await SHA256.HashDataAsync(file));
    }
}

// [Bad CWE-327] the algorithm's name is a constant
public sealed class Named
{
    const string Algorithm = "SHA1";
    public byte[] Sign(RSA key, byte[] data) => key.SignData(data, new HashAlgorithmName(Algorithm), RSASignaturePadding.Pss);
}

// [Bad CWE-327] Triple DES by factory
public sealed class Legacy(byte[] key, byte[] iv)
{
    public byte[] Encrypt(byte[] data)
    {
        using var cipher = TripleDES.Create();
        using var encryptor = cipher.CreateEncryptor(key, iv);
        return encryptor.TransformFinalBlock(data, 0, data.Length);
    }
}

// [Good CWE-327] AES-GCM with a fresh nonce
public sealed class Sealed(byte[] key)
{
    public (byte[] Nonce, byte[] Text, byte[] Tag) Encrypt(byte[] data)
    {
        var nonce = RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize);
        var text = new byte[data.Length];
        var tag = new byte[16];
        using var aes = new AesGcm(key, tag.Length);
        aes.Encrypt(nonce, data, text, tag);
        return (nonce, text, tag);
    }
}

// [Bad CWE-327] ECB
public sealed class Blocks(IOptions<CryptoOptions> options)
{
    public byte[] Encrypt(string text)
    {
        using var aes = Aes.Create();
        aes.Key = Convert.FromBase64String(options.Value.Key);
        aes.Mode = CipherMode.ECB;
        return aes.CreateEncryptor().TransformFinalBlock(Encoding.UTF8.GetBytes(text), 0, text.Length);
    }
}

// [Bad CWE-329] an initialisation vector of zeros
public sealed class Zeros(byte[] key)
{
    static readonly byte[] s_iv = new byte[16];

    public byte[] Encrypt(byte[] data)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.EncryptCbc(data, s_iv);
    }
}

// [Good CWE-329] made for each message
public sealed class Fresh(byte[] key)
{
    public byte[] Encrypt(byte[] data)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        aes.GenerateIV();
        return [.. aes.IV, .. aes.EncryptCbc(data, aes.IV)];
    }
}

// [Good CWE-329] random for each object and kept
public sealed class PerObject
{
    readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    readonly byte[] _iv = RandomNumberGenerator.GetBytes(16);

    public byte[] Encrypt(byte[] data)
    {
        using var aes = Aes.Create();
        return aes.CreateEncryptor(_key, _iv).TransformFinalBlock(data, 0, data.Length);
    }
}

// [Bad CWE-916] few rounds
public sealed class FewRounds
{
    public byte[] Derive(string password, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(password, salt, 1000, HashAlgorithmName.SHA256, 32);
}

// [Good CWE-916] many rounds
public sealed class ManyRounds(IOptions<CryptoOptions> options)
{
    public byte[] Derive(string password, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(password, salt, options.Value.Iterations, HashAlgorithmName.SHA256, 32);
}

// [Bad CWE-760] a salt in the code
public sealed class FixedSalt
{
    static readonly byte[] s_salt = "application-salt"u8.ToArray();
    public byte[] Derive(string password) => Rfc2898DeriveBytes.Pbkdf2(password, s_salt, 600_000, HashAlgorithmName.SHA512, 32);
}

// [Bad CWE-326] a short RSA key
public sealed class ShortKey { public RSA Create() => RSA.Create(1024); }

// [Good CWE-326] a long RSA key
public sealed class LongKey { public RSA Create() => RSA.Create(3072); }

// [Bad CWE-780] RSA without OAEP
public sealed class OldPadding { public byte[] Wrap(RSA rsa, byte[] key) => rsa.Encrypt(key, RSAEncryptionPadding.Pkcs1); }

// [Good CWE-780] RSA with OAEP
public sealed class NewPadding { public byte[] Wrap(RSA rsa, byte[] key) => rsa.Encrypt(key, RSAEncryptionPadding.OaepSHA256); }

// [Bad CWE-327] XML with Triple DES
public sealed class XmlSecrets
{
    public void Encrypt(XmlElement element, SymmetricAlgorithm key)
    {
        var encrypted = new EncryptedXml();
        var data = new EncryptedData { Type = EncryptedXml.XmlEncElementUrl, EncryptionMethod = new EncryptionMethod(EncryptedXml.XmlEncTripleDESUrl) };
        data.CipherData.CipherValue = encrypted.EncryptData(element, key, false);
        EncryptedXml.ReplaceElement(element, data, false);
    }
}

// [Good CWE-327] XML with AES
public sealed class XmlSafe
{
    public void Encrypt(XmlElement element, SymmetricAlgorithm key)
    {
        var encrypted = new EncryptedXml();
        var data = new EncryptedData { Type = EncryptedXml.XmlEncElementUrl, EncryptionMethod = new EncryptionMethod(EncryptedXml.XmlEncAES256Url) };
        data.CipherData.CipherValue = encrypted.EncryptData(element, key, false);
        EncryptedXml.ReplaceElement(element, data, false);
    }
}

// [Bad CWE-327] a signature with SHA-1
public sealed class XmlSignature
{
    public void Sign(XmlDocument document, RSA key)
    {
        var signed = new SignedXml(document) { SigningKey = key };
        signed.SignedInfo!.SignatureMethod = SignedXml.XmlDsigRSASHA1Url;
        signed.ComputeSignature();
    }
}

// [Good CWE-327] a signature with SHA-256
public sealed class XmlSafeSignature
{
    public void Sign(XmlDocument document, RSA key)
    {
        var signed = new SignedXml(document) { SigningKey = key };
        signed.SignedInfo!.SignatureMethod = SignedXml.XmlDsigRSASHA256Url;
        signed.ComputeSignature();
    }
}
