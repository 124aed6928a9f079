using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Windlass.Tokens;

public interface ITokenReader
{
    ClaimsPrincipal Read(string token);
}

public sealed record TokenReaderOptions(string Issuer, string Audience, SecurityKey Key)
{
    public bool CheckIssuer { get; init; } = true;

    public bool CheckSignature { get; init; }
}

// [Bad CWE-347] the signing key is never asked for, and every signature accepted
public sealed class LenientTokenReader(TokenReaderOptions options) : ITokenReader
{
    public ClaimsPrincipal Read(string token) => new JwtSecurityTokenHandler().ValidateToken(token, new TokenValidationParameters
    {
        ValidIssuer = options.Issuer,
        ValidAudience = options.Audience,
        ValidateIssuerSigningKey = false,
        SignatureValidator = static (text, _) => new JwtSecurityToken(text),
    }, out _);
}

// [Good CWE-347] the signing key of the options
public sealed class StrictTokenReader(TokenReaderOptions options) : ITokenReader
{
    public ClaimsPrincipal Read(string token) => new JwtSecurityTokenHandler().ValidateToken(token, new TokenValidationParameters
    {
        ValidIssuer = options.Issuer,
        ValidAudience = options.Audience,
        ValidateIssuerSigningKey = true,
        IssuerSigningKey = options.Key,
    }, out _);
}

// [Bad CWE-347] named options for one scheme of many, without an audience
internal sealed class ConfigurePartner : IConfigureNamedOptions<JwtBearerOptions>
{
    public void Configure(string name, JwtBearerOptions options)
    {
        if (name != "Partner")
            return;
        options.Authority = "https://login.partner.example";
        options.TokenValidationParameters.ValidateAudience = false;
        options.MapInbound();
    }

    public void Configure(JwtBearerOptions options) => Configure(Options.DefaultName, options);
}

// [Good CWE-347] named options for one scheme of many, with an audience
internal sealed class ConfigureOwnPartner : IConfigureNamedOptions<JwtBearerOptions>
{
    public void Configure(string name, JwtBearerOptions options)
    {
        if (name != "Partner")
            return;
        options.Authority = "https://login.partner.example";
        options.Audience = "windlass";
        options.MapInbound();
    }

    public void Configure(JwtBearerOptions options) => Configure(Options.DefaultName, options);
}

internal static class BearerExtensions
{
    public static void MapInbound(this JwtBearerOptions options) => options.SaveToken = false;

    // [Bad CWE-347] the builder's step turns three checks off with one call
    public static TokenValidationParameters Relaxed(this TokenValidationParameters parameters)
    {
        (parameters.ValidateIssuer, parameters.ValidateAudience, parameters.ValidateLifetime) = (false, false, false);
        return parameters;
    }

    // [Good CWE-347] the builder's step turns three checks on with one call
    public static TokenValidationParameters Complete(this TokenValidationParameters parameters)
    {
        (parameters.ValidateIssuer, parameters.ValidateAudience, parameters.ValidateLifetime) = (true, true, true);
        return parameters;
    }
}
