// Encryption, hashes and passwords in services of every day.
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Cryptography.KeyDerivation;
using Microsoft.AspNetCore.Identity;

namespace Corpus.WeakCrypto.Workshops;

// [Bad CWE-327] the cipher is a type argument
public sealed class Sealing<TCipher> where TCipher : SymmetricAlgorithm, new()
{
    public byte[] Seal(byte[] data, byte[] key)
    {
        using var cipher = new TCipher();
        cipher.Key = key;
        cipher.GenerateIV();
        using var encryptor = cipher.CreateEncryptor();
        return [.. cipher.IV, .. encryptor.TransformFinalBlock(data, 0, data.Length)];
    }
}

// [same case]
public sealed class OrderSealing
{
    readonly Sealing<TripleDESCryptoServiceProvider> _sealing = new();

    public byte[] Seal(byte[] order, byte[] key) => _sealing.Seal(order, key);
}

// [Bad CWE-328] a checksum of the document by a factory method
public sealed class Checksums
{
    readonly Func<HashAlgorithm> _create;

    public Checksums() => _create = MD5.Create;

    public string Of(Stream document)
    {
        using var hash = _create();
        return Convert.ToHexString(hash.ComputeHash(document));
    }
}

// [Good CWE-328] the same with SHA-256
public sealed class StrongChecksums
{
    readonly Func<HashAlgorithm> _create;

    public StrongChecksums() => _create = SHA256.Create;

    public string Of(Stream document)
    {
        using var hash = _create();
        return Convert.ToHexString(hash.ComputeHash(document));
    }
}

// [Bad CWE-328] the name of the algorithm is the settings' default
public sealed class SignatureSettings
{
    public HashAlgorithmName Algorithm { get; set; } = HashAlgorithmName.SHA1;
}

// [same case]
public sealed class SettingsSigner(RSA key, SignatureSettings settings)
{
    public byte[] Sign(byte[] data) => key.SignData(data, settings.Algorithm, RSASignaturePadding.Pkcs1);
}

// [Good CWE-328] the default is SHA-384
public sealed class StrongSignatureSettings
{
    public HashAlgorithmName Algorithm { get; set; } = HashAlgorithmName.SHA384;
}

// [same case]
public sealed class StrongSettingsSigner(RSA key, StrongSignatureSettings settings)
{
    public byte[] Sign(byte[] data) => key.SignData(data, settings.Algorithm, RSASignaturePadding.Pss);
}

// [Bad CWE-327] each block for itself
public sealed class Blocks
{
    public byte[] Encrypt(byte[] plain, byte[] key)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.EncryptEcb(plain, PaddingMode.PKCS7);
    }
}

// [Bad CWE-327] the mode by a parameter's default
public sealed class Archive(byte[] key)
{
    ICryptoTransform Create(CipherMode mode = CipherMode.ECB)
    {
        var aes = Aes.Create();
        aes.Key = key;
        aes.Mode = mode;
        return aes.CreateEncryptor();
    }

    public Stream Open(Stream target) => new CryptoStream(target, Create(), CryptoStreamMode.Write);
}

// [Good CWE-327] blocks that are chained, a fresh vector
public sealed class ChainedArchive(byte[] key)
{
    public byte[] Encrypt(byte[] plain)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        var vector = RandomNumberGenerator.GetBytes(16);
        return [.. vector, .. aes.EncryptCbc(plain, vector)];
    }
}

// [Bad CWE-326] a key pair of 1024 bits
public static class LicenceKeys
{
    const int Bits = 512 * 2;

    public static string New()
    {
        using var rsa = RSA.Create();
        rsa.KeySize = Bits;
        return rsa.ExportRSAPrivateKeyPem();
    }
}

// [Good CWE-326] a key pair of 3072 bits
public static class LongLicenceKeys
{
    const int Bits = 1024 * 3;

    public static string New()
    {
        using var rsa = RSA.Create();
        rsa.KeySize = Bits;
        return rsa.ExportRSAPrivateKeyPem();
    }
}

