// Tokens as they stand in small samples: options in other methods, parameters by steps, handlers in middleware.
using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Corpus.Jwt.Snippets;

// [Bad CWE-347] a configurator of options turns the check of the signing key's token off
public sealed class LooseJwtSetup : IConfigureNamedOptions<JwtBearerOptions>
{
    public void Configure(string? name, JwtBearerOptions options) => Configure(options);

    public void Configure(JwtBearerOptions options)
    {
        options.TokenValidationParameters.ValidateIssuerSigningKey = false;
        options.TokenValidationParameters.RequireSignedTokens = false;
    }
}

// [Good CWE-347] a configurator of options that asks for everything
public sealed class StrictJwtSetup(IConfiguration configuration) : IConfigureNamedOptions<JwtBearerOptions>
{
    public void Configure(string? name, JwtBearerOptions options) => Configure(options);

    public void Configure(JwtBearerOptions options)
    {
        options.Authority = configuration["Jwt:Authority"];
        options.TokenValidationParameters.ValidAudience = configuration["Jwt:Audience"];
        options.TokenValidationParameters.ValidateLifetime = true;
        options.TokenValidationParameters.RequireSignedTokens = true;
    }
}

// [Bad CWE-613] a lifetime validator that says yes to everything
public static class NeverOld
{
    public static TokenValidationParameters Parameters(SecurityKey key) => new()
    {
        ValidIssuer = "https://login.example.org",
        ValidAudience = "orders",
        IssuerSigningKey = key,
        LifetimeValidator = (notBefore, expires, token, parameters) => true,
    };
}

// [Good CWE-613] a lifetime validator that looks at the clock
public static class OldEnough
{
    public static TokenValidationParameters Parameters(SecurityKey key, TimeProvider clock) => new()
    {
        ValidIssuer = "https://login.example.org",
        ValidAudience = "orders",
        IssuerSigningKey = key,
        LifetimeValidator = (notBefore, expires, token, parameters) => expires is { } end && end > clock.GetUtcNow().UtcDateTime,
    };
}

// [Bad CWE-287] an audience validator that never refuses
public static class AnyAudience
{
    public static TokenValidationParameters Parameters(SecurityKey key)
    {
        var result = new TokenValidationParameters();
        result.ValidIssuer = "https://login.example.org";
        result.IssuerSigningKey = key;
        result.AudienceValidator = Accept;
        return result;
    }

    static bool Accept(IEnumerable<string> audiences, SecurityToken token, TokenValidationParameters parameters)
    {
        return true;
    }
}

// [Good CWE-287] an audience validator that compares
public static class OurAudience
{
    public static TokenValidationParameters Parameters(SecurityKey key)
    {
        var result = new TokenValidationParameters();
        result.ValidIssuer = "https://login.example.org";
        result.IssuerSigningKey = key;
        result.AudienceValidator = Accept;
        return result;
    }

    static bool Accept(IEnumerable<string> audiences, SecurityToken token, TokenValidationParameters parameters)
    {
        return audiences.Contains("orders", StringComparer.Ordinal);
    }
}

// [Bad CWE-347] the issuer is whatever the token says
public static class AnyIssuer
{
    public static void Add(IServiceCollection services, SecurityKey key) => services.AddAuthentication().AddJwtBearer("partner", options =>
    {
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAudience = "orders",
            IssuerSigningKey = key,
            IssuerValidator = (issuer, token, parameters) => issuer,
        };
    });
}

// [Good CWE-347] the issuer is one of the tenants
public static class TenantIssuer
{
    static readonly HashSet<string> s_tenants = new(StringComparer.Ordinal) { "https://a.example.org", "https://b.example.org" };

    public static void Add(IServiceCollection services, SecurityKey key) => services.AddAuthentication().AddJwtBearer("partner", options =>
    {
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAudience = "orders",
            IssuerSigningKey = key,
            IssuerValidator = (issuer, token, parameters) => s_tenants.Contains(issuer) ? issuer : throw new UnauthorizedAccessException(),
        };
    });
}

// [Bad CWE-347] a switch in the class turns the checks off
public sealed class TokenService
{
    const bool Strict = false;

    public ClaimsPrincipal Read(string token, SecurityKey key)
    {
        var handler = new JwtSecurityTokenHandler();
        return handler.ValidateToken(token, Parameters(key), out _);
    }

    TokenValidationParameters Parameters(SecurityKey key) => new()
    {
        ValidateIssuer = Strict,
        ValidateAudience = Strict,
        ValidateLifetime = Strict,
        IssuerSigningKey = key,
    };
}

// [Good CWE-347] a switch in the class turns the checks on
public sealed class StrictTokenService
{
    const bool Strict = true;

    public ClaimsPrincipal Read(string token, SecurityKey key)
    {
        var handler = new JwtSecurityTokenHandler();
        return handler.ValidateToken(token, Parameters(key), out _);
    }

    TokenValidationParameters Parameters(SecurityKey key) => new()
    {
        ValidateIssuer = Strict,
        ValidIssuer = "https://login.example.org",
        ValidateAudience = Strict,
        ValidAudience = "orders",
        ValidateLifetime = Strict,
        IssuerSigningKey = key,
    };
}

// [Bad CWE-347] middleware takes the user from a token that it only reads
public sealed class ReadingMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        string? header = context.Request.Headers.Authorization;
        if (header is not null && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            var jwt = new JsonWebTokenHandler().ReadJsonWebToken(header.Substring(7));
            context.User = new ClaimsPrincipal(new ClaimsIdentity(jwt.Claims, "jwt"));
        }
        await next(context);
    }
}

