// Random values, as reviewers meet them: in helpers, in other classes, with seeds, by other sources.
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Randomness.Reviews;

public sealed class Person { public string Mail { get; set; } = ""; public string ResetToken { get; set; } = ""; public string Nickname { get; set; } = ""; public string ApiKey { get; set; } = ""; }

// [Bad CWE-338] a general class makes what another one uses as a token
public sealed class RandomText
{
    readonly Random _random = new();

    public string Make(int length)
    {
        var text = new StringBuilder();
        for (var i = 0; i < length; i++)
            text.Append((char)_random.Next('a', 'z' + 1));
        return text.ToString();
    }
}

// [same case]
public sealed class ResetService(RandomText text)
{
    public void Start(Person person) => person.ResetToken = text.Make(32);
}

// [Good CWE-338] a general class makes what another one uses as a nickname
public sealed class RandomName
{
    readonly Random _random = new();

    public string Make(int length)
    {
        var text = new StringBuilder();
        for (var i = 0; i < length; i++)
            text.Append((char)_random.Next('a', 'z' + 1));
        return text.ToString();
    }
}

// [same case]
public sealed class NameService(RandomName text)
{
    public void Start(Person person) => person.Nickname = text.Make(8);
}

// [Bad CWE-335] a fixed seed
public static class SeededKeys
{
    public static string NewApiKey()
    {
        var random = new Random(12345);
        var bytes = new byte[24];
        random.NextBytes(bytes);
        return Convert.ToBase64String(bytes);
    }
}

// [Good CWE-335] the system's generator
public static class SystemKeys
{
    public static string NewApiKey()
    {
        using var random = RandomNumberGenerator.Create();
        var bytes = new byte[24];
        random.GetBytes(bytes);
        return Convert.ToBase64String(bytes);
    }
}

// [Bad CWE-338] an extension of Random
public static class RandomExtensions
{
    public static string NextText(this Random random, int length)
    {
        const string letters = "abcdefghijklmnopqrstuvwxyz0123456789";
        return new string(Enumerable.Range(0, length).Select(_ => letters[random.Next(letters.Length)]).ToArray());
    }
}

// [same case]
public class InviteController : ControllerBase
{
    [HttpPost("/invite")]
    public IActionResult Invite(Person person)
    {
        person.ApiKey = Random.Shared.NextText(40);
        return Ok();
    }
}

// [Bad CWE-330] a password of the name and a number
public class SignUpController(UserManager<IdentityUser> users) : ControllerBase
{
    [HttpPost("/sign-up")]
    public async Task<IActionResult> SignUp(string name)
    {
        var initial = name + new Random().Next(1000, 9999);
        await users.CreateAsync(new IdentityUser(name), initial);
        return Ok();
    }
}

// [Good CWE-330] a colour of the name and a number
public class ColourController : ControllerBase
{
    [HttpGet("/colour")]
    public IActionResult Colour(string name)
    {
        var initial = name + new Random().Next(1000, 9999);
        return Ok(new { colour = initial });
    }
}

// [Bad CWE-338] a salt
public static class Salted
{
    public static byte[] Hash(string password)
    {
        var buffer = new byte[16];
        new Random().NextBytes(buffer);
        return Rfc2898DeriveBytes.Pbkdf2(password, buffer, 600_000, HashAlgorithmName.SHA256, 32);
    }
}

// [Bad CWE-338] a vector
public static class Encrypted
{
    public static byte[] Encrypt(byte[] key, byte[] data)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        var start = new byte[16];
        Random.Shared.NextBytes(start);
        aes.IV = start;
        return aes.EncryptCbc(data, aes.IV);
    }
}

// [Good CWE-338] which server answers
public sealed class Balancer(IReadOnlyList<Uri> servers)
{
    public Uri Next() => servers[Random.Shared.Next(servers.Count)];
}

// [Good CWE-338] which requests are logged
public sealed class Sampler
{
    public bool Takes(double rate) => Random.Shared.NextDouble() < rate;
}

// [Good CWE-338] a generator that the caller may replace, random by default
public sealed class Tokens(Func<int, byte[]>? bytes = null)
{
    readonly Func<int, byte[]> _bytes = bytes ?? RandomNumberGenerator.GetBytes;

    public string NewToken() => Convert.ToHexString(_bytes(32));
}

// [Bad CWE-340] a session from a counter
public sealed class CountedSessions
{
    static int s_next;

    public string NewSessionId() => "S" + Interlocked.Increment(ref s_next);
}

// [Bad CWE-330] a token from a hash of the name and the time
public static class HashedTime
{
    public static string ResetToken(string mail)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(mail + DateTime.UtcNow.ToString("yyyyMMddHHmm")));
        return Convert.ToHexString(bytes);
    }
}

// [Good CWE-330] a key of a cache from a hash of the name and the time
public static class HashedHour
{
    public static string CacheKey(string mail)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(mail + DateTime.UtcNow.ToString("yyyyMMddHH")));
        return Convert.ToHexString(bytes);
    }
}

// [Bad CWE-338] a deck of cards for money
public sealed class Poker
{
    public int[] ShuffleDeck()
    {
        var deck = Enumerable.Range(0, 52).ToArray();
        var secretSeed = new Random().Next();
        new Random(secretSeed).Shuffle(deck);
        return deck;
    }

    public string NewGameSecret() => new Random().NextInt64().ToString("X");
}
