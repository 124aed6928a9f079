// Secrets beside what is no secret.
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Corpus.Timing.Drills;

// [Bad CWE-208] a filter compares the key of the header
public class KeyFilter(IConfiguration configuration) : IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (!context.HttpContext.Request.Headers.TryGetValue("X-Api-Key", out var given) || !string.Equals(given, configuration["Security:ApiKey"], StringComparison.Ordinal))
            context.Result = new UnauthorizedResult();
    }
}

// [Good CWE-208] a filter compares hashes of the keys in constant time
public class FixedKeyFilter(IConfiguration configuration) : IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var given = SHA256.HashData(Encoding.UTF8.GetBytes(context.HttpContext.Request.Headers["X-Api-Key"].ToString()));
        var expected = SHA256.HashData(Encoding.UTF8.GetBytes(configuration["Security:ApiKey"]!));
        if (!CryptographicOperations.FixedTimeEquals(given, expected))
            context.Result = new UnauthorizedResult();
    }
}

// [Bad CWE-208] a helper compares byte by byte
public static class Bytes
{
    public static bool Same(byte[] left, byte[] right)
    {
        if (left.Length != right.Length)
            return false;
        for (var i = 0; i < left.Length; i++)
            if (left[i] != right[i])
                return false;
        return true;
    }
}
// [same case]
public class Messages(byte[] key)
{
    public bool Verify(byte[] message, byte[] signature) => Bytes.Same(HMACSHA256.HashData(key, message), signature);
}

// [Bad CWE-208] a one-time password against that of the session
public class OtpController : ControllerBase
{
    [HttpPost]
    public IActionResult Check(string otp) => otp == HttpContext.Session.GetString("otp") ? Ok() : Unauthorized();
}

// [Good CWE-208] the type of a token against a word
public class TokenKind : ControllerBase
{
    [HttpPost]
    public IActionResult Check(string tokenType) => tokenType == "Bearer" ? Ok() : BadRequest();
}

// [Bad CWE-208] digits of a MAC in base64
public class Signed(IConfiguration configuration)
{
    public bool Verify(string payload, string signature)
    {
        using var mac = new HMACSHA1(Convert.FromBase64String(configuration["Key"]!));
        var expected = Convert.ToBase64String(mac.ComputeHash(Encoding.UTF8.GetBytes(payload)));
        return expected.CompareTo(signature) == 0;
    }
}

// [Good CWE-208] a file's checksum against the list's
public class Mirror
{
    public bool IsWhole(byte[] file, string checksum) => Convert.ToHexString(SHA256.HashData(file)) == checksum;
}
