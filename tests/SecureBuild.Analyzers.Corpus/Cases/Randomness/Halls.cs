// What must not be guessed, again.
using System.Security.Cryptography;

namespace Corpus.Randomness.Halls;

// [Bad CWE-338] a caller's buffer
public sealed class Vault
{
    public byte[] NewKey()
    {
        var masterKey = new byte[32];
        Scramble(masterKey);
        return masterKey;
    }

    static void Scramble(byte[] target) => new Random().NextBytes(target);
}

// [Good CWE-338] a caller's buffer for noise
public sealed class Synthesizer
{
    public byte[] Noise()
    {
        var samples = new byte[4096];
        Scramble(samples);
        return samples;
    }

    static void Scramble(byte[] target) => new Random().NextBytes(target);
}

// [Bad CWE-338] the class says what it makes
public static class InviteTokens
{
    public static string Make()
    {
        var random = Random.Shared;
        return string.Concat(Enumerable.Range(0, 20).Select(_ => (char)('a' + random.Next(26))));
    }
}

// [Good CWE-338] the class makes identifiers of shapes
public static class ShapeIds
{
    public static string Make()
    {
        var random = Random.Shared;
        return string.Concat(Enumerable.Range(0, 6).Select(_ => (char)('a' + random.Next(26))));
    }
}
