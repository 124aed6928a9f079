// Hashes, ciphers and parameters of all sorts, one API after the other.
using System.Security.Cryptography;
using System.Text;

#pragma warning disable SYSLIB0021, SYSLIB0022, SYSLIB0023, SYSLIB0041, SYSLIB0045, SYSLIB0060, CS0618

namespace Corpus.WeakCrypto.Exercises;

public static class HashedPasswords
{
    // [Bad CWE-328] a password's hash by an algorithm's name in a constant
    public static byte[] ByName(string password)
    {
        const string algorithm = "SHA1";
        using var hash = HashAlgorithm.Create(algorithm)!;
        return hash.ComputeHash(Encoding.UTF8.GetBytes(password));
    }

    // [Bad CWE-328] a signature's digest by the table of the framework
    public static byte[] ByConfig(byte[] document)
    {
        var hash = (HashAlgorithm)CryptoConfig.CreateFromName("System.Security.Cryptography.MD5")!;
        return hash.ComputeHash(document);
    }

    // [Bad CWE-328] parts are added one after the other
    public static byte[] Incremental(string user, string password)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        hash.AppendData(Encoding.UTF8.GetBytes(user));
        hash.AppendData(Encoding.UTF8.GetBytes(password));
        return hash.GetHashAndReset();
    }

    // [Good CWE-328] parts are added one after the other, of SHA-384
    public static byte[] IncrementalStrong(string user, string document)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA384);
        hash.AppendData(Encoding.UTF8.GetBytes(user));
        hash.AppendData(Encoding.UTF8.GetBytes(document));
        return hash.GetHashAndReset();
    }

    // [Bad CWE-328] a MAC with MD5, which is given the algorithm's name as an object
    public static byte[] Mac(byte[] key, byte[] message)
    {
        using var mac = IncrementalHash.CreateHMAC(new HashAlgorithmName("MD5"), key);
        mac.AppendData(message);
        return mac.GetHashAndReset();
    }

    // [Bad CWE-328] the newest one-shot by name
    public static byte[] OneShot(byte[] document) => CryptographicOperations.HashData(HashAlgorithmName.SHA1, document);

    // [Good CWE-328] the newest one-shot by a better name
    public static byte[] StrongOneShot(byte[] document) => CryptographicOperations.HashData(HashAlgorithmName.SHA512, document);
}

// [Bad CWE-916] the password's hash is the fast one, in a helper behind an interface
public interface IPasswords
{
    string Hash(string password, string salt);
}
// [same case]
public class FastPasswords : IPasswords
{
    public string Hash(string password, string salt) => Convert.ToBase64String(SHA512.HashData(Encoding.UTF8.GetBytes(salt + password)));
}

// [Good CWE-916] the password's hash is derived
public class SlowPasswords
{
    public string Hash(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        var hash = Rfc2898DeriveBytes.Pbkdf2(password, salt, 600_000, HashAlgorithmName.SHA256, 32);
        return Convert.ToBase64String(salt) + "." + Convert.ToBase64String(hash);
    }
}

// [Bad CWE-916] the iterations come from an options class whose default is small
public class DerivationOptions
{
    public int Iterations { get; init; } = 2_000;
}
// [same case]
public class Derivation(DerivationOptions options)
{
    public byte[] Key(string password, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(password, salt, options.Iterations, HashAlgorithmName.SHA256, 32);
}

// [Bad CWE-916] the derivation of the framework's beginning
public static class OldDerivation
{
    public static byte[] Key(string password, byte[] salt)
    {
        using var derive = new PasswordDeriveBytes(password, salt, "SHA1", 100);
        return derive.GetBytes(32);
    }
}

// [Bad CWE-760] the salt is the user's name
public static class NameSalt
{
    public static byte[] Hash(string userName, string password) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), Encoding.UTF8.GetBytes(userName.ToLowerInvariant().PadRight(16)), 600_000, HashAlgorithmName.SHA256, 32);
}

// [Bad CWE-760] the salt is a field that everybody shares
public class SharedSalt
{
    private static readonly byte[] s_salt = Encoding.ASCII.GetBytes("Ivan Medvedev");

    public byte[] Hash(string password)
    {
        using var derive = new Rfc2898DeriveBytes(password, s_salt, 600_000, HashAlgorithmName.SHA512);
        return derive.GetBytes(32);
    }
}

public class Ciphers
{
    // [Bad CWE-327] a cipher by its old name
    public byte[] Triple(byte[] key, byte[] iv, byte[] data)
    {
        using SymmetricAlgorithm cipher = new TripleDESCryptoServiceProvider();
        cipher.Key = key;
        cipher.IV = iv;
        using var encryptor = cipher.CreateEncryptor();
        return encryptor.TransformFinalBlock(data, 0, data.Length);
    }