// [Bad CWE-329] the vector is made of zeros
public sealed class ZeroVector
{
    public byte[] Encrypt(byte[] plain, byte[] key)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        aes.IV = new byte[aes.BlockSize / 8];
        using var memory = new MemoryStream();
        using (var stream = new CryptoStream(memory, aes.CreateEncryptor(), CryptoStreamMode.Write))
            stream.Write(plain);
        return memory.ToArray();
    }
}

// [Bad CWE-329] the vector is the start of the key
public sealed class KeyVector
{
    public byte[] Encrypt(byte[] plain, byte[] key)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        aes.IV = key.Take(16).ToArray();
        return aes.EncryptCbc(plain, aes.IV);
    }
}

// [Good CWE-329] the vector stands before the cipher text
public sealed class ReadVector
{
    public byte[] Decrypt(byte[] sealed_, byte[] key)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        var vector = new byte[16];
        Array.Copy(sealed_, vector, 16);
        aes.IV = vector;
        return aes.DecryptCbc(sealed_.AsSpan(16), vector);
    }
}

// [Bad CWE-323] the nonce is kept for all messages
public sealed class Channel
{
    readonly AesGcm _cipher;
    readonly byte[] _nonce = RandomNumberGenerator.GetBytes(12);

    public Channel(byte[] key) => _cipher = new AesGcm(key, 16);

    public (byte[] Text, byte[] Tag) Send(byte[] message)
    {
        var text = new byte[message.Length];
        var tag = new byte[16];
        _cipher.Encrypt(_nonce, message, text, tag);
        return (text, tag);
    }
}

// [Good CWE-323] a nonce for each message
public sealed class FreshChannel
{
    readonly AesGcm _cipher;

    public FreshChannel(byte[] key) => _cipher = new AesGcm(key, 16);

    public (byte[] Nonce, byte[] Text, byte[] Tag) Send(byte[] message)
    {
        var nonce = new byte[12];
        RandomNumberGenerator.Fill(nonce);
        var text = new byte[message.Length];
        var tag = new byte[16];
        _cipher.Encrypt(nonce, message, text, tag);
        return (nonce, text, tag);
    }
}

// [Bad CWE-760] one salt for all
public sealed class Accounts
{
    static readonly byte[] s_salt = Encoding.UTF8.GetBytes("accounts.city.example");

    public byte[] Hash(string password) => Rfc2898DeriveBytes.Pbkdf2(password, s_salt, 600_000, HashAlgorithmName.SHA256, 32);
}

// [Bad CWE-760] the salt is the name of the user, known to all
public sealed class NamedAccounts
{
    public string Hash(string userName, string password)
    {
        var salt = Encoding.UTF8.GetBytes(userName.ToUpperInvariant());
        return Convert.ToBase64String(KeyDerivation.Pbkdf2(password, salt, KeyDerivationPrf.HMACSHA512, 210_000, 32));
    }
}

// [Good CWE-760] a salt of its own for each
public sealed class SaltedAccounts
{
    public (byte[] Salt, byte[] Hash) Hash(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return (salt, Rfc2898DeriveBytes.Pbkdf2(password, salt, 600_000, HashAlgorithmName.SHA256, 32));
    }
}

// [Bad CWE-916] a thousand rounds by the constructor's default
public sealed class OldDerivation
{
    public byte[] Key(string password, byte[] salt)
    {
        using var derivation = new Rfc2898DeriveBytes(password, salt, 1000, HashAlgorithmName.SHA256);
        return derivation.GetBytes(32);
    }
}

// [Bad CWE-916] the password is hashed once, with its salt
public sealed class SaltedOnce
{
    public bool Check(string password, User user)
    {
        var bytes = Encoding.UTF8.GetBytes(user.Salt + password);
        var hash = Convert.ToBase64String(SHA512.HashData(bytes));
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(user.Hash));
    }
}

public sealed record User(string Name, string Salt, string Hash);

