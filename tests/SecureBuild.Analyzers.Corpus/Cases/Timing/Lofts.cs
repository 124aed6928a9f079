// Comparisons of what is secret.
using System.Security.Cryptography;
using System.Text;

namespace Corpus.Timing.Lofts;

// [Bad CWE-208] a filter that compares the key of a client
public sealed class ApiKeyFilter(IConfiguration configuration) : IEndpointFilter
{
    readonly string _apiKey = configuration["ApiKey"]!;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Request.Headers["X-Api-Key"] == _apiKey ? await next(context) : Results.Unauthorized();
}

// [Good CWE-208] the same in constant time
public sealed class SafeApiKeyFilter(IConfiguration configuration) : IEndpointFilter
{
    readonly byte[] _apiKey = Encoding.UTF8.GetBytes(configuration["ApiKey"]!);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(context.HttpContext.Request.Headers["X-Api-Key"].ToString()), _apiKey) ? await next(context) : Results.Unauthorized();
}

// [Bad CWE-208] the signature of a hook, byte after byte
public static class Hooks
{
    public static bool IsFrom(byte[] secret, ReadOnlySpan<byte> body, string signature)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, body, mac);
        return Convert.FromHexString(signature).AsSpan().SequenceEqual(mac);
    }
}

// [Good CWE-208] checksums of downloads are not secret
public static class Downloads
{
    public static bool IsWhole(Stream file, string published) =>
        string.Equals(Convert.ToHexString(SHA256.HashData(file)), published, StringComparison.OrdinalIgnoreCase);
}
