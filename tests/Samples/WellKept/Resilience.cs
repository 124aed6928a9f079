using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using System.Text.Json;

namespace WellKept.Resilience;

public readonly record struct Outcome<T>(T? Result, Exception? Error)
{
    public static implicit operator Outcome<T>(T result) => new(result, null);
}

public abstract class Strategy<T>
{
    public abstract ValueTask<Outcome<T>> ExecuteAsync(Func<CancellationToken, ValueTask<Outcome<T>>> next, CancellationToken cancellation);
}

/// <summary>Strategies around a callback, the first one outermost.</summary>
public sealed class Pipeline<T>(ImmutableArray<Strategy<T>> strategies)
{
    public async Task<T> ExecuteAsync(Func<CancellationToken, ValueTask<T>> callback, CancellationToken cancellation = default)
    {
        Func<CancellationToken, ValueTask<Outcome<T>>> all = async token =>
        {
            try
            {
                return await callback(token);
            }
            catch (Exception e) when (e is HttpRequestException or TimeoutException or IOException)
            {
                return new Outcome<T>(default, e);
            }
        };
        foreach (var strategy in strategies.Reverse())
        {
            var inner = all;
            all = token => strategy.ExecuteAsync(inner, token);
        }
        var outcome = await all(cancellation);
        if (outcome.Error is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(outcome.Error);
        return outcome.Result!;
    }
}

/// <summary>Waits longer each time, and not exactly so long that all clients come back at once.</summary>
public sealed class Retry<T>(int attempts, TimeSpan delay, Func<Outcome<T>, bool> isTransient, TimeProvider clock, ILogger log) : Strategy<T>
{
    public override async ValueTask<Outcome<T>> ExecuteAsync(Func<CancellationToken, ValueTask<Outcome<T>>> next, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var outcome = await next(cancellation);
            if (attempt == attempts || !isTransient(outcome))
                return outcome;
            var jitter = Random.Shared.NextDouble() * 0.4 + 0.8;
            var pause = delay * Math.Pow(2, attempt - 1) * jitter;
            log.LogWarning(outcome.Error, "Attempt {Attempt} of {Attempts} failed, the next one follows in {Pause}", attempt, attempts, pause);
            await Task.Delay(pause, clock, cancellation);
        }
    }
}

public sealed class Timeout<T>(TimeSpan limit, TimeProvider clock) : Strategy<T>
{
    public override async ValueTask<Outcome<T>> ExecuteAsync(Func<CancellationToken, ValueTask<Outcome<T>>> next, CancellationToken cancellation)
    {
        using var timer = new CancellationTokenSource(limit, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timer.Token);
        try
        {
            return await next(both.Token);
        }
        catch (OperationCanceledException e) when (timer.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return new(default, new TimeoutException($"No answer within {limit.TotalSeconds} s.", e));
        }
    }
}

public enum CircuitState { Closed, Open, HalfOpen }

public sealed class CircuitOpenException() : InvalidOperationException("The circuit is open.");

public sealed class CircuitBreaker<T>(int failures, TimeSpan rest, TimeProvider clock) : Strategy<T>
{
    readonly Lock _gate = new();
    CircuitState _state;
    int _failed;
    long _openedAt;

    public CircuitState State
    {
        get
        {
            lock (_gate)
                return _state;
        }
    }

    public override async ValueTask<Outcome<T>> ExecuteAsync(Func<CancellationToken, ValueTask<Outcome<T>>> next, CancellationToken cancellation)
    {
        if (!MayTry())
            return new(default, new CircuitOpenException());
        var outcome = await next(cancellation);
        Record(outcome.Error is null);
        return outcome;
    }

    bool MayTry()
    {
        lock (_gate)
        {
            if (_state == CircuitState.Open && clock.GetElapsedTime(_openedAt) >= rest)
                _state = CircuitState.HalfOpen;
            return _state != CircuitState.Open;
        }
    }

    void Record(bool success)
    {
        lock (_gate)
        {
            if (success)
                (_state, _failed) = (CircuitState.Closed, 0);
            else if (++_failed >= failures || _state == CircuitState.HalfOpen)
                (_state, _openedAt) = (CircuitState.Open, clock.GetTimestamp());
        }
    }
}

