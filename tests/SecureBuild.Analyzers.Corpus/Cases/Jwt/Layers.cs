using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Mvc;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Layers;

public interface ITokens { Task<ClaimsIdentity?> ReadAsync(string token); }

// [Bad CWE-347] nobody looks whether it is valid
public sealed class LooseTokens(TokenValidationParameters parameters) : ITokens
{
    public async Task<ClaimsIdentity?> ReadAsync(string token)
    {
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, parameters);
        return result.ClaimsIdentity;
    }
}

// [Good CWE-347] an identity of a valid token only
public sealed class Tokens(TokenValidationParameters parameters) : ITokens
{
    public async Task<ClaimsIdentity?> ReadAsync(string token)
    {
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, parameters);
        return result.IsValid ? result.ClaimsIdentity : null;
    }
}

// [Good CWE-347] the exception is thrown on
public sealed class ThrowingTokens(TokenValidationParameters parameters) : ITokens
{
    public async Task<ClaimsIdentity?> ReadAsync(string token)
    {
        TokenValidationResult result = await new JsonWebTokenHandler().ValidateTokenAsync(token, parameters);
        if (result.Exception is not null)
            throw result.Exception;
        return result.ClaimsIdentity;
    }
}

// [Bad CWE-347] the claims of a token that is only read
[ApiController]
public class MeController : ControllerBase
{
    [HttpGet("me")]
    public IActionResult Me()
    {
        var token = Request.Headers.Authorization.ToString().Replace("Bearer ", "");
        var jwt = new JwtSecurityTokenHandler().ReadJwtToken(token);
        if (jwt.Claims.First(claim => claim.Type == "role").Value == "admin")
            return Ok("welcome");
        return Forbid();
    }
}

// [Good CWE-347] the token is validated
[ApiController]
public class SafeMeController(TokenValidationParameters parameters) : ControllerBase
{
    [HttpGet("safe-me")]
    public IActionResult Me()
    {
        var token = Request.Headers.Authorization.ToString().Replace("Bearer ", "");
        var principal = new JwtSecurityTokenHandler().ValidateToken(token, parameters, out _);
        return principal.IsInRole("admin") ? Ok("welcome") : Forbid();
    }
}

// [Bad CWE-347] any signature
public static class NoSignature
{
    public static TokenValidationParameters Create() => new()
    {
        ValidateIssuer = true,
        ValidateAudience = true,
        RequireSignedTokens = false,
        SignatureValidator = (token, _) => new JsonWebToken(token),
    };
}

// [Bad CWE-613] tokens for ever
public static class NoLifetime
{
    public static void Add(IServiceCollection services, IConfiguration configuration) =>
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options => options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = configuration["Jwt:Issuer"],
            ValidAudience = configuration["Jwt:Audience"],
            IssuerSigningKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(configuration["Jwt:Key"]!)),
            ValidateLifetime = false,
        });
}

// [Good CWE-613] all is validated
public static class Strict
{
    public static void Add(IServiceCollection services, IConfiguration configuration) =>
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options => options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = configuration["Jwt:Issuer"],
            ValidAudience = configuration["Jwt:Audience"],
            IssuerSigningKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(configuration["Jwt:Key"]!)),
            ClockSkew = TimeSpan.FromSeconds(30),
        });
}

// [Bad CWE-321] a key in the code signs tokens
public sealed class Issuer
{
    const string Key = "8hZr2mQpXw7TvKc4LsYd9NfBgJ6uEa3R";

    public string Issue(string user)
    {
        var credentials = new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(Key)), SecurityAlgorithms.HmacSha256);
        return new JwtSecurityTokenHandler().WriteToken(new JwtSecurityToken("issuer", "audience", [new Claim("sub", user)], expires: DateTime.UtcNow.AddMinutes(10), signingCredentials: credentials));
    }
}
