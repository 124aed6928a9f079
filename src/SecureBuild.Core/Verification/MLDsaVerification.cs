using System.Security.Cryptography;
using static SecureBuild.Verification.MLDsaPolynomial;

namespace SecureBuild.Verification;

/// <summary>
/// Verification with ML-DSA as FIPS 204, 5.3 and 6.3 describe it: pure, with an empty context. For platforms that have no ML-DSA of their own
/// and have SHAKE: a buyer's machine must not need OpenSSL 3.5. Signing stays with the platform or with an external signer.
/// </summary>
static class MLDsaVerification
{
    // γ₁ of both sets: the bound of the response.
    const int Bound = 1 << 19;

    /// <summary>Whether this platform has the hash function that it is made of.</summary>
    public static bool IsSupported => Shake128.IsSupported && Shake256.IsSupported;

    /// <param name="set">The key's parameter set.</param>
    /// <param name="key">The encoded public key, of the set's length.</param>
    /// <param name="data">What was signed.</param>
    /// <param name="signature">Of whatever length.</param>
    public static bool Verifies(MLDsaParameters set, ReadOnlySpan<byte> key, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != set.SignatureLength || Hints(set, signature[^(set.Hints + set.Rows)..]) is not { } hints)
            return false;
        var challenge = signature[..set.Challenge];
        var response = new int[set.Columns][];
        for (var column = 0; column < set.Columns; column++)
        {
            if (Response(set, signature.Slice(set.Challenge + 640 * column, 640)) is not { } polynomial)
                return false;
            Transform(response[column] = polynomial);
        }
        var ball = InBall(challenge, set.Weight);
        Transform(ball);
        // w₁ = high bits of A·z − c·t₁·2ᵈ, four bits for each coefficient.
        var commitment = new byte[128 * set.Rows];
        for (var row = 0; row < set.Rows; row++)
        {
            var sum = new int[Degree];
            for (var column = 0; column < set.Columns; column++)
                Accumulate(sum, Uniform(key[..32], column, row), response[column]);
            Accumulate(sum, ball, PublicKey(key.Slice(32 + 320 * row, 320)), negative: true);
            TransformBack(sum);
            for (var j = 0; j < Degree; j++)
                commitment[128 * row + j / 2] |= (byte)(UseHint(hints[row * Degree + j], sum[j]) << (4 * (j % 2)));
        }
        return Hash(set.Challenge, Representative(key, data), commitment).AsSpan().SequenceEqual(challenge);
    }

    // Algorithm 3: a zero for "pure" and the length of the empty context stand before the message.
    static byte[] Representative(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data)
    {
        using Shake256 hash = new();
        hash.AppendData(Shake256.HashData(key, 64));
        hash.AppendData([0, 0]);
        hash.AppendData(data);
        return hash.GetHashAndReset(64);
    }

    static byte[] Hash(int length, byte[] first, byte[] second)
    {
        using Shake256 hash = new();
        hash.AppendData(first);
        hash.AppendData(second);
        return hash.GetHashAndReset(length);
    }

    // Algorithm 23: ten bits each; times 2ᵈ, d = 13, and transformed.
    static int[] PublicKey(ReadOnlySpan<byte> bytes)
    {
        var w = new int[Degree];
        for (var j = 0; j < Degree; j++)
        {
            var (at, shift) = (10 * j / 8, 10 * j % 8);
            w[j] = (int)((long)((bytes[at] | bytes[at + 1] << 8) >> shift & 0x3ff) * (1 << 13) % Q);
        }
        Transform(w);
        return w;
    }

    // Algorithm 27: twenty bits each, counted down from the bound; null where one is too large.
    static int[]? Response(MLDsaParameters set, ReadOnlySpan<byte> bytes)
    {
        var w = new int[Degree];
        for (var j = 0; j < Degree; j++)
        {
            var at = 20 * j / 8;
            var value = Bound - ((bytes[at] | bytes[at + 1] << 8 | bytes[at + 2] << 16) >> (4 * (j % 2)) & 0xfffff);
            if (Math.Abs(value) >= Bound - set.Slack)
                return null;
            w[j] = value < 0 ? value + Q : value;
        }
        return w;
    }

    // Algorithm 21: rising positions per row, then where each row ends; null where it is not the one encoding.
    static bool[]? Hints(MLDsaParameters set, ReadOnlySpan<byte> bytes)
    {
        var hints = new bool[Degree * set.Rows];
        var index = 0;
        for (var row = 0; row < set.Rows; row++)
        {
            var end = bytes[set.Hints + row];
            if (end < index || end > set.Hints)
                return null;
            for (var first = index; index < end; index++)
            {
                if (index > first && bytes[index - 1] >= bytes[index])
                    return null;
                hints[row * Degree + bytes[index]] = true;
            }
        }
        return bytes[index..set.Hints].IndexOfAnyExcept((byte)0) < 0 ? hints : null;
    }
}
