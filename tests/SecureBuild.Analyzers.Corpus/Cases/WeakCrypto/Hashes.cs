using System.Security.Cryptography;
using System.Text;

namespace Shop.Hashes;

public sealed record Upload(string Name, byte[] Content);

public class Signatures
{
    readonly HashAlgorithm _current = SHA512.Create();

    // [Bad CWE-328] MD5 of a document that is to be signed
    public string Fingerprint(Upload upload)
    {
        using var md5 = MD5.Create();
        return Convert.ToHexString(md5.ComputeHash(upload.Content));
    }

    // [Good CWE-328] SHA-256 of the same document
    public string StrongFingerprint(Upload upload)
    {
        using var sha = SHA256.Create();
        return Convert.ToHexString(sha.ComputeHash(upload.Content));
    }

    // [Bad CWE-328] the one-shot SHA-1
    public byte[] Digest(string message) => SHA1.HashData(Encoding.UTF8.GetBytes(message));

    // [Good CWE-328] the one-shot SHA-384
    public byte[] LongDigest(string message) => SHA384.HashData(Encoding.UTF8.GetBytes(message));

    // [Bad CWE-328] the algorithm by its name
    public byte[] ByName(Stream content)
    {
        using var algorithm = HashAlgorithm.Create("SHA1")!;
        return algorithm.ComputeHash(content);
    }

    // [Good CWE-328] a strong algorithm by its name
    public byte[] StrongByName(Stream content)
    {
        using var algorithm = HashAlgorithm.Create("SHA512")!;
        return algorithm.ComputeHash(content);
    }

    // [Bad CWE-328] a hash that is fed in pieces
    public byte[] Pieces(IEnumerable<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        foreach (var part in parts)
            hash.AppendData(part);
        return hash.GetHashAndReset();
    }

    // [Good CWE-328] a strong hash that is fed in pieces
    public byte[] StrongPieces(IEnumerable<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
            hash.AppendData(part);
        return hash.GetHashAndReset();
    }

    // [Bad CWE-328] an authentication code with MD5
    public byte[] Mac(byte[] key, byte[] data) => new HMACMD5(key).ComputeHash(data);

    // [Good CWE-328] an authentication code with SHA-256
    public byte[] StrongMac(byte[] key, byte[] data) => HMACSHA256.HashData(key, data);

    // [Bad CWE-328] a provider class of the .NET Framework
    public bool SameDocument(byte[] left, byte[] right)
    {
        using (var provider = new SHA1CryptoServiceProvider())
            return provider.ComputeHash(left).SequenceEqual(provider.ComputeHash(right));
    }

    // [Good CWE-328] the field holds SHA-512
    public byte[] FromField(byte[] data) => _current.ComputeHash(data);

    // [Good CWE-328] only the words are those of a weak algorithm
    public string Describe()
    {
        var legacy = "MD5 and SHA1 are no longer offered";
        return $"{legacy}; we use {nameof(SHA256)}";
    }

    // [Bad CWE-328] data signed with SHA-1
    public byte[] Sign(RSA key, byte[] data) => key.SignData(data, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);

    // [Good CWE-328] data signed with SHA-256
    public byte[] SignStrongly(RSA key, byte[] data) => key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);

    // [Bad CWE-328] the names in the switch lead to a weak hash
    public HashAlgorithm Choose(int version) => version switch
    {
        1 => MD5.Create(),
        _ => SHA256.Create(),
    };

    // [Good CWE-328] every arm is strong
    public HashAlgorithm ChooseStrong(int version) => version switch
    {
        1 => SHA256.Create(),
        2 => SHA384.Create(),
        _ => SHA512.Create(),
    };
}

// [Bad CWE-328] a field that every method uses
public class TokenHasher
{
    private static readonly MD5 Hash = MD5.Create();

    public string Of(string token) => Convert.ToBase64String(Hash.ComputeHash(Encoding.UTF8.GetBytes(token)));
}

// [Good CWE-328] a type of our own that is called Md5 and hashes nothing
public class Md5Label
{
    public string Text { get; init; } = "";

    public static Md5Label Create() => new() { Text = "checksum column" };
}

public class Generated
{
    // [Bad CWE-328] a delegate to the weak one-shot
    public IEnumerable<string> All(IEnumerable<byte[]> blobs) => blobs.Select(MD5.HashData).Select(Convert.ToHexString);

    // [Good CWE-328] a delegate to the strong one-shot
    public IEnumerable<string> AllStrong(IEnumerable<byte[]> blobs) => blobs.Select(SHA256.HashData).Select(Convert.ToHexString);

    // [Bad CWE-328] the name of the algorithm is a constant
    public byte[] Named(RSA rsa, byte[] hash)
    {
        const string Algorithm = "MD5";
        return rsa.SignHash(hash, new HashAlgorithmName(Algorithm), RSASignaturePadding.Pkcs1);
    }

    // [Good CWE-328] the name of the algorithm is a strong constant
    public byte[] NamedStrong(RSA rsa, byte[] hash)
    {
        const string Algorithm = "SHA256";
        return rsa.SignHash(hash, new HashAlgorithmName(Algorithm), RSASignaturePadding.Pss);
    }

    // [Bad CWE-328] CryptoConfig creates it
    public object FromConfig() => CryptoConfig.CreateFromName("MD5")!;
}
