using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Shop.Timing;

public class HooksController(IConfiguration configuration) : ControllerBase
{
    // [Bad CWE-208] the signature of a message as text
    [HttpPost("hook")]
    public IActionResult Receive([FromBody] string body, [FromHeader(Name = "X-Signature")] string signature)
    {
        var expected = Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(configuration["Hook:Key"]!), Encoding.UTF8.GetBytes(body)));
        return expected == signature ? Ok() : Unauthorized();
    }

    // [Good CWE-208] the signature in constant time
    [HttpPost("hook/safe")]
    public IActionResult ReceiveSafely([FromBody] string body, [FromHeader(Name = "X-Signature")] string signature)
    {
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(configuration["Hook:Key"]!), Encoding.UTF8.GetBytes(body));
        return CryptographicOperations.FixedTimeEquals(expected, Convert.FromHexString(signature)) ? Ok() : Unauthorized();
    }

    // [Bad CWE-208] the bytes of an authentication code
    bool Verify(byte[] key, byte[] message, byte[] tag)
    {
        using var mac = new HMACSHA512(key);
        return mac.ComputeHash(message).SequenceEqual(tag);
    }

    // [Good CWE-208] the bytes of a file's checksum
    bool SameFile(byte[] left, byte[] right) => SHA256.HashData(left).SequenceEqual(SHA256.HashData(right));

    // [Bad CWE-208] a password's hash
    bool Check(string password, byte[] salt, byte[] stored)
    {
        var hash = Rfc2898DeriveBytes.Pbkdf2(password, salt, 600_000, HashAlgorithmName.SHA256, 32);
        return hash.AsSpan().SequenceEqual(stored);
    }

    // [Good CWE-208] a password's hash in constant time
    bool CheckSafely(string password, byte[] salt, byte[] stored)
    {
        var hash = Rfc2898DeriveBytes.Pbkdf2(password, salt, 600_000, HashAlgorithmName.SHA256, 32);
        return CryptographicOperations.FixedTimeEquals(hash, stored);
    }

    // [Bad CWE-208] a key of the request
    [HttpGet("report")]
    public IActionResult Report()
    {
        var apiKey = Request.Headers["X-Api-Key"].ToString();
        if (!string.Equals(apiKey, configuration["Report:ApiKey"], StringComparison.Ordinal))
            return Unauthorized();
        return Ok("report");
    }

    // [Good CWE-208] the name of a format
    [HttpGet("report/format")]
    public IActionResult Format()
    {
        var format = Request.Headers["X-Format"].ToString();
        return string.Equals(format, configuration["Report:Format"], StringComparison.Ordinal) ? Ok() : BadRequest();
    }

    // [Bad CWE-208] a loop that leaves at the first difference
    static bool SameMac(byte[] mac, byte[] expectedMac)
    {
        if (mac.Length != expectedMac.Length)
            return false;
        for (var i = 0; i < mac.Length; i++)
            if (mac[i] != expectedMac[i])
                return false;
        return true;
    }

    // [Good CWE-208] a loop that goes to the end
    static bool SameMacAlways(byte[] mac, byte[] expectedMac)
    {
        var difference = mac.Length ^ expectedMac.Length;
        for (var i = 0; i < mac.Length && i < expectedMac.Length; i++)
            difference |= mac[i] ^ expectedMac[i];
        return difference == 0;
    }

    // [Good CWE-208] the two new passwords are both from the user
    bool Matches(string newPassword, string confirmPassword) => newPassword == confirmPassword;

    // [Good CWE-208] nothing was sent
    bool IsMissing(string? token) => token == null || token == "";

    // [Good CWE-208] the kinds of token
    bool IsBearer(string tokenType) => tokenType == "bearer";

    // [Bad CWE-208] a token of the database
    bool ResetAllowed(string resetToken, Func<int, string> load, int user)
    {
        var storedToken = load(user);
        return storedToken.Equals(resetToken);
    }

    // [Good CWE-208] positions in a text
    bool AtEnd(Index token, Index end) => token.Equals(end);
}
