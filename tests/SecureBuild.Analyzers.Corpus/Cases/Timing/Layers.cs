using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Layers;

// [Bad CWE-208] a webhook's signature as text
[ApiController]
public class HookController(IConfiguration configuration) : ControllerBase
{
    [HttpPost("hook")]
    public async Task<IActionResult> Receive([FromHeader(Name = "X-Signature")] string signature)
    {
        using var reader = new StreamReader(Request.Body);
        var body = await reader.ReadToEndAsync();
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(configuration["Hook:Secret"]!));
        var expected = Convert.ToHexString(hmac.ComputeHash(Encoding.UTF8.GetBytes(body)));
        if (!string.Equals(expected, signature, StringComparison.OrdinalIgnoreCase))
            return Unauthorized();
        return Ok();
    }
}

// [Good CWE-208] a webhook's signature in constant time
[ApiController]
public class SafeHookController(IConfiguration configuration) : ControllerBase
{
    [HttpPost("hook")]
    public async Task<IActionResult> Receive([FromHeader(Name = "X-Signature")] string signature)
    {
        using var reader = new StreamReader(Request.Body);
        var body = await reader.ReadToEndAsync();
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(configuration["Hook:Secret"]!), Encoding.UTF8.GetBytes(body));
        return CryptographicOperations.FixedTimeEquals(expected, Convert.FromHexString(signature)) ? Ok() : Unauthorized();
    }
}

// [Bad CWE-208] byte by byte
public static class Bytes
{
    public static bool VerifyMac(byte[] mac, byte[] expectedMac)
    {
        if (mac.Length != expectedMac.Length)
            return false;
        for (var i = 0; i < mac.Length; i++)
            if (mac[i] != expectedMac[i])
                return false;
        return true;
    }
}

// [Bad CWE-208] SequenceEqual
public sealed class Passwords
{
    public bool Verify(string password, byte[] salt, byte[] hash) => Rfc2898DeriveBytes.Pbkdf2(password, salt, 600_000, HashAlgorithmName.SHA256, 32).SequenceEqual(hash);
}

// [Good CWE-208] all bytes are looked at
public static class AllBytes
{
    public static bool VerifyMac(byte[] mac, byte[] expectedMac)
    {
        if (mac.Length != expectedMac.Length)
            return false;
        var difference = 0;
        for (var i = 0; i < mac.Length; i++)
            difference |= mac[i] ^ expectedMac[i];
        return difference == 0;
    }
}

// [Bad CWE-208] an API key from the header
public sealed class ApiKeyMiddleware(RequestDelegate next, IConfiguration configuration)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Headers["X-Api-Key"] != configuration["ApiKey"])
        {
            context.Response.StatusCode = 401;
            return;
        }
        await next(context);
    }
}

// [Good CWE-208] a file's checksum is no secret
public static class Checksums
{
    public static bool IsSame(byte[] first, byte[] second) => SHA256.HashData(first).SequenceEqual(SHA256.HashData(second));
}
