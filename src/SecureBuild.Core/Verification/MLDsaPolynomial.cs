using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SecureBuild.Verification;

/// <summary>Polynomials over ℤ_q of degree below 256, as FIPS 204 counts with them: 256 coefficients from 0 to q − 1. Everything here is public, so nothing has to take the same time.</summary>
static class MLDsaPolynomial
{
    public const int Degree = 256, Q = 8380417;

    // γ₂ of both sets: how coarse the commitment's high bits are.
    const int Coarse = (Q - 1) / 32;

    static readonly int[] s_zetas = Zetas();

    /// <summary>Algorithm 41: the number-theoretic transform, in place.</summary>
    public static void Transform(int[] w)
    {
        var m = 0;
        for (var length = 128; length >= 1; length /= 2)
            for (var start = 0; start < Degree; start += 2 * length)
            {
                var zeta = s_zetas[++m];
                for (var j = start; j < start + length; j++)
                {
                    var t = Times(zeta, w[j + length]);
                    w[j + length] = Difference(w[j], t);
                    w[j] = Sum(w[j], t);
                }
            }
    }

    /// <summary>Algorithm 42: and back.</summary>
    public static void TransformBack(int[] w)
    {
        var m = Degree;
        for (var length = 1; length < Degree; length *= 2)
            for (var start = 0; start < Degree; start += 2 * length)
            {
                var zeta = Q - s_zetas[--m];
                for (var j = start; j < start + length; j++)
                {
                    var t = w[j];
                    w[j] = Sum(t, w[j + length]);
                    w[j + length] = Times(zeta, Difference(t, w[j + length]));
                }
            }
        // 256⁻¹ mod q.
        for (var j = 0; j < Degree; j++)
            w[j] = Times(8347681, w[j]);
    }

    /// <summary>Adds the product of two transformed polynomials, or takes it away.</summary>
    public static void Accumulate(int[] sum, int[] a, int[] b, bool negative = false)
    {
        for (var j = 0; j < Degree; j++)
        {
            var product = Times(a[j], b[j]);
            sum[j] = negative ? Difference(sum[j], product) : Sum(sum[j], product);
        }
    }

    /// <summary>Algorithm 30: an entry of the matrix, already transformed, from its seed, column and row.</summary>
    public static int[] Uniform(ReadOnlySpan<byte> seed, int column, int row)
    {
        byte[] input = [.. seed, (byte)column, (byte)row];
        // OpenSSL before 3.3 cannot give its output in parts. This much is enough all but always.
        for (var length = 5 * 168; ; length *= 2)
        {
            if (Uniform(Shake128.HashData(input, length)) is { } w)
                return w;
        }
    }

    static int[]? Uniform(byte[] stream)
    {
        var w = new int[Degree];
        for (int i = 0, j = 0; i < stream.Length; i += 3)
        {
            if ((stream[i] | stream[i + 1] << 8 | (stream[i + 2] & 0x7f) << 16) is var value and < Q)
                w[j++] = value;
            if (j == Degree)
                return w;
        }
        return null;
    }

    /// <summary>Algorithm 29: the challenge's polynomial, with so many coefficients 1 or −1.</summary>
    public static int[] InBall(ReadOnlySpan<byte> challenge, int weight)
    {
        for (var length = 2 * 136; ; length *= 2)
        {
            if (InBall(Shake256.HashData(challenge, length), Degree - weight) is { } w)
                return w;
        }
    }

    static int[]? InBall(byte[] stream, int i)
    {
        var signs = BinaryPrimitives.ReadUInt64LittleEndian(stream);
        var w = new int[Degree];
        foreach (var place in stream.AsSpan(8))
        {
            if (place > i)
                continue;
            w[i++] = w[place];
            w[place] = (signs & 1) == 0 ? 1 : Q - 1;
            signs >>= 1;
            if (i == Degree)
                return w;
        }
        return null;
    }

    /// <summary>Algorithm 40: the high bits of a coefficient, 0 to 15, moved by the hint.</summary>
    public static int UseHint(bool hint, int value)
    {
        var low = value % (2 * Coarse);
        if (low > Coarse)
            low -= 2 * Coarse;
        var high = (value - low) / (2 * Coarse);
        // Algorithm 36: the last of them is too short, and joins the first.
        if (value - low == Q - 1)
            (high, low) = (0, low - 1);
        return hint ? (high + (low > 0 ? 1 : 15)) & 15 : high;
    }

    static int Times(int a, int b) => (int)((long)a * b % Q);

    static int Sum(int a, int b) => a + b is var sum && sum >= Q ? sum - Q : sum;

    static int Difference(int a, int b) => a >= b ? a - b : a - b + Q;

    // Appendix B: powers of 1753, a 512th root of unity, in the order of reversed bits.
    static int[] Zetas()
    {
        var zetas = new int[Degree];
        var power = 1;
        for (var exponent = 0; exponent < Degree; exponent++, power = Times(power, 1753))
        {
            var reversed = 0;
            for (var bit = 0; bit < 8; bit++)
                reversed |= ((exponent >> bit) & 1) << (7 - bit);
            zetas[reversed] = power;
        }
        return zetas;
    }
}
