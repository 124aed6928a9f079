using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Halyard.Clients;

// [Bad CWE-798] the options begin with a key that works
public sealed class ShipmentClientOptions
{
    public const string Section = "Shipments";

    public Uri BaseAddress { get; set; } = new("https://api.shipments.example");

    public string ApiKey { get; set; } = "shp_live_9f3bC71e0aD84b6685fE2c4410aa7d3e";
}

// [Good CWE-798] the options begin empty and must be filled
public sealed class ParcelClientOptions
{
    public const string Section = "Parcels";

    public Uri BaseAddress { get; set; } = new("https://api.parcels.example");

    [System.ComponentModel.DataAnnotations.Required]
    public string ApiKey { get; set; } = "";
}

// [Bad CWE-798] a record's default is a password
public sealed record BrokerEndpoint(string Host, int Port = 5672, string User = "publisher", string Password = "qW8!ppL2-broker");

// [Good CWE-798] a record without a default for it
public sealed record QueueEndpoint(string Host, string Password, int Port = 5672, string PasswordParameterName = "password");

// [Bad CWE-798] the handler puts its own basic credentials on every request
public sealed class CatalogAuthenticationHandler : DelegatingHandler
{
    static readonly string s_credentials = Convert.ToBase64String("catalog:Tr33-h0use.42"u8);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new("Basic", s_credentials);
        return base.SendAsync(request, cancellationToken);
    }
}

// [Good CWE-798] the handler takes them from the options
public sealed class ParcelAuthenticationHandler(IOptionsMonitor<ParcelClientOptions> options) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new("Bearer", options.CurrentValue.ApiKey);
        return base.SendAsync(request, cancellationToken);
    }
}

public static class TokenKeyExtensions
{
    // [Bad CWE-321] an extension method signs with the sentence in it
    public static SigningCredentials ForDevelopmentAndProduction(this SecurityKeyRing ring) =>
        ring.Credentials(new SymmetricSecurityKey("the-quick-brown-fox-signs-all-of-our-tokens"u8.ToArray()));

    // [Good CWE-321] an extension method signs with a key of its own, made at the start
    public static SigningCredentials ForThisProcess(this SecurityKeyRing ring) =>
        ring.Credentials(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(64)));
}

public sealed class SecurityKeyRing
{
    public SigningCredentials Credentials(SecurityKey key) => new(key, SecurityAlgorithms.HmacSha256);
}

// [Bad CWE-798] configured for all who install the package
internal sealed class ConfigureWebhooks : IConfigureOptions<WebhookOptions>
{
    public void Configure(WebhookOptions options)
    {
        options.Path ??= "/hooks";
        options.SigningSecret ??= "whsec_Zk83jdP0qLmVx71TtRb29aYcQe5";
    }
}

// [Good CWE-798] nothing configured, nothing accepted
internal sealed class ValidateWebhooks : IValidateOptions<WebhookOptions>
{
    public ValidateOptionsResult Validate(string name, WebhookOptions options) =>
        options.SigningSecret is null or "" or "change-me" ? ValidateOptionsResult.Fail("SigningSecret is missing.") : ValidateOptionsResult.Success;
}

public sealed class WebhookOptions
{
    public string Path { get; set; }

    public string SigningSecret { get; set; }
}
