// Random values, in small samples.
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Randomness.Snippets;

// [Bad CWE-338] a code for the second factor
public sealed class OtpService(Random random)
{
    public string Next() => random.Next(0, 1_000_000).ToString("D6");
}

// [Good CWE-338] a code for the second factor
public sealed class SafeOtpService
{
    public string Next() => RandomNumberGenerator.GetInt32(0, 1_000_000).ToString("D6");
}

// [Bad CWE-338] a password by LINQ
public static class PasswordMaker
{
    const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

    public static string TemporaryPassword(int length)
    {
        var rnd = new Random();
        return new string(Enumerable.Repeat(Alphabet, length).Select(s => s[rnd.Next(s.Length)]).ToArray());
    }
}

// [Good CWE-338] a password by the generator
public static class SafePasswordMaker
{
    const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

    public static string TemporaryPassword(int length) => RandomNumberGenerator.GetString(Alphabet, length);
}

// [Good CWE-338] a colour for the chart
public static class Colours
{
    public static string Next()
    {
        var random = new Random();
        return $"#{random.Next(0x1000000):X6}";
    }
}

// [Good CWE-338] a delay with noise
public static class Backoff
{
    public static TimeSpan Delay(int attempt) => TimeSpan.FromMilliseconds(Math.Pow(2, attempt) * 100 + Random.Shared.Next(0, 100));
}

// [Bad CWE-338] a session's id by a helper
public sealed class Sessions
{
    static readonly Random s_random = new();
    readonly Dictionary<string, string> _users = [];

    public string Start(string user)
    {
        var sessionId = Letters(24);
        _users[sessionId] = user;
        return sessionId;
    }

    static string Letters(int count)
    {
        var text = new StringBuilder(count);
        while (text.Length < count)
            text.Append((char)('a' + s_random.Next(26)));
        return text.ToString();
    }
}

// [Good CWE-338] a session's id by a wrapper around the generator
public sealed class SafeSessions
{
    readonly Dictionary<string, string> _users = [];

    public string Start(string user)
    {
        var sessionId = Letters(24);
        _users[sessionId] = user;
        return sessionId;
    }

    static string Letters(int count)
    {
        var text = new StringBuilder(count);
        while (text.Length < count)
            text.Append((char)('a' + Random(26)));
        return text.ToString();
    }

    static int Random(int limit) => RandomNumberGenerator.GetInt32(limit);
}

// [Bad CWE-330] a key of bytes
public static class KeyMaker
{
    public static byte[] NewKey()
    {
        var key = new byte[32];
        Random.Shared.NextBytes(key);
        return key;
    }

    public static byte[] Encrypt(byte[] data)
    {
        using var aes = Aes.Create();
        aes.Key = NewKey();
        return aes.EncryptCbc(data, aes.IV);
    }
}

// [Bad CWE-335] the seed is the clock
public class ResetController : Controller
{
    [HttpPost("/reset"), ValidateAntiForgeryToken]
    public IActionResult Reset(string mail)
    {
        var generator = new Random((int)DateTime.Now.Ticks);
        var buffer = new byte[16];
        generator.NextBytes(buffer);
        TempData["link"] = "https://shop.example.org/reset?token=" + Convert.ToHexString(buffer);
        return View();
    }
}

// [Good CWE-335] no seed
public class SafeResetController : Controller
{
    [HttpPost("/safe-reset"), ValidateAntiForgeryToken]
    public IActionResult Reset(string mail)
    {
        var buffer = RandomNumberGenerator.GetBytes(16);
        TempData["link"] = "https://shop.example.org/reset?token=" + Convert.ToHexString(buffer);
        return View();
    }
}

// [Good CWE-338] test data with a seed
public static class Samples
{
    public static IEnumerable<decimal> Prices(int count)
    {
        var random = new Random(42);
        for (var i = 0; i < count; i++)
            yield return Math.Round((decimal)random.NextDouble() * 100, 2);
    }
}

// [Bad CWE-340] a token of the time
public static class TimeToken
{
    public static string NewResetToken(string user) => Convert.ToBase64String(Encoding.UTF8.GetBytes(user + ":" + DateTime.UtcNow.Ticks));
}

// [Bad CWE-338] coupons are money
public sealed class Vouchers
{
    readonly Random _dice = new();

    public string NewVoucherCode()
    {
        var chars = new char[10];
        for (var i = 0; i < chars.Length; i++)
            chars[i] = "0123456789ABCDEF"[_dice.Next(16)];
        return new string(chars);
    }
}

// [Good CWE-338] who begins
public sealed class Game
{
    readonly Random _dice = new();

    public int Roll() => _dice.Next(1, 7);

    public T Pick<T>(IReadOnlyList<T> players) => players[_dice.Next(players.Count)];
}

// [Bad CWE-338] an answer against forged requests
public static class StateValue
{
    public static string AuthorizationUrl(string clientId, HttpContext context)
    {
        var state = new Random().NextInt64().ToString("x");
        context.Session.SetString("oauth_state", state);
        return $"https://login.example.org/authorize?client_id={clientId}&state={state}";
    }
}

// [Good CWE-338] an answer against forged requests
public static class SafeStateValue
{
    public static string AuthorizationUrl(string clientId, HttpContext context)
    {
        var state = RandomNumberGenerator.GetHexString(32);
        context.Session.SetString("oauth_state", state);
        return $"https://login.example.org/authorize?client_id={clientId}&state={state}";
    }
}
