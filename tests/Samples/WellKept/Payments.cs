using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace WellKept.Payments;

public sealed class PaymentOptions
{
    public required Uri Endpoint { get; init; }

    public required string MerchantId { get; init; }

    /// <summary>From the secret store; never in a file of the project.</summary>
    public required string ApiKey { get; init; }

    public required string WebhookSecret { get; init; }

    public TimeSpan WebhookTolerance { get; init; } = TimeSpan.FromMinutes(5);
}

public static class PaymentRegistration
{
    public static IServiceCollection AddPayments(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PaymentOptions>().Bind(configuration.GetSection("Payments"))
            .Validate(options => options.Endpoint.Scheme == Uri.UriSchemeHttps, "The endpoint of the payments is reached by HTTPS only.")
            .Validate(options => options.WebhookSecret.Length >= 32, "The secret of the webhook is too short.")
            .ValidateOnStart();
        services.AddTransient<SigningHandler>();
        services.AddSingleton<WebhookVerifier>();
        services.AddHttpClient<PaymentClient>((provider, client) =>
            {
                var options = provider.GetRequiredService<IOptions<PaymentOptions>>().Value;
                client.BaseAddress = options.Endpoint;
                client.Timeout = TimeSpan.FromSeconds(20);
                client.MaxResponseContentBufferSize = 1 << 20;
                client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.ApiKey);
                client.DefaultRequestHeaders.UserAgent.ParseAdd("wellkept-shop/2.4");
            })
            .AddHttpMessageHandler<SigningHandler>()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.All,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                SslOptions =
                {
                    EnabledSslProtocols = SslProtocols.None,
                    CertificateRevocationCheckMode = System.Security.Cryptography.X509Certificates.X509RevocationMode.Online,
                },
            });
        return services;
    }
}

public sealed record Money(decimal Amount, string Currency)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount:0.00} {Currency}");
}

public sealed record Charge(string Id, Money Money, string Description, ChargeState State);

[JsonConverter(typeof(JsonStringEnumConverter<ChargeState>))]
public enum ChargeState { Pending, Settled, Refused, Refunded }

public sealed class PaymentException(string message, HttpStatusCode status, string? code) : Exception(message)
{
    public HttpStatusCode Status => status;

    public string? Code => code;
}

/// <summary>The provider's interface; every request carries a key that makes repeating it harmless.</summary>
public sealed class PaymentClient(HttpClient http, ILogger<PaymentClient> log)
{
    static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 16 };

    public async Task<Charge> ChargeAsync(Guid order, Money money, string cardToken, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v2/charges") { Content = JsonContent.Create(new { order, money, source = cardToken }, options: s_json) };
        request.Headers.Add("Idempotency-Key", order.ToString("N"));
        log.LogInformation("Charging {Money} for order {Order}", money, order);
        return await SendAsync<Charge>(request, cancellation);
    }

    public Task<Charge> FindAsync(string id, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return SendAsync<Charge>(new(HttpMethod.Get, "v2/charges/" + Uri.EscapeDataString(id)), cancellation);
    }

    public async IAsyncEnumerable<Charge> ListAsync(DateOnly from, DateOnly to, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        string? next = null;
        do
        {
            var address = $"v2/charges?from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}" + (next is null ? "" : "&after=" + Uri.EscapeDataString(next));
            var page = await SendAsync<Page<Charge>>(new HttpRequestMessage(HttpMethod.Get, address), cancellation);
            foreach (var charge in page.Items)
                yield return charge;
            next = page.Next;
        }
        while (next is not null);
    }

    async Task<T> SendAsync<T>(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (response.IsSuccessStatusCode)
            return await response.Content.ReadFromJsonAsync<T>(s_json, cancellation) ?? throw new JsonException("The answer is empty.");
        var problem = await ProblemAsync(response, cancellation);
        log.LogWarning("{Method} {Path} failed with {Status}, {Code}", request.Method, request.RequestUri?.AbsolutePath, (int)response.StatusCode, problem?.Code);
        throw new PaymentException("The payment provider refused the request.", response.StatusCode, problem?.Code);
    }

    static async Task<Problem?> ProblemAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<Problem>(s_json, cancellation);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

    sealed record Problem(string? Code, string? Detail);
}