// [Good CWE-347] middleware takes the user from a token that it validates
public sealed class ValidatingMiddleware(RequestDelegate next, TokenValidationParameters parameters)
{
    public async Task InvokeAsync(HttpContext context)
    {
        string? header = context.Request.Headers.Authorization;
        if (header is not null && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            var result = await new JsonWebTokenHandler().ValidateTokenAsync(header.Substring(7), parameters);
            if (!result.IsValid)
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            }
            context.User = new ClaimsPrincipal(result.ClaimsIdentity);
        }
        await next(context);
    }
}

// [Bad CWE-347] the answer of the validation is thrown away
public sealed class ForgetfulController(TokenValidationParameters parameters) : ControllerBase
{
    [HttpGet("/balance")]
    public async Task<IActionResult> Balance([FromHeader(Name = "X-Token")] string token)
    {
        var handler = new JsonWebTokenHandler();
        await handler.ValidateTokenAsync(token, parameters);
        var account = handler.ReadJsonWebToken(token).Subject;
        return Ok(account);
    }
}

// [Bad CWE-321] the signing key stands in a constant
public static class TokenFactory
{
    private const string SigningPhrase = "kJ8#mv2!Qz7pLw9xRt4sNb6yHd3gFc1e";

    public static string Create(string user)
    {
        var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(SigningPhrase));
        var token = new JwtSecurityToken(issuer: "shop", audience: "shop", claims: new[] { new Claim("sub", user) },
            expires: DateTime.UtcNow.AddMinutes(15), signingCredentials: new SigningCredentials(key, SecurityAlgorithms.HmacSha256));
        return new JwtSecurityTokenHandler().WriteToken(token);
    }
}

// [Good CWE-321] the signing key comes from the environment
public static class SafeTokenFactory
{
    private const string SigningPhraseVariable = "SHOP_SIGNING_KEY";

    public static string Create(string user)
    {
        var phrase = Environment.GetEnvironmentVariable(SigningPhraseVariable) ?? throw new InvalidOperationException($"{SigningPhraseVariable} is not set");
        var key = new SymmetricSecurityKey(Convert.FromBase64String(phrase));
        var token = new JwtSecurityToken(issuer: "shop", audience: "shop", claims: new[] { new Claim("sub", user) },
            expires: DateTime.UtcNow.AddMinutes(15), signingCredentials: new SigningCredentials(key, SecurityAlgorithms.HmacSha256));
        return new JwtSecurityTokenHandler().WriteToken(token);
    }
}

// [Bad CWE-321] a default in case the configuration has none
public static class FallbackKey
{
    public static SecurityKey Key(IConfiguration configuration) =>
        new SymmetricSecurityKey(Encoding.ASCII.GetBytes(configuration["Jwt:Key"] ?? "ThisIsMySuperSecretKeyForJwt12345"));
}

// [Good CWE-321] no default
public static class NoFallbackKey
{
    public static SecurityKey Key(IConfiguration configuration) =>
        new SymmetricSecurityKey(Encoding.ASCII.GetBytes(configuration["Jwt:Key"] ?? throw new InvalidOperationException("Jwt:Key is missing")));
}

// [Bad CWE-613] tokens that live for ten years
public static class LongLived
{
    public static string Create(SigningCredentials credentials, ClaimsIdentity subject)
    {
        var descriptor = new SecurityTokenDescriptor
        {
            Subject = subject,
            Expires = DateTime.UtcNow.AddYears(10),
            SigningCredentials = credentials,
        };
        var handler = new JwtSecurityTokenHandler();
        return handler.WriteToken(handler.CreateToken(descriptor));
    }
}

// [Good CWE-613] tokens that live for ten minutes
public static class ShortLived
{
    public static string Create(SigningCredentials credentials, ClaimsIdentity subject)
    {
        var descriptor = new SecurityTokenDescriptor
        {
            Subject = subject,
            Expires = DateTime.UtcNow.AddMinutes(10),
            SigningCredentials = credentials,
        };
        var handler = new JwtSecurityTokenHandler();
        return handler.WriteToken(handler.CreateToken(descriptor));
    }
}

// [Good CWE-347] if the header says anything else than our algorithm, the token is refused
public static class OurAlgorithmOnly
{
    public static bool Verify(string header, string payload, string signature, byte[] key)
    {
        if (!header.Contains("\"alg\":\"HS256\"", StringComparison.Ordinal))
            return false;
        var mac = HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(header + "." + payload));
        return CryptographicOperations.FixedTimeEquals(mac, Convert.FromBase64String(signature));
    }
}

// [Good CWE-347] the claims of a validated request are shown, the token only says when it ends
public sealed class ExpiryController : ControllerBase
{
    [Microsoft.AspNetCore.Authorization.Authorize, HttpGet("/expiry")]
    public IActionResult Get()
    {
        var token = new JwtSecurityTokenHandler().ReadJwtToken(Request.Headers.Authorization.ToString()["Bearer ".Length..]);
        return Ok(token.ValidTo);
    }
}

// [Bad CWE-347] an own set of parameters for tests, used for everything
public static class ParametersByProperty
{
    static TokenValidationParameters Loose
    {
        get
        {
            var p = new TokenValidationParameters();
            p.ValidateIssuerSigningKey = false;
            p.ValidateIssuer = p.ValidateAudience = false;
            p.SignatureValidator = (token, _) => new JwtSecurityTokenHandler().ReadJwtToken(token);
            return p;
        }
    }

    public static ClaimsPrincipal Read(string token) => new JwtSecurityTokenHandler().ValidateToken(token, Loose, out _);
}
