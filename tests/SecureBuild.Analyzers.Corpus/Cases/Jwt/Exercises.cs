// Tokens: what is checked and what is not.
using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Mvc;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Corpus.Jwt.Exercises;

// [Bad CWE-347] a local function stands in for the signature check
public static class UnsignedTokens
{
    public static TokenValidationParameters Parameters(string issuer)
    {
        SecurityToken Accept(string token, TokenValidationParameters _) => new JsonWebToken(token);
        return new TokenValidationParameters { ValidIssuer = issuer, ValidAudience = "api", SignatureValidator = Accept };
    }
}

// [Bad CWE-287] the life time never ends, by a method group
public class EndlessTokens
{
    private static bool Alive(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters) => true;

    public TokenValidationParameters Parameters(SecurityKey key) => new()
    {
        ValidIssuer = "https://login.example.org",
        ValidAudience = "api",
        IssuerSigningKey = key,
        LifetimeValidator = Alive,
    };
}

// [Good CWE-287] a validator of life times that looks at the time
public class MeasuredTokens(TimeProvider clock)
{
    private bool Alive(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return expires is { } end && now < end && (notBefore is null || notBefore <= now);
    }

    public TokenValidationParameters Parameters(SecurityKey key) => new()
    {
        ValidIssuer = "https://login.example.org",
        ValidAudience = "api",
        IssuerSigningKey = key,
        LifetimeValidator = Alive,
    };
}

// [Bad CWE-347] the audience is whatever the token says
public class AnyAudience
{
    public TokenValidationParameters Parameters(SecurityKey key)
    {
        var parameters = new TokenValidationParameters { ValidIssuer = "https://login.example.org", IssuerSigningKey = key };
        parameters.AudienceValidator = (audiences, token, p) =>
        {
            Console.WriteLine(string.Join(",", audiences));
            return true;
        };
        return parameters;
    }
}

// [Good CWE-347] the audience is one of two
public class TwoAudiences
{
    static readonly string[] Ours = ["api", "mobile"];

    public TokenValidationParameters Parameters(SecurityKey key)
    {
        var parameters = new TokenValidationParameters { ValidIssuer = "https://login.example.org", IssuerSigningKey = key };
        parameters.AudienceValidator = (audiences, token, p) => audiences.Any(each => Ours.Contains(each));
        return parameters;
    }
}

// [Bad CWE-347] signed tokens are not asked for, by a static field that says no
public class OptionalSignatures
{
    private static readonly bool Strict = false;

    public static void Configure(JwtBearerOptions options)
    {
        options.TokenValidationParameters.RequireSignedTokens = Strict;
        options.TokenValidationParameters.ValidateIssuerSigningKey = Strict;
    }
}

// [Good CWE-347] switched off first, then on
public class SwitchedBack
{
    public static void Configure(JwtBearerOptions options)
    {
        var parameters = new TokenValidationParameters { ValidateIssuer = false, ValidateLifetime = false };
        parameters.ValidateIssuer = true;
        parameters.ValidateLifetime = true;
        options.TokenValidationParameters = parameters;
    }
}

// [Bad CWE-347] the claims of a token that nobody verified decide who it is
public class WhoAmI : ControllerBase
{
    [HttpGet]
    public IActionResult Get([FromHeader(Name = "Authorization")] string authorization)
    {
        var token = new JsonWebTokenHandler().ReadJsonWebToken(authorization["Bearer ".Length..]);
        var role = token.Claims.First(claim => claim.Type == "role").Value;
        return role == "admin" ? Ok("welcome") : Forbid();
    }
}

// [Good CWE-347] the token is verified, and its claims are those of the result
public class VerifiedWhoAmI(TokenValidationParameters parameters) : ControllerBase
{
    [HttpGet]
    public async Task<IActionResult> Get([FromHeader(Name = "Authorization")] string authorization)
    {
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(authorization["Bearer ".Length..], parameters);
        if (!result.IsValid)
            return Unauthorized();
        return result.ClaimsIdentity.HasClaim("role", "admin") ? Ok("welcome") : Forbid();
    }
}

// [Bad CWE-347] the payload is taken apart by hand
public class HandMade : ControllerBase
{
    [HttpGet]
    public IActionResult Get()
    {
        var token = Request.Headers.Authorization.ToString().Replace("Bearer ", "");
        var payload = Encoding.UTF8.GetString(Convert.FromBase64String(token.Split('.')[1]));
        using var claims = System.Text.Json.JsonDocument.Parse(payload);
        if (claims.RootElement.GetProperty("admin").GetBoolean())
            return Ok("all of it");
        return Forbid();
    }
}

// [Bad CWE-319] the metadata come over plain HTTP, by a compound of options
public static class Startup
{
    public static void Add(IServiceCollection services) =>
        services.AddAuthentication().AddJwtBearer("internal", options =>
        {
            options.Authority = "http://login.internal";
            options.Audience = "api";
            options.RequireHttpsMetadata = false;
        });
}

// [Good CWE-319] plain HTTP only while developing
public static class DevelopmentStartup
{
    public static void Add(IServiceCollection services, IHostEnvironment environment) =>
        services.AddAuthentication().AddJwtBearer("internal", options =>
        {
            options.Authority = "https://login.example.org";
            options.RequireHttpsMetadata = !environment.IsDevelopment();
        });
}
