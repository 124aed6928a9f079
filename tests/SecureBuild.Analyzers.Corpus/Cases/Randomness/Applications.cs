// Parts of applications that need what nobody can guess.
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Randomness.Applications;

// [Bad CWE-338] an invitation's code by a helper
public class Invitations
{
    const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    public record Invitation(string Email, string InviteCode, DateTimeOffset Expires);

    static string Letters(int count)
    {
        var random = new Random();
        Span<char> text = stackalloc char[count];
        for (var i = 0; i < count; i++)
            text[i] = Alphabet[random.Next(Alphabet.Length)];
        return new string(text);
    }

    public Invitation Create(string email) => new(email, InviteCode: Letters(8), DateTimeOffset.UtcNow.AddDays(7));
}

// [Good CWE-338] an invitation's code by the generator
public class SafeInvitations
{
    const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    public record Invitation(string Email, string InviteCode, DateTimeOffset Expires);

    static string Letters(int count) => string.Create(count, Alphabet, static (text, letters) =>
    {
        for (var i = 0; i < text.Length; i++)
            text[i] = letters[RandomNumberGenerator.GetInt32(letters.Length)];
    });

    public Invitation Create(string email) => new(email, InviteCode: Letters(8), DateTimeOffset.UtcNow.AddDays(7));
}

// [Bad CWE-338] a CSRF token in the session
public class FormController : Controller
{
    private readonly Random _rng = new(Environment.TickCount);

    public IActionResult Edit()
    {
        byte[] buffer = new byte[16];
        _rng.NextBytes(buffer);
        HttpContext.Session.SetString("csrfToken", Convert.ToBase64String(buffer));
        return View();
    }
}

// [Bad CWE-338] a temporary password is set
public class ResetService(UserManager<IdentityUser> users)
{
    public async Task<string> ResetAsync(IdentityUser user)
    {
        var temporaryPassword = "Tmp" + new Random().Next(100000, 999999);
        var token = await users.GeneratePasswordResetTokenAsync(user);
        await users.ResetPasswordAsync(user, token, temporaryPassword);
        return temporaryPassword;
    }
}

// [Good CWE-338] a shuffled list of colours
public class Colours
{
    public string[] Shuffled(string[] colours)
    {
        var random = new Random();
        return colours.OrderBy(_ => random.Next()).ToArray();
    }
}

// [Good CWE-338] a page of random products with a key for the cache
public class Featured
{
    public (string CacheKey, int[] Ids) Pick(int[] ids)
    {
        var picked = ids.OrderBy(_ => Random.Shared.Next()).Take(4).ToArray();
        return ("featured:" + string.Join(",", picked), picked);
    }
}

// [Bad CWE-330] a salt
public class Salts
{
    public string Hash(string password)
    {
        var rnd = new Random();
        var salt = new byte[8];
        rnd.NextBytes(salt);
        return Convert.ToBase64String(Rfc2898DeriveBytes.Pbkdf2(password, salt, 600_000, HashAlgorithmName.SHA512, 32));
    }
}

// [Good CWE-330] a salt by the generator's instance
public class SaltsGood
{
    public string Hash(string password)
    {
        var salt = new byte[16];
        using (var generator = RandomNumberGenerator.Create())
            generator.GetBytes(salt);
        return Convert.ToBase64String(Rfc2898DeriveBytes.Pbkdf2(password, salt, 600_000, HashAlgorithmName.SHA512, 32));
    }
}

// [Bad CWE-338] an API key of digits and a check digit
public class ApiKeys
{
    public string NewApiKey()
    {
        var digits = Enumerable.Range(0, 24).Select(_ => Random.Shared.Next(10)).ToList();
        digits.Add(digits.Sum() % 10);
        return string.Concat(digits);
    }
}

// [Good CWE-338] a sample of requests is traced
public class SamplingMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (Random.Shared.NextDouble() < 0.01)
            context.Items["sampled"] = true;
        return next(context);
    }
}

// [Bad CWE-338] a one-time code sent by mail
public class OneTimeCodes
{
    readonly Dictionary<string, int> _codes = new();

    public int Issue(string user)
    {
        var otp = Random.Shared.Next(100_000, 1_000_000);
        _codes[user] = otp;
        return otp;
    }
}
