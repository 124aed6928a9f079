using System.Buffers;
using System.Security.Cryptography;

namespace SecureBuild;

/// <summary>Lower-case hexadecimal digests: the only place that hashes.</summary>
public static class Digest
{
    /// <summary>SHA-256 of bytes.</summary>
    public static string Sha256(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>SHA-512 of bytes.</summary>
    public static string Sha512(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA512.HashData(bytes));

    /// <summary>SHA-256 of a file, read as a stream.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static string Sha256OfFile(string path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        return OfFile(path, hash);
    }

    /// <summary>SHA-512 of a file, read as a stream.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static string Sha512OfFile(string path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        return OfFile(path, hash);
    }

    /// <summary>Both digests of a file that is read once.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static FileDigest OfFile(string path)
    {
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var sha512 = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        Read(path, sha256, sha512);
        return new(Convert.ToHexStringLower(sha256.GetHashAndReset()), Convert.ToHexStringLower(sha512.GetHashAndReset()));
    }

    // In large pieces straight from the file: a build reads native libraries for every platform here.
    static void Read(string path, IncrementalHash hash, IncrementalHash? second = null)
    {
        using var stream = OrdinaryFile.Open(path, bufferSize: 0);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 17);
        try
        {
            while (stream.Read(buffer) is > 0 and var length)
            {
                hash.AppendData(buffer, 0, length);
                second?.AppendData(buffer, 0, length);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    static string OfFile(string path, IncrementalHash hash)
    {
        Read(path, hash);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>Lower-case hexadecimal digests of one file.</summary>
public sealed record FileDigest(string Sha256, string Sha512);