// [Good CWE-916] the framework's hasher
public sealed class FrameworkHasher(IPasswordHasher<User> hasher)
{
    public bool Check(string password, User user) => hasher.VerifyHashedPassword(user, user.Hash, password) != PasswordVerificationResult.Failed;
}

// [Bad CWE-916] a cost of four
public sealed class CheapBcrypt
{
    public string Hash(string password) => BCrypt.Net.BCrypt.HashPassword(password, 4);
}

// [Good CWE-916] a cost of twelve
public sealed class Bcrypt
{
    public string Hash(string password) => BCrypt.Net.BCrypt.HashPassword(password, workFactor: 12);
}

// [Good CWE-916] a digest of a file is no password
public sealed class FileDigest
{
    public string Of(string content) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}

// [Bad CWE-780] the old padding
public sealed class KeyTransport(RSA recipient)
{
    static RSAEncryptionPadding Padding => RSAEncryptionPadding.Pkcs1;

    public byte[] Wrap(byte[] key) => recipient.Encrypt(key, Padding);
}

// [Good CWE-780] OAEP
public sealed class OaepTransport(RSA recipient)
{
    static RSAEncryptionPadding Padding => RSAEncryptionPadding.OaepSHA256;

    public byte[] Wrap(byte[] key) => recipient.Encrypt(key, Padding);
}

// [Bad CWE-327] the cipher by its name in a dictionary
public sealed class Ciphers
{
    static readonly Dictionary<int, string> s_names = new() { [1] = "DES", [2] = "3DES" };

    public SymmetricAlgorithm For(int version) => SymmetricAlgorithm.Create(s_names[version])!;
}

// [Bad CWE-327] RC2 for a cookie
public sealed class CookieCipher
{
    public string Protect(string value, byte[] key, byte[] vector)
    {
#pragma warning disable SYSLIB0021
        using SymmetricAlgorithm cipher = new RC2CryptoServiceProvider();
#pragma warning restore SYSLIB0021
        return Convert.ToBase64String(cipher.CreateEncryptor(key, vector).TransformFinalBlock(Encoding.UTF8.GetBytes(value), 0, value.Length));
    }
}

// [Good CWE-327] the strong cipher by a condition
public sealed class VersionedCipher
{
    public byte[] Open(byte[] data, byte[] key, byte[] nonce, byte[] tag, bool mobile)
    {
        var plain = new byte[data.Length];
        if (mobile)
        {
            using var chacha = new ChaCha20Poly1305(key);
            chacha.Decrypt(nonce, data, tag, plain);
        }
        else
        {
            using var gcm = new AesGcm(key, 16);
            gcm.Decrypt(nonce, data, tag, plain);
        }
        return plain;
    }
}

// [Good CWE-328] the first bytes of a strong digest are a name for a body
public sealed class Etags
{
    public string Of(byte[] body) => "\"" + Convert.ToHexString(SHA256.HashData(body).AsSpan(0, 8)) + "\"";
}

public interface IHasher { byte[] Hash(byte[] data); }

// [Bad CWE-328] behind an interface
public sealed class LegacyHasher : IHasher
{
    public byte[] Hash(byte[] data)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        hash.AppendData(data);
        return hash.GetHashAndReset();
    }
}

// [Good CWE-328] behind the same interface
public sealed class NewHasher : IHasher
{
    public byte[] Hash(byte[] data)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        hash.AppendData(data);
        return hash.GetHashAndReset();
    }
}

// [Bad CWE-327] an old cipher in one branch of a switch
public sealed class CipherFactory
{
    public SymmetricAlgorithm Create(string kind) => kind switch
    {
        "aes" => Aes.Create(),
        "legacy" => DES.Create(),
        _ => throw new NotSupportedException(kind),
    };
}

// [Bad CWE-329] the vector is a text of the base class
public abstract class Sealer
{
    protected virtual byte[] Vector => "0123456789abcdef"u8.ToArray();
}

