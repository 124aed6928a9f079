// Hashes, ciphers, keys and passwords, in many styles.
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Cryptography.KeyDerivation;
using Microsoft.AspNetCore.Mvc;

#pragma warning disable SYSLIB0021, SYSLIB0022, SYSLIB0041, SYSLIB0045, SYSLIB0060

namespace Corpus.WeakCrypto.Variants;

// [Bad CWE-328] MD5 for a checksum that the client must trust
public class Md5Checksum
{
    public static string Of(Stream stream)
    {
        using (var md5 = MD5.Create())
        {
            return BitConverter.ToString(md5.ComputeHash(stream)).Replace("-", "").ToLowerInvariant();
        }
    }
}

// [Good CWE-328] SHA-256
public class Sha256Checksum
{
    public static string Of(Stream stream)
    {
        using (var sha = SHA256.Create())
        {
            return BitConverter.ToString(sha.ComputeHash(stream)).Replace("-", "").ToLowerInvariant();
        }
    }
}

// [Bad CWE-328] SHA-1 by its name in a constant
public class ByName
{
    const string Algorithm = "SHA1";

    public byte[] Hash(byte[] data) => HashAlgorithm.Create(Algorithm).ComputeHash(data);
}

// [Bad CWE-328] an incremental hash
public class Incremental
{
    public byte[] Hash(IEnumerable<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        foreach (var part in parts)
            hash.AppendData(part);
        return hash.GetHashAndReset();
    }
}

// [Good CWE-328] an incremental hash of a good algorithm
public class IncrementalGood
{
    public byte[] Hash(IEnumerable<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA384);
        foreach (var part in parts)
            hash.AppendData(part);
        return hash.GetHashAndReset();
    }
}

// [Bad CWE-328] a MAC with MD5
public class OldMac
{
    public byte[] Sign(byte[] key, byte[] data) => new HMACMD5(key).ComputeHash(data);
}

// [Good CWE-328] a MAC with SHA-512
public class GoodMac
{
    public byte[] Sign(byte[] key, byte[] data) => HMACSHA512.HashData(key, data);
}

// [Bad CWE-327] triple DES
public class TripleDesBox
{
    public byte[] Encrypt(byte[] data, byte[] key, byte[] iv)
    {
        using TripleDES provider = TripleDES.Create();
        using ICryptoTransform encryptor = provider.CreateEncryptor(key, iv);
        return encryptor.TransformFinalBlock(data, 0, data.Length);
    }
}

// [Bad CWE-327] DES by its provider
public class DesBox
{
    public byte[] Encrypt(byte[] data, byte[] key, byte[] iv)
    {
        var provider = new DESCryptoServiceProvider { Key = key, IV = iv };
        using var memory = new MemoryStream();
        using (var stream = new CryptoStream(memory, provider.CreateEncryptor(), CryptoStreamMode.Write))
            stream.Write(data, 0, data.Length);
        return memory.ToArray();
    }
}

// [Bad CWE-327] the mode in an initialiser
public class EcbBox
{
    public byte[] Encrypt(byte[] data, byte[] key)
    {
        using var aes = new AesManaged { Key = key, Mode = CipherMode.ECB, Padding = PaddingMode.PKCS7 };
        return aes.CreateEncryptor().TransformFinalBlock(data, 0, data.Length);
    }
}

// [Bad CWE-327] the mode by the method's name
public class EcbMethodBox
{
    public byte[] Encrypt(byte[] data, byte[] key)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.EncryptEcb(data, PaddingMode.PKCS7);
    }
}

// [Good CWE-327] authenticated encryption with a new nonce
public class GcmBox
{
    public (byte[] Nonce, byte[] Tag, byte[] Cipher) Encrypt(byte[] data, byte[] key)
    {
        var nonce = new byte[AesGcm.NonceByteSizes.MaxSize];
        RandomNumberGenerator.Fill(nonce);
        var cipher = new byte[data.Length];
        var tag = new byte[16];
        using var gcm = new AesGcm(key, tag.Length);
        gcm.Encrypt(nonce, data, cipher, tag);
        return (nonce, tag, cipher);
    }
}

// [Bad CWE-323] authenticated encryption with the same nonce
public class GcmZeroBox
{
    public byte[] Encrypt(byte[] data, byte[] key, byte[] tag)
    {
        var nonce = new byte[12];
        var cipher = new byte[data.Length];
        using var gcm = new AesGcm(key, 16);
        gcm.Encrypt(nonce, data, cipher, tag);
        return cipher;
    }
}

