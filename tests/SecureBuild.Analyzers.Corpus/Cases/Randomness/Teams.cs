// Random values, as teams make them.
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Randomness.Teams;

// [Bad CWE-338] a code for a new password, by LINQ
public sealed class ResetService
{
    const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    public string NewResetCode() => new([.. Enumerable.Range(0, 8).Select(_ => Alphabet[Random.Shared.Next(Alphabet.Length)])]);
}

// [Good CWE-338] a code for a new password, by the right generator
public sealed class SafeResetService
{
    const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    public string NewResetCode() => RandomNumberGenerator.GetString(Alphabet, 8);
}

// [Bad CWE-338] the verifier of a proof key
public static class Pkce
{
    public static string CreateVerifier()
    {
        var generator = new Random();
        var bytes = new byte[32];
        generator.NextBytes(bytes);
        return Convert.ToBase64String(bytes).TrimEnd('=');
    }
}

// [Good CWE-338] colours of a chart
public static class Chart
{
    public static string CreateColour()
    {
        var generator = new Random();
        var bytes = new byte[3];
        generator.NextBytes(bytes);
        return "#" + Convert.ToHexString(bytes);
    }
}

// [Bad CWE-338] the state of a sign-in elsewhere
[Route("signin")]
public class SigninController : Controller
{
    [HttpGet("start")]
    public IActionResult Start()
    {
        var state = Random.Shared.NextInt64().ToString("x");
        HttpContext.Session.SetString("oauth_state", state);
        return Redirect("https://login.example.org/authorize?client_id=shop&state=" + state);
    }
}

// [Good CWE-338] the state of a sign-in elsewhere
[Route("safe-signin")]
public class SafeSigninController : Controller
{
    [HttpGet("start")]
    public IActionResult Start()
    {
        var state = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        HttpContext.Session.SetString("oauth_state", state);
        return Redirect("https://login.example.org/authorize?client_id=shop&state=" + state);
    }
}

// [Bad CWE-330] an invitation that counts
public sealed class Invitations
{
    int _last = 1000;

    public string Link() => $"https://example.org/invite?token={Interlocked.Increment(ref _last)}";
}

// [Good CWE-330] the number of an invoice counts
public sealed class Invoices
{
    int _last = 1000;

    public string Number() => $"2026-{Interlocked.Increment(ref _last)}";
}

// [Bad CWE-335] seeded with the day
public sealed class PinLetters
{
    public int Pin(DateTime day) => new Random(day.DayOfYear).Next(100000, 999999);
}

// [Good CWE-335] seeded so that a simulation can be run again
public sealed class Simulation
{
    public IEnumerable<double> Run(int seed, int steps)
    {
        var generator = new Random(seed);
        for (var step = 0; step < steps; step++)
            yield return generator.NextDouble();
    }
}

// [Good CWE-338] how long to wait before the next attempt
public static class Backoff
{
    public static TimeSpan Delay(int attempt) => TimeSpan.FromMilliseconds(100 * Math.Pow(2, attempt) + Random.Shared.Next(100));
}

// [Bad CWE-338] a session's number in a record
public sealed record SessionTicket(string SessionId, DateTimeOffset Expires)
{
    static readonly Random s_source = new();

    public static SessionTicket Issue(TimeProvider clock) => new(s_source.Next().ToString("X8") + s_source.Next().ToString("X8"), clock.GetUtcNow().AddHours(1));
}
