using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Halyard.Sealing;

public enum Digest { Fast, Standard, Strong }

public interface ISealer
{
    byte[] Seal(ReadOnlySpan<byte> plain);
}

// [Bad CWE-323] the nonce of a counter that begins anew with every process
public sealed class CountingSealer(byte[] key) : ISealer
{
    const int NonceSize = 12, TagSize = 16;
    long _counter;

    public byte[] Seal(ReadOnlySpan<byte> plain)
    {
        var result = new byte[NonceSize + plain.Length + TagSize];
        var nonce = result.AsSpan(0, NonceSize);
        nonce.Clear();
        using var gcm = new AesGcm(key, TagSize);
        gcm.Encrypt(nonce, plain, result.AsSpan(NonceSize, plain.Length), result.AsSpan(NonceSize + plain.Length));
        Interlocked.Increment(ref _counter);
        return result;
    }
}

// [Good CWE-323] a nonce from the generator for each message
public sealed class RandomSealer(byte[] key) : ISealer
{
    const int NonceSize = 12, TagSize = 16;

    public byte[] Seal(ReadOnlySpan<byte> plain)
    {
        var result = new byte[NonceSize + plain.Length + TagSize];
        var nonce = result.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var gcm = new AesGcm(key, TagSize);
        gcm.Encrypt(nonce, plain, result.AsSpan(NonceSize, plain.Length), result.AsSpan(NonceSize + plain.Length));
        return result;
    }
}

// [Bad CWE-916] a thousand rounds, when nobody says otherwise
public sealed record PasswordHashOptions
{
    public int Iterations { get; init; } = 1_000;

    public int SaltSize { get; init; } = 16;
}

// [same case]
public sealed class PasswordHasher(IOptions<PasswordHashOptions> options)
{
    public string Hash(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(options.Value.SaltSize);
        var hash = Rfc2898DeriveBytes.Pbkdf2(password, salt, options.Value.Iterations, HashAlgorithmName.SHA256, 32);
        return $"{options.Value.Iterations}.{Convert.ToBase64String(salt)}.{Convert.ToBase64String(hash)}";
    }
}

// [Good CWE-916] six hundred thousand, when nobody says otherwise
public sealed record SlowHashOptions
{
    public int Iterations { get; init; } = 600_000;

    public int SaltSize { get; init; } = 16;
}

// [same case]
public sealed class SlowPasswordHasher(IOptions<SlowHashOptions> options)
{
    public string Hash(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(options.Value.SaltSize);
        var hash = Rfc2898DeriveBytes.Pbkdf2(password, salt, options.Value.Iterations, HashAlgorithmName.SHA256, 32);
        return $"{options.Value.Iterations}.{Convert.ToBase64String(salt)}.{Convert.ToBase64String(hash)}";
    }
}

public static class DigestFactory
{
    // [Bad CWE-328] signatures over MD5, as the default of the enumeration
    public static byte[] Sign(RSA key, ReadOnlySpan<byte> data, Digest digest = default) => key.SignData(data, digest switch
    {
        Digest.Fast => HashAlgorithmName.MD5,
        Digest.Strong => HashAlgorithmName.SHA512,
        _ => HashAlgorithmName.SHA256,
    }, RSASignaturePadding.Pkcs1);

    // [Good CWE-328] one of two strong ones
    public static byte[] SignStrongly(RSA key, ReadOnlySpan<byte> data, Digest digest = default) => key.SignData(data, digest switch
    {
        Digest.Strong => HashAlgorithmName.SHA512,
        _ => HashAlgorithmName.SHA256,
    }, RSASignaturePadding.Pss);

    // [Bad CWE-327] a generic caller asks for the old one
    public static byte[] Fingerprint(string secret) => Compute<SHA1>(SHA1.Create, secret);

    // [Good CWE-327] the generic caller asks for a current one
    public static byte[] StrongFingerprint(string secret) => Compute<SHA384>(SHA384.Create, secret);

    static byte[] Compute<T>(Func<T> create, string text) where T : HashAlgorithm
    {
        using var algorithm = create();
        return algorithm.ComputeHash(Encoding.UTF8.GetBytes(text));
    }
}

// [Bad CWE-326] the size of keys that a builder begins with
public sealed class KeyPairBuilder
{
    int _size = 1024;

    public KeyPairBuilder WithSize(int size)
    {
        _size = size;
        return this;
    }

    public RSA Build() => RSA.Create(_size);
}

// [Good CWE-326] a builder that begins with a size of today
public sealed class StrongKeyPairBuilder
{
    int _size = 3072;

    public StrongKeyPairBuilder WithSize(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 2048);
        _size = size;
        return this;
    }

    public RSA Build() => RSA.Create(_size);
}

// [Bad CWE-780] a strategy that falls back to the padding of old
public sealed class KeyWrapper(RSA key, RSAEncryptionPadding padding = null)
{
    readonly RSAEncryptionPadding _padding = padding ?? RSAEncryptionPadding.Pkcs1;

    public byte[] Wrap(byte[] content) => key.Encrypt(content, _padding);
}

// [Good CWE-780] a strategy that falls back to OAEP
public sealed class OaepKeyWrapper(RSA key, RSAEncryptionPadding padding = null)
{
    readonly RSAEncryptionPadding _padding = padding ?? RSAEncryptionPadding.OaepSHA256;

    public byte[] Wrap(byte[] content) => key.Encrypt(content, _padding);
}

// [Bad CWE-329] the vector is made of the record's number
public sealed partial class RecordCipher
{
    static byte[] VectorFor(long record)
    {
        var vector = new byte[16];
        BinaryPrimitives.WriteInt64BigEndian(vector, record);
        return vector;
    }
}

// [same case]
public sealed partial class RecordCipher(byte[] key)
{
    public byte[] Encrypt(long record, byte[] plain)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.EncryptCbc(plain, VectorFor(record));
    }
}

// [Good CWE-329] the vector comes from the generator, in the other part
public sealed partial class MessageCipher
{
    static byte[] NewVector() => RandomNumberGenerator.GetBytes(16);
}

// [same case]
public sealed partial class MessageCipher(byte[] key)
{
    public byte[] Encrypt(byte[] plain)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        var vector = NewVector();
        return [.. vector, .. aes.EncryptCbc(plain, vector)];
    }
}
