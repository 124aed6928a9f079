using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace WellKept.Mail;

/// <summary>An address as RFC 5322 has it: an optional name and local-part@domain.</summary>
public sealed partial record MailAddress(string? Name, string Local, string Domain)
{
    const int MaxLength = 254;

    public string Address => $"{Local}@{Domain}";

    public static bool TryParse(string? text, out MailAddress? address)
    {
        address = null;
        if (text is null or { Length: > MaxLength + 200 } || Shape().Match(text) is not { Success: true } match)
            return false;
        string domain;
        try
        {
            domain = new IdnMapping().GetAscii(match.Groups["domain"].Value);
        }
        catch (ArgumentException)
        {
            return false;
        }
        var name = match.Groups["name"].Value.Trim().Trim('"');
        address = new(name.Length == 0 ? null : name, match.Groups["local"].Value, domain.ToLowerInvariant());
        return address.Address.Length <= MaxLength;
    }

    public override string ToString() => Name is null ? Address : $"{HeaderText.Encode(Name)} <{Address}>";

    [GeneratedRegex("""^\s*(?:(?<name>"[^"\r\n]*"|[^<>"\r\n]*)<)?(?<local>[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64})@(?<domain>[^\s<>@]{1,190})>?\s*$""", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}

/// <summary>Texts of header fields: never a line break, and nothing but ASCII on the wire.</summary>
static class HeaderText
{
    static readonly SearchValues<char> s_breaks = SearchValues.Create("\r\n\0");

    public static string Encode(string text)
    {
        if (text.AsSpan().ContainsAny(s_breaks))
            throw new FormatException("A header field has one line.");
        return Ascii.IsValid(text) ? text : "=?utf-8?B?" + Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) + "?=";
    }

    public static string Decode(string text)
    {
        if (!text.StartsWith("=?", StringComparison.Ordinal) || text.Split('?') is not ["=", var charset, var coding, var data, "="])
            return text;
        var bytes = coding is "B" or "b" ? Convert.FromBase64String(data) : Quoted(data);
        return (charset.ToLowerInvariant() switch
        {
            "utf-8" => Encoding.UTF8,
            "iso-8859-1" => Encoding.Latin1,
            _ => Encoding.ASCII,
        }).GetString(bytes);
    }

    static byte[] Quoted(string data)
    {
        var bytes = new List<byte>(data.Length);
        for (var i = 0; i < data.Length; i++)
        {
            if (data[i] == '=' && i + 2 < data.Length)
            {
                bytes.Add(byte.Parse(data.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 2;
            }
            else
            {
                bytes.Add(data[i] == '_' ? (byte)' ' : (byte)data[i]);
            }
        }
        return [.. bytes];
    }
}

public sealed class HeaderFields : IEnumerable<KeyValuePair<string, string>>
{
    readonly List<KeyValuePair<string, string>> _fields = [];

    public string? this[string name] => _fields.Find(each => each.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    public void Add(string name, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!name.All(c => c is > ' ' and < '\x7f' and not ':'))
            throw new FormatException($"'{name}' is no name of a header field.");
        _fields.Add(new(name, HeaderText.Encode(value)));
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

public sealed record Attachment(string FileName, string ContentType, byte[] Content);

public sealed class Message
{
    public required MailAddress From { get; init; }

    public List<MailAddress> To { get; } = [];

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public HeaderFields Headers { get; } = [];

    public List<Attachment> Attachments { get; } = [];

    public async Task WriteAsync(Stream destination, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(destination, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync($"Message-ID: <{Guid.NewGuid():N}@{From.Domain}>");
        await writer.WriteLineAsync($"Date: {DateTimeOffset.UtcNow.ToString("r", CultureInfo.InvariantCulture)}");
        await writer.WriteLineAsync("From: " + From);
        await writer.WriteLineAsync("To: " + string.Join(", ", To));
        await writer.WriteLineAsync("Subject: " + HeaderText.Encode(Subject));
        foreach (var (name, value) in Headers)
            await writer.WriteLineAsync($"{name}: {value}");
        var boundary = "=_" + Convert.ToHexString(RandomNumberGenerator.GetBytes(12));
        await writer.WriteLineAsync($"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"{boundary}\"\r\n");
        await WritePartAsync(writer, boundary, "text/plain; charset=utf-8", null, Encoding.UTF8.GetBytes(Text));
        foreach (var attachment in Attachments)
            await WritePartAsync(writer, boundary, attachment.ContentType, Path.GetFileName(attachment.FileName), attachment.Content);
        await writer.WriteLineAsync($"--{boundary}--");
        await writer.FlushAsync(cancellation);
    }

    static async Task WritePartAsync(StreamWriter writer, string boundary, string type, string? name, byte[] content)
    {
        await writer.WriteLineAsync("--" + boundary);
        await writer.WriteLineAsync("Content-Type: " + HeaderText.Encode(type));
        if (name is not null)
            await writer.WriteLineAsync($"Content-Disposition: attachment; filename*=utf-8''{Uri.EscapeDataString(name)}");
        await writer.WriteLineAsync("Content-Transfer-Encoding: base64\r\n");
        await writer.WriteLineAsync(Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks));
    }
}

public interface IProtocolLog
{
    void Sent(string line);

    void Received(string line);
}

public sealed class SmtpProtocolException(int code, string message) : Exception(message)
{
    public int Code => code;
}

/// <summary>Sends messages over an encrypted connection; without TLS nothing is sent.</summary>
public sealed class SmtpTransport(string host, int port, IProtocolLog? log = null) : IAsyncDisposable
{
    const int MaxLine = 4096;

    readonly TcpClient _client = new() { SendTimeout = 30_000, ReceiveTimeout = 30_000 };
    readonly byte[] _buffer = new byte[MaxLine];
    Stream? _stream;
    int _start, _end;

    Stream Connection => _stream ?? throw new InvalidOperationException("Not connected.");

    public async Task ConnectAsync(CancellationToken cancellation)
    {
        await _client.ConnectAsync(host, port, cancellation);
        _stream = _client.GetStream();
        if (port != 465)
        {
            await ExpectAsync(220, cancellation);
            await CommandAsync("EHLO " + Environment.MachineName, 250, cancellation);
            await CommandAsync("STARTTLS", 220, cancellation);
        }
        var secured = new SslStream(_stream, leaveInnerStreamOpen: false);
        await secured.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = host,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            CertificateRevocationCheckMode = System.Security.Cryptography.X509Certificates.X509RevocationMode.Online,
        }, cancellation);
        _stream = secured;
        (_start, _end) = (0, 0);
        if (port == 465)
            await ExpectAsync(220, cancellation);
        await CommandAsync("EHLO " + Environment.MachineName, 250, cancellation);
    }

    public async Task AuthenticateAsync(string user, string password, CancellationToken cancellation)
    {
        var secret = Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{user}\0{password}"));
        log?.Sent("AUTH PLAIN ***");
        await SendAsync("AUTH PLAIN " + secret, cancellation);
        await ExpectAsync(235, cancellation);
    }

    public async Task SendAsync(Message message, CancellationToken cancellation)
    {
        await CommandAsync($"MAIL FROM:<{message.From.Address}>", 250, cancellation);
        foreach (var recipient in message.To)
            await CommandAsync($"RCPT TO:<{recipient.Address}>", 250, cancellation);
        await CommandAsync("DATA", 354, cancellation);
        using var buffer = new MemoryStream();
        await message.WriteAsync(buffer, cancellation);
        buffer.Position = 0;
        using var reader = new StreamReader(buffer);
        while (await reader.ReadLineAsync(cancellation) is { } line)
            await SendAsync(line.StartsWith('.') ? "." + line : line, cancellation);
        await CommandAsync(".", 250, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (_stream is not null)
            await _stream.DisposeAsync();
        _client.Dispose();
    }

    async Task CommandAsync(string command, int expected, CancellationToken cancellation)
    {
        log?.Sent(command);
        await SendAsync(command, cancellation);
        await ExpectAsync(expected, cancellation);
    }

    async Task SendAsync(string line, CancellationToken cancellation) => await Connection.WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), cancellation);

    async Task ExpectAsync(int expected, CancellationToken cancellation)
    {
        string line;
        do
        {
            line = await ReadLineAsync(cancellation);
            log?.Received(line);
        }
        while (line.Length > 3 && line[3] == '-');
        if (!int.TryParse(line.AsSpan(0, Math.Min(3, line.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out var code) || code != expected)
            throw new SmtpProtocolException(code, $"The server answered {code} instead of {expected}.");
    }

    async Task<string> ReadLineAsync(CancellationToken cancellation)
    {
        var line = new StringBuilder();
        while (true)
        {
            var end = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            var count = end < 0 ? _end - _start : end;
            line.Append(Encoding.ASCII.GetString(_buffer, _start, count));
            if (line.Length > MaxLine)
                throw new SmtpProtocolException(0, "The server's line is too long.");
            if (end >= 0)
            {
                _start += end + 1;
                return line.ToString().TrimEnd('\r');
            }
            _start = 0;
            _end = await Connection.ReadAsync(_buffer, cancellation);
            if (_end == 0)
                throw new EndOfStreamException();
        }
    }
}
