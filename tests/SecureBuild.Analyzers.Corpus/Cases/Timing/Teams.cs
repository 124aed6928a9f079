// Comparisons, as teams write them.
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Timing.Teams;

// [Bad CWE-208] a filter compares the key of the caller
public sealed class ApiKeyAttribute : Attribute, IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var expected = context.HttpContext.RequestServices.GetRequiredService<IConfiguration>()["ApiKey"];
        if (!context.HttpContext.Request.Headers.TryGetValue("X-Api-Key", out var given) || given != expected)
        {
            context.Result = new UnauthorizedResult();
            return;
        }
        await next();
    }
}

// [Good CWE-208] a filter compares the key of the caller, in constant time
public sealed class SafeApiKeyAttribute : Attribute, IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var expected = context.HttpContext.RequestServices.GetRequiredService<IConfiguration>()["ApiKey"]!;
        var given = context.HttpContext.Request.Headers["X-Api-Key"].ToString();
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected)))
        {
            context.Result = new UnauthorizedResult();
            return;
        }
        await next();
    }
}

// [Bad CWE-208] a digest as hexadecimal digits
public static class Hooks
{
    public static void Map(WebApplication app, byte[] secret) => app.MapPost("/hook", async (HttpRequest request) =>
    {
        using var memory = new MemoryStream();
        await request.Body.CopyToAsync(memory);
        var computed = "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(secret, memory.ToArray()));
        return string.Equals(computed, request.Headers["X-Hub-Signature-256"], StringComparison.OrdinalIgnoreCase) ? Results.Ok() : Results.Unauthorized();
    });
}

// [Good CWE-208] the entity tag of a picture
public static class Tags
{
    public static void Map(WebApplication app, byte[] picture) => app.MapGet("/picture", (HttpRequest request) =>
    {
        var computed = "\"" + Convert.ToHexStringLower(SHA256.HashData(picture)) + "\"";
        return string.Equals(computed, request.Headers.IfNoneMatch, StringComparison.Ordinal) ? Results.StatusCode(304) : Results.Bytes(picture, "image/png");
    });
}

// [Bad CWE-208] structural equality of bytes
public static class Structural
{
    public static bool Verify(byte[] key, byte[] message, byte[] mac)
    {
        using var algorithm = new HMACSHA512(key);
        return System.Collections.StructuralComparisons.StructuralEqualityComparer.Equals(algorithm.ComputeHash(message), mac);
    }
}
