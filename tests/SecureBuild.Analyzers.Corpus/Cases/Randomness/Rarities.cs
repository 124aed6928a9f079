// Random values in rarer shapes.
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Randomness.Rarities;

// [Bad CWE-338] by an interface that hides the generator
public interface IRandomSource { int Next(int limit); }

// [same case]
public sealed class SystemRandomSource : IRandomSource
{
    readonly Random _random = new();
    public int Next(int limit) => _random.Next(limit);
}

// [same case]
public sealed class PinService(IRandomSource source)
{
    public string NewPin() => string.Concat(Enumerable.Range(0, 4).Select(_ => source.Next(10)));
}

// [Good CWE-338] by an interface that hides a good generator
public interface ISecureSource { int Next(int limit); }

// [same case]
public sealed class SecureSource : ISecureSource
{
    public int Next(int limit) => RandomNumberGenerator.GetInt32(limit);
}

// [same case]
public sealed class SecurePinService(ISecureSource source)
{
    public string NewPin() => string.Concat(Enumerable.Range(0, 4).Select(_ => source.Next(10)));
}

// [Bad CWE-338] a local function
public class MfaController : ControllerBase
{
    [HttpPost("/mfa")]
    public IActionResult Send()
    {
        HttpContext.Session.SetString("mfa_code", Digits(6));
        return Ok();

        static string Digits(int count)
        {
            var random = new Random(Environment.TickCount);
            var text = "";
            while (text.Length < count)
                text += random.Next(0, 10);
            return text;
        }
    }
}

// [Bad CWE-338] bytes to a token by a loop
public static class Hex
{
    static readonly Random s_rng = new(Guid.NewGuid().GetHashCode());

    public static string NewSecret()
    {
        var sb = new StringBuilder();
        for (int i = 0; i < 32; i++)
            sb.Append(s_rng.Next(16).ToString("x"));
        return sb.ToString();
    }
}

// [Good CWE-338] bytes to an animation by a loop
public static class Stars
{
    static readonly Random s_rng = new(1);

    public static string NewSky()
    {
        var sb = new StringBuilder();
        for (int i = 0; i < 32; i++)
            sb.Append(s_rng.Next(16) == 0 ? '*' : ' ');
        return sb.ToString();
    }
}

// [Bad CWE-330] an order's number opens the order
public sealed class Downloads
{
    readonly Random _random = new();

    public string NewDownloadLink(int order) => $"https://shop.example.org/download/{order}?accessKey={_random.Next():x8}";
}

// [Good CWE-330] a link that is signed
public sealed class SignedDownloads(byte[] key)
{
    public string NewDownloadLink(int order) => $"https://shop.example.org/download/{order}?signature={Convert.ToHexString(HMACSHA256.HashData(key, BitConverter.GetBytes(order)))}";
}
