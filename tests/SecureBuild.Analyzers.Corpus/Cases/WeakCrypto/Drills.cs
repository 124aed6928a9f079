// Algorithms and their parameters, chosen in other places than they are used.
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

#pragma warning disable SYSLIB0021, SYSLIB0022, SYSLIB0023, SYSLIB0041, SYSLIB0043, SYSLIB0045, SYSLIB0060, CS0618

namespace Corpus.WeakCrypto.Drills;

// [Bad CWE-328] a base class asks for the algorithm, the derived class answers
public abstract class Signer
{
    protected abstract HashAlgorithmName Algorithm { get; }

    public byte[] Sign(RSA key, byte[] data) => key.SignData(data, Algorithm, RSASignaturePadding.Pkcs1);
}
// [same case]
public sealed class PartnerSigner : Signer
{
    protected override HashAlgorithmName Algorithm => HashAlgorithmName.SHA1;
}

// [Good CWE-328] the same question, a better answer
public sealed class OwnSigner : Signer2
{
    protected override HashAlgorithmName Algorithm => HashAlgorithmName.SHA256;
}
// [same case]
public abstract class Signer2
{
    protected abstract HashAlgorithmName Algorithm { get; }

    public byte[] Sign(RSA key, byte[] data) => key.SignData(data, Algorithm, RSASignaturePadding.Pss);
}

// [Bad CWE-328] a local is changed for old partners
public static class OldPartner
{
    public static byte[] Digest(byte[] data, bool old)
    {
        var name = HashAlgorithmName.SHA256;
        if (old)
            name = HashAlgorithmName.MD5;
        using var hash = IncrementalHash.CreateHash(name);
        hash.AppendData(data);
        return hash.GetCurrentHash();
    }
}

// [Good CWE-328] a local that begins weak and is set before it is used
public static class NewPartner
{
    public static byte[] Digest(byte[] data)
    {
        var name = HashAlgorithmName.MD5;
        name = HashAlgorithmName.SHA256;
        using var hash = IncrementalHash.CreateHash(name);
        hash.AppendData(data);
        return hash.GetCurrentHash();
    }
}

// [Bad CWE-328] a factory of hashes as a method group
public static class Hashing
{
    static byte[] Run(Func<HashAlgorithm> make, byte[] data)
    {
        using var hash = make();
        return hash.ComputeHash(data);
    }

    public static byte[] Sign(byte[] contract) => Run(SHA1.Create, contract);
}

// [Bad CWE-328] a stream is hashed while it is copied
public static class Copies
{
    public static byte[] Copy(Stream from, Stream to)
    {
        using var md5 = new MD5CryptoServiceProvider();
        using (var crypto = new CryptoStream(to, md5, CryptoStreamMode.Write))
            from.CopyTo(crypto);
        return md5.Hash!;
    }
}

// [Bad CWE-327] a cipher from a switch
public static class CipherTable
{
    public static SymmetricAlgorithm For(string suite) => suite switch
    {
        "aes" => Aes.Create(),
        "rc2" => RC2.Create(),
        _ => throw new ArgumentOutOfRangeException(nameof(suite)),
    };
}

// [Good CWE-327] a cipher from a switch of good ones
public static class GoodCipherTable
{
    public static SymmetricAlgorithm For(string suite)
    {
        var aes = Aes.Create();
        aes.KeySize = suite switch { "short" => 128, "long" => 256, _ => throw new ArgumentOutOfRangeException(nameof(suite)) };
        return aes;
    }
}

// [Bad CWE-327] the mode is a setting of our own class, and its default is ECB
public class CipherOptions
{
    public CipherMode Mode { get; init; } = CipherMode.ECB;
}
// [same case]
public class CipherService(CipherOptions options)
{
    public byte[] Encrypt(byte[] key, byte[] data)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        aes.Mode = options.Mode;
        return aes.CreateEncryptor().TransformFinalBlock(data, 0, data.Length);
    }
}

// [Bad CWE-327] bytes are combined with a repeated key
public static class Scrambler
{
    public static byte[] Encrypt(byte[] data, byte[] key)
    {
        var result = new byte[data.Length];
        for (var i = 0; i < data.Length; i++)
            result[i] = (byte)(data[i] ^ key[i % key.Length]);
        return result;
    }
}

