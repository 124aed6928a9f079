// Values that must not be guessed.
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Randomness.Rooms;

public interface ICodes { string Next(); }

// [Bad CWE-338] an implementation behind an interface
public sealed class OneTimeCodes : ICodes
{
    readonly Random _random = new();

    public string Next() => _random.Next(0, 1_000_000).ToString("D6");
}

// [Good CWE-338] an implementation with the right generator
public sealed class OneTimeCodesGood : ICodes
{
    public string Next() => RandomNumberGenerator.GetInt32(1_000_000).ToString("D6");
}

// [Bad CWE-338] letters picked by LINQ
public static class Passwords
{
    const string Letters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    public static string Generate(int length = 12) => new(Enumerable.Repeat(Letters, length).Select(letters => letters[Random.Shared.Next(letters.Length)]).ToArray());
}

// [Good CWE-338] letters picked by the framework
public static class PasswordsGood
{
    public static string Generate(int length = 16) => RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789", length);
}

// [Bad CWE-338] a coupon's code
public class ApiKeyService
{
    public string CreateApiKey()
    {
        Span<byte> bytes = stackalloc byte[32];
        Random.Shared.NextBytes(bytes);
        return Convert.ToBase64String(bytes);
    }
}

// [Good CWE-338] jitter between attempts
public class Retry
{
    public async Task<HttpResponseMessage> GetAsync(HttpClient client, Uri uri)
    {
        for (var attempt = 1; ; attempt++)
        {
            var response = await client.GetAsync(uri);
            if (response.IsSuccessStatusCode || attempt == 5)
                return response;
            await Task.Delay(TimeSpan.FromMilliseconds((100 << attempt) + Random.Shared.Next(100)));
        }
    }
}

// [Bad CWE-335] a seed of the clock
public class SessionIds
{
    public string New(string user)
    {
        var random = new Random(unchecked((int)DateTime.UtcNow.Ticks));
        var builder = new StringBuilder();
        for (var i = 0; i < 32; i++)
            builder.Append(random.Next(16).ToString("x"));
        return builder.ToString();
    }
}

// [Bad CWE-338] the token of a new password made of the time
public class ResetTokens
{
    public string CreateResetToken(string mail) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(mail + DateTime.UtcNow.Ticks)));
}

// [Bad CWE-340] a counter as the number of a session
public class SessionCounter
{
    static int s_next = 1000;

    public void Start(HttpContext context)
    {
        var sessionId = Interlocked.Increment(ref s_next).ToString();
        context.Response.Cookies.Append("sessionId", sessionId, new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict });
    }
}

// [Good CWE-340] a counter as the number of an order
public class OrderNumbers
{
    static int s_next = 1000;

    public string Next() => "A-" + Interlocked.Increment(ref s_next);
}

// [Bad CWE-338] the salt is filled by a helper with the wrong generator
public static class Salts
{
    public static byte[] NewSalt() => Fill(new byte[16], new Random());

    static byte[] Fill(byte[] target, Random random)
    {
        random.NextBytes(target);
        return target;
    }
}

// [Good CWE-338] test data for a demonstration
public static class DemoData
{
    public static IEnumerable<(string Name, int Age)> People(int count)
    {
        var random = new Random(42);
        for (var i = 0; i < count; i++)
            yield return ("Person " + i, random.Next(18, 90));
    }
}
