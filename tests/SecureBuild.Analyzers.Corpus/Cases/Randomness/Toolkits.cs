using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Halyard.Tokens;

public interface ITokenFactory
{
    string Create(int length);
}

// [Bad CWE-338] tokens of characters that anybody can predict
public sealed class ShortTokenFactory(Random random) : ITokenFactory
{
    static readonly char[] s_alphabet = [.. Enumerable.Range('a', 26).Select(each => (char)each)];

    public ShortTokenFactory() : this(Random.Shared) { }

    public string Create(int length) => string.Create(length, random, static (span, random) =>
    {
        foreach (ref var each in span)
            each = s_alphabet[random.Next(s_alphabet.Length)];
    });
}

// [Good CWE-338] tokens of characters from the generator
public sealed class StrongTokenFactory : ITokenFactory
{
    public string Create(int length) => RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz", length);
}

public sealed class InvitationOptions
{
    // [Bad CWE-338] how invitations get their secret, unless the application says otherwise
    public Func<string> CreateSecret { get; set; } = () => Random.Shared.NextInt64().ToString("x");

    // [Good CWE-338] how invitations wait between two tries
    public Func<TimeSpan> CreateDelay { get; set; } = () => TimeSpan.FromMilliseconds(Random.Shared.Next(100, 900));
}

public static class Nonces
{
    // [Bad CWE-330] a salt of a shuffled sequence
    public static byte[] NewSalt()
    {
        byte[] salt = [.. Enumerable.Range(0, 32).Select(each => (byte)each)];
        Random.Shared.Shuffle(salt);
        return salt;
    }

    // [Good CWE-330] a salt of the generator
    public static byte[] NewStrongSalt()
    {
        var salt = new byte[32];
        RandomNumberGenerator.Fill(salt);
        return salt;
    }

    // [Good CWE-330] cards for a game
    public static int[] NewDeck()
    {
        int[] deck = [.. Enumerable.Range(0, 52)];
        Random.Shared.Shuffle(deck);
        return deck;
    }
}
