// Random values, in many styles.
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Randomness.Variants;

// [Bad CWE-338] a password of letters
public class PasswordMaker
{
    private static Random random = new Random();

    public static string CreatePassword(int length)
    {
        const string chars = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
        return new string(Enumerable.Repeat(chars, length).Select(s => s[random.Next(s.Length)]).ToArray());
    }
}

// [Good CWE-338] a password by the generator
public class PasswordMakerGood
{
    public static string CreatePassword(int length) => RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", length);
}

// [Bad CWE-338] a reset code of six digits
public class ResetController : Controller
{
    [HttpPost]
    public IActionResult SendCode(string email)
    {
        var generator = new Random();
        string code = generator.Next(0, 1000000).ToString("D6");
        HttpContext.Session.SetString("resetCode", code);
        return View();
    }
}

// [Good CWE-338] a six-digit code by the generator
public class ResetGoodController : Controller
{
    [HttpPost]
    public IActionResult SendCode(string email)
    {
        string code = RandomNumberGenerator.GetInt32(0, 1000000).ToString("D6");
        HttpContext.Session.SetString("resetCode", code);
        return View();
    }
}

// [Bad CWE-330] a session id by time and Random
public class SessionIds
{
    public string NewSessionId()
    {
        var rnd = new Random((int)DateTime.Now.Ticks);
        var builder = new StringBuilder();
        for (var i = 0; i < 32; i++)
            builder.Append(rnd.Next(16).ToString("x"));
        return builder.ToString();
    }
}

// [Good CWE-330] dice
public class Dice
{
    readonly Random _random = new();

    public int Roll() => _random.Next(1, 7);
}

// [Good CWE-330] jitter between attempts
public class Retry
{
    public async Task RunAsync(Func<Task> action)
    {
        for (var attempt = 0; ; attempt++)
        {
            try { await action(); return; }
            catch (HttpRequestException) when (attempt < 5) { await Task.Delay(TimeSpan.FromMilliseconds(100 * attempt + Random.Shared.Next(100))); }
        }
    }
}

// [Bad CWE-338] a key
public class KeyMaker
{
    public byte[] NewKey()
    {
        byte[] key = new byte[32];
        new Random().NextBytes(key);
        return key;
    }
}

// [Bad CWE-329] a vector of Random
public class VectorMaker
{
    public byte[] Encrypt(byte[] data, byte[] key)
    {
        using var aes = Aes.Create();
        var iv = new byte[16];
        Random.Shared.NextBytes(iv);
        return aes.CreateEncryptor(key, iv).TransformFinalBlock(data, 0, data.Length);
    }
}

// [Good CWE-330] test data
public class SampleData
{
    public IEnumerable<double> Measurements(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 100; i++)
            yield return random.NextDouble() * 40;
    }
}

// [Bad CWE-338] a token in a cookie
public class RememberController : ControllerBase
{
    [HttpPost("/remember")]
    public void Post()
    {
        var token = Random.Shared.NextInt64().ToString("x16");
        Response.Cookies.Append("remember", token, new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict });
    }
}

// [Good CWE-338] a token of 32 bytes in a cookie
public class RememberGoodController : ControllerBase
{
    [HttpPost("/remember-good")]
    public void Post()
    {
        var token = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        Response.Cookies.Append("remember", token, new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict });
    }
}

// [Bad CWE-335] a generator with a fixed seed gives the same tokens
public class SeededTokens
{
    public string Token()
    {
        var random = new Random(12345);
        var bytes = new byte[16];
        random.NextBytes(bytes);
        string token = Convert.ToBase64String(bytes);
        return token;
    }
}
