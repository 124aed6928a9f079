using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using System.Text;
using MediatR;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

namespace Parcelpoint.Tokens;

public sealed class TokenSettings
{
    public string Key { get; init; } = "";
    public string Issuer { get; init; } = "";
}

public sealed record IssueToken(string UserId, string Role) : IRequest<string>;

// [Bad CWE-613] the token of the courier's app never ends, or as good as
public sealed class IssueTokenHandler(TokenSettings settings) : IRequestHandler<IssueToken, string>
{
    public Task<string> Handle(IssueToken request, CancellationToken cancellationToken)
    {
        var token = new JwtSecurityToken(settings.Issuer, settings.Issuer, [new Claim("sub", request.UserId)],
            expires: DateTime.UtcNow.AddYears(10),
            signingCredentials: new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(settings.Key)), SecurityAlgorithms.HmacSha256));
        return Task.FromResult(new JwtSecurityTokenHandler().WriteToken(token));
    }
}

// [Good CWE-613] a quarter of an hour
public sealed class IssueShortTokenHandler(TokenSettings settings) : IRequestHandler<IssueToken, string>
{
    public Task<string> Handle(IssueToken request, CancellationToken cancellationToken)
    {
        var token = new JwtSecurityToken(settings.Issuer, settings.Issuer, [new Claim("sub", request.UserId)],
            expires: DateTime.UtcNow.AddMinutes(15),
            signingCredentials: new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(settings.Key)), SecurityAlgorithms.HmacSha256));
        return Task.FromResult(new JwtSecurityTokenHandler().WriteToken(token));
    }
}

// [Bad CWE-345] the renewal reads the old token without a look at its signature
public sealed class RefreshEndpoint(ISender sender)
{
    public async Task<IResult> HandleAsync(HttpContext context)
    {
        var old = context.Request.Headers.Authorization.ToString()["Bearer ".Length..];
        var jwt = new JwtSecurityTokenHandler().ReadJwtToken(old);
        var user = jwt.Claims.First(each => each.Type == "sub").Value;
        return Results.Text(await sender.Send(new IssueToken(user, "courier")));
    }
}

// [Good CWE-345] the renewal takes the user that the scheme found
public sealed class SafeRefreshEndpoint(ISender sender)
{
    public async Task<IResult> HandleAsync(HttpContext context)
    {
        if (context.User.FindFirst("sub") is not { Value: var user })
            return Results.Unauthorized();
        return Results.Text(await sender.Send(new IssueToken(user, "courier")));
    }
}

public static class TokenModule
{
    // [Bad CWE-347] old tokens are taken as well
    public static IServiceCollection AddTokens(this IServiceCollection services, TokenSettings settings)
    {
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(o => o.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = settings.Issuer,
            ValidAudience = settings.Issuer,
            ValidateLifetime = false,
            IssuerSigningKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(settings.Key)),
        });
        return services;
    }

    // [Good CWE-347] everything is looked at
    public static IServiceCollection AddCheckedTokens(this IServiceCollection services, TokenSettings settings)
    {
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(o => o.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = settings.Issuer,
            ValidAudience = settings.Issuer,
            ValidateLifetime = true,
            ClockSkew = TimeSpan.Zero,
            IssuerSigningKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(settings.Key)),
        });
        return services;
    }
}
