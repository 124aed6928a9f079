// Tokens once more.
using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Corpus.Jwt.Drills;

// [Bad CWE-347] the parameters are made by a helper whose switch is an argument
public static class Parameters
{
    static TokenValidationParameters Make(SecurityKey key, bool checkIssuer) => new() { IssuerSigningKey = key, ValidAudience = "api", ValidateIssuer = checkIssuer };

    public static void Configure(JwtBearerOptions options, SecurityKey key) => options.TokenValidationParameters = Make(key, checkIssuer: false);
}

// [Good CWE-347] the helper's switch is on
public static class StrictParameters
{
    static TokenValidationParameters Make(SecurityKey key, bool checkIssuer) => new() { IssuerSigningKey = key, ValidIssuer = "https://login.example.org", ValidAudience = "api", ValidateIssuer = checkIssuer };

    public static void Configure(JwtBearerOptions options, SecurityKey key) => options.TokenValidationParameters = Make(key, checkIssuer: true);
}

// [Bad CWE-287] options that are configured by a class
public class BearerSetup : IConfigureNamedOptions<JwtBearerOptions>
{
    public void Configure(string? name, JwtBearerOptions options)
    {
        options.Authority = "https://login.example.org";
        options.TokenValidationParameters.ValidateAudience = false;
        options.TokenValidationParameters.ValidateLifetime = !true;
    }

    public void Configure(JwtBearerOptions options) => Configure(null, options);
}

// [Bad CWE-345] the user is made of a token that is only read
public class Handler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, System.Text.Encodings.Web.UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var text = Request.Headers.Authorization.ToString();
        if (!text.StartsWith("Bearer "))
            return Task.FromResult(AuthenticateResult.NoResult());
        var token = new JwtSecurityTokenHandler().ReadJwtToken(text["Bearer ".Length..]);
        var principal = new ClaimsPrincipal(new ClaimsIdentity(token.Claims, Scheme.Name));
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(principal, Scheme.Name)));
    }
}

// [Good CWE-345] the user is made of a token that was validated
public class ValidatingHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, System.Text.Encodings.Web.UrlEncoder encoder, TokenValidationParameters parameters) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var text = Request.Headers.Authorization.ToString();
        if (!text.StartsWith("Bearer "))
            return Task.FromResult(AuthenticateResult.NoResult());
        try
        {
            var principal = new JwtSecurityTokenHandler().ValidateToken(text["Bearer ".Length..], parameters, out _);
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(principal, Scheme.Name)));
        }
        catch (ArgumentException)
        {
            return Task.FromResult(AuthenticateResult.Fail("invalid"));
        }
    }
}

// [Bad CWE-321] the key of the tokens stands in a ternary
public class Keys(bool test)
{
    public SymmetricSecurityKey Key() => new(Encoding.ASCII.GetBytes(test ? "a-key-for-tests-that-is-long-enough-1" : "a-key-for-production-that-is-long-22"));
}

// [Good CWE-321] the key of the tokens is drawn at the start
public class DrawnKeys
{
    private static readonly byte[] s_key = RandomNumberGenerator.GetBytes(64);

    public SymmetricSecurityKey Key() => new(s_key);
}

// [Bad CWE-613] a token that lasts for years
public class Issuer(SigningCredentials credentials)
{
    public string Issue(string user)
    {
        var token = new JwtSecurityToken(issuer: "us", audience: "api", claims: [new Claim("sub", user)], expires: DateTime.UtcNow.AddYears(10), signingCredentials: credentials);
        return new JwtSecurityTokenHandler().WriteToken(token);
    }
}

// [Good CWE-613] a token that lasts for minutes
public class ShortIssuer(SigningCredentials credentials)
{
    public string Issue(string user)
    {
        var token = new JwtSecurityToken(issuer: "us", audience: "api", claims: [new Claim("sub", user)], expires: DateTime.UtcNow.AddMinutes(10), signingCredentials: credentials);
        return new JwtSecurityTokenHandler().WriteToken(token);
    }
}
