using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http.Extensions;

namespace WellKept.Logging;

public sealed record LogProperty(string Name, object? Value);

public sealed record LogEvent(DateTimeOffset Time, LogLevel Level, string Category, string Template, IReadOnlyList<LogProperty> Properties, Exception? Error)
{
    public string Render() => TemplateText.Render(Template, Properties);
}

public interface ILogSink
{
    ValueTask WriteAsync(LogEvent entry, CancellationToken cancellation);
}

/// <summary>Puts values into a message template; a value never begins a line of its own.</summary>
static partial class TemplateText
{
    public static string Render(string template, IReadOnlyList<LogProperty> properties) => Hole().Replace(template, match =>
    {
        var property = properties.FirstOrDefault(each => each.Name == match.Groups[1].Value);
        return property is null ? match.Value : Text(property.Value);
    });

    public static string Text(object? value) => value switch
    {
        null => "null",
        string text => OneLine(text),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => OneLine(value.ToString() ?? ""),
    };

    static string OneLine(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\x1f'))
            return text;
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
            _ = char.IsControl(c) ? escaped.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)) : escaped.Append(c);
        return escaped.ToString();
    }

    [GeneratedRegex(@"\{([A-Za-z][A-Za-z0-9]*)\}")]
    private static partial Regex Hole();
}

public sealed class ConsoleSink : ILogSink
{
    public async ValueTask WriteAsync(LogEvent entry, CancellationToken cancellation) =>
        await Console.Out.WriteLineAsync($"{entry.Time:HH:mm:ss.fff} [{entry.Level}] {entry.Category} {entry.Render()}".AsMemory(), cancellation);
}

/// <summary>One JSON object a line, in a file a day; old ones are removed.</summary>
public sealed class RollingFileSink(string folder, string prefix, int keep) : ILogSink, IAsyncDisposable
{
    FileStream? _file;
    DateOnly _day;

    public async ValueTask WriteAsync(LogEvent entry, CancellationToken cancellation)
    {
        var day = DateOnly.FromDateTime(entry.Time.UtcDateTime);
        if (_file is null || day != _day)
            await RollAsync(day);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.Default }))
        {
            json.WriteStartObject();
            json.WriteString("t", entry.Time);
            json.WriteString("l", entry.Level.ToString());
            json.WriteString("c", entry.Category);
            json.WriteString("m", entry.Template);
            foreach (var property in entry.Properties)
                json.WriteString(property.Name, TemplateText.Text(property.Value));
            if (entry.Error is not null)
                json.WriteString("x", entry.Error.ToString());
            json.WriteEndObject();
        }
        await _file!.WriteAsync(buffer.WrittenMemory, cancellation);
        await _file.WriteAsync("\n"u8.ToArray(), cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (_file is not null)
            await _file.DisposeAsync();
    }

    async Task RollAsync(DateOnly day)
    {
        await DisposeAsync();
        Directory.CreateDirectory(folder);
        _file = new FileStream(Path.Combine(folder, $"{prefix}-{day:yyyyMMdd}.json"), FileMode.Append, FileAccess.Write, FileShare.Read);
        _day = day;
        foreach (var old in Directory.GetFiles(folder, prefix + "-*.json").OrderDescending().Skip(keep))
            File.Delete(old);
    }
}

/// <summary>RFC 5424 over UDP.</summary>
public sealed class SyslogSink(IPEndPoint server, string application) : ILogSink, IDisposable
{
    const int MaxPacket = 2048;

    readonly UdpClient _client = new(server.AddressFamily);

    public async ValueTask WriteAsync(LogEvent entry, CancellationToken cancellation)
    {
        var severity = entry.Level switch { LogLevel.Critical => 2, LogLevel.Error => 3, LogLevel.Warning => 4, LogLevel.Information => 6, _ => 7 };
        var text = $"<{16 * 8 + severity}>1 {entry.Time:O} {Dns.GetHostName()} {application} {Environment.ProcessId} - - {entry.Render()}";
        var bytes = Encoding.UTF8.GetBytes(text);
        await _client.SendAsync(bytes.AsMemory(0, Math.Min(bytes.Length, MaxPacket)), server, cancellation);
    }

