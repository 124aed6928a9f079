using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace WellKept.Envelopes;

/// <summary>Data encrypted under a key that is itself encrypted under the newest key of a ring.</summary>
/// <remarks>version (1) · length of the key's id (1) · id · wrapped data key (60) · nonce (12) · tag (16) · ciphertext</remarks>
public sealed class EnvelopeProtector(KeyRing ring)
{
    const byte Version = 1;
    const int KeySize = 32;
    const int NonceSize = 12;
    const int TagSize = 16;
    const int WrappedSize = NonceSize + TagSize + KeySize;

    public byte[] Seal(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> context)
    {
        var master = ring.Current;
        var id = Encoding.ASCII.GetBytes(master.Id);
        Span<byte> dataKey = stackalloc byte[KeySize];
        try
        {
            RandomNumberGenerator.Fill(dataKey);
            var sealedData = new byte[2 + id.Length + WrappedSize + NonceSize + TagSize + plain.Length];
            sealedData[0] = Version;
            sealedData[1] = checked((byte)id.Length);
            id.CopyTo(sealedData.AsSpan(2));
            var rest = sealedData.AsSpan(2 + id.Length);
            Encrypt(master.Key.Span, dataKey, sealedData.AsSpan(0, 2 + id.Length), rest[..WrappedSize]);
            Encrypt(dataKey, plain, context, rest[WrappedSize..]);
            return sealedData;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(dataKey);
        }
    }

    public byte[] Open(ReadOnlySpan<byte> sealedData, ReadOnlySpan<byte> context)
    {
        if (sealedData.Length < 2 || sealedData[0] != Version)
            throw new CryptographicException("This is no envelope of a known version.");
        var header = 2 + sealedData[1];
        if (sealedData.Length < header + WrappedSize + NonceSize + TagSize)
            throw new CryptographicException("The envelope is cut short.");
        if (!ring.TryFind(Encoding.ASCII.GetString(sealedData[2..header]), out var master))
            throw new CryptographicException("The key of this envelope is not in the ring.");
        Span<byte> dataKey = stackalloc byte[KeySize];
        try
        {
            Decrypt(master.Key.Span, sealedData.Slice(header, WrappedSize), sealedData[..header], dataKey);
            var content = sealedData[(header + WrappedSize)..];
            var plain = new byte[content.Length - NonceSize - TagSize];
            Decrypt(dataKey, content, context, plain);
            return plain;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(dataKey);
        }
    }

    static void Encrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> associated, Span<byte> destination)
    {
        var nonce = destination[..NonceSize];
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, plain, destination[(NonceSize + TagSize)..], destination.Slice(NonceSize, TagSize), associated);
    }

    static void Decrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> source, ReadOnlySpan<byte> associated, Span<byte> plain)
    {
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(source[..NonceSize], source[(NonceSize + TagSize)..], source.Slice(NonceSize, TagSize), plain, associated);
    }
}

public sealed record MasterKey(string Id, ReadOnlyMemory<byte> Key, DateTimeOffset From);

/// <summary>Keys by id; the one that became valid last encrypts, all of them decrypt.</summary>
public sealed class KeyRing
{
    readonly ConcurrentDictionary<string, MasterKey> _keys = new(StringComparer.Ordinal);
    readonly TimeProvider _clock;

    public KeyRing(TimeProvider clock, params IEnumerable<MasterKey> keys)
    {
        _clock = clock;
        foreach (var key in keys)
            _keys.TryAdd(key.Id, key);
    }

    public MasterKey Current => _keys.Values.Where(key => key.From <= _clock.GetUtcNow()).MaxBy(key => key.From) ?? throw new InvalidOperationException("The ring has no valid key.");

    public bool TryFind(string id, [NotNullWhen(true)] out MasterKey? key) => _keys.TryGetValue(id, out key);

    public MasterKey Rotate()
    {
        var key = new MasterKey(Guid.NewGuid().ToString("N"), RandomNumberGenerator.GetBytes(32), _clock.GetUtcNow());
        _keys[key.Id] = key;
        return key;
    }

    /// <summary>Keys for different purposes from one, which is never used itself.</summary>
    public byte[] Derive(string purpose, int length) => HKDF.DeriveKey(HashAlgorithmName.SHA256, Current.Key.ToArray(), length, info: Encoding.UTF8.GetBytes(purpose));
}

/// <summary>Passwords as <c>algorithm$iterations$salt$hash</c>, so that the cost can rise while old ones stay valid.</summary>
public static class PasswordStore
{
    const string Algorithm = "pbkdf2-sha512";
    const int Iterations = 600_000;
    const int SaltSize = 16;
    const int HashSize = 32;

    public static string Hash(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltSize);
        var hash = Rfc2898DeriveBytes.Pbkdf2(password, salt, Iterations, HashAlgorithmName.SHA512, HashSize);
        return $"{Algorithm}${Iterations}${Convert.ToBase64String(salt)}${Convert.ToBase64String(hash)}";
    }

    public static bool Verify(string password, string stored, out bool outdated)
    {
        outdated = false;
        var parts = stored.Split('$');
        if (parts is not [Algorithm, var count, var salt, var hash] || !int.TryParse(count, out var iterations) || iterations < 100_000)
            return false;
        var expected = Convert.FromBase64String(hash);
        var actual = Rfc2898DeriveBytes.Pbkdf2(password, Convert.FromBase64String(salt), iterations, HashAlgorithmName.SHA512, expected.Length);
        outdated = iterations < Iterations;
        return CryptographicOperations.FixedTimeEquals(expected, actual);
    }
}

