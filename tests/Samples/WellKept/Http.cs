using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace WellKept.Http;

public sealed class IssueClientOptions
{
    public required Uri Address { get; init; }

    public required Func<CancellationToken, ValueTask<string>> Token { get; init; }

    public int MaxAttempts { get; init; } = 4;

    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(200);
}

public sealed record Issue(int Number, string Title, string State, IReadOnlyList<string> Labels);

public sealed class IssueServiceException(HttpStatusCode status, string message) : Exception(message)
{
    public HttpStatusCode Status { get; } = status;
}

/// <summary>A client of an issue tracker: one address, short-lived tokens, a few attempts with growing pauses.</summary>
public sealed class IssueClient : IDisposable
{
    static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    readonly HttpClient _http;
    readonly IssueClientOptions _options;

    public IssueClient(IssueClientOptions options)
    {
        if (options.Address.Scheme != Uri.UriSchemeHttps)
            throw new ArgumentException("The address must be https.", nameof(options));
        _options = options;
        _http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false }) { BaseAddress = options.Address, Timeout = TimeSpan.FromSeconds(30) };
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }

    public async Task<Issue> GetAsync(int number, CancellationToken cancellation = default) =>
        await SendAsync<Issue>(() => new(HttpMethod.Get, $"issues/{number}"), cancellation);

    public async Task<IReadOnlyList<Issue>> SearchAsync(string words, int page = 1, CancellationToken cancellation = default) =>
        await SendAsync<IReadOnlyList<Issue>>(() => new(HttpMethod.Get, $"issues?q={Uri.EscapeDataString(words)}&page={page}"), cancellation);

    public async Task<Issue> CreateAsync(string title, IReadOnlyList<string> labels, CancellationToken cancellation = default) =>
        await SendAsync<Issue>(() => new(HttpMethod.Post, "issues") { Content = JsonContent.Create(new { title, labels }, options: s_json) }, cancellation);

    public async Task CloseAsync(int number, CancellationToken cancellation = default) =>
        await SendAsync<Issue>(() => new(HttpMethod.Patch, $"issues/{number}") { Content = JsonContent.Create(new { state = "closed" }, options: s_json) }, cancellation);

    public void Dispose() => _http.Dispose();

    async Task<T> SendAsync<T>(Func<HttpRequestMessage> make, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var request = make();
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await _options.Token(cancellation));
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (response.IsSuccessStatusCode)
                return await response.Content.ReadFromJsonAsync<T>(s_json, cancellation) ?? throw new IssueServiceException(response.StatusCode, "The answer is empty.");
            if (!IsTransient(response.StatusCode) || attempt >= _options.MaxAttempts)
                throw new IssueServiceException(response.StatusCode, $"The service answered {(int)response.StatusCode}.");
            await Task.Delay(PauseAfter(attempt, response.Headers.RetryAfter), cancellation);
        }
    }

    TimeSpan PauseAfter(int attempt, RetryConditionHeaderValue? wish)
    {
        if (wish?.Delta is { } asked && asked < TimeSpan.FromMinutes(1))
            return asked;
        var growing = _options.FirstDelay * Math.Pow(2, attempt - 1);
        // Not all clients come back at the same moment.
        return growing + TimeSpan.FromMilliseconds(Random.Shared.Next(0, 100));
    }

    static bool IsTransient(HttpStatusCode status) => status is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
}

/// <summary>Checks what the tracker sends of its own accord.</summary>
public sealed class WebhookVerifier(byte[] key)
{
    public bool IsGenuine(ReadOnlySpan<byte> body, string? signature)
    {
        if (signature is null || !signature.StartsWith("sha256=", StringComparison.Ordinal))
            return false;
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, body, expected);
        byte[] given;
        try
        {
            given = Convert.FromHexString(signature.AsSpan(7));
        }
        catch (FormatException)
        {
            return false;
        }
        return CryptographicOperations.FixedTimeEquals(expected, given);
    }

    public static string Describe(byte[] body) => $"{body.Length} bytes, {Convert.ToHexString(SHA256.HashData(body))[..12]}";

    public static string Preview(byte[] body) => Encoding.UTF8.GetString(body, 0, Math.Min(body.Length, 80)).ReplaceLineEndings(" ");
}

/// <summary>Keeps the most recent answers.</summary>
public sealed class RecentlyUsed<TKey, TValue>(int capacity) where TKey : notnull
{
    readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> _nodes = new(capacity);
    readonly LinkedList<(TKey Key, TValue Value)> _order = new();
    readonly Lock _gate = new();

    public TValue GetOrAdd(TKey key, Func<TKey, TValue> make)
    {
        lock (_gate)
        {
            if (_nodes.TryGetValue(key, out var node))
            {
                _order.Remove(node);
                _order.AddFirst(node);
                return node.Value.Value;
            }
            var value = make(key);
            if (_nodes.Count >= capacity && _order.Last is { } oldest)
            {
                _nodes.Remove(oldest.Value.Key);
                _order.RemoveLast();
            }
            _nodes.Add(key, _order.AddFirst((key, value)));
            return value;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _nodes.Clear();
            _order.Clear();
        }
    }
}
