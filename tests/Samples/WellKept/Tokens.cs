using System.Buffers.Text;
using System.Collections.Immutable;
using System.IdentityModel.Tokens.Jwt;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using System.Text.Encodings.Web;

namespace WellKept.Tokens;

public sealed class TokenOptions
{
    public required string Issuer { get; set; }

    public required string Audience { get; set; }

    public TimeSpan AccessLifetime { get; set; } = TimeSpan.FromMinutes(10);

    public TimeSpan RefreshLifetime { get; set; } = TimeSpan.FromDays(14);
}

/// <summary>Short access tokens, signed with a private key; refresh tokens that are stored as hashes and used once.</summary>
public sealed class TokenService(IOptions<TokenOptions> options, ECDsaSecurityKey key, IRefreshTokens refreshTokens, TimeProvider clock, ILogger<TokenService> log)
{
    static readonly JwtSecurityTokenHandler s_handler = new();

    public TokenValidationParameters Validation => new()
    {
        ValidIssuer = options.Value.Issuer,
        ValidAudience = options.Value.Audience,
        IssuerSigningKey = key,
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        ClockSkew = TimeSpan.FromMinutes(1),
    };

    public string Access(Guid user, IEnumerable<string> roles)
    {
        var now = clock.GetUtcNow();
        Claim[] claims = [new("sub", user.ToString()), new("jti", Guid.NewGuid().ToString("N")), .. roles.Select(role => new Claim("role", role))];
        return s_handler.WriteToken(s_handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = options.Value.Issuer,
            Audience = options.Value.Audience,
            Subject = new ClaimsIdentity(claims),
            Expires = (now + options.Value.AccessLifetime).UtcDateTime,
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256),
        }));
    }

    public async Task<string> RefreshAsync(Guid user, CancellationToken cancellation)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await refreshTokens.AddAsync(new(Hash(token), user, clock.GetUtcNow() + options.Value.RefreshLifetime), cancellation);
        return token;
    }

    public async Task<(string Access, string Refresh)?> ExchangeAsync(string token, CancellationToken cancellation)
    {
        var hash = Hash(token);
        if (await refreshTokens.TakeAsync(hash, cancellation) is not { } stored || stored.Until < clock.GetUtcNow())
        {
            log.LogWarning("A refresh token is unknown, used or too old");
            return null;
        }
        return (Access(stored.User, await refreshTokens.RolesOfAsync(stored.User, cancellation)), await RefreshAsync(stored.User, cancellation));
    }

    public ClaimsPrincipal? Check(string token)
    {
        try
        {
            return s_handler.ValidateToken(token, Validation, out _);
        }
        catch (SecurityTokenException e)
        {
            log.LogInformation("A token was refused: {Reason}", e.GetType().Name);
            return null;
        }
    }

    static string Hash(string token) => Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(token)));
}

public class ECDsaSecurityKey(ECDsa key) : AsymmetricSecurityKey
{
    public ECDsa Key => key;
}

public class SecurityTokenException(string message) : Exception(message);

public sealed record RefreshToken(string Hash, Guid User, DateTimeOffset Until);

public interface IRefreshTokens
{
    Task AddAsync(RefreshToken token, CancellationToken cancellation);

    Task<RefreshToken?> TakeAsync(string hash, CancellationToken cancellation);

    Task<ImmutableArray<string>> RolesOfAsync(Guid user, CancellationToken cancellation);
}

/// <summary>Sign-in at another provider, with PKCE and a state that only this browser can bring back.</summary>
public sealed class ExternalSignIn(HttpClient http, IDataProtectionProvider protection, IOptions<ExternalProvider> provider)
{
    const string Cookie = "__Host-external";

    readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("external-sign-in").ToTimeLimitedDataProtector();

