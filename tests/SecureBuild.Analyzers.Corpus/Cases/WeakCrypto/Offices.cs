// Cryptography behind builders, base classes and defaults of the configuration.
using System.Security.Cryptography;
using System.Text;

namespace Corpus.WeakCrypto.Offices;

// [Bad CWE-916] the default of a value in the configuration
public sealed class ConfiguredHasher(IConfiguration configuration)
{
    public byte[] Hash(string password, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(password, salt, configuration.GetValue("Hashing:Iterations", 2000), HashAlgorithmName.SHA256, 32);
}

// [Good CWE-916] a good default of a value in the configuration
public sealed class WellConfiguredHasher(IConfiguration configuration)
{
    public byte[] Hash(string password, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(password, salt, configuration.GetValue("Hashing:Iterations", 600_000), HashAlgorithmName.SHA256, 32);
}

// [Bad CWE-327] a base class is told which mode by its constructor
public abstract class BlockCipher(CipherMode mode)
{
    protected Aes Create(byte[] key)
    {
        var aes = Aes.Create();
        aes.Key = key;
        aes.Mode = mode;
        return aes;
    }
}

// [same case]
public sealed class LegacyCipher() : BlockCipher(CipherMode.ECB);

// [Bad CWE-328] a record with a default
public sealed record Fingerprint(string Algorithm = "MD5")
{
    public byte[] Of(byte[] content)
    {
        using var hash = IncrementalHash.CreateHash(new HashAlgorithmName(Algorithm));
        hash.AppendData(content);
        return hash.GetHashAndReset();
    }
}

// [Good CWE-328] a record with a good default
public sealed record StrongFingerprint(string Algorithm = "SHA512")
{
    public byte[] Of(byte[] content)
    {
        using var hash = IncrementalHash.CreateHash(new HashAlgorithmName(Algorithm));
        hash.AppendData(content);
        return hash.GetHashAndReset();
    }
}

// [Bad CWE-326] a lazy key pair, too short
public static class Keys
{
    static readonly Lazy<RSA> s_pair = new(() => RSA.Create(512 * 2));

    public static byte[] Sign(byte[] data) => s_pair.Value.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
}

// [Good CWE-326] a lazy key pair, long enough
public static class LongKeys
{
    static readonly Lazy<RSA> s_pair = new(() => RSA.Create(1024 * 3));

    public static byte[] Sign(byte[] data) => s_pair.Value.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
}

// [Bad CWE-329] the vector of a class that is made once
public sealed class Protector(byte[] key)
{
    readonly byte[] _vector = Encoding.ASCII.GetBytes("0123456789abcdef");

    public byte[] Protect(byte[] data)
    {
        using var aes = Aes.Create();
        using var encryptor = aes.CreateEncryptor(key, _vector);
        return encryptor.TransformFinalBlock(data, 0, data.Length);
    }
}

// [Bad CWE-329] the vector is made of the user's number
public static class RowCipher
{
    public static byte[] Encrypt(byte[] key, int row, byte[] data)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        aes.IV = new byte[16];
        return aes.CreateEncryptor().TransformFinalBlock(data, 0, data.Length);
    }
}

// [Good CWE-329] the vector that the algorithm made
public static class FreshRowCipher
{
    public static (byte[] Vector, byte[] Text) Encrypt(byte[] key, byte[] data)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        aes.GenerateIV();
        return (aes.IV, aes.CreateEncryptor().TransformFinalBlock(data, 0, data.Length));
    }
}

// [Bad CWE-916] SHA-256 many times in a loop of ten
public static class LoopHash
{
    public static string HashPassword(string password)
    {
        var hash = Encoding.UTF8.GetBytes(password);
        for (var i = 0; i < 10; i++)
            hash = SHA256.HashData(hash);
        return Convert.ToBase64String(hash);
    }
}

// [Bad CWE-759] no salt
public sealed record Member(string Name, string PasswordHash)
{
    public static Member Register(string name, string password) => new(name, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(password))));
}

// [Good CWE-916] a digest of an address for a picture
public sealed record Avatar(string Mail)
{
    public string Url => "https://avatars.example.org/" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Mail.Trim().ToLowerInvariant())));
}

// [Bad CWE-780] the padding of a method of one's own
public static class Envelope
{
    static RSAEncryptionPadding Padding(bool legacy) => legacy ? RSAEncryptionPadding.Pkcs1 : RSAEncryptionPadding.OaepSHA256;

    public static byte[] Wrap(RSA rsa, byte[] key) => rsa.Encrypt(key, Padding(legacy: true));
}

// [Bad CWE-327] a table of ciphers
public static class CipherTable
{
    static readonly Dictionary<string, Func<SymmetricAlgorithm>> s_table = new(StringComparer.Ordinal)
    {
        { "aes", Aes.Create },
        { "3des", TripleDES.Create },
    };

    public static SymmetricAlgorithm Open(string name) => s_table[name]();
}

// [Good CWE-327] a table of good ciphers
public static class StrongTable
{
    static readonly Dictionary<string, Func<byte[], IDisposable>> s_table = new(StringComparer.Ordinal)
    {
        { "gcm", static key => new AesGcm(key, 16) },
        { "chacha", static key => new ChaCha20Poly1305(key) },
    };

    public static IDisposable Open(string name, byte[] key) => s_table[name](key);
}
