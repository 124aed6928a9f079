// Cryptography with its parameters elsewhere: fields, constants, builders, settings objects, factories.
using System.Security.Cryptography;
using System.Text;

namespace Corpus.WeakCrypto.Snippets;

// [Bad CWE-327] the name of the algorithm is a constant of another class
public static class AlgorithmNames
{
    public const string Cipher = "DES";
    public const string Digest = "MD5";
}

// [same case]
public static class NamedCipher
{
    public static SymmetricAlgorithm? Make() => (SymmetricAlgorithm?)CryptoConfig.CreateFromName(AlgorithmNames.Cipher);
}

// [Good CWE-327] the name of the algorithm is a constant of another class
public static class GoodAlgorithmNames
{
    public const string Cipher = "AES";
}

// [same case]
public static class GoodNamedCipher
{
    public static SymmetricAlgorithm? Make() => (SymmetricAlgorithm?)CryptoConfig.CreateFromName(GoodAlgorithmNames.Cipher);
}

// [Bad CWE-327] the mode comes from a settings object
public sealed record CipherSettings(CipherMode Mode = CipherMode.ECB, PaddingMode Padding = PaddingMode.PKCS7);

// [same case]
public sealed class SettingsCipher
{
    readonly CipherSettings _settings = new(CipherMode.ECB);

    public byte[] Encrypt(byte[] key, byte[] data)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        aes.Mode = _settings.Mode;
        using var encryptor = aes.CreateEncryptor();
        return encryptor.TransformFinalBlock(data, 0, data.Length);
    }
}

// [Good CWE-327] the mode is written where it is used
public sealed class AuthenticatedCipher
{
    public byte[] Encrypt(byte[] key, byte[] data)
    {
        var nonce = RandomNumberGenerator.GetBytes(12);
        var sealedData = new byte[data.Length];
        var tag = new byte[16];
        using var aes = new AesGcm(key, 16);
        aes.Encrypt(nonce, data, sealedData, tag);
        return [.. nonce, .. tag, .. sealedData];
    }
}

// [Bad CWE-327] a cipher by a ternary
public static class Choice
{
    public static SymmetricAlgorithm Make(bool legacy) => legacy ? TripleDES.Create() : Aes.Create();
}

// [Bad CWE-329] the vector is the start of the key
public static class VectorOfKey
{
    public static byte[] Encrypt(byte[] key, byte[] data)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        aes.IV = key.Take(16).ToArray();
        using var encryptor = aes.CreateEncryptor();
        return encryptor.TransformFinalBlock(data, 0, data.Length);
    }
}

// [Good CWE-329] the vector is the start of the message, which was written with it
public static class VectorOfMessage
{
    public static byte[] Decrypt(byte[] key, byte[] message)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        aes.IV = message.Take(16).ToArray();
        using var decryptor = aes.CreateDecryptor();
        return decryptor.TransformFinalBlock(message, 16, message.Length - 16);
    }
}

// [Bad CWE-329] a vector of zeros by a field
public sealed class ZeroVector
{
    static readonly byte[] Iv = new byte[16];

    public byte[] Encrypt(byte[] key, byte[] data)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.EncryptCbc(data, Iv);
    }
}

// [Good CWE-329] an array that the generator fills
public sealed class FilledVector
{
    public byte[] Encrypt(byte[] key, byte[] data)
    {
        var iv = new byte[16];
        RandomNumberGenerator.Fill(iv);
        using var aes = Aes.Create();
        aes.Key = key;
        return [.. iv, .. aes.EncryptCbc(data, iv)];
    }
}

// [Good CWE-329] an array that a helper fills
public sealed class HelpedVector
{
    public byte[] Encrypt(byte[] key, byte[] data)
    {
        var iv = NewVector(16);
        using var aes = Aes.Create();
        aes.Key = key;
        return [.. iv, .. aes.EncryptCbc(data, iv)];
    }

    static byte[] NewVector(int length)
    {
        var result = new byte[length];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(result);
        return result;
    }
}