    public void Dispose() => _client.Dispose();
}

/// <summary>Takes out what nobody may read in a log: by the property's name, and card numbers by their shape.</summary>
public sealed partial class RedactingSink(ILogSink inner) : ILogSink
{
    static readonly HashSet<string> s_names = new(StringComparer.OrdinalIgnoreCase) { "Password", "Secret", "Token", "ApiKey", "Authorization", "Cookie", "Iban" };

    public ValueTask WriteAsync(LogEvent entry, CancellationToken cancellation) => inner.WriteAsync(entry with { Properties = [.. entry.Properties.Select(Redact)] }, cancellation);

    static LogProperty Redact(LogProperty property) =>
        s_names.Contains(property.Name) ? property with { Value = "***" }
        : property.Value is string text ? property with { Value = CardNumber().Replace(text, match => new string('*', match.Length - 4) + match.Value[^4..]) }
        : property;

    [GeneratedRegex(@"\b\d{13,19}\b")]
    private static partial Regex CardNumber();
}

public sealed class LogPipeline : ILoggerProvider, IAsyncDisposable
{
    readonly Channel<LogEvent> _queue = Channel.CreateBounded<LogEvent>(new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
    readonly ConcurrentDictionary<string, ILogger> _loggers = new(StringComparer.Ordinal);
    readonly ILogSink[] _sinks;
    readonly Task _writing;

    public LogPipeline(params ILogSink[] sinks)
    {
        _sinks = sinks;
        _writing = Task.Run(WriteAllAsync);
    }

    public ILogger CreateLogger(string categoryName) => _loggers.GetOrAdd(categoryName, name => new QueueLogger(name, _queue.Writer));

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writing;
    }

    void IDisposable.Dispose() => _queue.Writer.TryComplete();

    async Task WriteAllAsync()
    {
        await foreach (var entry in _queue.Reader.ReadAllAsync())
        {
            foreach (var sink in _sinks)
            {
                try
                {
                    await sink.WriteAsync(entry, CancellationToken.None);
                }
                catch (Exception e) when (e is IOException or SocketException)
                {
                    await Console.Error.WriteLineAsync($"A log sink failed: {e.Message}");
                }
            }
        }
    }

    sealed class QueueLogger(string category, ChannelWriter<LogEvent> writer) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
                return;
            var values = state as IEnumerable<KeyValuePair<string, object?>> ?? [];
            var template = values.FirstOrDefault(each => each.Key == "{OriginalFormat}").Value as string ?? formatter(state, exception);
            writer.TryWrite(new(DateTimeOffset.UtcNow, logLevel, category, template, [.. values.Where(each => each.Key != "{OriginalFormat}").Select(each => new LogProperty(each.Key, each.Value))], exception));
        }
    }
}

/// <summary>A line for each request: what was asked for and how it went, without query and without headers.</summary>
public sealed partial class RequestLogging(RequestDelegate next, ILogger<RequestLogging> log)
{
    public async Task InvokeAsync(HttpContext context, TimeProvider clock)
    {
        var start = clock.GetTimestamp();
        using var scope = log.BeginScope(new Dictionary<string, object> { ["TraceId"] = context.TraceIdentifier });
        try
        {
            await next(context);
            Done(log, context.Request.Method, context.Request.Path, context.Response.StatusCode, clock.GetElapsedTime(start).TotalMilliseconds);
        }
        catch (Exception e) when (Failed(e, context))
        {
            throw;
        }
    }

    bool Failed(Exception e, HttpContext context)
    {
        log.LogError(e, "The request for {Route} failed", context.GetEndpoint()?.DisplayName);
        if (log.IsEnabled(LogLevel.Debug))
            log.LogDebug("The whole address was {Address}", UriHelper.GetEncodedPathAndQuery(context.Request));
        return false;
    }

    [LoggerMessage(1, LogLevel.Information, "{Method} {Path} answered {Status} in {Elapsed} ms")]
    static partial void Done(ILogger log, string method, PathString path, int status, double elapsed);
}
