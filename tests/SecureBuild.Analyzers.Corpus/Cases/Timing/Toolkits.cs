using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Halyard.Webhooks;

public sealed class SignatureOptions
{
    public string Header { get; set; } = "X-Halyard-Signature";

    public string Secret { get; set; } = "";
}

public readonly record struct Signature(byte[] Value)
{
    public static Signature Of(string secret, ReadOnlySpan<byte> body) => new(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
}

// [Bad CWE-208] sequences are equal as soon as they are not
public sealed class SignatureFilter(IOptions<SignatureOptions> options) : IEndpointFilter
{
    public async ValueTask<object> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        using var body = new MemoryStream();
        await context.HttpContext.Request.Body.CopyToAsync(body);
        var expected = Signature.Of(options.Value.Secret, body.ToArray());
        var given = Convert.FromHexString(context.HttpContext.Request.Headers[options.Value.Header].ToString());
        return expected.Value.AsSpan().SequenceEqual(given) ? await next(context) : Results.Unauthorized();
    }
}

// [Good CWE-208] equal in a fixed time
public sealed class FixedSignatureFilter(IOptions<SignatureOptions> options) : IEndpointFilter
{
    public async ValueTask<object> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        using var body = new MemoryStream();
        await context.HttpContext.Request.Body.CopyToAsync(body);
        var expected = Signature.Of(options.Value.Secret, body.ToArray());
        var given = Convert.FromHexString(context.HttpContext.Request.Headers[options.Value.Header].ToString());
        return CryptographicOperations.FixedTimeEquals(expected.Value, given) ? await next(context) : Results.Unauthorized();
    }
}

// [Bad CWE-208] a comparer of strings for keys of the API
public sealed class ApiKeyStore(IEnumerable<string> apiKeys)
{
    public bool Accepts(StringValues header) =>
        header.Count == 1 && apiKeys.Any(apiKey => StringComparer.Ordinal.Equals(apiKey, header[0]));
}

// [Good CWE-208] hashes of both, in a fixed time
public sealed class HashedApiKeyStore(IEnumerable<string> apiKeys)
{
    readonly byte[][] _hashes = [.. apiKeys.Select(apiKey => SHA256.HashData(Encoding.UTF8.GetBytes(apiKey)))];

    public bool Accepts(StringValues header)
    {
        if (header.Count != 1)
            return false;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(header[0]));
        var found = false;
        foreach (var each in _hashes)
            found |= CryptographicOperations.FixedTimeEquals(each, hash);
        return found;
    }
}

// [Good CWE-208] an entity tag is public
public static class EntityTags
{
    public static bool Matches(HttpRequest request, byte[] content)
    {
        var tag = $"\"{Convert.ToHexString(SHA256.HashData(content))}\"";
        return request.Headers.IfNoneMatch == tag;
    }
}