/// <summary>Two caches, one in the process and one for all processes; a value that is missing is made once.</summary>
public sealed class LayeredCache(IMemoryCache near, IDistributedCache far, TimeProvider clock) : IDisposable
{
    static readonly Meter s_meter = new("WellKept.Cache");
    static readonly Counter<long> s_hits = s_meter.CreateCounter<long>("cache.hits");

    readonly ConcurrentDictionary<string, SemaphoreSlim> _making = new(StringComparer.Ordinal);

    public async Task<T> FindOrMakeAsync<T>(string region, string key, Func<CancellationToken, Task<T>> make, TimeSpan validity, CancellationToken cancellation)
    {
        var full = $"{region}:{key}";
        if (near.TryGetValue(full, out T? value))
        {
            s_hits.Add(1, new KeyValuePair<string, object?>("layer", "near"));
            return value!;
        }
        var gate = _making.GetOrAdd(full, static _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancellation);
        try
        {
            if (near.TryGetValue(full, out value))
                return value!;
            if (await far.GetAsync(full, cancellation) is { } bytes)
            {
                value = JsonSerializer.Deserialize<T>(bytes);
            }
            else
            {
                value = await make(cancellation);
                await far.SetAsync(full, JsonSerializer.SerializeToUtf8Bytes(value), new() { AbsoluteExpiration = clock.GetUtcNow() + validity }, cancellation);
            }
            return near.Set(full, value!, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = validity / 4, Size = 1 });
        }
        finally
        {
            gate.Release();
            _making.TryRemove(full, out _);
        }
    }

    public Task RemoveAsync(string region, string key, CancellationToken cancellation)
    {
        near.Remove($"{region}:{key}");
        return far.RemoveAsync($"{region}:{key}", cancellation);
    }

    public void Dispose()
    {
        foreach (var gate in _making.Values)
            gate.Dispose();
    }
}

public sealed record Rate(string From, string To, decimal Value);

/// <summary>Exchange rates of another server, for known currencies only.</summary>
public sealed class RateService(HttpClient http, LayeredCache cache, ILogger<RateService> log)
{
    static readonly string[] s_currencies = ["EUR", "JPY", "USD", "GBP", "CHF"];

    readonly Pipeline<HttpResponseMessage> _pipeline = new(
    [
        new Retry<HttpResponseMessage>(3, TimeSpan.FromMilliseconds(200), outcome => outcome.Error is not null || outcome.Result?.StatusCode is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError, TimeProvider.System, log),
        new CircuitBreaker<HttpResponseMessage>(10, TimeSpan.FromSeconds(30), TimeProvider.System),
        new Timeout<HttpResponseMessage>(TimeSpan.FromSeconds(5), TimeProvider.System),
    ]);

    public async Task<Rate?> FindAsync(string from, string to, CancellationToken cancellation)
    {
        if (!s_currencies.Contains(from, StringComparer.Ordinal) || !s_currencies.Contains(to, StringComparer.Ordinal))
            return null;
        using var activity = Activity.Current?.Source.StartActivity("rate");
        activity?.SetTag("currency.from", from);
        return await cache.FindOrMakeAsync("rate", from + to, async token =>
        {
            using var response = await _pipeline.ExecuteAsync(async t => await http.GetAsync($"https://rates.example.org/v1/{from}/{to}", t), token);
            response.EnsureSuccessStatusCode();
            return await response.Content.ReadFromJsonAsync<Rate>(token);
        }, TimeSpan.FromMinutes(10), cancellation);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/rates/{from}/{to}", async (string from, string to, RateService rates, CancellationToken cancellation) =>
    {
        try
        {
            return await rates.FindAsync(from, to, cancellation) is { } rate ? Results.Ok(rate) : Results.NotFound();
        }
        catch (Exception e) when (e is CircuitOpenException or TimeoutException)
        {
            return Results.Problem("The rates are not available at present.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }).AllowAnonymous().CacheOutput();
}
