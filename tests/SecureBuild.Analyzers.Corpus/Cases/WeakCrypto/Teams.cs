// Ciphers, hashes and keys, as teams wrap them.
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Cryptography.KeyDerivation;
using Microsoft.AspNetCore.Identity;

namespace Corpus.WeakCrypto.Teams;

// [Bad CWE-323] the nonce is a field that is made once
public sealed class Sealer(byte[] key)
{
    readonly byte[] _nonce = new byte[12];

    public byte[] Seal(byte[] text)
    {
        using var cipher = new ChaCha20Poly1305(key);
        var answer = new byte[text.Length];
        var tag = new byte[16];
        cipher.Encrypt(_nonce, text, answer, tag);
        return [.. answer, .. tag];
    }
}

// [Good CWE-323] the nonce is made for each message
public sealed class FreshSealer(byte[] key)
{
    public byte[] Seal(byte[] text)
    {
        using var cipher = new ChaCha20Poly1305(key);
        var nonce = new byte[12];
        RandomNumberGenerator.Fill(nonce);
        var answer = new byte[text.Length];
        var tag = new byte[16];
        cipher.Encrypt(nonce, text, answer, tag);
        return [.. nonce, .. answer, .. tag];
    }
}

// [Bad CWE-323] a random nonce for all messages of the process
public static class ProcessNonce
{
    static readonly byte[] s_nonce = RandomNumberGenerator.GetBytes(12);

    public static void Seal(byte[] key, ReadOnlySpan<byte> text, Span<byte> answer, Span<byte> tag)
    {
        using var cipher = new AesGcm(key, tag.Length);
        cipher.Encrypt(s_nonce, text, answer, tag);
    }
}

// [Bad CWE-329] the vector is a digest of the key
public static class DerivedVector
{
    public static byte[] Encrypt(byte[] key, byte[] text)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.EncryptCbc(text, SHA256.HashData(key)[..16]);
    }
}

// [Good CWE-329] the vector is random and goes along
public static class RandomVector
{
    public static byte[] Encrypt(byte[] key, byte[] text)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        var vector = RandomNumberGenerator.GetBytes(aes.BlockSize / 8);
        return [.. vector, .. aes.EncryptCbc(text, vector)];
    }
}

// [Bad CWE-916] a service that hashes passwords once, with a salt
public sealed class AccountService
{
    public string HashPassword(string password, string salt)
    {
        using var algorithm = SHA512.Create();
        var bytes = Encoding.UTF8.GetBytes(salt + password);
        return Convert.ToHexString(algorithm.ComputeHash(bytes));
    }
}

// [Good CWE-916] a service that asks the framework
public sealed class FrameworkAccountService(IPasswordHasher<AccountService> hasher)
{
    public string HashPassword(string password) => hasher.HashPassword(null!, password);
}

// [Good CWE-916] the digest of a download, put beside it
public sealed class DownloadService
{
    public string HashFile(Stream file)
    {
        using var algorithm = SHA512.Create();
        return Convert.ToHexString(algorithm.ComputeHash(file));
    }
}

// [Bad CWE-916] the number of rounds comes from an options class that says too little
public sealed class HashingOptions { public int Iterations { get; set; } = 5000; }

// [same case]
public sealed class OptionHasher(HashingOptions options)
{
    public byte[] Hash(string password, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(password, salt, options.Iterations, HashAlgorithmName.SHA256, 32);
}

// [Good CWE-916] the number of rounds comes from an options class that says enough
public sealed class StrongHashingOptions { public int Iterations { get; set; } = 600_000; }

// [same case]
public sealed class StrongOptionHasher(StrongHashingOptions options)
{
    public byte[] Hash(string password, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(password, salt, options.Iterations, HashAlgorithmName.SHA256, 32);
}

// [Bad CWE-916] the framework's hasher, slowed down less than it should be
public static class HasherSettings
{
    public static void Configure(IServiceCollection services) => services.Configure<PasswordHasherOptions>(options =>
    {
        options.CompatibilityMode = PasswordHasherCompatibilityMode.IdentityV2;
    });
}

// [Good CWE-916] the framework's hasher, slowed down more
public static class StrongHasherSettings
{
    public static void Configure(IServiceCollection services) => services.Configure<PasswordHasherOptions>(options =>
    {
        options.IterationCount = 300_000;
    });
}

// [Bad CWE-328] the digest is chosen in the signature of a method
public static class Digests
{
    static byte[] Digest(byte[] content, HashAlgorithmName name) => CryptographicOperations.HashData(name, content);

    public static byte[] OfInvoice(byte[] content) => Digest(content, HashAlgorithmName.SHA1);
}

// [Good CWE-328] the digest is chosen in the signature of a method, a strong one
public static class StrongDigests
{
    static byte[] Digest(byte[] content, HashAlgorithmName name) => CryptographicOperations.HashData(name, content);

    public static byte[] OfInvoice(byte[] content) => Digest(content, HashAlgorithmName.SHA384);
}

// [Bad CWE-326] the key's size is a property of the settings
public sealed class RsaFactory
{
    public int Bits { get; init; } = 1024;

    public RSA Create() => RSA.Create(Bits);
}

// [Good CWE-326] the key's size is a property of the settings, large enough
public sealed class LargeRsaFactory
{
    public int Bits { get; init; } = 4096;

    public RSA Create() => RSA.Create(Bits);
}

// [Bad CWE-327] a subclass of the framework's symmetric algorithm by a generic method
public static class Ciphers
{
    static T Make<T>() where T : SymmetricAlgorithm, new() => new();

    public static SymmetricAlgorithm ForExport() => Make<TripleDESCng>();
}

// [Bad CWE-760] the salt is the application's name
public sealed class Vault
{
    static ReadOnlySpan<byte> Salt => "example-vault-v1"u8;

    public byte[] KeyFor(string passphrase) => Rfc2898DeriveBytes.Pbkdf2(passphrase, Salt, 600_000, HashAlgorithmName.SHA256, 32);
}

// [Good CWE-760] the salt is stored with each vault
public sealed record SaltedVault(byte[] Salt)
{
    public static SaltedVault Create() => new(RandomNumberGenerator.GetBytes(16));

    public byte[] KeyFor(string passphrase) => Rfc2898DeriveBytes.Pbkdf2(passphrase, Salt, 600_000, HashAlgorithmName.SHA256, 32);
}