// [Bad CWE-329] the vector is a text in the program
public class FixedVectorBox
{
    private static readonly byte[] InitVector = Encoding.ASCII.GetBytes("tu89geji340t89u2");

    public byte[] Encrypt(byte[] data, byte[] key)
    {
        using var aes = Aes.Create();
        using var encryptor = aes.CreateEncryptor(key, InitVector);
        return encryptor.TransformFinalBlock(data, 0, data.Length);
    }
}

// [Good CWE-329] the vector is written before the text and read from there
public class PrefixedVectorBox
{
    public byte[] Encrypt(byte[] data, byte[] key)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        aes.GenerateIV();
        return [.. aes.IV, .. aes.EncryptCbc(data, aes.IV)];
    }

    public byte[] Decrypt(byte[] data, byte[] key)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        var iv = new byte[16];
        Array.Copy(data, iv, iv.Length);
        aes.IV = iv;
        return aes.DecryptCbc(data.AsSpan(16), iv);
    }
}

// [Bad CWE-326] 1024 bits
public class ShortRsa
{
    public RSA Create()
    {
        var rsa = new RSACryptoServiceProvider(1024);
        return rsa;
    }
}

// [Good CWE-326] 3072 bits
public class LongRsa
{
    public RSA Create() => RSA.Create(3072);
}

// [Bad CWE-326] by the property
public class ShortRsaProperty
{
    public RSA Make()
    {
        var rsa = RSA.Create();
        rsa.KeySize = 512;
        return rsa;
    }
}

// [Bad CWE-780] no OAEP
public class OldPadding
{
    public byte[] Wrap(RSACryptoServiceProvider rsa, byte[] key) => rsa.Encrypt(key, false);
}

// [Good CWE-780] OAEP
public class NewPadding
{
    public byte[] Wrap(RSA rsa, byte[] key) => rsa.Encrypt(key, RSAEncryptionPadding.OaepSHA256);
}

// [Bad CWE-916] a thousand iterations from a constant
public class FewIterations
{
    private const int Iterations = 1000;

    public string Hash(string password)
    {
        byte[] salt = RandomNumberGenerator.GetBytes(16);
        using var derive = new Rfc2898DeriveBytes(password, salt, Iterations, HashAlgorithmName.SHA256);
        return Convert.ToBase64String(derive.GetBytes(32));
    }
}

// [Good CWE-916] many iterations from a constant
public class ManyIterations
{
    private const int Iterations = 600_000;

    public string Hash(string password)
    {
        byte[] salt = RandomNumberGenerator.GetBytes(16);
        return Convert.ToBase64String(Rfc2898DeriveBytes.Pbkdf2(password, salt, Iterations, HashAlgorithmName.SHA256, 32));
    }
}

// [Bad CWE-916] a password by SHA-256 and nothing else
public class PlainHash
{
    public bool Verify(string password, string stored) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(password))) == stored;
}

// [Bad CWE-759] no salt
public class UserStore
{
    readonly Dictionary<string, byte[]> _hashes = new();

    public void Register(string user, string passwd)
    {
        using var sha = SHA512.Create();
        _hashes[user] = sha.ComputeHash(Encoding.Unicode.GetBytes(passwd));
    }
}

// [Bad CWE-760] the user's name is the salt's constant
public class ConstantSalt
{
    public byte[] Derive(string password)
    {
        byte[] salt = { 0x49, 0x76, 0x61, 0x6e, 0x20, 0x4d, 0x65, 0x64, 0x76, 0x65, 0x64, 0x65, 0x76 };
        return KeyDerivation.Pbkdf2(password, salt, KeyDerivationPrf.HMACSHA256, 600_000, 32);
    }
}

// [Good CWE-760] the salt is stored beside the hash
public class StoredSalt
{
    public record Entry(byte[] Salt, byte[] Hash);

    public bool Verify(Entry entry, string password) =>
        CryptographicOperations.FixedTimeEquals(entry.Hash, KeyDerivation.Pbkdf2(password, entry.Salt, KeyDerivationPrf.HMACSHA512, 210_000, entry.Hash.Length));
}

// [Good CWE-328] an ETag is no security
public class ETagController : ControllerBase
{
    [HttpGet("/etag")]
    public IActionResult Get()
    {
        var body = "hello"u8.ToArray();
        Response.Headers.ETag = "\"" + Convert.ToHexString(SHA256.HashData(body)) + "\"";
        return File(body, "text/plain");
    }
}
