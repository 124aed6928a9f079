// Where predictable values end up.
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Randomness.Drills;

// [Bad CWE-338] a helper of letters, and a caller that makes passwords of them
public static class Letters
{
    private static readonly Random s_random = new();

    public static string Some(int count)
    {
        var text = new StringBuilder(count);
        while (text.Length < count)
            text.Append((char)('a' + s_random.Next(26)));
        return text.ToString();
    }
}
// [same case]
public class Onboarding
{
    public (string User, string Password) Create(string user) => (user, Letters.Some(12));
}

// [Good CWE-338] a helper of letters, and a caller that makes sample texts of them
public static class Lorem
{
    private static readonly Random s_random = new();

    public static string Some(int count)
    {
        var text = new StringBuilder(count);
        while (text.Length < count)
            text.Append((char)('a' + s_random.Next(26)));
        return text.ToString();
    }
}
// [same case]
public class Samples
{
    public string Paragraph() => string.Join(' ', Enumerable.Range(0, 20).Select(i => Lorem.Some(i % 7 + 1)));
}

// [Bad CWE-338] the reset's link holds a number of the generator
public class ResetController : ControllerBase
{
    [HttpPost]
    public IActionResult Send(string mail)
    {
        var number = Random.Shared.Next();
        var link = Url.Action("Reset", "Account", new { mail, token = number });
        return Ok(link);
    }
}

// [Bad CWE-330] a confirmation of an address by the mail's hash code
public class ConfirmController : ControllerBase
{
    [HttpPost]
    public IActionResult Send(string mail)
    {
        var token = mail.GetHashCode().ToString("x8");
        return Ok("/confirm?token=" + token);
    }
}

// [Good CWE-330] a confirmation by Identity's own tokens
public class IdentityConfirm(UserManager<IdentityUser> users) : ControllerBase
{
    [HttpPost]
    public async Task<IActionResult> Send(string mail)
    {
        var user = await users.FindByEmailAsync(mail);
        var token = user is null ? "" : await users.GenerateEmailConfirmationTokenAsync(user);
        return Ok("/confirm?token=" + Uri.EscapeDataString(token));
    }
}

// [Bad CWE-338] an interface hides the generator
public interface IDice
{
    int Roll(int sides);
}
// [same case]
public class PlainDice : IDice
{
    private readonly Random _random = new(DateTime.Now.Millisecond);

    public int Roll(int sides) => _random.Next(sides);
}
// [same case]
public class PinService(IDice dice)
{
    public string NewPin() => $"{dice.Roll(10)}{dice.Roll(10)}{dice.Roll(10)}{dice.Roll(10)}";
}

// [Good CWE-338] dice for a game
public class Game
{
    private readonly Random _random = new();

    public int[] Throw(int count) => [.. Enumerable.Range(0, count).Select(_ => _random.Next(1, 7))];
}

// [Bad CWE-335] the generator for secrets is replaced by one with a seed
public class SeededKeys
{
    public byte[] EncryptionKey(int user)
    {
        var generator = new Random(user);
        var key = new byte[32];
        generator.NextBytes(key);
        return key;
    }
}

// [Good CWE-330] a correlation number of a request
public class Correlation
{
    public string Next() => Random.Shared.NextInt64().ToString("x");
}

// [Bad CWE-338] a nonce of the content security policy
public class Policy(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var bytes = new byte[16];
        new Random().NextBytes(bytes);
        var nonce = Convert.ToBase64String(bytes);
        context.Response.Headers.ContentSecurityPolicy = $"script-src 'nonce-{nonce}'";
        context.Items["nonce"] = nonce;
        return next(context);
    }
}