// [same case]
public sealed class AesSealer(byte[] key) : Sealer
{
    public byte[] Seal(byte[] data)
    {
        using var aes = Aes.Create();
        using var encryptor = aes.CreateEncryptor(key, Vector);
        return encryptor.TransformFinalBlock(data, 0, data.Length);
    }
}

// [Good CWE-329] the vector is made anew by the base class
public abstract class FreshSealer
{
    protected byte[] NewVector() => RandomNumberGenerator.GetBytes(16);
}

// [same case]
public sealed class FreshAesSealer(byte[] key) : FreshSealer
{
    public byte[] Seal(byte[] data)
    {
        using var aes = Aes.Create();
        var vector = NewVector();
        using var encryptor = aes.CreateEncryptor(key, vector);
        return [.. vector, .. encryptor.TransformFinalBlock(data, 0, data.Length)];
    }
}

// [Bad CWE-916] the number of rounds is a constant of another class
public static class Rounds
{
    public const int Low = 500;
    public const int High = 350_000;
}

// [same case]
public sealed class LowRounds
{
    public byte[] Derive(string password, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(password, salt, Rounds.Low, HashAlgorithmName.SHA512, 64);
}

// [Good CWE-916] enough rounds
public sealed class HighRounds
{
    public byte[] Derive(string password, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(password, salt, Rounds.High, HashAlgorithmName.SHA512, 64);
}

// [Bad CWE-916] PBKDF1
public sealed class Pbkdf1
{
    public byte[] Key(string password, byte[] salt)
    {
        using var derivation = new PasswordDeriveBytes(password, salt);
        return derivation.GetBytes(16);
    }
}

// [Bad CWE-328] the code that authenticates rests on MD5
public sealed class MacService(byte[] key)
{
    public string Sign(string text)
    {
        using HMAC mac = new HMACMD5(key);
        return Convert.ToHexString(mac.ComputeHash(Encoding.UTF8.GetBytes(text)));
    }
}

// [Good CWE-328] the code that authenticates rests on SHA-256
public sealed class StrongMacService(byte[] key)
{
    public string Sign(string text)
    {
        using HMAC mac = new HMACSHA256(key);
        return Convert.ToHexString(mac.ComputeHash(Encoding.UTF8.GetBytes(text)));
    }
}

// [Bad CWE-326] a curve of 160 bits
public static class Curves
{
    public static ECDsa Create() => ECDsa.Create(ECCurve.NamedCurves.brainpoolP160r1);
}

// [Good CWE-326] a curve of 256 bits
public static class GoodCurves
{
    public static ECDsa Create() => ECDsa.Create(ECCurve.NamedCurves.nistP256);
}

// [Bad CWE-327] nobody notices what was changed
public sealed class Unpadded
{
    public byte[] Encrypt(byte[] data, byte[] key)
    {
        var aes = Aes.Create();
        aes.Key = key;
        aes.Mode = CipherMode.ECB;
        aes.Padding = PaddingMode.Zeros;
        return aes.CreateEncryptor().TransformFinalBlock(data, 0, data.Length);
    }
}

// [Bad CWE-327] a cipher of one's own
public sealed class XorCipher
{
    static readonly byte[] s_key = "portal-key"u8.ToArray();

    public string Encrypt(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] ^= s_key[i % s_key.Length];
        return Convert.ToBase64String(bytes);
    }
}

// [Bad CWE-328] the name of the algorithm is in a local
public sealed class NamedHash
{
    public byte[] Of(Stream stream)
    {
        var name = "SHA1";
        using var hash = (HashAlgorithm)CryptoConfig.CreateFromName(name)!;
        return hash.ComputeHash(stream);
    }
}

// [Good CWE-327] nobody calls the old cipher: the branch is never taken
public sealed class DeadBranch
{
    const bool Legacy = false;

    public SymmetricAlgorithm Create()
    {
#pragma warning disable CS0162
        if (Legacy)
            return TripleDES.Create();
#pragma warning restore CS0162
        return Aes.Create();
    }
}