/// <summary>Signs date, path and body of what goes out.</summary>
public sealed class SigningHandler(IOptions<PaymentOptions> options, TimeProvider clock) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var date = clock.GetUtcNow();
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var digest = Convert.ToBase64String(SHA256.HashData(body));
        var text = $"{request.Method}\n{request.RequestUri!.PathAndQuery}\n{date:R}\n{digest}";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Value.ApiKey), Encoding.UTF8.GetBytes(text)));
        request.Headers.Date = date;
        request.Headers.TryAddWithoutValidation("Digest", "SHA-256=" + digest);
        request.Headers.TryAddWithoutValidation("Signature", $"keyId=\"{options.Value.MerchantId}\",signature=\"{signature}\"");
        return await base.SendAsync(request, cancellationToken);
    }
}

/// <summary>Is this notification of the provider's making, and fresh? The header is <c>t=time,v1=hex</c>.</summary>
public sealed class WebhookVerifier(IOptions<PaymentOptions> options, TimeProvider clock)
{
    public bool Verify(ReadOnlySpan<byte> body, string? header)
    {
        if (!TryParse(header, out var time, out var given))
            return false;
        if ((clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(time)).Duration() > options.Value.WebhookTolerance)
            return false;
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(options.Value.WebhookSecret));
        mac.AppendData(Encoding.ASCII.GetBytes(time.ToString(CultureInfo.InvariantCulture) + "."));
        mac.AppendData(body);
        Span<byte> expected = stackalloc byte[32];
        mac.GetHashAndReset(expected);
        return CryptographicOperations.FixedTimeEquals(expected, given);
    }

    static bool TryParse(string? header, out long time, out byte[] signature)
    {
        (time, signature) = (0, []);
        if (header is null)
            return false;
        foreach (var part in header.Split(',', StringSplitOptions.TrimEntries))
        {
            if (part.StartsWith("t=", StringComparison.Ordinal) && !long.TryParse(part.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out time))
                return false;
            if (part.StartsWith("v1=", StringComparison.Ordinal))
            {
                try
                {
                    signature = Convert.FromHexString(part.AsSpan(3));
                }
                catch (FormatException)
                {
                    return false;
                }
            }
        }
        return time > 0 && signature.Length == 32;
    }
}

[ApiController]
[Route("hooks/payments")]
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class PaymentHook(WebhookVerifier verifier, IPaymentEvents events, ILogger<PaymentHook> log) : ControllerBase
{
    [HttpPost]
    [RequestSizeLimit(64 * 1024)]
    public async Task<IActionResult> Receive(CancellationToken cancellation)
    {
        using var buffer = new MemoryStream();
        await Request.Body.CopyToAsync(buffer, cancellation);
        var body = buffer.ToArray();
        if (!verifier.Verify(body, Request.Headers["X-Signature"]))
        {
            log.LogWarning("A notification with a wrong signature came from {Address}", HttpContext.Connection.RemoteIpAddress);
            return Unauthorized();
        }
        var notification = JsonSerializer.Deserialize<Notification>(body, JsonSerializerOptions.Web);
        if (notification is null || !Enum.IsDefined(notification.State))
            return BadRequest();
        await events.ChangedAsync(notification.Order, notification.State, cancellation);
        return Ok();
    }

    public sealed record Notification(Guid Order, ChargeState State);
}

public interface IPaymentEvents
{
    Task ChangedAsync(Guid order, ChargeState state, CancellationToken cancellation);
}

/// <summary>Links to an invoice that work for a while without signing in.</summary>
public sealed class InvoiceLinks(IOptions<PaymentOptions> options, TimeProvider clock)
{
    public string Create(Guid invoice, TimeSpan validity)
    {
        var until = clock.GetUtcNow().Add(validity).ToUnixTimeSeconds();
        return $"/invoices/{invoice:N}?until={until}&signature={Sign(invoice, until)}";
    }

    public bool IsValid(Guid invoice, long until, string signature) =>
        clock.GetUtcNow().ToUnixTimeSeconds() <= until
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(invoice, until)), Encoding.ASCII.GetBytes(signature));

    string Sign(Guid invoice, long until) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Value.WebhookSecret), Encoding.UTF8.GetBytes($"{invoice:N}|{until}")));
}
