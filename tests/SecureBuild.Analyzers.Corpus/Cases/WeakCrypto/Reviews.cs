// Cryptography as reviewers meet it.
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Cryptography.KeyDerivation;
using Microsoft.AspNetCore.Identity;

namespace Corpus.WeakCrypto.Reviews;

// [Bad CWE-916] the old constructor with its thousand rounds
public static class OldDerivation
{
    public static byte[] Derive(string password, byte[] salt)
    {
#pragma warning disable SYSLIB0041, SYSLIB0060
        using var derive = new Rfc2898DeriveBytes(password, salt);
#pragma warning restore
        return derive.GetBytes(32);
    }
}

// [Bad CWE-916] the rounds come from a field of settings
public sealed class HashSettings { public int Iterations { get; init; } = 500; }

// [same case]
public sealed class SettingsHasher
{
    static readonly HashSettings s_settings = new() { Iterations = 500 };
    const int DefaultIterations = 500;

    public byte[] Hash(string password, byte[] salt, int iterations = DefaultIterations) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), salt, iterations, HashAlgorithmName.SHA512, 64);
}

// [Good CWE-916] the rounds come from the configuration
public sealed class ConfiguredHasher(IConfiguration configuration)
{
    public byte[] Hash(string password, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(password, salt, configuration.GetValue<int>("Hash:Iterations"), HashAlgorithmName.SHA512, 64);
}

// [Bad CWE-916] SHA-1 below the derivation
public static class OldFunction
{
    public static byte[] Derive(string password, byte[] salt) => KeyDerivation.Pbkdf2(password, salt, KeyDerivationPrf.HMACSHA1, 10_000, 32);
}

// [Good CWE-916] SHA-512 below the derivation
public static class NewFunction
{
    public static byte[] Derive(string password, byte[] salt) => KeyDerivation.Pbkdf2(password, salt, KeyDerivationPrf.HMACSHA512, 210_000, 32);
}

// [Bad CWE-916] the old form of hashes
public static class OldIdentity
{
    public static void Add(IServiceCollection services) => services.Configure<PasswordHasherOptions>(options => options.CompatibilityMode = PasswordHasherCompatibilityMode.IdentityV2);
}

// [Good CWE-916] the hasher of Identity
public sealed class IdentityHashing(IPasswordHasher<IdentityUser> hasher)
{
    public string Hash(IdentityUser user, string password) => hasher.HashPassword(user, password);
}

// [Bad CWE-759] a password without salt, in an extension method
public static class PasswordExtensions
{
    public static string ToHash(this string password)
    {
        using var sha = SHA512.Create();
        return Convert.ToBase64String(sha.ComputeHash(Encoding.Unicode.GetBytes(password)));
    }
}

// [Good CWE-759] an address without salt, in an extension method
public static class AddressExtensions
{
    public static string ToHash(this string address)
    {
        using var sha = SHA512.Create();
        return Convert.ToBase64String(sha.ComputeHash(Encoding.Unicode.GetBytes(address)));
    }
}

// [Bad CWE-760] the salt is part of the class
public sealed class SaltedHasher
{
    static readonly byte[] s_salt = Encoding.UTF8.GetBytes("NaCl-2019-shop");

    public byte[] Hash(string password)
    {
        using var derive = new Rfc2898DeriveBytes(password, s_salt, 600_000, HashAlgorithmName.SHA256);
        return derive.GetBytes(32);
    }
}

// [Good CWE-760] the salt is made for each password
public sealed class FreshHasher
{
    public (byte[] Salt, byte[] Hash) Hash(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        using var derive = new Rfc2898DeriveBytes(password, salt, 600_000, HashAlgorithmName.SHA256);
        return (salt, derive.GetBytes(32));
    }
}

// [Bad CWE-326] DSA with a short key
public static class ShortDsa
{
    public static byte[] Sign(byte[] data)
    {
        using var dsa = DSA.Create(1024);
        return dsa.SignData(data, HashAlgorithmName.SHA256);
    }
}

// [Bad CWE-326] a curve of 160 bits
public static class ShortCurve
{
    public static ECDsa Make() => ECDsa.Create(ECCurve.NamedCurves.brainpoolP160r1);
}

// [Good CWE-326] a curve of 256 bits
public static class LongCurve
{
    public static ECDsa Make() => ECDsa.Create(ECCurve.NamedCurves.nistP256);
}

// [Bad CWE-326] the size comes with a parameter that has a default
public sealed class KeyService
{
    public RSA NewKey(int bits = 1024) => RSA.Create(bits);
}

// [Good CWE-326] the size comes with a parameter that has a default
public sealed class LongKeyService
{
    public RSA NewKey(int bits = 4096) => RSA.Create(bits);
}

// [Bad CWE-780] the padding is a field
public sealed class Envelope
{
    static readonly RSAEncryptionPadding s_padding = RSAEncryptionPadding.Pkcs1;