    public IResult Begin(HttpContext context)
    {
        var verifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(48));
        var state = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        context.Response.Cookies.Append(Cookie, _protector.Protect($"{state}.{verifier}", TimeSpan.FromMinutes(10)), new CookieOptions
        {
            Secure = true,
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
            Path = "/",
        });
        return Results.Redirect(QueryHelpers.AddQueryString(provider.Value.Authorize.ToString(), new Dictionary<string, string?>
        {
            ["client_id"] = provider.Value.ClientId,
            ["response_type"] = "code",
            ["scope"] = "openid email",
            ["state"] = state,
            ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
            ["code_challenge_method"] = "S256",
        }));
    }

    public async Task<IResult> EndAsync(HttpContext context, string code, string state, CancellationToken cancellation)
    {
        if (!TryReadCookie(context.Request, out var expected, out var verifier))
            return Results.BadRequest("The sign-in took too long.");
        context.Response.Cookies.Delete(Cookie);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(state)))
            return Results.BadRequest("The sign-in did not begin here.");
        using var request = new HttpRequestMessage(HttpMethod.Post, provider.Value.Token);
        request.Content = new FormUrlEncodedContent([new("grant_type", "authorization_code"), new("code", code), new("code_verifier", verifier), new("client_id", provider.Value.ClientId)]);
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(provider.Value.ClientId + ":" + provider.Value.ClientSecret)));
        using var response = await http.SendAsync(request, cancellation);
        if (!response.IsSuccessStatusCode)
            return Results.Problem("The other provider refused the sign-in.", statusCode: StatusCodes.Status502BadGateway);
        var answer = await JsonSerializer.DeserializeAsync<JsonElement>(await response.Content.ReadAsStreamAsync(cancellation), cancellationToken: cancellation);
        return answer.TryGetProperty("id_token", out _) ? Results.LocalRedirect("/") : Results.BadRequest();
    }

    bool TryReadCookie(HttpRequest request, out string state, out string verifier)
    {
        (state, verifier) = ("", "");
        if (request.Cookies[Cookie] is not { Length: > 0 } text)
            return false;
        try
        {
            if (_protector.Unprotect(text).Split('.') is not [var first, var second])
                return false;
            (state, verifier) = (first, second);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}

public sealed class ExternalProvider
{
    public required Uri Authorize { get; set; }

    public required Uri Token { get; set; }

    public required string ClientId { get; set; }

    public required string ClientSecret { get; set; }
}

/// <summary>Keys of other programs: compared by their hashes, in constant time.</summary>
public sealed class ApiKeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IApiKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Scheme = "ApiKey";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Request.Headers.TryGetValue("X-Api-Key", out var values) || values is not [{ Length: 43 } given])
            return AuthenticateResult.NoResult();
        if (await keys.FindAsync(given[..8], Context.RequestAborted) is not { } known)
            return AuthenticateResult.Fail("Unknown key.");
        if (!CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.ASCII.GetBytes(given)), known.Hash))
            return AuthenticateResult.Fail("Unknown key.");
        Logger.LogInformation("{Client} signed in with a key", known.Client);
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, known.Client), .. known.Scopes.Select(scope => new Claim("scope", scope))], ApiKeyHandler.Scheme);
        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), ApiKeyHandler.Scheme));
    }
}

public sealed record ApiKey(string Client, byte[] Hash, ImmutableArray<string> Scopes);

public interface IApiKeys
{
    Task<ApiKey?> FindAsync(string prefix, CancellationToken cancellation);
}

[ApiController]
[Route("tokens")]
public sealed class TokensController(TokenService tokens, IAccounts accounts) : ControllerBase
{
    [HttpPost]
    [AllowAnonymous]
    public async Task<IActionResult> Create([FromBody] Credentials credentials, CancellationToken cancellation)
    {
        if (await accounts.CheckAsync(credentials.Name, credentials.Password, cancellation) is not { } account)
            return Unauthorized();
        Response.Headers.CacheControl = "no-store";
        return Ok(new { access = tokens.Access(account.Id, account.Roles), refresh = await tokens.RefreshAsync(account.Id, cancellation) });
    }

    [HttpPost("refresh")]
    [AllowAnonymous]
    public async Task<IActionResult> Refresh([FromBody] RefreshRequest request, CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        return await tokens.ExchangeAsync(request.Token, cancellation) is (var access, var refresh) ? Ok(new { access, refresh }) : Unauthorized();
    }

    public sealed record Credentials(string Name, string Password);

    public sealed record RefreshRequest(string Token);
}

public sealed record KnownAccount(Guid Id, ImmutableArray<string> Roles);

public interface IAccounts
{
    Task<KnownAccount?> CheckAsync(string name, string password, CancellationToken cancellation);
}

public static class TokenRegistration
{
    public static IServiceCollection AddTokens(this IServiceCollection services, IConfiguration configuration, IWebHostEnvironment environment)
    {
        var keys = ECDsa.Create();
        keys.ImportFromPem(File.ReadAllText(configuration["Tokens:KeyFile"] ?? throw new InvalidOperationException("Tokens:KeyFile is not set.")));
        services.AddSingleton(new ECDsaSecurityKey(keys)).AddScoped<TokenService>();
        services.AddDataProtection()
            .SetApplicationName("wellkept")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(environment.ContentRootPath, "keys")))
            .ProtectKeysWithCertificate(configuration["DataProtection:Thumbprint"]!);
        services.AddHttpClient<ExternalSignIn>(client => client.Timeout = TimeSpan.FromSeconds(10));
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.Scheme, null)
            .AddOpenIdConnect(options =>
            {
                options.Authority = configuration["Oidc:Authority"];
                options.ClientId = configuration["Oidc:ClientId"];
                options.ClientSecret = configuration["Oidc:ClientSecret"];
                options.ResponseType = "code";
                options.UsePkce = true;
            });
        return services;
    }
}
