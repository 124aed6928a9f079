using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.Extensions.Options;

namespace Windlass.Crypto;

public interface ICipher
{
    byte[] Encrypt(byte[] plain);
}

public abstract class BlockCipher<T> : ICipher where T : SymmetricAlgorithm
{
    protected abstract T Create();

    public byte[] Encrypt(byte[] plain)
    {
        using var algorithm = Create();
        using var transform = algorithm.CreateEncryptor();
        return [.. algorithm.IV, .. transform.TransformFinalBlock(plain, 0, plain.Length)];
    }
}

// [Bad CWE-327] a cipher of last century behind a generic base class
public sealed class Rc2Cipher(byte[] key) : BlockCipher<RC2>
{
    protected override RC2 Create()
    {
        var rc2 = RC2.Create();
        rc2.Key = key;
        return rc2;
    }
}

// [Good CWE-327] a cipher of today behind a generic base class
public sealed class AesCipher(byte[] key) : BlockCipher<Aes>
{
    protected override Aes Create()
    {
        var aes = Aes.Create();
        aes.Key = key;
        return aes;
    }
}

public sealed class KeyDerivationOptions
{
    public int Rounds { get; set; } = 4096;

    public HashAlgorithmName Hash { get; set; } = HashAlgorithmName.SHA1;
}

public sealed class SlowKeyDerivationOptions
{
    public int Rounds { get; set; } = 350_000;

    public HashAlgorithmName Hash { get; set; } = HashAlgorithmName.SHA512;
}

// [Bad CWE-916] four thousand rounds of SHA-1 by default
public sealed class PassphraseKey(KeyDerivationOptions options)
{
    public byte[] For(string passphrase, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(passphrase), salt, options.Rounds, options.Hash, 32);
}

// [Good CWE-916] many rounds of SHA-512 by default
public sealed class SlowPassphraseKey(SlowKeyDerivationOptions options)
{
    public byte[] For(string passphrase, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(passphrase), salt, options.Rounds, options.Hash, 32);
}

public static class Certificates
{
    // [Bad CWE-328] certificates signed over SHA-1
    public static X509Certificate2 Issue(string name, RSA key)
    {
        CertificateRequest request = new($"CN={name}", key, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddYears(1));
    }

    // [Good CWE-328] certificates signed over SHA-256
    public static X509Certificate2 IssueStrongly(string name, RSA key)
    {
        CertificateRequest request = new($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddYears(1));
    }
}

// [Bad CWE-1204] the stream of a constant nonce
public sealed class ChaChaBox(byte[] key)
{
    static ReadOnlySpan<byte> Nonce => [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];

    public (byte[] Text, byte[] Tag) Close(byte[] plain)
    {
        var (text, tag) = (new byte[plain.Length], new byte[16]);
        using var box = new ChaCha20Poly1305(key);
        box.Encrypt(Nonce, plain, text, tag);
        return (text, tag);
    }
}

// [Good CWE-1204] the stream of a new nonce
public sealed class NewChaChaBox(byte[] key)
{
    public (byte[] Nonce, byte[] Text, byte[] Tag) Close(byte[] plain)
    {
        var (nonce, text, tag) = (RandomNumberGenerator.GetBytes(12), new byte[plain.Length], new byte[16]);
        using var box = new ChaCha20Poly1305(key);
        box.Encrypt(nonce, plain, text, tag);
        return (nonce, text, tag);
    }
}

// [Bad CWE-328] an extension that everybody uses for integrity of downloads
public static class StreamHashes
{
    public static bool HasChecksum(this Stream stream, string expected) => Convert.ToHexString(MD5.HashData(stream)).Equals(expected, StringComparison.OrdinalIgnoreCase);
}

// [Good CWE-328] the same with SHA-256
public static class StrongStreamHashes
{
    public static bool HasStrongChecksum(this Stream stream, string expected) => Convert.ToHexString(SHA256.HashData(stream)).Equals(expected, StringComparison.OrdinalIgnoreCase);
}
