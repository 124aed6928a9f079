// Tokens by options, builders and services.
using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Corpus.Jwt.Offices;

// [Bad CWE-347] by the builder of options
public static class OptionsBuilding
{
    public static void Add(IServiceCollection services) => services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
        .Configure<IConfiguration>((bearer, configuration) => bearer.TokenValidationParameters.ValidateIssuerSigningKey = bearer.TokenValidationParameters.RequireSignedTokens = false);
}

// [Good CWE-347] by the builder of options, strict
public static class StrictOptionsBuilding
{
    public static void Add(IServiceCollection services) => services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
        .Configure<IConfiguration>((bearer, configuration) => bearer.TokenValidationParameters.ValidIssuer = configuration["Jwt:Issuer"]!);
}

// [Bad CWE-347] the validator is a method of a class
public sealed class Signatures
{
    public SecurityToken Accept(string token, TokenValidationParameters parameters) => new JwtSecurityToken(token);
}

// [same case]
public static class SignatureSetup
{
    public static TokenValidationParameters Create(Signatures signatures) => new() { SignatureValidator = signatures.Accept, ValidAudience = "shop", ValidIssuer = "id" };
}

// [Bad CWE-613] tokens without an end
public sealed class TokenService(SigningCredentials credentials)
{
    public string Issue(ClaimsIdentity user)
    {
        var descriptor = new SecurityTokenDescriptor { Subject = user, Issuer = "id", Audience = "shop", SigningCredentials = credentials, Expires = DateTime.MaxValue };
        var handler = new JwtSecurityTokenHandler();
        return handler.WriteToken(handler.CreateToken(descriptor));
    }
}

// [Good CWE-613] tokens of a quarter of an hour
public sealed class ShortTokenService(SigningCredentials credentials, TimeProvider clock)
{
    public string Issue(ClaimsIdentity user)
    {
        var descriptor = new SecurityTokenDescriptor { Subject = user, Issuer = "id", Audience = "shop", SigningCredentials = credentials, Expires = clock.GetUtcNow().AddMinutes(15).UtcDateTime };
        var handler = new JwtSecurityTokenHandler();
        return handler.WriteToken(handler.CreateToken(descriptor));
    }
}

// [Bad CWE-321] the options' key when there is none
public sealed class JwtSettings { public string Key { get; set; } = "an-offices-signing-key-9f27c1e4d0"; }

// [same case]
public sealed class KeySource(IOptions<JwtSettings> options)
{
    public SecurityKey Key => new SymmetricSecurityKey(Encoding.UTF8.GetBytes(options.Value.Key));
}

// [Good CWE-321] the options' key has to be there
public sealed class RequiredJwtSettings { public required string Key { get; set; } }

// [same case]
public sealed class RequiredKeySource(IOptions<RequiredJwtSettings> options)
{
    public SecurityKey Key => new SymmetricSecurityKey(Encoding.UTF8.GetBytes(options.Value.Key));
}

// [Bad CWE-347] a filter looks for a role in what it reads
public sealed class RoleFilter : Microsoft.AspNetCore.Mvc.Filters.IAuthorizationFilter
{
    public void OnAuthorization(Microsoft.AspNetCore.Mvc.Filters.AuthorizationFilterContext context)
    {
        string? raw = context.HttpContext.Request.Headers["X-Token"];
        var token = new JwtSecurityToken(raw);
        if (!token.Claims.Any(claim => claim is { Type: "role", Value: "admin" }))
            context.Result = new ForbidResult();
    }
}

// [Good CWE-347] a filter looks for a role of the user
public sealed class UserRoleFilter : Microsoft.AspNetCore.Mvc.Filters.IAuthorizationFilter
{
    public void OnAuthorization(Microsoft.AspNetCore.Mvc.Filters.AuthorizationFilterContext context)
    {
        if (!context.HttpContext.User.Claims.Any(claim => claim is { Type: "role", Value: "admin" }))
            context.Result = new ForbidResult();
    }
}
