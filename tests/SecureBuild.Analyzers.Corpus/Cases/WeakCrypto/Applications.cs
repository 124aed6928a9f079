// Parts of applications that hash and encrypt.
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

#pragma warning disable SYSLIB0021, SYSLIB0022, SYSLIB0023, SYSLIB0041, SYSLIB0045, SYSLIB0060

namespace Corpus.WeakCrypto.Applications;

// [Bad CWE-916] a password hasher of our own
public class OwnHasher<TUser> : IPasswordHasher<TUser> where TUser : class
{
    public string HashPassword(TUser user, string password)
    {
        using var sha1 = new SHA1Managed();
        return Convert.ToBase64String(sha1.ComputeHash(Encoding.UTF8.GetBytes(password)));
    }

    public PasswordVerificationResult VerifyHashedPassword(TUser user, string hashedPassword, string providedPassword) =>
        HashPassword(user, providedPassword) == hashedPassword ? PasswordVerificationResult.Success : PasswordVerificationResult.Failed;
}

// [Good CWE-916] the framework's hasher
public class FrameworkHasher
{
    readonly PasswordHasher<object> _hasher = new();

    public string Hash(string password) => _hasher.HashPassword(this, password);
}

// [Bad CWE-327] the algorithm is chosen by a switch with a bad default
public class Algorithms
{
    public SymmetricAlgorithm Create(string name) => name switch
    {
        "aes" => Aes.Create(),
        _ => new RC2CryptoServiceProvider(),
    };
}

// [Good CWE-327] the algorithm is chosen by a switch of good ones
public class GoodAlgorithms
{
    public HashAlgorithm Create(string name) => name switch
    {
        "sha512" => SHA512.Create(),
        "sha3" => SHA3_256.Create(),
        _ => SHA256.Create(),
    };
}

// [Bad CWE-328] a signature over SHA-1
public class Signer(RSA key)
{
    public byte[] Sign(byte[] document) => key.SignData(document, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);
}

// [Good CWE-328] a signature over SHA-256
public class GoodSigner(RSA key)
{
    public byte[] Sign(byte[] document) => key.SignData(document, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
}

// [Bad CWE-328] a certificate request with MD5
public class Certificates
{
    public X509Certificate2 SelfSigned(string host)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=" + host, key, HashAlgorithmName.MD5, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddYears(1));
    }
}

// [Bad CWE-326] a certificate's key of 1024 bits
public class ShortCertificates
{
    public X509Certificate2 SelfSigned(string host)
    {
        using var key = RSA.Create(1024);
        var request = new CertificateRequest("CN=" + host, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddYears(1));
    }
}

// [Good CWE-326] elliptic curves are short and strong
public class CurveCertificates
{
    public X509Certificate2 SelfSigned(string host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + host, key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddYears(1));
    }
}

// [Bad CWE-329] the vector is the key's first half
public class KeyAsVector
{
    public byte[] Encrypt(byte[] data, string passphrase)
    {
        using var aes = Aes.Create();
        aes.Key = SHA256.HashData(Encoding.UTF8.GetBytes("salted" + passphrase));
        aes.IV = new byte[16];
        using var encryptor = aes.CreateEncryptor();
        return encryptor.TransformFinalBlock(data, 0, data.Length);
    }
}

// [Good CWE-329] the algorithm's own vector
public class OwnVector
{
    public (byte[] Iv, byte[] Data) Encrypt(byte[] data, byte[] key)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        using var encryptor = aes.CreateEncryptor();
        return (aes.IV, encryptor.TransformFinalBlock(data, 0, data.Length));
    }
}

// [Bad CWE-329] a constant vector in a base class
public abstract class VectorBase
{
    protected static readonly byte[] Iv = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 };
}

// [same case]
public class VectorUser : VectorBase
{
    public ICryptoTransform Transform(byte[] key)
    {
        var aes = Aes.Create();
        return aes.CreateEncryptor(key, Iv);
    }
}

// [Bad CWE-916] the old constructor counts a thousand times
public class OldDerive
{
    public byte[] Key(string password, byte[] salt)
    {
        var derive = new Rfc2898DeriveBytes(password, salt);
        return derive.GetBytes(32);
    }
}

// [Bad CWE-916] PasswordDeriveBytes
public class OlderDerive
{
    public byte[] Key(string password, byte[] salt) => new PasswordDeriveBytes(password, salt, "MD5", 2).GetBytes(16);
}

// [Good CWE-916] iterations of the options with a good default
public class OptionDerive
{
    public class Options { public int Iterations { get; set; } = 310_000; }

    public byte[] Key(string password, byte[] salt, Options options)
    {
        using var derive = new Rfc2898DeriveBytes(password, salt, options.Iterations, HashAlgorithmName.SHA512);
        return derive.GetBytes(32);
    }
}

// [Bad CWE-760] a salt of one word for all
public class WordSalt
{
    static readonly byte[] s_salt = Encoding.UTF8.GetBytes("NaClNaClNaCl");

    public byte[] Derive(string password) => Rfc2898DeriveBytes.Pbkdf2(password, s_salt, 600_000, HashAlgorithmName.SHA256, 32);
}

// [Good CWE-328] SHA-256 of a file name for a cache's path
public class CacheNames
{
    public string For(string url) => Path.Combine("cache", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(url))) + ".bin");
}

// [Bad CWE-327] XOR is no cipher: RC2 with 40 bits
public class OldBackup
{
    public Stream Open(Stream inner, byte[] key, byte[] iv)
    {
        var algorithm = RC2.Create();
        algorithm.EffectiveKeySize = 40;
        return new CryptoStream(inner, algorithm.CreateDecryptor(key, iv), CryptoStreamMode.Read);
    }
}

// [Bad CWE-780] PKCS #1 by its object
public class PaddingObject
{
    public byte[] Encrypt(RSA rsa, byte[] data)
    {
        var padding = RSAEncryptionPadding.Pkcs1;
        return rsa.Encrypt(data, padding);
    }
}

// [Good CWE-780] OAEP by the old provider's flag
public class PaddingFlag
{
    public byte[] Encrypt(RSACryptoServiceProvider rsa, byte[] data) => rsa.Encrypt(data, fOAEP: true);
}
