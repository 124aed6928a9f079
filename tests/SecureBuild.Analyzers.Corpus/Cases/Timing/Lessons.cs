// Comparisons in the style of lessons and answers.
using System.Security.Cryptography;
using System.Text;

namespace Corpus.Timing.Lessons;

// [Bad CWE-208] a signed cookie
public sealed class SignedCookie(byte[] key)
{
    public string? Open(string cookie)
    {
        var dot = cookie.LastIndexOf('.');
        var value = cookie[..dot];
        var given = cookie[(dot + 1)..];
        var expected = Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(value)));
        return given == expected ? value : null;
    }
}

// [Good CWE-208] a signed cookie
public sealed class SafeSignedCookie(byte[] key)
{
    public string? Open(string cookie)
    {
        var dot = cookie.LastIndexOf('.');
        var value = cookie[..dot];
        var given = Convert.FromBase64String(cookie[(dot + 1)..]);
        var expected = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(value));
        return CryptographicOperations.FixedTimeEquals(given, expected) ? value : null;
    }
}

// [Bad CWE-208] an array by LINQ
public static class Tags
{
    public static bool IsValid(byte[] computedMac, byte[] receivedMac) => computedMac.Length == receivedMac.Length && !computedMac.Where((b, i) => b != receivedMac[i]).Any();

    public static bool IsSame(byte[] expectedMac, byte[] receivedMac) => expectedMac.SequenceEqual(receivedMac);
}

// [Good CWE-208] an array that is no secret
public static class Blocks
{
    public static bool IsSame(byte[] first, byte[] second) => first.SequenceEqual(second);
}
