// Comparisons of secrets.
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Corpus.Timing.Rooms;

// [Bad CWE-208] the key of a filter
public class ApiKeyFilter(IConfiguration configuration) : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (!context.HttpContext.Request.Headers.TryGetValue("X-Api-Key", out var given) || !configuration["ApiKey"]!.Equals(given.ToString()))
        {
            context.Result = new Microsoft.AspNetCore.Mvc.UnauthorizedResult();
            return;
        }
        await next();
    }
}

// [Good CWE-208] the key of a filter in constant time
public class ApiKeyFilterGood(IConfiguration configuration) : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var given = Encoding.UTF8.GetBytes(context.HttpContext.Request.Headers["X-Api-Key"].ToString());
        if (!CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(configuration["ApiKey"]!)))
        {
            context.Result = new Microsoft.AspNetCore.Mvc.UnauthorizedResult();
            return;
        }
        await next();
    }
}

// [Bad CWE-208] the signature of a web hook as text
public class Webhook(byte[] secret)
{
    public bool IsGenuine(string body, string signature)
    {
        var expected = Convert.ToHexString(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(body)));
        return string.Equals(expected, signature, StringComparison.OrdinalIgnoreCase);
    }
}

// [Bad CWE-208] spans of bytes
public class PasswordCheck
{
    public bool Verify(string password, byte[] salt, ReadOnlySpan<byte> stored)
    {
        var hash = Rfc2898DeriveBytes.Pbkdf2(password, salt, 600_000, HashAlgorithmName.SHA256, 32);
        return stored.SequenceEqual(hash);
    }
}

// [Bad CWE-208] a loop that stops at the first difference
public class TagCheck(HMACSHA512 mac)
{
    public bool Check(byte[] message, byte[] tag)
    {
        var expected = mac.ComputeHash(message);
        if (expected.Length != tag.Length)
            return false;
        for (var i = 0; i < expected.Length; i++)
            if (expected[i] != tag[i])
                return false;
        return true;
    }
}

// [Good CWE-208] a loop that never stops early
public class TagCheckGood(HMACSHA512 mac)
{
    public bool Check(byte[] message, byte[] tag)
    {
        var expected = mac.ComputeHash(message);
        var difference = expected.Length ^ tag.Length;
        for (var i = 0; i < expected.Length && i < tag.Length; i++)
            difference |= expected[i] ^ tag[i];
        return difference == 0;
    }
}

// [Good CWE-208] the digest of a downloaded file, published beside it
public class Download
{
    public bool IsComplete(byte[] file, string published) => Convert.ToHexString(SHA256.HashData(file)) == published.ToUpperInvariant();
}

// [Good CWE-208] the new password and its repetition
public class ChangePassword
{
    public string? Validate(string newPassword, string confirmPassword) => newPassword != confirmPassword ? "The passwords differ." : null;
}
