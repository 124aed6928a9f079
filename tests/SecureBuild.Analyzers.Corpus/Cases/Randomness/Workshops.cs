// Codes, tokens and passwords that programs make up.
using System.Security.Cryptography;
using System.Text;

namespace Corpus.Randomness.Workshops;

// [Bad CWE-338] a code for the second step
public sealed class OneTimeCodes
{
    readonly Random _random = new();

    public string Next() => _random.Next(0, 1_000_000).ToString("D6");

    public async Task SendAsync(ISmsSender sender, string number) => await sender.SendAsync(number, $"Your login code is {Next()}");
}

public interface ISmsSender { Task SendAsync(string number, string text); }

// [Good CWE-338] the same by the generator for secrets
public sealed class StrongCodes
{
    public string Next() => RandomNumberGenerator.GetInt32(1_000_000).ToString("D6");
}

// [Bad CWE-338] a password is made of shuffled letters
public static class Passwords
{
    const string Letters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    public static string Create(int length = 12)
    {
        var password = new StringBuilder(length);
        for (var i = 0; i < length; i++)
            password.Append(Letters[Random.Shared.Next(Letters.Length)]);
        return password.ToString();
    }
}

// [Good CWE-338] by GetString
public static class StrongPasswords
{
    public static string Create(int length = 16) => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", length);
}

// [Bad CWE-338] a key for the interface of a partner
public sealed class ApiKeyIssuer
{
    public string Issue(int partner)
    {
        var bytes = new byte[24];
        new Random(partner).NextBytes(bytes);
        var apiKey = "pk_" + Convert.ToBase64String(bytes);
        return apiKey;
    }
}

// [Good CWE-338] a colour needs no secret
public sealed class Colours
{
    public string Next()
    {
        var bytes = new byte[3];
        Random.Shared.NextBytes(bytes);
        return "#" + Convert.ToHexString(bytes);
    }
}

// [Bad CWE-330] a session id by time
public sealed class Sessions
{
    readonly Dictionary<string, string> _sessions = [];

    public string Start(string user)
    {
        var sessionId = DateTime.UtcNow.Ticks.ToString("x") + user.GetHashCode().ToString("x");
        _sessions[sessionId] = user;
        return sessionId;
    }
}

// [Good CWE-330] a session id by random bytes
public sealed class RandomSessions
{
    readonly Dictionary<string, string> _sessions = [];

    public string Start(string user)
    {
        var sessionId = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        _sessions[sessionId] = user;
        return sessionId;
    }
}

// [Bad CWE-335] the generator of nonces has the clock for seed
public sealed class Nonces
{
    readonly Random _generator = new(Environment.TickCount);

    public byte[] Next()
    {
        var nonce = new byte[12];
        _generator.NextBytes(nonce);
        return nonce;
    }
}

// [Good CWE-335] a seed for a simulation that can be repeated
public sealed class Simulation(int seed)
{
    readonly Random _random = new(seed);

    public double Arrival() => -Math.Log(1 - _random.NextDouble());
}

// [Bad CWE-338] a helper of the program gives the token
public static class Ids
{
    static readonly Random s_random = new();

    public static string Make(int length)
    {
        var characters = Enumerable.Range(0, length).Select(_ => (char)('a' + s_random.Next(26)));
        return new string([.. characters]);
    }
}

// [same case]
public sealed class PasswordReset
{
    public string CreateToken(string mail) => mail + ":" + Ids.Make(20);
}

// [Good CWE-338] a helper gives the name of a demo
public static class DemoNames
{
    static readonly string[] s_animals = ["fox", "owl", "hare"];

    public static string Next() => s_animals[Random.Shared.Next(s_animals.Length)];
}

// [Bad CWE-338] a salt
public sealed class Salts
{
    public byte[] Create()
    {
        var salt = new byte[16];
        Random.Shared.NextBytes(salt);
        return salt;
    }
}

// [Good CWE-338] a wait before the next attempt
public sealed class Backoff
{
    public TimeSpan Next(int attempt) => TimeSpan.FromMilliseconds(Math.Pow(2, attempt) * 100 + Random.Shared.Next(0, 100));
}