    // [Bad CWE-327] the mode is ECB by a one-shot
    public byte[] Block(byte[] key, byte[] data)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.EncryptEcb(data, PaddingMode.PKCS7);
    }

    // [Bad CWE-327] the mode is ECB by a number in the initialiser of the old class
    public byte[] Managed(byte[] key, byte[] data)
    {
        using var rijndael = new RijndaelManaged { Mode = (CipherMode)2, Key = key };
        return rijndael.CreateEncryptor().TransformFinalBlock(data, 0, data.Length);
    }

    // [Good CWE-327] ECB is set back before the cipher is used
    public byte[] SetBack(byte[] key, byte[] data)
    {
        using var aes = Aes.Create();
        aes.Mode = CipherMode.ECB;
        aes.Mode = CipherMode.CBC;
        aes.Key = key;
        aes.GenerateIV();
        var body = aes.CreateEncryptor().TransformFinalBlock(data, 0, data.Length);
        return [.. aes.IV, .. body];
    }

    // [Bad CWE-329] the initialisation vector is a new array of zeroes
    public byte[] Zero(byte[] key, byte[] data)
    {
        using var aes = Aes.Create();
        return aes.CreateEncryptor(key, new byte[aes.BlockSize / 8]).TransformFinalBlock(data, 0, data.Length);
    }

    // [Bad CWE-329] the initialisation vector is the beginning of the key
    public byte[] FromKey(byte[] key, byte[] data)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        var iv = new byte[16];
        Array.Copy(key, iv, 16);
        return aes.EncryptCbc(data, iv);
    }

    // [Good CWE-329] the initialisation vector is filled first
    public byte[] Filled(byte[] key, byte[] data)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        var iv = new byte[16];
        RandomNumberGenerator.Fill(iv);
        return [.. iv, .. aes.EncryptCbc(data, iv)];
    }

    // [Good CWE-329] to decrypt, the initialisation vector is taken from the message
    public byte[] Open(byte[] key, byte[] message)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        var iv = new byte[16];
        Buffer.BlockCopy(message, 0, iv, 0, 16);
        return aes.DecryptCbc(message.AsSpan(16), iv);
    }

    // [Bad CWE-323] the nonce of an authenticated cipher never changes
    public void Gcm(byte[] key, byte[] plain, byte[] cipher, byte[] tag)
    {
        Span<byte> nonce = stackalloc byte[12];
        nonce.Clear();
        using var gcm = new AesGcm(key, tag.Length);
        gcm.Encrypt(nonce, plain, cipher, tag);
    }

    // [Good CWE-323] the nonce of an authenticated cipher is drawn
    public void GcmDrawn(byte[] key, byte[] plain, byte[] cipher, byte[] tag, Span<byte> nonce)
    {
        RandomNumberGenerator.Fill(nonce);
        using var chacha = new ChaCha20Poly1305(key);
        chacha.Encrypt(nonce, plain, cipher, tag);
    }
}

public class Keys
{
    // [Bad CWE-326] a small key by the old provider's default
    public RSA Old() => new RSACryptoServiceProvider(1024);

    // [Bad CWE-326] a small key by its property
    public RSA Sized()
    {
        var rsa = RSA.Create();
        rsa.KeySize = 512 * 2;
        return rsa;
    }

    // [Good CWE-326] a key whose size is the larger of two
    public RSA Large(bool archive) => RSA.Create(archive ? 4096 : 3072);

    // [Bad CWE-780] padding by a switch that says no
    public byte[] Wrap(RSACryptoServiceProvider rsa, byte[] key)
    {
        const bool oaep = false;
        return rsa.Encrypt(key, oaep);
    }

    // [Bad CWE-780] the formatter of key exchange with the old padding
    public byte[] Exchange(RSA rsa, byte[] key)
    {
        var formatter = new RSAPKCS1KeyExchangeFormatter(rsa);
        return formatter.CreateKeyExchange(key);
    }

    // [Good CWE-780] the formatter of key exchange with OAEP
    public byte[] OaepExchange(RSA rsa, byte[] key)
    {
        var formatter = new RSAOAEPKeyExchangeFormatter(rsa);
        return formatter.CreateKeyExchange(key);
    }

    // [Bad CWE-328] a signature over SHA-1, by the description's name
    public byte[] Sign(RSA rsa, byte[] data)
    {
        var formatter = new RSAPKCS1SignatureFormatter(rsa);
        formatter.SetHashAlgorithm("SHA1");
        return formatter.CreateSignature(SHA256.HashData(data)[..20]);
    }
}

// [Good CWE-328] an ETag of a static file, which protects nothing
public static class ETags
{
    public static string Of(byte[] content) => "\"" + Convert.ToHexString(MD5.HashData(content)) + "\"";
}

// [Good CWE-328] the name of a cache's entry
public static class CacheNames
{
    public static string ForUrl(string url)
    {
        var cacheKey = SHA1.HashData(Encoding.UTF8.GetBytes(url));
        return Path.Combine(Path.GetTempPath(), "thumbnails", Convert.ToHexString(cacheKey) + ".png");
    }
}
