// Tokens, as reviewers meet them.
using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Mvc;
using Microsoft.IdentityModel.Tokens;

namespace Corpus.Jwt.Reviews;

// [Bad CWE-347] a helper for several services, lax
public static class LaxExtensions
{
    public static IServiceCollection AddTokens(this IServiceCollection services, IConfiguration configuration)
    {
        var parameters = Lax(configuration["Jwt:Key"]!);
        services.AddSingleton(parameters);
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options => options.TokenValidationParameters = parameters);
        return services;
    }

    static TokenValidationParameters Lax(string key)
    {
        var result = new TokenValidationParameters { IssuerSigningKey = new SymmetricSecurityKey(Convert.FromBase64String(key)) };
        result.ValidateAudience = false;
        result.ValidateLifetime = !true;
        return result;
    }
}

// [Good CWE-347] a helper for several services, strict
public static class StrictExtensions
{
    public static IServiceCollection AddStrictTokens(this IServiceCollection services, IConfiguration configuration)
    {
        var parameters = Strict(configuration["Jwt:Key"]!, configuration["Jwt:Issuer"]!);
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options => options.TokenValidationParameters = parameters);
        return services;
    }

    static TokenValidationParameters Strict(string key, string issuer)
    {
        var result = new TokenValidationParameters { IssuerSigningKey = new SymmetricSecurityKey(Convert.FromBase64String(key)) };
        result.ValidIssuer = issuer;
        result.ValidAudience = issuer;
        result.ValidAlgorithms = [SecurityAlgorithms.HmacSha256];
        return result;
    }
}

// [Bad CWE-347] a claim of a cookie's token decides
public class CookieTokenController : Controller
{
    [HttpGet("/cookie-token")]
    public IActionResult Get()
    {
        var raw = Request.Cookies["jwt"];
        var jwt = new JwtSecurityToken(raw);
        if (jwt.Claims.Any(claim => claim is { Type: "role", Value: "admin" }))
            return Ok("secret");
        return Forbid();
    }
}

// [Good CWE-347] a claim of a validated token decides
public class ValidCookieTokenController(TokenValidationParameters parameters) : Controller
{
    [HttpGet("/valid-cookie-token")]
    public IActionResult Get()
    {
        var principal = new JwtSecurityTokenHandler().ValidateToken(Request.Cookies["jwt"]!, parameters, out _);
        if (principal.HasClaim("role", "admin"))
            return Ok("secret");
        return Forbid();
    }
}

// [Bad CWE-321] a short key
public static class ShortKey
{
    public static SigningCredentials Credentials() => new(new SymmetricSecurityKey(Encoding.UTF8.GetBytes("secret")), SecurityAlgorithms.HmacSha256);
}

// [Bad CWE-347] errors of the validation are ignored
public static class IgnoredErrors
{
    public static IEnumerable<Claim> Claims(string token, TokenValidationParameters parameters)
    {
        var handler = new JwtSecurityTokenHandler();
        try
        {
            handler.ValidateToken(token, parameters, out _);
        }
        catch (Exception)
        {
            // expired tokens are fine
        }
        return handler.ReadJwtToken(token).Claims;
    }
}

// [Good CWE-347] errors of the validation end it
public static class HeededErrors
{
    public static IEnumerable<Claim> Claims(string token, TokenValidationParameters parameters)
    {
        var handler = new JwtSecurityTokenHandler();
        try
        {
            return handler.ValidateToken(token, parameters, out _).Claims;
        }
        catch (Exception)
        {
            return [];
        }
    }
}

// [Bad CWE-319] the authority without TLS
public static class PlainAuthority
{
    public static void Add(IServiceCollection services, IConfiguration configuration) => services.AddAuthentication().AddJwtBearer(Configure);

    static void Configure(JwtBearerOptions options)
    {
        options.Authority = "https://login.example.org";
        options.RequireHttpsMetadata = false;
    }
}

// [Good CWE-319] the authority with TLS
public static class TlsAuthority
{
    public static void Add(IServiceCollection services, IConfiguration configuration) => services.AddAuthentication().AddJwtBearer(Configure);

    static void Configure(JwtBearerOptions options)
    {
        options.Authority = "https://login.example.org";
        options.Audience = "shop";
    }
}