// [Bad CWE-323] a nonce that starts anew with the process
public sealed class CountingNonce
{
    public byte[] Encrypt(byte[] key, byte[] data)
    {
        Span<byte> nonce = stackalloc byte[12];
        nonce.Clear();
        var output = new byte[data.Length];
        Span<byte> tag = stackalloc byte[16];
        using var gcm = new AesGcm(key, 16);
        gcm.Encrypt(nonce, data, output, tag);
        return output;
    }
}

// [Good CWE-323] a nonce by the generator
public sealed class RandomNonce
{
    public byte[] Encrypt(byte[] key, byte[] data)
    {
        Span<byte> nonce = stackalloc byte[12];
        RandomNumberGenerator.Fill(nonce);
        var output = new byte[data.Length];
        Span<byte> tag = stackalloc byte[16];
        using var gcm = new AesGcm(key, 16);
        gcm.Encrypt(nonce, data, output, tag);
        return output;
    }
}

// [Bad CWE-916] the rounds stand in a constant
public static class FewRounds
{
    const int Rounds = 1_000;
    const int Size = 32;

    public static byte[] Derive(string password, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(password, salt, Rounds, HashAlgorithmName.SHA256, Size);
}

// [Good CWE-916] the rounds stand in a constant
public static class ManyRounds
{
    const int Rounds = 600_000;
    const int Size = 32;

    public static byte[] Derive(string password, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(password, salt, Rounds, HashAlgorithmName.SHA256, Size);
}

// [Bad CWE-916] options of Identity's hasher
public static class FewIdentityRounds
{
    public static void Add(IServiceCollection services) => services.Configure<Microsoft.AspNetCore.Identity.PasswordHasherOptions>(options => options.IterationCount = 1000);
}

// [Good CWE-916] options of Identity's hasher
public static class ManyIdentityRounds
{
    public static void Add(IServiceCollection services) => services.Configure<Microsoft.AspNetCore.Identity.PasswordHasherOptions>(options => options.IterationCount = 310_000);
}

// [Bad CWE-760] the salt is the user's name
public static class NameAsSalt
{
    public static byte[] Derive(string user, string password) =>
        Rfc2898DeriveBytes.Pbkdf2(password, Encoding.UTF8.GetBytes("shop-salt-v1"), 600_000, HashAlgorithmName.SHA512, 32);
}

// [Good CWE-760] the salt comes with the record
public static class StoredSalt
{
    public static bool Verify(string password, string stored)
    {
        var parts = stored.Split('$');
        var actual = Rfc2898DeriveBytes.Pbkdf2(password, Convert.FromBase64String(parts[0]), 600_000, HashAlgorithmName.SHA512, 32);
        return CryptographicOperations.FixedTimeEquals(actual, Convert.FromBase64String(parts[1]));
    }
}

// [Bad CWE-328] the hash by its name in a switch
public static class HashByName
{
    public static HashAlgorithm Make(string name) => name switch
    {
        "fast" => MD5.Create(),
        _ => SHA256.Create(),
    };
}

// [Good CWE-328] the hash by its name in a switch
public static class StrongHashByName
{
    public static HashAlgorithm Make(string name) => name switch
    {
        "fast" => SHA256.Create(),
        _ => SHA512.Create(),
    };
}

// [Bad CWE-328] an incremental hash over a signature's data
public static class Incremental
{
    public static byte[] Digest(IEnumerable<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        foreach (var part in parts)
            hash.AppendData(part);
        return hash.GetHashAndReset();
    }
}

// [Bad CWE-328] SHA-1 in a signature
public static class OldSignature
{
    static readonly HashAlgorithmName s_hash = HashAlgorithmName.SHA1;

    public static byte[] Sign(RSA key, byte[] data) => key.SignData(data, s_hash, RSASignaturePadding.Pkcs1);
}

// [Good CWE-328] SHA-256 in a signature
public static class NewSignature
{
    static readonly HashAlgorithmName s_hash = HashAlgorithmName.SHA256;

    public static byte[] Sign(RSA key, byte[] data) => key.SignData(data, s_hash, RSASignaturePadding.Pss);
}

// [Bad CWE-326] a short key by a constant
public static class ShortRsa
{
    const int Bits = 1024;

    public static RSA Make()
    {
        var rsa = RSA.Create();
        rsa.KeySize = Bits;
        return rsa;
    }
}

// [Good CWE-326] a long key by a constant
public static class LongRsa
{
    const int Bits = 3072;

