// Comparisons of what must not be guessed.
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Timing.Workshops;

// [Bad CWE-208] the signature of a webhook as text
[Route("hooks")]
public sealed class HooksController(IConfiguration configuration) : Controller
{
    [HttpPost]
    public async Task<IActionResult> Receive([FromHeader(Name = "X-Hub-Signature-256")] string signature)
    {
        using var reader = new StreamReader(Request.Body);
        var body = await reader.ReadToEndAsync();
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(configuration["Hook:Secret"]!), Encoding.UTF8.GetBytes(body));
        var expected = "sha256=" + Convert.ToHexString(hash).ToLowerInvariant();
        return string.Equals(expected, signature, StringComparison.OrdinalIgnoreCase) ? Ok() : Unauthorized();
    }
}

// [Good CWE-208] in constant time
[Route("hooks2")]
public sealed class ConstantHooksController(IConfiguration configuration) : Controller
{
    [HttpPost]
    public async Task<IActionResult> Receive([FromHeader(Name = "X-Hub-Signature-256")] string signature)
    {
        using var reader = new StreamReader(Request.Body);
        var body = await reader.ReadToEndAsync();
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(configuration["Hook:Secret"]!), Encoding.UTF8.GetBytes(body));
        var expected = "sha256=" + Convert.ToHexString(hash).ToLowerInvariant();
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(signature)) ? Ok() : Unauthorized();
    }
}

// [Bad CWE-208] tags byte by byte, leaving at the first that differs
public sealed class Tags
{
    public bool Verify(byte[] message, byte[] tag, byte[] key)
    {
        using var mac = new HMACSHA512(key);
        var computed = mac.ComputeHash(message);
        if (computed.Length != tag.Length)
            return false;
        for (var i = 0; i < computed.Length; i++)
        {
            if (computed[i] != tag[i])
                return false;
        }
        return true;
    }
}

// [Good CWE-208] tags byte by byte, all of them
public sealed class FullTags
{
    public bool Verify(byte[] message, byte[] tag, byte[] key)
    {
        using var mac = new HMACSHA512(key);
        var computed = mac.ComputeHash(message);
        if (computed.Length != tag.Length)
            return false;
        var difference = 0;
        for (var i = 0; i < computed.Length; i++)
            difference |= computed[i] ^ tag[i];
        return difference == 0;
    }
}

// [Bad CWE-208] the key of the interface in a middleware
public sealed class ApiKeyMiddleware(RequestDelegate next, IConfiguration configuration)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Headers.TryGetValue("X-Api-Key", out var given) || !configuration["ApiKey"]!.Equals(given))
        {
            context.Response.StatusCode = 401;
            return;
        }
        await next(context);
    }
}

// [Good CWE-208] a digest of a download, known to everybody
public sealed class Downloads
{
    public bool Same(byte[] content, string publishedDigest) => Convert.ToHexString(SHA256.HashData(content)) == publishedDigest;
}
