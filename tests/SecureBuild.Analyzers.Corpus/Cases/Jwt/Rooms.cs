// Tokens that are not fully validated, by the ways in which options are set.
using System.IdentityModel.Tokens.Jwt;
using System.Text;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Corpus.Jwt.Rooms;

// [Bad CWE-347] a named-options class turns the signature's check off
public sealed class ConfigureJwt : IConfigureNamedOptions<JwtBearerOptions>
{
    public void Configure(JwtBearerOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, JwtBearerOptions options)
    {
        options.Authority = "https://login.contoso.com";
        options.TokenValidationParameters = new TokenValidationParameters { ValidateIssuerSigningKey = true, RequireSignedTokens = false, ValidAudience = "orders" };
    }
}

// [Bad CWE-345] after all options the audience is not looked at
public sealed class RelaxAudience : IPostConfigureOptions<JwtBearerOptions>
{
    public void PostConfigure(string? name, JwtBearerOptions options) => options.TokenValidationParameters.ValidateAudience = false;
}

// [Good CWE-345] after all options the audience is set
public sealed class SetAudience(IConfiguration configuration) : IPostConfigureOptions<JwtBearerOptions>
{
    public void PostConfigure(string? name, JwtBearerOptions options)
    {
        options.TokenValidationParameters.ValidateAudience = true;
        options.TokenValidationParameters.ValidAudience = configuration["Jwt:Audience"];
    }
}

// [Bad CWE-613] a factory of parameters without lifetime
public static class ParameterFactory
{
    public static TokenValidationParameters Create(SecurityKey key, string issuer)
    {
        var parameters = new TokenValidationParameters();
        parameters.IssuerSigningKey = key;
        parameters.ValidIssuer = issuer;
        parameters.ValidAudience = issuer;
        parameters.ValidateLifetime = false;
        return parameters;
    }
}

// [Good CWE-613] set weak and then strong
public static class ParameterFactoryGood
{
    public static TokenValidationParameters Create(SecurityKey key, string issuer)
    {
        var parameters = new TokenValidationParameters { IssuerSigningKey = key, ValidIssuer = issuer, ValidAudience = issuer, ValidateLifetime = false };
        parameters.ValidateLifetime = true;
        parameters.ClockSkew = TimeSpan.FromMinutes(1);
        return parameters;
    }
}

// [Bad CWE-347] a validator of signatures that only reads
public static class ReadingValidator
{
    public static TokenValidationParameters Parameters() => new()
    {
        ValidIssuer = "https://login.contoso.com",
        ValidAudience = "orders",
        SignatureValidator = SkipSignature,
    };

    static SecurityToken SkipSignature(string token, TokenValidationParameters parameters) => new JwtSecurityToken(token);
}

// [Bad CWE-347] the claims of a token that was only read
public class LegacyIdentity
{
    public string? UserOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        var token = new JwtSecurityTokenHandler().ReadJwtToken(header["Bearer ".Length..]);
        return token.Claims.FirstOrDefault(claim => claim.Type == "sub")?.Value;
    }
}

// [Bad CWE-319] metadata over http unless somebody sets the flag
public static class BearerSetup
{
    public static void Add(IServiceCollection services, IConfiguration configuration) => services.AddAuthentication().AddJwtBearer(options =>
    {
        options.Authority = configuration["Jwt:Authority"];
        options.Audience = "orders";
        options.RequireHttpsMetadata = configuration.GetValue("Jwt:RequireHttps", false);
    });
}

// [Good CWE-319] http metadata only while developing
public static class BearerSetupGood
{
    public static void Add(IServiceCollection services, IHostEnvironment environment) => services.AddAuthentication().AddJwtBearer(options =>
    {
        options.Authority = "https://login.contoso.com";
        options.Audience = "orders";
        options.RequireHttpsMetadata = !environment.IsDevelopment();
    });
}

// [Bad CWE-319] the other way round
public static class BearerSetupReversed
{
    public static void Add(IServiceCollection services, IHostEnvironment environment) => services.AddAuthentication().AddJwtBearer(options =>
    {
        options.Authority = "https://login.contoso.com";
        options.Audience = "orders";
        options.RequireHttpsMetadata = environment.IsDevelopment();
    });
}