    public static RSA Make()
    {
        var rsa = RSA.Create();
        rsa.KeySize = Bits;
        return rsa;
    }
}

// [Bad CWE-326] a certificate with a short key
public static class ShortCertificate
{
    public static System.Security.Cryptography.X509Certificates.X509Certificate2 Make(string name)
    {
        using var key = new RSACryptoServiceProvider(512);
        var request = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddYears(1));
    }
}

// [Bad CWE-780] RSA without OAEP, by a flag
public static class OldPadding
{
    public static byte[] Encrypt(RSACryptoServiceProvider key, byte[] data)
    {
        const bool useOaep = false;
        return key.Encrypt(data, useOaep);
    }
}

// [Good CWE-780] RSA with OAEP, by a flag
public static class NewPadding
{
    public static byte[] Encrypt(RSACryptoServiceProvider key, byte[] data)
    {
        const bool useOaep = true;
        return key.Encrypt(data, useOaep);
    }
}

// [Bad CWE-916] a password hashed once
public static class HashedOnce
{
    public static string Hash(string password, string salt)
    {
        var sb = new StringBuilder();
        foreach (var b in SHA256.HashData(Encoding.UTF8.GetBytes(password + salt)))
            sb.Append(b.ToString("x2"));
        return sb.ToString();
    }
}

// [Good CWE-916] a file hashed once
public static class FileHashedOnce
{
    public static string Hash(Stream file)
    {
        var sb = new StringBuilder();
        foreach (var b in SHA256.HashData(file))
            sb.Append(b.ToString("x2"));
        return sb.ToString();
    }
}

// [Bad CWE-327] a wrapper class around RC2
public class Protector : IDisposable
{
    readonly SymmetricAlgorithm _algorithm;

    public Protector() => _algorithm = RC2.Create();

    public ICryptoTransform Encryptor(byte[] key, byte[] iv) => _algorithm.CreateEncryptor(key, iv);

    public void Dispose() => _algorithm.Dispose();
}

// [Good CWE-327] a wrapper class around AES
public class GoodProtector : IDisposable
{
    readonly SymmetricAlgorithm _algorithm;

    public GoodProtector() => _algorithm = Aes.Create();

    public ICryptoTransform Encryptor(byte[] key, byte[] iv) => _algorithm.CreateEncryptor(key, iv);

    public void Dispose() => _algorithm.Dispose();
}

// [Bad CWE-327] the class is chosen by a function
public static class Suppliers
{
    static readonly Func<SymmetricAlgorithm> s_make = () => new DESCryptoServiceProvider();

    public static byte[] Encrypt(byte[] key, byte[] iv, byte[] data)
    {
        using var algorithm = s_make();
        using var encryptor = algorithm.CreateEncryptor(key, iv);
        return encryptor.TransformFinalBlock(data, 0, data.Length);
    }
}

// [Bad CWE-328] an HMAC for a cookie with MD5
public static class OldMac
{
    public static string Sign(byte[] key, string value) => Convert.ToHexString(HMACMD5.HashData(key, Encoding.UTF8.GetBytes(value)));
}

// [Good CWE-328] an HMAC for a cookie with SHA-256
public static class NewMac
{
    public static string Sign(byte[] key, string value) => Convert.ToHexString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(value)));
}

// [Bad CWE-327] encryption by exclusive or
public static class XorCipher
{
    public static byte[] Encrypt(byte[] plain, byte[] key)
    {
        var cipher = new byte[plain.Length];
        for (var i = 0; i < plain.Length; i++)
            cipher[i] = (byte)(plain[i] ^ key[i % key.Length]);
        return cipher;
    }
}

// [Good CWE-327] a check sum by exclusive or
public static class XorSum
{
    public static byte Sum(byte[] data)
    {
        byte sum = 0;
        for (var i = 0; i < data.Length; i++)
            sum ^= data[i];
        return sum;
    }
}

// [Bad CWE-327] "encryption" by Base64
public static class EncodedPassword
{
    public static string EncryptPassword(string password) => Convert.ToBase64String(Encoding.UTF8.GetBytes(password));
}
