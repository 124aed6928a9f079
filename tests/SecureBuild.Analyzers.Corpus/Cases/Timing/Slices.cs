using System.Security.Cryptography;
using System.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Parcelpoint.Payments;

public sealed record ConfirmPayment(string Reference, string Mac) : IRequest<bool>;

// [Bad CWE-208] the handler compares the codes as text
public sealed class ConfirmPaymentHandler(IConfiguration configuration) : IRequestHandler<ConfirmPayment, bool>
{
    public Task<bool> Handle(ConfirmPayment request, CancellationToken cancellationToken)
    {
        var key = Convert.FromBase64String(configuration["Payments:Key"]);
        var mac = Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(request.Reference)));
        return Task.FromResult(mac.Equals(request.Mac, StringComparison.OrdinalIgnoreCase));
    }
}

// [Good CWE-208] the handler compares the codes in a fixed time
public sealed class ConfirmPaymentSafelyHandler(IConfiguration configuration) : IRequestHandler<ConfirmPayment, bool>
{
    public Task<bool> Handle(ConfirmPayment request, CancellationToken cancellationToken)
    {
        var key = Convert.FromBase64String(configuration["Payments:Key"]);
        var mac = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(request.Reference));
        return Task.FromResult(CryptographicOperations.FixedTimeEquals(mac, Convert.FromHexString(request.Mac)));
    }
}

public static class PaymentFilters
{
    // [Bad CWE-208] a pattern is a comparison as well
    public static RouteGroupBuilder RequireKey(this RouteGroupBuilder group, string apiKey) =>
        group.AddEndpointFilter(async (context, next) =>
            context.HttpContext.Request.Headers.TryGetValue("X-Api-Key", out var given) && given.ToString().Equals(apiKey) ? await next(context) : Results.Unauthorized());

    // [Good CWE-208] the version of the client is no secret
    public static RouteGroupBuilder RequireVersion(this RouteGroupBuilder group, string version) =>
        group.AddEndpointFilter(async (context, next) =>
            context.HttpContext.Request.Headers.TryGetValue("X-Client-Version", out var given) && given.ToString().Equals(version) ? await next(context) : Results.BadRequest());
}