    public byte[] Seal(RSA key, byte[] secret) => key.Encrypt(secret, s_padding);
}

// [Good CWE-780] the padding is a field
public sealed class SafeEnvelope
{
    static readonly RSAEncryptionPadding s_padding = RSAEncryptionPadding.OaepSHA256;

    public byte[] Seal(RSA key, byte[] secret) => key.Encrypt(secret, s_padding);
}

// [Bad CWE-327] the mode by a property of a base class
public abstract class CipherBase
{
    protected virtual CipherMode Mode => CipherMode.CBC;

    public byte[] Encrypt(byte[] key, byte[] data)
    {
        using var aes = Aes.Create();
        aes.Mode = Mode;
        aes.Key = key;
        using var encryptor = aes.CreateEncryptor();
        return [.. aes.IV, .. encryptor.TransformFinalBlock(data, 0, data.Length)];
    }
}

// [same case]
public sealed class FastCipher : CipherBase
{
    protected override CipherMode Mode => CipherMode.ECB;
}

// [Bad CWE-327] one-shot without blocks in a row
public static class OneShot
{
    public static byte[] Encrypt(Aes aes, byte[] data) => aes.EncryptEcb(data, PaddingMode.PKCS7);
}

// [Good CWE-327] one-shot with blocks in a row
public static class SafeOneShot
{
    public static byte[] Encrypt(Aes aes, byte[] data)
    {
        var iv = RandomNumberGenerator.GetBytes(16);
        return [.. iv, .. aes.EncryptCbc(data, iv, PaddingMode.PKCS7)];
    }
}

// [Bad CWE-329] a vector by a constant text
public sealed class TextVector
{
    const string Vector = "0123456789abcdef";

    public ICryptoTransform Encryptor(byte[] key)
    {
        var aes = Aes.Create();
        return aes.CreateEncryptor(key, Encoding.ASCII.GetBytes(Vector));
    }
}

// [Good CWE-329] the cipher's own vector
public sealed class OwnVector
{
    public (byte[] Vector, byte[] Data) Encrypt(byte[] key, byte[] data)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        aes.GenerateIV();
        using var encryptor = aes.CreateEncryptor(aes.Key, aes.IV);
        return (aes.IV, encryptor.TransformFinalBlock(data, 0, data.Length));
    }
}

// [Bad CWE-323] a nonce by the length of the message
public static class LengthNonce
{
    static readonly byte[] s_nonce = "chat-nonce-1"u8.ToArray();

    public static byte[] Seal(byte[] key, byte[] data)
    {
        var output = new byte[data.Length];
        var tag = new byte[16];
        using var cipher = new ChaCha20Poly1305(key);
        cipher.Encrypt(s_nonce, data, output, tag);
        return [.. output, .. tag];
    }
}

// [Bad CWE-328] the thumb print of an old function decides about trust
public static class Pinned
{
    public static bool IsOurs(X509Certificate2 certificate, string pin)
    {
        var digest = Convert.ToHexString(MD5.HashData(certificate.RawData));
        return digest == pin;
    }
}

// [Good CWE-328] the thumb print of a new function decides about trust
public static class SafelyPinned
{
    public static bool IsOurs(X509Certificate2 certificate, string pin)
    {
        var digest = Convert.ToHexString(SHA256.HashData(certificate.RawData));
        return digest == pin;
    }
}

// [Bad CWE-328] a certificate signed with SHA-1
public static class OldCertificate
{
    public static X509Certificate2 Make(RSA key)
    {
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddYears(1));
    }
}

// [Bad CWE-327] an algorithm of the configuration with an old default
public static class NamedDefault
{
    public static HashAlgorithmName Name(IConfiguration configuration) => new(configuration["Hash"] ?? "MD5");

    public static byte[] Sign(RSA key, byte[] data) => key.SignData(data, new HashAlgorithmName("MD5"), RSASignaturePadding.Pss);
}

// [Good CWE-327] an algorithm of the configuration with a new default
public static class NewNamedDefault
{
    public static byte[] Sign(RSA key, byte[] data) => key.SignData(data, new HashAlgorithmName("SHA384"), RSASignaturePadding.Pss);
}

// [Good CWE-327] the old cipher is only told apart
public static class Describe
{
    public static string Of(SymmetricAlgorithm algorithm) => algorithm switch
    {
        Aes => "good",
        _ when algorithm.GetType().Name.Contains("DES", StringComparison.Ordinal) => "replace it",
        _ => "unknown",
    };
}
