using System.Net.Http.Headers;

namespace Shop.Tokens;

public class Clients(IConfiguration configuration)
{
    // [Bad CWE-798] a bearer token
    public void Authorize(HttpClient client) =>
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJzaG9wIn0.5mhBHqs5_DTLdINd9p5m7ZJ6XD0Xc55kIaCRY5r6HRA");

    // [Good CWE-798] a bearer token from the configuration
    public void AuthorizeConfigured(HttpClient client) =>
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", configuration["Api:Token"]);

    // [Bad CWE-798] a header with a key
    public HttpRequestMessage Request(string uri)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, uri);
        request.Headers.Add("X-Api-Key", "9d207bf0-10f5-4d8f-a479-22ff5aeff8d1");
        return request;
    }

    // [Good CWE-798] a header with an ordinary value
    public HttpRequestMessage JsonRequest(string uri)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, uri);
        request.Headers.Add("Accept", "application/vnd.shop.v2+json");
        request.Headers.Add("X-Correlation-Id", Guid.NewGuid().ToString());
        return request;
    }

    // [Bad CWE-798] an access key of a cloud
    public string Storage()
    {
        var awsSecretAccessKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYzT4bQeR0aP";
        return awsSecretAccessKey;
    }

    // [Good CWE-798] the name of a variable that holds it
    public string? StorageFromEnvironment()
    {
        const string secretAccessKeyVariable = "AWS_SECRET_ACCESS_KEY";
        return Environment.GetEnvironmentVariable(secretAccessKeyVariable);
    }

    // [Bad CWE-798] basic authentication
    public AuthenticationHeaderValue Basic() => new("Basic", Convert.ToBase64String("svc-orders:R7!xq0Lw2"u8));

    // [Good CWE-798] the scheme only
    public AuthenticationHeaderValue Negotiate() => new("Negotiate");

    // [Bad CWE-798] in the URL
    public Task<string> Feed(HttpClient client) => client.GetStringAsync("https://feeds.example/prices?api_key=4f9a2c81b7e64d0d9e1c55aa03f7b216");

    // [Good CWE-798] a key in the URL that is the client's own
    public Task<string> FeedOf(HttpClient client, string apiKey) => client.GetStringAsync($"https://feeds.example/prices?api_key={Uri.EscapeDataString(apiKey)}");

    // [Bad CWE-798] user and password in the URL
    public Uri Queue() => new("amqp://orders:Rabb1tHole99@mq.internal.example:5672/orders");

    // [Good CWE-798] no user in the URL
    public Uri PlainQueue() => new("amqps://mq.internal.example:5671/orders");

    // [Bad CWE-798] a dictionary of settings
    public Dictionary<string, string> Settings() => new()
    {
        ["Region"] = "eu-central-1",
        ["ClientSecret"] = "Xk2~8Q.vB9rTq_Lm4Wn7Yc1Zs5Hd3Jf6Pg0",
    };

    // [Good CWE-798] a dictionary of harmless settings
    public Dictionary<string, string> Harmless() => new()
    {
        ["Region"] = "eu-central-1",
        ["ClientSecret"] = "<set by the deployment>",
        ["ClientId"] = "7d9e5b1c-2f43-4c1e-9d0b-6a0a4de0e7b1",
    };
}

// [Bad CWE-798] the shape of a known provider's token
public static class Provider
{
    public const string Deploy = "ghp_16C7e42F292c6912E7710c838347Ae178B4a";
}

// [Good CWE-798] a placeholder in the shape of a token
public static class Placeholder
{
    public const string Token = "<your-token-here>";
    public const string ApiKey = "xxxxxxxxxxxxxxxxxxxxxxxx";
    public const string ClientSecret = "CHANGE_ME";
}

// [Good CWE-798] names around tokens that are not secret
public static class Names
{
    public const string TokenType = "urn:ietf:params:oauth:token-type:access_token";
    public const string CancellationTokenParameter = "cancellationToken";
    public const string AntiforgeryTokenHeader = "X-XSRF-TOKEN";
    public const string TokenEndpoint = "https://login.example/oauth2/v2.0/token";
    public const string SecretName = "shop-database-password";
}

// [Bad CWE-798] a static readonly field
public class Payments
{
    private static readonly string ApiSecret = "b7f3c0d9e84a41f2a6d5c3e1908f7b64";

    public void Sign(HttpRequestMessage request) => request.Headers.Add("X-Signature", ApiSecret);
}

// [Good CWE-798] the secret is injected
public class InjectedPayments(IConfiguration settings)
{
    private readonly string _apiSecret = settings["Payments:ApiSecret"]!;

    public void Sign(HttpRequestMessage request) => request.Headers.Add("X-Signature", _apiSecret);
}

// [Good CWE-798] an identifier of the published application
public static class Application
{
    public static readonly Guid ProductId = new("3f2504e0-4f89-11d3-9a0c-0305e82c3301");
    public const string Integrity = "sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC";
}
