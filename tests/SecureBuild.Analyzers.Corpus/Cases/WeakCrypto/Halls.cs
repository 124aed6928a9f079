// Cryptography again, by other ways.
using System.Security.Cryptography;
using System.Text;

namespace Corpus.WeakCrypto.Halls;

// [Bad CWE-329] constructor sets key and vector at once
public sealed class RecordCipher
{
    readonly byte[] _key;
    readonly byte[] _iv;

    public RecordCipher(byte[] key) => (_key, _iv) = (key, Encoding.ASCII.GetBytes("0123456789abcdef"));

    public byte[] Encrypt(byte[] record)
    {
        using var aes = Aes.Create();
        using var transform = aes.CreateEncryptor(_key, _iv);
        return transform.TransformFinalBlock(record, 0, record.Length);
    }
}

// [Good CWE-329] constructor sets key and purpose at once, the vector is new
public sealed class RecordCipherGood
{
    readonly byte[] _key;
    readonly byte[] _purpose;

    public RecordCipherGood(byte[] key) => (_key, _purpose) = (key, Encoding.ASCII.GetBytes("0123456789abcdef"));

    public byte[] Encrypt(byte[] record)
    {
        using var aes = Aes.Create();
        aes.Key = _key;
        aes.GenerateIV();
        return [.. _purpose, .. aes.IV, .. aes.EncryptCbc(record, aes.IV)];
    }
}

// [Bad CWE-780] the caller hands the padding over
public class Envelope
{
    public byte[] Legacy(RSA key, byte[] secret) => Seal(key, secret, RSAEncryptionPadding.Pkcs1);

    static byte[] Seal(RSA key, byte[] secret, RSAEncryptionPadding padding) => key.Encrypt(secret, padding);
}

// [Good CWE-780] the caller hands OAEP over
public class EnvelopeGood
{
    public byte[] Current(RSA key, byte[] secret) => Seal(key, secret, RSAEncryptionPadding.OaepSHA256);

    static byte[] Seal(RSA key, byte[] secret, RSAEncryptionPadding padding) => key.Encrypt(secret, padding);
}

// [Bad CWE-328] the hash's name comes by a default value of the configuration, and signs licences
public class LicenceSigner(IConfiguration configuration)
{
    public byte[] Sign(RSA key, byte[] licence) =>
        key.SignData(licence, new HashAlgorithmName(configuration["Licence:Hash"] ?? "SHA1"), RSASignaturePadding.Pss);
}

// [Bad CWE-916] BCrypt's place is taken by a loop of SHA-256 with ten rounds
public class LoopHasher
{
    const int Rounds = 10;

    public byte[] HashPassword(string password, byte[] salt)
    {
        byte[] value = [.. salt, .. Encoding.UTF8.GetBytes(password)];
        for (var i = 0; i < Rounds; i++)
            value = SHA256.HashData(value);
        return value;
    }
}

// [Bad CWE-760] an empty salt
public class EmptySalt
{
    public byte[] Derive(string password) => Rfc2898DeriveBytes.Pbkdf2(password, Array.Empty<byte>(), 600_000, HashAlgorithmName.SHA256, 32);
}

// [Bad CWE-323] the counter of the nonce starts anew with every object
public sealed class ChannelSealer(byte[] key)
{
    uint _counter;

    public byte[] Seal(byte[] message)
    {
        using var gcm = new AesGcm(key, 16);
        var nonce = new byte[12];
        var cipher = new byte[message.Length];
        gcm.Encrypt(nonce, message, cipher, new byte[16]);
        _counter++;
        return cipher;
    }
}

// [Good CWE-328] SHA-1 names a Git object
public static class GitObjects
{
    public static string IdOf(byte[] content)
    {
        var header = Encoding.ASCII.GetBytes($"blob {content.Length}\0");
        return Convert.ToHexStringLower(SHA1.HashData([.. header, .. content]));
    }
}

// [Bad CWE-760] who somebody is makes the salt
public class JoinedSalt
{
    public byte[] Derive(string tenant, string userName, string password)
    {
        var salt = Encoding.UTF8.GetBytes(string.Join("|", tenant, userName));
        return Rfc2898DeriveBytes.Pbkdf2(password, salt, 600_000, HashAlgorithmName.SHA256, 32);
    }
}

// [Bad CWE-328] the version picks a name from a list, and the first is MD5
public class ListedHash
{
    static readonly string[] s_names = ["MD5", "SHA256"];

    public byte[] Sign(RSA key, byte[] contract, int version) => key.SignHash(Hash(contract, version), HashAlgorithmName.SHA256, RSASignaturePadding.Pss);

    static byte[] Hash(byte[] contract, int version)
    {
        using var algorithm = (HashAlgorithm)CryptoConfig.CreateFromName(s_names[version])!;
        return algorithm.ComputeHash(contract);
    }
}

// [Good CWE-328] the version picks a name from a list of good ones
public class ListedHashGood
{
    static readonly string[] s_names = ["SHA256", "SHA512"];

    public byte[] Hash(byte[] contract, int version)
    {
        using var algorithm = (HashAlgorithm)CryptoConfig.CreateFromName(s_names[version])!;
        return algorithm.ComputeHash(contract);
    }
}
