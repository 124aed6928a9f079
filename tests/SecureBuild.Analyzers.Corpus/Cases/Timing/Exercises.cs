// Comparisons of what only one side may know.
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Timing.Exercises;

public class Webhooks(IConfiguration configuration) : ControllerBase
{
    // [Bad CWE-208] a signature of hexadecimal digits, compared as text
    [HttpPost("a")]
    public async Task<IActionResult> Text()
    {
        using var reader = new StreamReader(Request.Body);
        var body = await reader.ReadToEndAsync();
        using var mac = new HMACSHA256(Encoding.UTF8.GetBytes(configuration["Hook:Secret"]!));
        var expected = BitConverter.ToString(mac.ComputeHash(Encoding.UTF8.GetBytes(body))).Replace("-", "").ToLower();
        if (!expected.Equals(Request.Headers["X-Signature"].ToString(), StringComparison.OrdinalIgnoreCase))
            return Unauthorized();
        return Ok();
    }

    // [Good CWE-208] a signature of hexadecimal digits, compared in constant time
    [HttpPost("b")]
    public async Task<IActionResult> Fixed()
    {
        using var reader = new StreamReader(Request.Body);
        var body = await reader.ReadToEndAsync();
        using var mac = new HMACSHA256(Encoding.UTF8.GetBytes(configuration["Hook:Secret"]!));
        var expected = Convert.ToHexString(mac.ComputeHash(Encoding.UTF8.GetBytes(body)));
        var given = Request.Headers["X-Signature"].ToString().ToUpperInvariant();
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(given)))
            return Unauthorized();
        return Ok();
    }

    // [Bad CWE-208] bytes of a MAC, by spans
    [NonAction]
    public bool Spans(byte[] key, byte[] message, byte[] tag) => HMACSHA512.HashData(key, message).AsSpan().SequenceEqual(tag);

    // [Bad CWE-208] bytes of a MAC, in a loop that ends early
    [NonAction]
    public bool Loop(byte[] key, byte[] message, byte[] tag)
    {
        var computed = HMACSHA256.HashData(key, message);
        for (var i = 0; i < computed.Length; i++)
        {
            if (computed[i] != tag[i])
                return false;
        }
        return true;
    }

    // [Good CWE-208] bytes of a MAC, in a loop that goes on
    [NonAction]
    public bool FullLoop(byte[] key, byte[] message, byte[] tag)
    {
        var computed = HMACSHA256.HashData(key, message);
        var difference = computed.Length ^ tag.Length;
        for (var i = 0; i < computed.Length && i < tag.Length; i++)
            difference |= computed[i] ^ tag[i];
        return difference == 0;
    }

    // [Bad CWE-208] an API's key, by an operator
    [HttpGet("c")]
    public IActionResult Key([FromHeader(Name = "X-Api-Key")] string apiKey)
    {
        if (apiKey != configuration["ApiKey"])
            return Unauthorized();
        return Ok();
    }

    // [Good CWE-208] an ETag, by an operator
    [HttpGet("d")]
    public IActionResult Cached()
    {
        var etag = "\"" + Convert.ToHexString(SHA256.HashData("content"u8)) + "\"";
        if (Request.Headers.IfNoneMatch == etag)
            return StatusCode(304);
        return Ok("content");
    }

    // [Bad CWE-208] a password's hash against the stored one
    [NonAction]
    public bool Password(string password, byte[] salt, byte[] stored)
    {
        var hash = Rfc2898DeriveBytes.Pbkdf2(password, salt, 600_000, HashAlgorithmName.SHA256, 32);
        return hash.SequenceEqual(stored);
    }
}
