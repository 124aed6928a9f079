using System.Security.Cryptography;
using MediatR;
using Microsoft.Extensions.Caching.Distributed;

namespace Parcelpoint.Pickup;

public sealed record RequestPickupCode(string Parcel) : IRequest<string>;

// [Bad CWE-338] the code that opens the locker
public sealed class RequestPickupCodeHandler(IDistributedCache cache) : IRequestHandler<RequestPickupCode, string>
{
    public async Task<string> Handle(RequestPickupCode request, CancellationToken cancellationToken)
    {
        var pickupCode = $"{Random.Shared.Next(0, 1_000_000):D6}";
        await cache.SetStringAsync($"pickup:{request.Parcel}", pickupCode, cancellationToken);
        return pickupCode;
    }
}

// [Good CWE-338] the code that opens the locker, from the generator
public sealed class RequestSafePickupCodeHandler(IDistributedCache cache) : IRequestHandler<RequestPickupCode, string>
{
    public async Task<string> Handle(RequestPickupCode request, CancellationToken cancellationToken)
    {
        var pickupCode = $"{RandomNumberGenerator.GetInt32(0, 1_000_000):D6}";
        await cache.SetStringAsync($"pickup:{request.Parcel}", pickupCode, cancellationToken);
        return pickupCode;
    }
}

// [Bad CWE-338] a link that anybody finds by trying
public sealed record ShareLink(string Slug)
{
    public static ShareLink New() => new(new string([.. Enumerable.Range(0, 10).Select(_ => "bcdfghjklmnpqrstvwxz"[Random.Shared.Next(20)])]));

    public string SecretUrl => $"https://parcelpoint.example/s/{Slug}";
}

// [Good CWE-338] how a retry is spread
public static class Retries
{
    public static TimeSpan Backoff(int attempt) => TimeSpan.FromSeconds(Math.Pow(2, attempt)) + TimeSpan.FromMilliseconds(Random.Shared.Next(0, 250));
}
