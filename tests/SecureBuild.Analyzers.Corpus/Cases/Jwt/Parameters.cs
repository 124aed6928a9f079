using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Shop.Tokens;

public class Validation(SecurityKey key)
{
    // [Bad CWE-347] anybody may have issued it
    public TokenValidationParameters AnyIssuer() => new()
    {
        ValidateIssuer = false,
        ValidAudience = "shop",
        IssuerSigningKey = key,
    };

    // [Good CWE-347] issuer, audience and time are checked
    public TokenValidationParameters Full() => new()
    {
        ValidateIssuer = true,
        ValidIssuer = "https://login.shop.example",
        ValidateAudience = true,
        ValidAudience = "shop",
        ValidateLifetime = true,
        ValidateIssuerSigningKey = true,
        IssuerSigningKey = key,
    };

    // [Bad CWE-347] tokens without a signature
    public ClaimsPrincipal Unsigned(string token)
    {
        var parameters = new TokenValidationParameters { ValidIssuer = "shop", ValidAudience = "shop", IssuerSigningKey = key };
        parameters.RequireSignedTokens = false;
        return new JwtSecurityTokenHandler().ValidateToken(token, parameters, out _);
    }

    // [Good CWE-347] signatures are needed
    public ClaimsPrincipal Signed(string token)
    {
        var parameters = new TokenValidationParameters { ValidIssuer = "shop", ValidAudience = "shop", IssuerSigningKey = key };
        parameters.RequireSignedTokens = true;
        return new JwtSecurityTokenHandler().ValidateToken(token, parameters, out _);
    }

    // [Bad CWE-613] tokens live for ever
    public TokenValidationParameters Eternal() => new() { ValidIssuer = "shop", ValidAudience = "shop", ValidateLifetime = false, IssuerSigningKey = key };

    // [Bad CWE-347] the signature's validator reads only
    public TokenValidationParameters Reader() => new()
    {
        ValidIssuer = "shop",
        ValidAudience = "shop",
        SignatureValidator = (token, parameters) => new JwtSecurityToken(token),
    };

    // [Good CWE-347] several keys
    public TokenValidationParameters Rotating(IEnumerable<SecurityKey> keys) => new()
    {
        ValidIssuer = "shop",
        ValidAudiences = ["shop", "shop-admin"],
        IssuerSigningKeys = keys,
        ClockSkew = TimeSpan.FromMinutes(1),
    };

    // [Bad CWE-347] the audience's validator says yes
    public TokenValidationParameters AnyAudience() => new()
    {
        ValidIssuer = "shop",
        AudienceValidator = (audiences, token, parameters) => true,
        IssuerSigningKey = key,
    };

    // [Good CWE-347] the audience's validator looks
    public TokenValidationParameters OurAudience() => new()
    {
        ValidIssuer = "shop",
        AudienceValidator = (audiences, token, parameters) => audiences.Contains("shop"),
        IssuerSigningKey = key,
    };

    // [Bad CWE-613] the lifetime's validator says yes
    public TokenValidationParameters AnyTime()
    {
        var parameters = new TokenValidationParameters { ValidIssuer = "shop", ValidAudience = "shop", IssuerSigningKey = key };
        parameters.LifetimeValidator = delegate { return true; };
        return parameters;
    }

    // [Good CWE-613] the lifetime's validator compares
    public TokenValidationParameters InTime()
    {
        var parameters = new TokenValidationParameters { ValidIssuer = "shop", ValidAudience = "shop", IssuerSigningKey = key };
        parameters.LifetimeValidator = (from, until, token, _) => until > DateTime.UtcNow;
        return parameters;
    }

    // [Bad CWE-347] the issuer's validator returns what it is given
    public void Loosen(TokenValidationParameters parameters) => parameters.IssuerValidator = (issuer, token, given) => issuer;

    // [Good CWE-347] the issuer's validator knows two issuers
    public void Tighten(TokenValidationParameters parameters) => parameters.IssuerValidator = (issuer, token, given) =>
        issuer is "https://a.example" or "https://b.example" ? issuer : throw new InvalidOperationException("unknown issuer");

    // [Bad CWE-347] the role is read from a token that nobody verified
    public bool IsAdministrator(string token)
    {
        var jwt = new JwtSecurityTokenHandler().ReadJwtToken(token);
        return jwt.Claims.Any(claim => claim.Type == "role" && claim.Value == "admin");
    }

    // [Good CWE-347] the role is read from the principal of a validated token
    public bool IsValidAdministrator(string token)
    {
        var principal = new JwtSecurityTokenHandler().ValidateToken(token, Full(), out _);
        return principal.IsInRole("admin");
    }

    // [Good CWE-347] the result of the validation is looked at
    public async Task<ClaimsIdentity?> Identity(string token)
    {
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, Full());
        return result.IsValid ? result.ClaimsIdentity : null;
    }

    // [Bad CWE-347] the result of the validation is ignored
    public async Task<ClaimsIdentity> IdentityAnyway(string token)
    {
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, Full());
        return result.ClaimsIdentity;
    }
}

public class Issuing(IConfiguration configuration, RsaSecurityKey rsa)
{
    // [Bad CWE-321] the key is in the program
    public string Literal(ClaimsIdentity identity)
    {
        var signing = new SigningCredentials(new SymmetricSecurityKey(Encoding.ASCII.GetBytes("h7Kq2-92mZx-tokens-of-shop-example")), SecurityAlgorithms.HmacSha256);
        var handler = new JwtSecurityTokenHandler();
        return handler.WriteToken(handler.CreateToken(new SecurityTokenDescriptor { Subject = identity, Expires = DateTime.UtcNow.AddHours(1), SigningCredentials = signing }));
    }

    // [Good CWE-321] the key is in the configuration
    public string Configured(ClaimsIdentity identity)
    {
        var signing = new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(configuration["Jwt:Key"]!)), SecurityAlgorithms.HmacSha256);
        var handler = new JwtSecurityTokenHandler();
        return handler.WriteToken(handler.CreateToken(new SecurityTokenDescriptor { Subject = identity, Expires = DateTime.UtcNow.AddHours(1), SigningCredentials = signing }));
    }

    // [Bad CWE-347] the algorithm none
    public SigningCredentials None() => new(rsa, SecurityAlgorithms.None);

    // [Good CWE-347] RSA with SHA-256
    public SigningCredentials Rsa() => new(rsa, SecurityAlgorithms.RsaSha256);

    // [Bad CWE-347] a token that nobody signed
    public string Unsigned(IEnumerable<Claim> claims) =>
        new JwtSecurityTokenHandler().WriteToken(new JwtSecurityToken("shop", "shop", claims, expires: DateTime.UtcNow.AddMinutes(10)));

    // [Good CWE-347] a token that is signed
    public string Signed(IEnumerable<Claim> claims) =>
        new JwtSecurityTokenHandler().WriteToken(new JwtSecurityToken("shop", "shop", claims, expires: DateTime.UtcNow.AddMinutes(10), signingCredentials: Rsa()));
}

// [Good CWE-347] a settings class of our own that has a property of that name
public class ImportOptions
{
    public bool ValidateIssuer { get; set; }

    public static ImportOptions Lenient() => new() { ValidateIssuer = false };
}
