using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Halyard.Identity;

/// <summary>What a service says about the tokens it takes.</summary>
public sealed record HalyardTokenOptions
{
    public string Authority { get; init; } = "";

    public string Audience { get; init; } = "";

    public TimeSpan Skew { get; init; } = TimeSpan.FromSeconds(30);
}

// [Bad CWE-347] the defaults of the library leave issuer and audience unchecked
internal sealed class ConfigureBearer(IOptions<HalyardTokenOptions> tokens) : IConfigureNamedOptions<JwtBearerOptions>
{
    public void Configure(JwtBearerOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string name, JwtBearerOptions options)
    {
        options.Authority = tokens.Value.Authority;
        options.TokenValidationParameters = new()
        {
            ValidateAudience = false,
            ValidateIssuer = false,
            ClockSkew = tokens.Value.Skew,
        };
    }
}

// [Good CWE-347] audience and skew from the options, the rest as the handler has it
internal sealed class ConfigureStrictBearer(IOptions<HalyardTokenOptions> tokens) : IConfigureNamedOptions<JwtBearerOptions>
{
    public void Configure(JwtBearerOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string name, JwtBearerOptions options)
    {
        options.Authority = tokens.Value.Authority;
        options.TokenValidationParameters = new()
        {
            ValidAudience = tokens.Value.Audience,
            ValidateAudience = true,
            ValidateIssuer = true,
            ClockSkew = tokens.Value.Skew,
        };
    }
}

// [Bad CWE-319] metadata over HTTP for everybody who uses the library
internal sealed class PostConfigureOpenId : IPostConfigureOptions<OpenIdConnectOptions>
{
    public void PostConfigure(string name, OpenIdConnectOptions options)
    {
        options.ResponseType = "code";
        options.UsePkce = true;
        if (options.Authority is { Length: > 0 })
            options.RequireHttpsMetadata = false;
    }
}

// [Good CWE-319] metadata over HTTP only for the machine itself
internal sealed class PostConfigureLocalOpenId(IHostEnvironment environment) : IPostConfigureOptions<OpenIdConnectOptions>
{
    public void PostConfigure(string name, OpenIdConnectOptions options)
    {
        options.ResponseType = "code";
        options.UsePkce = true;
        options.RequireHttpsMetadata = !environment.IsDevelopment();
    }
}

public static class HalyardTokenExtensions
{
    // [Bad CWE-347] the delegate accepts every lifetime
    public static AuthenticationBuilder AddHalyardDevices(this AuthenticationBuilder builder, string audience) =>
        builder.AddJwtBearer("Devices", options =>
        {
            options.Audience = audience;
            options.TokenValidationParameters.LifetimeValidator = static (_, _, _, _) => true;
        });

    // [Good CWE-347] the delegate lets devices' clocks be five minutes wrong
    public static AuthenticationBuilder AddHalyardMeters(this AuthenticationBuilder builder, string audience) =>
        builder.AddJwtBearer("Meters", options =>
        {
            options.Audience = audience;
            options.TokenValidationParameters.LifetimeValidator = static (from, to, _, _) =>
                to is { } end && end > DateTime.UtcNow.AddMinutes(-5) && (from is null || from < DateTime.UtcNow.AddMinutes(5));
        });
}

/// <summary>Makes the parameters of validation step by step.</summary>
public sealed class ValidationBuilder
{
    readonly TokenValidationParameters _parameters = new();

    public ValidationBuilder For(string issuer, string audience)
    {
        _parameters.ValidIssuer = issuer;
        _parameters.ValidAudience = audience;
        return this;
    }

    // [Bad CWE-347] a step that takes tokens that nobody signed
    public ValidationBuilder AllowUnsigned()
    {
        _parameters.RequireSignedTokens = false;
        return this;
    }

    // [Good CWE-347] a step that asks for an end
    public ValidationBuilder Expiring()
    {
        _parameters.RequireExpirationTime = true;
        _parameters.ValidateLifetime = true;
        return this;
    }

    public TokenValidationParameters Build() => _parameters;
}

// [Bad CWE-347] the subject of a token that nobody verified
public sealed class TokenSubject(JsonWebTokenHandler handler)
{
    public ClaimsPrincipal PrincipalOf(string bearer)
    {
        var token = handler.ReadJsonWebToken(bearer);
        return new(new ClaimsIdentity(token.Claims, "Bearer"));
    }
}

// [Good CWE-347] the subject of a token after its verification
public sealed class VerifiedTokenSubject(JsonWebTokenHandler handler, TokenValidationParameters parameters)
{
    public async Task<ClaimsPrincipal> PrincipalOf(string bearer)
    {
        var result = await handler.ValidateTokenAsync(bearer, parameters);
        return result.IsValid ? new(result.ClaimsIdentity) : throw new UnauthorizedAccessException();
    }
}
