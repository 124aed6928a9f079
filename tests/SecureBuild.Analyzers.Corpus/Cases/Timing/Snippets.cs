// Comparisons of what is secret.
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Timing.Snippets;

// [Bad CWE-208] a web hook's signature
public class HookController(IConfiguration configuration) : ControllerBase
{
    [HttpPost("/hook")]
    public async Task<IActionResult> Receive([FromHeader(Name = "X-Hub-Signature-256")] string signature)
    {
        using var reader = new StreamReader(Request.Body);
        var body = await reader.ReadToEndAsync();
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(configuration["Hook:Secret"]!));
        var expected = "sha256=" + Convert.ToHexString(hmac.ComputeHash(Encoding.UTF8.GetBytes(body))).ToLowerInvariant();
        if (!expected.Equals(signature, StringComparison.Ordinal))
            return Unauthorized();
        return Ok();
    }
}

// [Good CWE-208] a web hook's signature
public class SafeHookController(IConfiguration configuration) : ControllerBase
{
    [HttpPost("/safe-hook")]
    public async Task<IActionResult> Receive([FromHeader(Name = "X-Hub-Signature-256")] string signature)
    {
        using var reader = new StreamReader(Request.Body);
        var body = await reader.ReadToEndAsync();
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(configuration["Hook:Secret"]!));
        var expected = "sha256=" + Convert.ToHexString(hmac.ComputeHash(Encoding.UTF8.GetBytes(body))).ToLowerInvariant();
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(signature)))
            return Unauthorized();
        return Ok();
    }
}

// [Bad CWE-208] bytes one by one
public static class ByteByByte
{
    public static bool Verify(byte[] key, byte[] data, byte[] tag)
    {
        var actual = HMACSHA512.HashData(key, data);
        for (var i = 0; i < actual.Length; i++)
            if (actual[i] != tag[i])
                return false;
        return true;
    }
}

// [Good CWE-208] bytes all together
public static class AllBytes
{
    public static bool Verify(byte[] key, byte[] data, byte[] tag)
    {
        var actual = HMACSHA512.HashData(key, data);
        var difference = actual.Length ^ tag.Length;
        for (var i = 0; i < actual.Length && i < tag.Length; i++)
            difference |= actual[i] ^ tag[i];
        return difference == 0;
    }
}

// [Bad CWE-208] a middleware with an API key
public sealed class KeyMiddleware(RequestDelegate next, IConfiguration configuration)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var apiKey = configuration["ApiKey"];
        if (context.Request.Headers["X-Api-Key"] != apiKey)
        {
            context.Response.StatusCode = 401;
            return;
        }
        await next(context);
    }
}

// [Good CWE-208] a middleware with an API key
public sealed class SafeKeyMiddleware(RequestDelegate next, IConfiguration configuration)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var apiKey = Encoding.UTF8.GetBytes(configuration["ApiKey"]!);
        if (!CryptographicOperations.FixedTimeEquals(apiKey, Encoding.UTF8.GetBytes(context.Request.Headers["X-Api-Key"].ToString())))
        {
            context.Response.StatusCode = 401;
            return;
        }
        await next(context);
    }
}

// [Bad CWE-208] a stored hash
public static class StoredHash
{
    public static bool Verify(string password, byte[] salt, byte[] stored) =>
        Rfc2898DeriveBytes.Pbkdf2(password, salt, 600_000, HashAlgorithmName.SHA256, 32).SequenceEqual(stored);
}

// [Good CWE-208] a check sum of a download
public static class Download
{
    public static bool IsComplete(Stream file, byte[] published) => SHA256.HashData(file).AsSpan().SequenceEqual(published);
}

// [Bad CWE-208] a token for a new password
public sealed class ResetTokens
{
    readonly Dictionary<string, string> _tokens = [];

    public bool Redeem(string user, string resetToken) => _tokens.TryGetValue(user, out var expectedToken) && string.Compare(expectedToken, resetToken, StringComparison.Ordinal) == 0;
}

// [Good CWE-208] two names
public static class NamesAlike
{
    public static bool Same(string userName, string other) => string.Equals(userName, other, StringComparison.OrdinalIgnoreCase);
}
