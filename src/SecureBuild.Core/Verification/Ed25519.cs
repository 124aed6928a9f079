using System.Numerics;
using System.Security.Cryptography;

namespace SecureBuild.Verification;

/// <summary>
/// Verification with Ed25519 as RFC 8032, 5.1.7 describes it, in its strict reading (no cofactor; S and both points in their one encoding).
/// Everything here is public, so nothing has to take the same time; a signature costs some milliseconds.
/// </summary>
sealed class Ed25519
{
    const int Size = 32;

    static readonly BigInteger s_p = BigInteger.Pow(2, 255) - 19;
    static readonly BigInteger s_order = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", System.Globalization.CultureInfo.InvariantCulture);
    static readonly BigInteger s_d = Mod(-121665 * Inverse(121666));
    static readonly BigInteger s_rootOfMinusOne = BigInteger.ModPow(2, (s_p - 1) / 4, s_p);
    static readonly Point s_base = Decode(BasePoint())!.Value;
    static readonly Point s_neutral = new(0, 1, 1, 0);

    readonly byte[] _encoded;
    readonly Point _point;

    Ed25519(byte[] encoded, Point point) => (_encoded, _point) = (encoded, point);

    /// <summary>Whether eight times the point is the neutral element.</summary>
    public bool HasSmallOrder => Encode(Times(8, _point)).AsSpan().SequenceEqual(Encode(s_neutral));

    /// <summary>A public key of 32 bytes; null where they are no point, or not in its one encoding.</summary>
    public static Ed25519? Create(ReadOnlySpan<byte> key) => Decode(key) is { } point ? new(key.ToArray(), point) : null;

    public bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != 2 * Size)
            return false;
        ReadOnlySpan<byte> r = signature[..Size];
        var s = Number(signature[Size..]);
        if (s >= s_order)
            return false;
        var k = Number(SHA512.HashData([.. r, .. _encoded, .. data])) % s_order;
        // R = S·B − k·A, compared as bytes: so R has to be in its one encoding as well.
        return Encode(Add(Times(s, s_base), Times(k, Negative(_point)))).AsSpan().SequenceEqual(r);
    }

    static byte[] BasePoint()
    {
        // y = 4/5, x even.
        var y = new byte[Size];
        Mod(4 * Inverse(5)).TryWriteBytes(y, out _, isUnsigned: true);
        return y;
    }

    // RFC 8032, 5.1.3.
    static Point? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
            return null;
        byte[] copy = bytes.ToArray();
        var odd = (copy[^1] & 0x80) != 0;
        copy[^1] &= 0x7f;
        var y = Number(copy);
        if (y >= s_p)
            return null;
        var u = Mod(y * y - 1);
        var v = Mod(s_d * y * y + 1);
        var x = Mod(u * BigInteger.ModPow(v, 3, s_p) * BigInteger.ModPow(u * BigInteger.ModPow(v, 7, s_p), (s_p - 5) / 8, s_p));
        var square = Mod(v * x * x);
        if (square != u)
        {
            if (square != Mod(-u))
                return null;
            x = Mod(x * s_rootOfMinusOne);
        }
        if (x.IsZero && odd)
            return null;
        if (x.IsEven == odd)
            x = s_p - x;
        return new(x, y, 1, Mod(x * y));
    }

    // RFC 8032, 5.1.2.
    static byte[] Encode(Point point)
    {
        var inverse = Inverse(point.Z);
        var bytes = new byte[Size];
        Mod(point.Y * inverse).TryWriteBytes(bytes, out _, isUnsigned: true);
        if (!Mod(point.X * inverse).IsEven)
            bytes[^1] |= 0x80;
        return bytes;
    }

    // RFC 8032, 5.1.4: complete, so that doubling is adding, too.
    static Point Add(Point p, Point q)
    {
        var a = Mod((p.Y - p.X) * (q.Y - q.X));
        var b = Mod((p.Y + p.X) * (q.Y + q.X));
        var c = Mod(2 * p.T * q.T * s_d);
        var d = Mod(2 * p.Z * q.Z);
        BigInteger e = b - a, f = d - c, g = d + c, h = b + a;
        return new(Mod(e * f), Mod(g * h), Mod(f * g), Mod(e * h));
    }

    static Point Times(BigInteger scalar, Point point)
    {
        var sum = s_neutral;
        for (var bit = (int)scalar.GetBitLength() - 1; bit >= 0; bit--)
        {
            sum = Add(sum, sum);
            if (!((scalar >> bit) & 1).IsZero)
                sum = Add(sum, point);
        }
        return sum;
    }

    static Point Negative(Point point) => point with { X = Mod(-point.X), T = Mod(-point.T) };

    static BigInteger Number(ReadOnlySpan<byte> littleEndian) => new(littleEndian, isUnsigned: true);

    static BigInteger Inverse(BigInteger value) => BigInteger.ModPow(Mod(value), s_p - 2, s_p);

    static BigInteger Mod(BigInteger value) => value % s_p is var rest && rest.Sign < 0 ? rest + s_p : rest;

    // Extended homogeneous coordinates: x = X/Z, y = Y/Z, x·y = T/Z.
    readonly record struct Point(BigInteger X, BigInteger Y, BigInteger Z, BigInteger T);
}
