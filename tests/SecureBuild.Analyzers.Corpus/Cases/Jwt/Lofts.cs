// Tokens: parameters kept in own types, tuples, handlers.
using System.IdentityModel.Tokens.Jwt;
using System.Text;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Corpus.Jwt.Lofts;

// [Bad CWE-347] tokens without a signature are accepted
public sealed class ConfigureBearer(IConfiguration configuration) : IPostConfigureOptions<JwtBearerOptions>
{
    public void PostConfigure(string? name, JwtBearerOptions options)
    {
        options.Authority = configuration["Oidc:Authority"];
        options.TokenValidationParameters = new() { ValidateIssuer = true, ValidateAudience = true, ValidAudience = configuration["Oidc:Audience"], RequireSignedTokens = false };
    }
}

// [Good CWE-347] issuer, audience and signature are asked for
public sealed class ConfigureSafeBearer(IConfiguration configuration) : IPostConfigureOptions<JwtBearerOptions>
{
    public void PostConfigure(string? name, JwtBearerOptions options)
    {
        options.Authority = configuration["Oidc:Authority"];
        options.TokenValidationParameters = new() { ValidateIssuer = true, ValidateAudience = true, ValidAudience = configuration["Oidc:Audience"], RequireSignedTokens = true };
    }
}

public static class Bearers
{
    // [Bad CWE-347] lifetime and audience are turned off by a tuple
    public static void AddLoose(IServiceCollection services)
    {
        services.AddAuthentication().AddJwtBearer(options =>
        {
            var parameters = options.TokenValidationParameters;
            (parameters.ValidateLifetime, parameters.ValidateAudience) = (false, false);
        });
    }

    // [Good CWE-347] both on, by a tuple
    public static void AddStrict(IServiceCollection services)
    {
        services.AddAuthentication().AddJwtBearer(options =>
        {
            var parameters = options.TokenValidationParameters;
            (parameters.ValidateLifetime, parameters.ValidateAudience) = (true, true);
        });
    }

    // [Bad CWE-319] metadata over http, by a tuple
    public static void AddPlain(IServiceCollection services, string authority) =>
        services.AddAuthentication().AddJwtBearer(options => (options.Authority, options.RequireHttpsMetadata) = (authority, false));
}

// [Bad CWE-347] the subject of a token that was only read
public sealed class SubjectReader
{
    readonly JsonWebTokenHandler _handler = new();

    public string Subject(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        var token = header.StartsWith("Bearer ", StringComparison.Ordinal) ? header["Bearer ".Length..] : header;
        return _handler.ReadJsonWebToken(token).Subject;
    }
}

// [Good CWE-347] the subject of a token that was validated
public sealed class ValidatedSubjectReader(TokenValidationParameters parameters)
{
    readonly JsonWebTokenHandler _handler = new();

    public async Task<string?> SubjectAsync(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        var token = header.StartsWith("Bearer ", StringComparison.Ordinal) ? header["Bearer ".Length..] : header;
        var result = await _handler.ValidateTokenAsync(token, parameters);
        return result.IsValid ? result.ClaimsIdentity.Name : null;
    }
}

// [Bad CWE-347] a validator that lets every lifetime pass
public static class TokenChecks
{
    static bool AnyTime(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters) => true;

    public static TokenValidationParameters For(SecurityKey key, string audience) => new()
    {
        IssuerSigningKey = key,
        ValidAudience = audience,
        LifetimeValidator = AnyTime,
    };
}

// [Bad CWE-321] the key that signs is in the code
public sealed record TokenIssuer(string Issuer)
{
    const string SigningKey = "q8WnT2xVb6ZrLk4PdYs9Gh3Jm7Cf5Ae1";

    public string Issue(string user) => new JwtSecurityTokenHandler().WriteToken(new JwtSecurityToken(Issuer, user, expires: DateTime.UtcNow.AddMinutes(15),
        signingCredentials: new(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(SigningKey)), SecurityAlgorithms.HmacSha256)));
}
