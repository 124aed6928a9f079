// Tokens, as teams write them in their own start-up code.
using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Corpus.Jwt.Teams;

// [Bad CWE-347] the header is written by hand and says that nobody signs
public static class UnsignedWriter
{
    static string Part(object value) => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(value)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public static string Write(string user) => Part(new { alg = "none", typ = "JWT" }) + "." + Part(new { sub = user }) + ".";
}

// [Good CWE-347] the header is written by hand and the token has a MAC
public static class SignedWriter
{
    static string Part(object value) => Part(JsonSerializer.SerializeToUtf8Bytes(value));

    static string Part(byte[] value) => Convert.ToBase64String(value).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public static string Write(string user, byte[] key)
    {
        var unsigned = Part(new { alg = "HS256", typ = "JWT" }) + "." + Part(new { sub = user });
        return unsigned + "." + Part(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(unsigned)));
    }
}

// [Bad CWE-347] a token without a signature passes, one with a signature is checked
public static class OptionalSignature
{
    public static string? UserOf(string token, byte[] key)
    {
        var parts = token.Split('.');
        if (parts.Length == 3 && parts[2].Length > 0)
        {
            var expected = HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(parts[0] + "." + parts[1]));
            if (!CryptographicOperations.FixedTimeEquals(expected, Convert.FromBase64String(parts[2])))
                return null;
        }
        using var payload = JsonDocument.Parse(Convert.FromBase64String(parts[1]));
        return payload.RootElement.GetProperty("sub").GetString();
    }
}

// [Good CWE-347] a token without a signature is none
public static class DemandedSignature
{
    public static string? UserOf(string token, byte[] key)
    {
        var parts = token.Split('.');
        if (parts.Length != 3)
            return null;
        var expected = HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(parts[0] + "." + parts[1]));
        if (!CryptographicOperations.FixedTimeEquals(expected, Convert.FromBase64String(parts[2])))
            return null;
        using var payload = JsonDocument.Parse(Convert.FromBase64String(parts[1]));
        return payload.RootElement.GetProperty("sub").GetString();
    }
}

// [Bad CWE-347] the parameters of the options are changed one by one after the configuration was bound
public static class BoundAndLoosened
{
    public static void AddTokens(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAuthentication().AddJwtBearer(bearer =>
        {
            configuration.Bind("Jwt", bearer);
            var checks = bearer.TokenValidationParameters;
            checks.RequireSignedTokens = false;
            checks.ValidIssuer = "https://id.example.org";
        });
    }
}

// [Good CWE-347] the parameters of the options are made stricter
public static class BoundAndTightened
{
    public static void AddTokens(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAuthentication().AddJwtBearer(bearer =>
        {
            configuration.Bind("Jwt", bearer);
            var checks = bearer.TokenValidationParameters;
            checks.RequireSignedTokens = true;
            checks.ClockSkew = TimeSpan.FromSeconds(30);
        });
    }
}

// [Bad CWE-613] an hour... of days is forgiven
public sealed class SkewedOptions(SecurityKey key) : IPostConfigureOptions<JwtBearerOptions>
{
    const int Tolerance = 30;

    public void PostConfigure(string? name, JwtBearerOptions options) =>
        options.TokenValidationParameters = new() { IssuerSigningKey = key, ValidIssuer = "a", ValidAudience = "b", ClockSkew = TimeSpan.FromDays(Tolerance) };
}

// [Good CWE-613] half a minute is forgiven
public sealed class TightOptions(SecurityKey key) : IPostConfigureOptions<JwtBearerOptions>
{
    const int Tolerance = 30;

    public void PostConfigure(string? name, JwtBearerOptions options) =>
        options.TokenValidationParameters = new() { IssuerSigningKey = key, ValidIssuer = "a", ValidAudience = "b", ClockSkew = TimeSpan.FromSeconds(Tolerance) };
}

// [Bad CWE-347] the answer of the library is asked for and then everybody comes in
public sealed class Gate(JsonWebTokenHandler handler, TokenValidationParameters parameters)
{
    public async Task<bool> MayEnterAsync(string token)
    {
        var result = await handler.ValidateTokenAsync(token, parameters);
        if (!result.IsValid)
            Console.Error.WriteLine("token refused");
        return true;
    }
}

// [Good CWE-347] the answer of the library decides
public sealed class StrictGate(JsonWebTokenHandler handler, TokenValidationParameters parameters)
{
    public async Task<bool> MayEnterAsync(string token)
    {
        var result = await handler.ValidateTokenAsync(token, parameters);
        if (!result.IsValid)
            Console.Error.WriteLine("token refused");
        return result.IsValid;
    }
}

// [Bad CWE-347] a middleware trusts what the new reader reads
public sealed class TenantMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var raw = context.Request.Headers.Authorization.ToString().Split(' ').Last();
        if (new JsonWebTokenHandler().ReadJsonWebToken(raw) is { } token)
        {
            var identity = new ClaimsIdentity(token.Claims, "jwt");
            context.User = new ClaimsPrincipal(identity);
        }
        await next(context);
    }
}

// [Good CWE-347] a middleware asks the framework
public sealed class PrincipalMiddleware(RequestDelegate next, JsonWebTokenHandler handler, TokenValidationParameters parameters)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var raw = context.Request.Headers.Authorization.ToString().Split(' ').Last();
        var result = await handler.ValidateTokenAsync(raw, parameters);
        if (result.IsValid)
            context.User = new ClaimsPrincipal(result.ClaimsIdentity);
        await next(context);
    }
}

// [Bad CWE-347] an extension method without signatures, the switches by with-like helpers
public static class LooseParameters
{
    static TokenValidationParameters Issuer(this TokenValidationParameters it, bool on) { it.ValidateIssuer = on; return it; }

    static TokenValidationParameters Audience(this TokenValidationParameters it, bool on) { it.ValidateAudience = on; return it; }

    public static TokenValidationParameters Make(SecurityKey key) => new TokenValidationParameters { IssuerSigningKey = key }.Issuer(false).Audience(false);
}

// [Good CWE-347] the same helpers, switched on
public static class StrictParameters
{
    static TokenValidationParameters Issuer(this TokenValidationParameters it, bool on) { it.ValidateIssuer = on; return it; }

    static TokenValidationParameters Audience(this TokenValidationParameters it, bool on) { it.ValidateAudience = on; return it; }

    public static TokenValidationParameters Make(SecurityKey key) => new TokenValidationParameters { IssuerSigningKey = key }.Issuer(true).Audience(true);
}
