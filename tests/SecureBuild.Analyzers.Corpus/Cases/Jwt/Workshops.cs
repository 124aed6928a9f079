// Tokens in start-up code and services.
using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Mvc;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Corpus.Jwt.Workshops;

// [Bad CWE-345] issuer and audience are not looked at
public static class LooseBearer
{
    public static void Add(WebApplicationBuilder builder) => builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
    {
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateIssuerSigningKey = true,
            IssuerSigningKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(builder.Configuration["Jwt:Key"]!)),
        };
    });
}

// [Good CWE-345] all is looked at
public static class StrictBearer
{
    public static void Add(WebApplicationBuilder builder) => builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options =>
    {
        options.Authority = builder.Configuration["Jwt:Authority"];
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidateIssuer = true,
            ValidateAudience = true,
            ValidateLifetime = true,
            ValidIssuer = builder.Configuration["Jwt:Issuer"],
            ValidAudience = builder.Configuration["Jwt:Audience"],
            ClockSkew = TimeSpan.FromMinutes(1),
        };
    });
}

// [Bad CWE-613] tokens that are over are taken
public sealed class Refresher(SecurityKey key)
{
    public ClaimsPrincipal Read(string token)
    {
        var parameters = new TokenValidationParameters { IssuerSigningKey = key, ValidIssuer = "id", ValidAudience = "shop" };
        parameters.ValidateLifetime = false;
        return new JwtSecurityTokenHandler().ValidateToken(token, parameters, out _);
    }
}

// [Bad CWE-347] claims of a token that nobody verified decide
[Route("me")]
public sealed class MeController : Controller
{
    [HttpDelete("{id:int}")]
    public IActionResult Delete(int id)
    {
        var header = Request.Headers.Authorization.ToString();
        var token = new JsonWebTokenHandler().ReadJsonWebToken(header["Bearer ".Length..]);
        if (token.GetClaim("role").Value != "admin")
            return Forbid();
        return Ok(id);
    }
}

// [Good CWE-347] the result of the validation decides
[Route("me2")]
public sealed class ValidatedController(TokenValidationParameters parameters) : Controller
{
    [HttpDelete("{id:int}")]
    public async Task<IActionResult> Delete(int id)
    {
        var header = Request.Headers.Authorization.ToString();
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(header["Bearer ".Length..], parameters);
        if (!result.IsValid || !result.ClaimsIdentity.HasClaim("role", "admin"))
            return Forbid();
        return Ok(id);
    }
}

// [Bad CWE-347] a token without a signature is one
public static class Unsigned
{
    public static TokenValidationParameters Parameters()
    {
        var parameters = Defaults();
        parameters.RequireSignedTokens = false;
        return parameters;
    }

    static TokenValidationParameters Defaults() => new() { ValidIssuer = "id", ValidAudience = "shop" };
}

// [Bad CWE-321] the key that signs is in the code
public sealed class Issuer
{
    static readonly SymmetricSecurityKey s_key = new("9b2e71f4c6d84a0fb3e5d7a1c8f26e40"u8.ToArray());

    public string Issue(string user)
    {
        var credentials = new SigningCredentials(s_key, SecurityAlgorithms.HmacSha256);
        var token = new JwtSecurityToken("id", "shop", [new Claim(ClaimTypes.Name, user)], DateTime.UtcNow, DateTime.UtcNow.AddMinutes(20), credentials);
        return new JwtSecurityTokenHandler().WriteToken(token);
    }
}

// [Good CWE-321] the key comes from a file that the service alone may read
public sealed class FileIssuer(IConfiguration configuration)
{
    public string Issue(string user)
    {
        var key = new SymmetricSecurityKey(File.ReadAllBytes(configuration["Jwt:KeyFile"]!));
        var token = new JwtSecurityToken("id", "shop", [new Claim(ClaimTypes.Name, user)], DateTime.UtcNow, DateTime.UtcNow.AddMinutes(20), new SigningCredentials(key, SecurityAlgorithms.HmacSha256));
        return new JwtSecurityTokenHandler().WriteToken(token);
    }
}

// [Bad CWE-319] metadata without TLS
public static class PlainMetadata
{
    public static void Configure(JwtBearerOptions options)
    {
        options.Authority = "http://id.city.example";
        options.RequireHttpsMetadata = false;
    }
}

// [Good CWE-319] without TLS on the developer's own machine only
public static class DevelopmentMetadata
{
    public static void Configure(JwtBearerOptions options, IWebHostEnvironment environment)
    {
        options.Authority = "https://id.city.example";
        options.RequireHttpsMetadata = !environment.IsDevelopment();
    }
}

// [Bad CWE-613] every lifetime is right
public static class AnyLifetime
{
    public static TokenValidationParameters Create() => new()
    {
        ValidIssuer = "id",
        ValidAudience = "shop",
        LifetimeValidator = (_, _, _, _) => true,
    };
}

// [Good CWE-613] the lifetime is compared
public static class ComparedLifetime
{
    public static TokenValidationParameters Create() => new()
    {
        ValidIssuer = "id",
        ValidAudience = "shop",
        LifetimeValidator = (from, until, _, _) => from <= DateTime.UtcNow && until > DateTime.UtcNow,
    };
}
