// Values that nobody may guess, and values that anybody may.
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Randomness.Exercises;

public class Codes
{
    private readonly Random _random = new();
    private static int s_sequence = 1000;

    // [Bad CWE-338] a code for the reset of a password, of characters by LINQ
    public string ResetCode() => new(Enumerable.Repeat("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 8).Select(letters => letters[_random.Next(letters.Length)]).ToArray());

    // [Bad CWE-338] a one-time password by the shared generator's items
    public string Otp() => string.Concat(Random.Shared.GetItems("0123456789".AsSpan(), 6).ToArray());

    // [Good CWE-338] a one-time password by the generator for secrets
    public string SafeOtp() => RandomNumberGenerator.GetString("0123456789", 6);

    // [Bad CWE-330] a token from the time
    public string SessionToken(int userId) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{userId}:{DateTime.UtcNow.Ticks}")));

    // [Bad CWE-340] session numbers that are counted
    public string NextSessionId() => "S" + Interlocked.Increment(ref s_sequence);

    // [Good CWE-340] order numbers that are counted
    public string NextOrderNumber() => "O" + Interlocked.Increment(ref s_sequence);

    // [Bad CWE-338] a salt is filled with predictable bytes
    public byte[] Salt()
    {
        var salt = new byte[16];
        _random.NextBytes(salt);
        return salt;
    }

    // [Good CWE-338] test data are filled with predictable bytes
    public byte[] Sample(int seed)
    {
        var picture = new byte[1024];
        new Random(seed).NextBytes(picture);
        return picture;
    }

    // [Bad CWE-338] an API key of two numbers
    public string ApiKey()
    {
        var builder = new StringBuilder("key_");
        for (var i = 0; i < 2; i++)
            builder.Append(Random.Shared.NextInt64().ToString("x16"));
        return builder.ToString();
    }

    // [Good CWE-338] a pause before the next attempt
    public TimeSpan Backoff(int attempt) => TimeSpan.FromMilliseconds(Math.Pow(2, attempt) * 100 + Random.Shared.Next(0, 100));
}

// [Bad CWE-338] the key of a cipher is shuffled together
public class Keying
{
    public Aes Make()
    {
        var random = new Random(Environment.TickCount);
        var bytes = Enumerable.Range(0, 32).Select(_ => (byte)random.Next(256)).ToArray();
        var aes = Aes.Create();
        aes.Key = bytes;
        return aes;
    }
}

// [Bad CWE-338] the cookie of a sign-in holds a predictable number
public class SignInController : ControllerBase
{
    [HttpPost]
    public IActionResult SignIn(string user)
    {
        var ticket = new Random().NextInt64();
        Response.Cookies.Append("auth", $"{user}:{ticket:x}", new CookieOptions { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Strict });
        return Ok();
    }
}

// [Good CWE-338] the cookie of an experiment holds its group
public class ExperimentController : ControllerBase
{
    [HttpGet]
    public IActionResult Enter()
    {
        var group = new Random().Next(2) == 0 ? "A" : "B";
        Response.Cookies.Append("experiment", group, new CookieOptions { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Strict });
        return Ok(group);
    }
}

// [Bad CWE-335] the generator of vouchers starts at the same seed
public class Vouchers
{
    private readonly Random _generator = new(42);

    public string CouponSecret() => _generator.Next(100_000_000, 999_999_999).ToString();
}