/// <summary>Files too long for memory: encrypted with AES-CBC in a stream and authenticated over all of it.</summary>
public static class FileCipher
{
    const int MacSize = 32;

    public static async Task EncryptAsync(Stream source, Stream destination, byte[] encryptionKey, byte[] macKey, CancellationToken cancellation)
    {
        using var aes = Aes.Create();
        aes.Key = encryptionKey;
        aes.Mode = CipherMode.CBC;
        aes.Padding = PaddingMode.PKCS7;
        aes.GenerateIV();
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, macKey);
        mac.AppendData(aes.IV);
        await destination.WriteAsync(aes.IV, cancellation);
        await using (var encrypted = new CryptoStream(new MacStream(destination, mac), aes.CreateEncryptor(), CryptoStreamMode.Write, leaveOpen: true))
            await source.CopyToAsync(encrypted, cancellation);
        await destination.WriteAsync(mac.GetHashAndReset(), cancellation);
    }

    public static async Task DecryptAsync(FileStream source, Stream destination, byte[] encryptionKey, byte[] macKey, CancellationToken cancellation)
    {
        using var aes = Aes.Create();
        var length = source.Length - MacSize - aes.BlockSize / 8;
        if (length <= 0)
            throw new CryptographicException("The file is cut short.");
        using (var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, macKey))
        {
            await AppendAsync(mac, source, source.Length - MacSize, cancellation);
            var stored = new byte[MacSize];
            await source.ReadExactlyAsync(stored, cancellation);
            if (!CryptographicOperations.FixedTimeEquals(mac.GetHashAndReset(), stored))
                throw new CryptographicException("The file was changed.");
        }
        source.Position = 0;
        var iv = new byte[aes.BlockSize / 8];
        await source.ReadExactlyAsync(iv, cancellation);
        aes.Key = encryptionKey;
        aes.IV = iv;
        await using var decrypted = new CryptoStream(new Window(source, length), aes.CreateDecryptor(), CryptoStreamMode.Read);
        await decrypted.CopyToAsync(destination, cancellation);
    }

    static async Task AppendAsync(IncrementalHash mac, Stream source, long count, CancellationToken cancellation)
    {
        var buffer = new byte[81_920];
        while (count > 0)
        {
            var read = await source.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, count)), cancellation);
            if (read == 0)
                throw new EndOfStreamException();
            mac.AppendData(buffer, 0, read);
            count -= read;
        }
    }

    sealed class MacStream(Stream inner, IncrementalHash mac) : Stream
    {
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count)
        {
            mac.AppendData(buffer, offset, count);
            inner.Write(buffer, offset, count);
        }

        public override void Flush() => inner.Flush();
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
    }

    sealed class Window(Stream inner, long length) : Stream
    {
        long _left = length;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => length;
        public override long Position { get => length - _left; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, (int)Math.Min(count, _left));
            _left -= read;
            return read;
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

/// <summary>Signatures of documents: by a certificate, checked against the roots that we trust.</summary>
public sealed class DocumentSigner(X509Certificate2 certificate, ImmutableArray<X509Certificate2> roots)
{
    public byte[] Sign(ReadOnlySpan<byte> document)
    {
        using var rsa = certificate.GetRSAPrivateKey() ?? throw new CryptographicException("The certificate has no private key.");
        return rsa.SignData(document, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
    }

    public bool Verify(ReadOnlySpan<byte> document, ReadOnlySpan<byte> signature, X509Certificate2 signer)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.Online;
        chain.ChainPolicy.RevocationFlag = X509RevocationFlag.ExcludeRoot;
        foreach (var root in roots)
            chain.ChainPolicy.CustomTrustStore.Add(root);
        if (!chain.Build(signer))
            return false;
        using var rsa = signer.GetRSAPublicKey();
        return rsa is { KeySize: >= 3072 } && rsa.VerifyData(document, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
    }

    public static X509Certificate2 Request(string name, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var request = new CertificateRequest(new X500DistinguishedNameBuilder { }.With(name), key, HashAlgorithmName.SHA384);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        return request.CreateSelfSigned(now, now.AddDays(90));
    }
}

static class Names
{
    public static X500DistinguishedName With(this X500DistinguishedNameBuilder builder, string name)
    {
        builder.AddCommonName(name);
        return builder.Build();
    }
}

/// <summary>One-time codes for the second factor (TOTP over HMAC-SHA-256).</summary>
public sealed class OneTimeCodes(TimeProvider clock)
{
    static readonly TimeSpan s_step = TimeSpan.FromSeconds(30);

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(20);

    public static ImmutableArray<string> NewRecoveryCodes(int count) => [.. Enumerable.Range(0, count).Select(_ => RandomNumberGenerator.GetString("BCDFGHJKLMNPQRSTVWXZ23456789", 10))];

    public bool Verify(byte[] secret, string code)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds() / (long)s_step.TotalSeconds;
        var given = Encoding.ASCII.GetBytes(code);
        var ok = false;
        for (var step = now - 1; step <= now + 1; step++)
            ok |= CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(CodeFor(secret, step)));
        return ok;
    }

    static string CodeFor(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, counter, hash);
        var offset = hash[^1] & 0xf;
        return ((BinaryPrimitives.ReadInt32BigEndian(hash[offset..]) & 0x7fffffff) % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }
}
