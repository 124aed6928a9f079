// Tokens, in many styles.
using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Mvc;
using Microsoft.IdentityModel.Tokens;

namespace Corpus.Jwt.Variants;

// [Bad CWE-347] the payload is decoded, nobody looks at the signature
public class PayloadController : ControllerBase
{
    [HttpGet("/me")]
    public IActionResult Get([FromHeader(Name = "Authorization")] string header)
    {
        var handler = new JwtSecurityTokenHandler();
        var token = handler.ReadJwtToken(header["Bearer ".Length..]);
        var role = token.Claims.First(claim => claim.Type == "role").Value;
        return role == "admin" ? Ok("secret") : Forbid();
    }
}

// [Good CWE-347] validated first
public class PayloadGoodController(TokenValidationParameters parameters) : ControllerBase
{
    [HttpGet("/me-good")]
    public IActionResult Get([FromHeader(Name = "Authorization")] string header)
    {
        var handler = new JwtSecurityTokenHandler();
        var principal = handler.ValidateToken(header["Bearer ".Length..], parameters, out _);
        return principal.IsInRole("admin") ? Ok("secret") : Forbid();
    }
}

// [Bad CWE-347] signatures are not required
public static class LooseBearer
{
    public static void Add(IServiceCollection services, SecurityKey key) =>
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
        {
            options.TokenValidationParameters = new TokenValidationParameters { IssuerSigningKey = key, RequireSignedTokens = false, ValidIssuer = "a", ValidAudience = "b" };
        });
}

// [Bad CWE-347] neither issuer nor audience nor lifetime
public static class ThreeOff
{
    public static TokenValidationParameters Parameters(SecurityKey key) => new()
    {
        ValidateIssuer = false,
        ValidateAudience = false,
        ValidateLifetime = false,
        IssuerSigningKey = key,
    };
}

// [Good CWE-347] everything on
public static class AllOn
{
    public static TokenValidationParameters Parameters(SecurityKey key) => new()
    {
        ValidateIssuer = true,
        ValidIssuer = "https://id.example.org",
        ValidateAudience = true,
        ValidAudience = "shop",
        ValidateLifetime = true,
        ValidateIssuerSigningKey = true,
        IssuerSigningKey = key,
        ClockSkew = TimeSpan.FromMinutes(1),
    };
}

// [Bad CWE-347] a validator that agrees with everything
public static class AgreeingValidator
{
    public static TokenValidationParameters Parameters()
    {
        var parameters = new TokenValidationParameters { ValidIssuer = "a", ValidAudience = "b" };
        parameters.SignatureValidator = delegate (string token, TokenValidationParameters _) { return new JwtSecurityToken(token); };
        return parameters;
    }
}

// [Bad CWE-347] a hand-made token, parts split, signature ignored
public class HandMadeController : ControllerBase
{
    [HttpGet("/hand-made")]
    public IActionResult Get([FromHeader(Name = "X-Token")] string token)
    {
        var json = Encoding.UTF8.GetString(Convert.FromBase64String(token.Split('.')[1]));
        using var payload = JsonDocument.Parse(json);
        if (payload.RootElement.GetProperty("admin").GetBoolean())
            return Ok("secret");
        return Forbid();
    }
}

// [Good CWE-347] a hand-made token whose MAC is compared
public class HandMadeGoodController(IConfiguration configuration) : ControllerBase
{
    [HttpGet("/hand-made-good")]
    public IActionResult Get([FromHeader(Name = "X-Token")] string token)
    {
        var parts = token.Split('.');
        var mac = HMACSHA256.HashData(Convert.FromBase64String(configuration["Key"]!), Encoding.ASCII.GetBytes(parts[0] + "." + parts[1]));
        if (!CryptographicOperations.FixedTimeEquals(mac, Convert.FromBase64String(parts[2])))
            return Unauthorized();
        return Ok(Encoding.UTF8.GetString(Convert.FromBase64String(parts[1])));
    }
}

// [Bad CWE-319] metadata over HTTP
public static class HttpMetadata
{
    public static void Configure(JwtBearerOptions options)
    {
        options.Authority = "http://id.example.org";
        options.RequireHttpsMetadata = false;
    }
}

// [Good CWE-319] metadata over HTTP in development
public static class DevelopmentMetadata
{
    public static void Configure(JwtBearerOptions options, IWebHostEnvironment environment)
    {
        options.Authority = "https://id.example.org";
        options.RequireHttpsMetadata = !environment.IsDevelopment();
    }
}

// [Bad CWE-347] the algorithm none is accepted
public static class NoneAlgorithm
{
    public static SigningCredentials? Credentials(SecurityKey key) => new(key, SecurityAlgorithms.None);
}

// [Bad CWE-613] tokens that do not expire
public static class Eternal
{
    public static TokenValidationParameters Parameters(SecurityKey key) => new() { IssuerSigningKey = key, ValidIssuer = "a", ValidAudience = "b", RequireExpirationTime = false, ValidateLifetime = false };
}