// [Bad CWE-329] key and initialisation vector are set by one tuple
public static class PasswordCipher
{
    private static readonly byte[] s_iv = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 };

    public static ICryptoTransform Make(byte[] key)
    {
        var aes = Aes.Create();
        (aes.Key, aes.IV) = (key, s_iv);
        return aes.CreateEncryptor();
    }
}

// [Good CWE-329] key and vector of one derivation with a drawn salt
public static class SaltedCipher
{
    public static (byte[] Salt, byte[] Data) Encrypt(string password, byte[] data)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        var material = Rfc2898DeriveBytes.Pbkdf2(password, salt, 600_000, HashAlgorithmName.SHA512, 48);
        using var aes = Aes.Create();
        aes.Key = material[..32];
        return (salt, aes.EncryptCbc(data, material[32..]));
    }
}

// [Bad CWE-323] the nonce is a counter that begins anew with every start
public class Packets
{
    private readonly byte[] _nonce = new byte[12];

    public void Seal(AesGcm gcm, byte[] plain, byte[] cipher, byte[] tag) => gcm.Encrypt(_nonce, plain, cipher, tag);
}

// [Bad CWE-326] a curve that is too small
public static class Curves
{
    public static ECDsa Small() => ECDsa.Create(ECCurve.CreateFromFriendlyName("secp160r1"));

    public static ECDsa Large() => ECDsa.Create(ECCurve.NamedCurves.nistP384);
}

// [Good CWE-326] curves of the usual size
public static class UsualCurves
{
    public static ECDiffieHellman Make() => ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
}

// [Bad CWE-326] the key of a request for a certificate
public static class Requests
{
    const int Bits = 1024;

    public static CertificateRequest Make(string subject)
    {
        var rsa = RSA.Create(Bits);
        return new CertificateRequest(subject, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}

// [Bad CWE-328] a request for a certificate signed over SHA-1
public static class Sha1Requests
{
    public static CertificateRequest Make(string subject, RSA rsa) => new(subject, rsa, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);
}

// [Bad CWE-780] the padding is a field
public class Wrapping
{
    private static readonly RSAEncryptionPadding s_padding = RSAEncryptionPadding.Pkcs1;

    public byte[] Wrap(RSA rsa, byte[] key) => rsa.Encrypt(key, s_padding);
}

// [Good CWE-780] the padding is a field, and OAEP
public class OaepWrapping
{
    private static readonly RSAEncryptionPadding s_padding = RSAEncryptionPadding.OaepSHA256;

    public byte[] Wrap(RSA rsa, byte[] key) => rsa.Encrypt(key, s_padding);
}

// [Bad CWE-916] the iterations are lowered for speed
public static class FastDerivation
{
    public static byte[] Key(string password, byte[] salt, bool mobile)
    {
        int rounds = 600_000;
        if (mobile)
        {
            rounds = 1_000;
        }
        return Rfc2898DeriveBytes.Pbkdf2(password, salt, rounds, HashAlgorithmName.SHA256, 32);
    }
}

// [Good CWE-916] the iterations are raised where there is time
public static class SlowDerivation
{
    public static byte[] Key(string password, byte[] salt, bool server)
    {
        int rounds = 600_000;
        if (server)
        {
            rounds *= 2;
        }
        return Rfc2898DeriveBytes.Pbkdf2(password, salt, rounds, HashAlgorithmName.SHA256, 32);
    }
}

// [Bad CWE-916] PBKDF1 by the bytes of another class
public static class DefaultDerivation
{
    public static byte[] Key(string password, byte[] salt)
    {
        var derive = new Rfc2898DeriveBytes(password, salt);
        return derive.GetBytes(32);
    }
}

// [Bad CWE-328] the password's hash as it is stored, by the extension of our own
public static class StringHashes
{
    public static string ToMd5(this string text) => Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(text)));
}
// [same case]
public class Accounts
{
    public bool Check(string password, string stored) => string.Equals(password.ToMd5(), stored, StringComparison.OrdinalIgnoreCase);
}
