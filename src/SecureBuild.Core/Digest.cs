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
        using var stream = OrdinaryFile.Open(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>SHA-512 of a file, read as a stream.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static string Sha512OfFile(string path)
    {
        using var stream = OrdinaryFile.Open(path);
        return Convert.ToHexStringLower(SHA512.HashData(stream));
    }
}
