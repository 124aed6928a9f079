using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Bookclub.Hooks;

public sealed class HookOptions : AuthenticationSchemeOptions
{
    public string ApiKey { get; set; } = "";
}

// [Bad CWE-208] the scheme compares the keys as texts
public sealed class ApiKeyHandler(IOptionsMonitor<HookOptions> options, ILoggerFactory logger, UrlEncoder encoder) : AuthenticationHandler<HookOptions>(options, logger, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Request.Headers.TryGetValue("X-Api-Key", out var apiKey))
            return Task.FromResult(AuthenticateResult.NoResult());
        if (!string.Equals(apiKey, Options.ApiKey, StringComparison.Ordinal))
            return Task.FromResult(AuthenticateResult.Fail("Wrong key."));
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, "hooks")], Scheme.Name);
        return Task.FromResult(AuthenticateResult.Success(new(new(identity), Scheme.Name)));
    }
}

// [Good CWE-208] the scheme compares the keys' bytes in a fixed time
public sealed class FixedApiKeyHandler(IOptionsMonitor<HookOptions> options, ILoggerFactory logger, UrlEncoder encoder) : AuthenticationHandler<HookOptions>(options, logger, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Request.Headers.TryGetValue("X-Api-Key", out var apiKey))
            return Task.FromResult(AuthenticateResult.NoResult());
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(apiKey.ToString()), Encoding.UTF8.GetBytes(Options.ApiKey)))
            return Task.FromResult(AuthenticateResult.Fail("Wrong key."));
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, "hooks")], Scheme.Name);
        return Task.FromResult(AuthenticateResult.Success(new(new(identity), Scheme.Name)));
    }
}

public sealed record ResetPassword(string Email, string Token, string Password) : IRequest<bool>;

public interface IResetTokens
{
    Task<string> FindAsync(string email);
}

// [Bad CWE-208] the token of the mail is compared with ==
public sealed class ResetPasswordHandler(IResetTokens tokens) : IRequestHandler<ResetPassword, bool>
{
    public async Task<bool> Handle(ResetPassword request, CancellationToken cancellationToken)
    {
        var expectedToken = await tokens.FindAsync(request.Email);
        return expectedToken == request.Token;
    }
}

// [Good CWE-208] the address of the mail is compared with ==
public sealed class ResetAddressHandler(IResetTokens tokens) : IRequestHandler<ResetPassword, bool>
{
    public async Task<bool> Handle(ResetPassword request, CancellationToken cancellationToken)
    {
        var expected = await tokens.FindAsync(request.Email);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(request.Token)) && request.Email != request.Password;
    }
}
