using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;

namespace Layers;

public interface ITokenSource { string NewToken(); }

// [Bad CWE-338] a token of random letters
public sealed class Letters : ITokenSource
{
    const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    readonly Random _random = new();
    public string NewToken() => new(Enumerable.Repeat(Alphabet, 32).Select(letters => letters[_random.Next(letters.Length)]).ToArray());
}

// [Good CWE-338] a token of the system's generator
public sealed class SafeLetters : ITokenSource
{
    public string NewToken() => RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 32);
}

// [Bad CWE-338] a code for the mail
[ApiController]
public class ConfirmController : ControllerBase
{
    [HttpPost("confirm")]
    public IActionResult Send()
    {
        var verificationCode = Random.Shared.Next(100000, 999999).ToString();
        HttpContext.Session.SetString("code", verificationCode);
        return Ok();
    }
}

// [Good CWE-338] a code for the mail
[ApiController]
public class SafeConfirmController : ControllerBase
{
    [HttpPost("confirm")]
    public IActionResult Send()
    {
        var verificationCode = RandomNumberGenerator.GetInt32(100000, 1000000).ToString();
        HttpContext.Session.SetString("code", verificationCode);
        return Ok();
    }
}

// [Bad CWE-338] a salt
public static class Salts
{
    public static byte[] CreateSalt()
    {
        var salt = new byte[16];
        new Random().NextBytes(salt);
        return salt;
    }
}

// [Good CWE-338] jitter of a delay
public sealed class Retry
{
    public async Task<T> RunAsync<T>(Func<Task<T>> action)
    {
        for (var attempt = 0; ; attempt++)
            try { return await action(); }
            catch (HttpRequestException) when (attempt < 3) { await Task.Delay(100 * attempt + Random.Shared.Next(50)); }
    }
}

// [Bad CWE-338] a key
public sealed class Keys
{
    readonly Random random = new(Environment.TickCount);
    public byte[] Key { get; } = new byte[32];
    public Keys() => random.NextBytes(Key);
}

// [Good CWE-338] a dice
public sealed class Dice { public int Roll() => new Random().Next(1, 7); }

// [Bad CWE-330] a session's id from the clock
public static class SessionIds
{
    public static string NewSessionId(string user) => user + "-" + new Random((int)DateTime.Now.Ticks).Next();
}

// [Good CWE-338] a sample of rows
public sealed class Sampler(Random random) { public IEnumerable<T> Sample<T>(IEnumerable<T> rows) => rows.Where(_ => random.NextDouble() < 0.1); }
