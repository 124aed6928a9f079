// Comparisons in services and endpoints.
using System.Security.Cryptography;
using System.Text;

namespace Corpus.Timing.Offices;

// [Bad CWE-208] a pattern for the header of an endpoint's filter
public static class KeyFilter
{
    public static void Map(WebApplication app, string apiKey) => app.MapGet("/protected", () => "ok").AddEndpointFilter(async (context, next) =>
    {
        string? sent = context.HttpContext.Request.Headers["X-Api-Key"];
        return sent is not null && sent.Equals(apiKey, StringComparison.Ordinal) ? await next(context) : Results.Unauthorized();
    });
}

// [Good CWE-208] the header of an endpoint's filter in constant time
public static class SafeKeyFilter
{
    public static void Map(WebApplication app, string apiKey) => app.MapGet("/safe-protected", () => "ok").AddEndpointFilter(async (context, next) =>
    {
        string? sent = context.HttpContext.Request.Headers["X-Api-Key"];
        return sent is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(sent)), SHA256.HashData(Encoding.UTF8.GetBytes(apiKey))) ? await next(context) : Results.Unauthorized();
    });
}

// [Bad CWE-208] the code for a second factor
public sealed class SecondFactor(Func<string, string> stored)
{
    public bool Verify(string user, string otp)
    {
        var expected = stored(user);
        return otp == expected;
    }
}

// [Bad CWE-208] a payload's MAC by LINQ, negated
public static class Payload
{
    public static void Demand(byte[] key, byte[] payload, byte[] mac)
    {
        if (!HMACSHA256.HashData(key, payload).SequenceEqual(mac))
            throw new CryptographicException("wrong");
    }
}

// [Good CWE-208] a payload's MAC
public static class SafePayload
{
    public static void Demand(byte[] key, byte[] payload, byte[] mac)
    {
        if (!CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, payload), mac))
            throw new CryptographicException("wrong");
    }
}

// [Good CWE-208] a name of a token's kind
public static class Kinds
{
    public static bool IsBearer(string tokenType) => string.Equals(tokenType, "bearer", StringComparison.OrdinalIgnoreCase);
}