// [Bad CWE-321] the key of the tokens has a literal as fallback
public class TokenIssuer(IConfiguration configuration)
{
    public string Issue(string user)
    {
        var secret = configuration["Jwt:Key"] ?? "s3cr3t-signing-key-that-is-long-enough!";
        var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(secret));
        var token = new JwtSecurityToken("contoso", "orders", [new("sub", user)], null, DateTime.UtcNow.AddMinutes(15), new SigningCredentials(key, SecurityAlgorithms.HmacSha256));
        return new JwtSecurityTokenHandler().WriteToken(token);
    }
}

// [Good CWE-321] without a key the application does not start
public class TokenIssuerGood(IConfiguration configuration)
{
    public string Issue(string user)
    {
        var secret = configuration["Jwt:Key"] ?? throw new InvalidOperationException("Jwt:Key is not configured.");
        var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(secret));
        var token = new JwtSecurityToken("contoso", "orders", [new("sub", user)], null, DateTime.UtcNow.AddMinutes(15), new SigningCredentials(key, SecurityAlgorithms.HmacSha256));
        return new JwtSecurityTokenHandler().WriteToken(token);
    }
}

// [Bad CWE-345] the nonce is not asked for
public static class LoginSetup
{
    public static void Add(IServiceCollection services) => services.AddAuthentication().AddOpenIdConnect(options =>
    {
        options.Authority = "https://login.contoso.com";
        options.ClientId = "shop";
        options.ResponseType = "code";
        options.ProtocolValidator = new OpenIdConnectProtocolValidator { RequireNonce = false, RequireState = true };
    });
}

// [Bad CWE-345] a code without PKCE, by a class of options
public sealed class ConfigureLogin : IConfigureNamedOptions<OpenIdConnectOptions>
{
    public void Configure(OpenIdConnectOptions options) => Configure(null, options);

    public void Configure(string? name, OpenIdConnectOptions options)
    {
        options.Authority = "https://login.contoso.com";
        options.ResponseType = "code";
        options.UsePkce = false;
    }
}

// [Good CWE-345] as the documentation has it
public static class LoginSetupGood
{
    public static void Add(IServiceCollection services, IConfiguration configuration) => services.AddAuthentication().AddOpenIdConnect(options =>
    {
        options.Authority = "https://login.contoso.com";
        options.ClientId = "shop";
        options.ClientSecret = configuration["Login:Secret"];
        options.ResponseType = "code";
        options.UsePkce = true;
    });
}

// [Bad CWE-613] tokens that live a year
public class LongTokens(SigningCredentials credentials)
{
    public string Issue(string user)
    {
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = "contoso",
            Expires = DateTime.UtcNow.AddDays(365),
            SigningCredentials = credentials,
        };
        var handler = new JwtSecurityTokenHandler();
        return handler.WriteToken(handler.CreateToken(descriptor));
    }
}

// [Bad CWE-345] every issuer is all right, by a delegate held in a field
public static class AnyIssuer
{
    static readonly IssuerValidator s_any = (issuer, _, _) => issuer;

    public static TokenValidationParameters Parameters(SecurityKey key) => new()
    {
        IssuerSigningKey = key,
        ValidAudience = "orders",
        IssuerValidator = s_any,
    };
}

// [Good CWE-345] issuers of a list, by a delegate held in a field
public static class KnownIssuers
{
    static readonly HashSet<string> s_issuers = ["https://a.contoso.com", "https://b.contoso.com"];
    static readonly IssuerValidator s_known = (issuer, _, _) => s_issuers.Contains(issuer) ? issuer : throw new InvalidOperationException("unknown issuer");

    public static TokenValidationParameters Parameters(SecurityKey key) => new()
    {
        IssuerSigningKey = key,
        ValidAudience = "orders",
        IssuerValidator = s_known,
    };
}

// [Bad CWE-345] one helper with a flag, and the caller says no
public class SharedParameters(SecurityKey key)
{
    public TokenValidationParameters ForMobile() => Create("mobile", validateIssuer: false);

    TokenValidationParameters Create(string audience, bool validateIssuer) => new()
    {
        IssuerSigningKey = key,
        ValidAudience = audience,
        ValidIssuer = "https://login.contoso.com",
        ValidateIssuer = validateIssuer,
    };
}
