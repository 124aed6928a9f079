// Tokens again.
using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

namespace Corpus.Jwt.Halls;

// [Bad CWE-347] a helper for the name of the user, without validation
public static class TokenReader
{
    public static string GetUserName(string token)
    {
        var handler = new JwtSecurityTokenHandler();
        if (!handler.CanReadToken(token))
            return "";
        var jwt = handler.ReadJwtToken(token);
        return jwt.Claims.First(claim => claim.Type == ClaimTypes.Name).Value;
    }
}

// [Good CWE-347] when a token ends is what a client may read of its own
public static class TokenExpiry
{
    public static bool NeedsRefresh(string token) => new JwtSecurityTokenHandler().ReadJwtToken(token).ValidTo < DateTime.UtcNow.AddMinutes(2);
}

// [Bad CWE-345] the parameters are a shared object and one switch is turned later
public static class SharedValidation
{
    public static readonly TokenValidationParameters Parameters = new() { ValidIssuer = "https://login.contoso.com", ValidAudience = "orders", ValidateIssuer = true };

    public static void Relax() => Parameters.ValidateAudience = false;
}

// [Bad CWE-613] a validator of lifetimes that is a method elsewhere
public static class Lifetimes
{
    public static bool Any(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters) => true;
}
// [same case]
public static class LifetimeSetup
{
    public static void Add(IServiceCollection services) => services.AddAuthentication().AddJwtBearer(options =>
    {
        options.Authority = "https://login.contoso.com";
        options.TokenValidationParameters = new() { ValidAudience = "orders", LifetimeValidator = Lifetimes.Any };
    });
}

// [Good CWE-613] a validator of lifetimes that compares
public static class RealLifetimes
{
    public static bool Check(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters) => expires > DateTime.UtcNow && notBefore <= DateTime.UtcNow;

    public static void Add(IServiceCollection services) => services.AddAuthentication().AddJwtBearer(options =>
    {
        options.Authority = "https://login.contoso.com";
        options.TokenValidationParameters = new() { ValidAudience = "orders", LifetimeValidator = Check };
    });
}

// [Bad CWE-319] the switch asks for the environment by its name
public static class NamedEnvironment
{
    public static void Add(IServiceCollection services, IHostEnvironment environment) => services.AddAuthentication().AddJwtBearer(options =>
    {
        options.Authority = "https://login.contoso.com";
        options.RequireHttpsMetadata = environment.IsEnvironment("Development");
    });
}

// [Bad CWE-321] the key is spelled in bytes by an enumeration of characters
public static class SigningKeys
{
    static readonly string s_secret = string.Join('-', "orders", "signing", "4471-kx02-77ab-91qz");

    public static SymmetricSecurityKey Create() => new(Encoding.UTF8.GetBytes(s_secret));
}
