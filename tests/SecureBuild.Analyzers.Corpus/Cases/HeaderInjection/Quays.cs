// Headers, messages of mail and formats.
using System.Net.Mail;
using System.Net.Sockets;
using System.Text;
using MimeKit;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.HeaderInjection.Quays;

public sealed record Contact(string Name, string Mail, string Subject, string Text);

// [Bad CWE-93] mail that is spoken over a socket, line by line
public sealed class RawMailer
{
    readonly Queue<Contact> _outbox = new();

    public void Add(Contact contact) => _outbox.Enqueue(contact);

    public async Task SendAllAsync()
    {
        using var client = new TcpClient();
        await client.ConnectAsync("mail.example.org", 25);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        while (_outbox.TryDequeue(out var contact))
        {
            await writer.WriteLineAsync("MAIL FROM:<web@example.org>");
            await writer.WriteLineAsync($"RCPT TO:<{contact.Mail}>");
        }
    }
}

// [same case]
public sealed class ContactController(RawMailer mailer) : ControllerBase
{
    [HttpPost("contact")]
    public async Task<IActionResult> Post([FromForm] Contact contact)
    {
        mailer.Add(contact);
        await mailer.SendAllAsync();
        return NoContent();
    }
}

// [Good CWE-93] the address is parsed before it is put into the line
public sealed class ParsedRawMailer
{
    public async Task SendAsync(string to)
    {
        if (!MailAddress.TryCreate(to, out var address))
            throw new BadHttpRequestException("This is no address.");
        using var client = new TcpClient();
        await client.ConnectAsync("mail.example.org", 25);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync($"RCPT TO:<{address.Address}>");
    }
}

// [same case]
public sealed class ParsedContactController(ParsedRawMailer mailer) : ControllerBase
{
    [HttpPost("parsed-contact")]
    public Task Post([FromForm] Contact contact) => mailer.SendAsync(contact.Mail);
}

// [Bad CWE-113] a response is assembled for a raw connection
public sealed class TinyServer
{
    public async Task AnswerAsync(HttpRequest request, Stream connection)
    {
        var headers = new Dictionary<string, string>
        {
            ["Content-Type"] = "text/plain",
            ["X-Request"] = request.Query["id"].ToString(),
        };
        var head = new StringBuilder("HTTP/1.1 200 OK\r\n");
        foreach (var (name, value) in headers)
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        head.Append("\r\n");
        await connection.WriteAsync(Encoding.ASCII.GetBytes(head.ToString()));
    }
}

// [Good CWE-113] line breaks are not let into the raw response
public sealed class SafeTinyServer
{
    public async Task AnswerAsync(HttpRequest request, Stream connection)
    {
        var id = request.Query["id"].ToString();
        if (id.AsSpan().ContainsAny('\r', '\n'))
            return;
        var head = new StringBuilder("HTTP/1.1 200 OK\r\n");
        head.Append("X-Request: ").Append(id).Append("\r\n\r\n");
        await connection.WriteAsync(Encoding.ASCII.GetBytes(head.ToString()));
    }
}

// [Bad CWE-134] a format for dates that the client chooses, used for more than dates
public static class FormatEndpoints
{
    public static void Map(WebApplication app) =>
        app.MapGet("/format", (string pattern, string user) => Greeting.For(pattern, user, DateTime.UtcNow));

    static class Greeting
    {
        public static string For(string pattern, params object[] values) => string.Format(System.Globalization.CultureInfo.InvariantCulture, pattern, values);
    }
}

// [Good CWE-134] a format that is chosen by the client's language
public static class LanguageEndpoints
{
    public static void Map(WebApplication app) =>
        app.MapGet("/language", (string language, string user) => string.Format(Pattern(language), user));

    static string Pattern(string language) => language switch { "de" => "Hallo {0}", "ja" => "{0}さん", _ => "Hello {0}" };
}

// [Bad CWE-93] the subject of a message by the older library, and the header for answers
public sealed class MessageFactory
{
    public MimeMessage Create(Contact contact)
    {
        var message = new MimeMessage { Subject = contact.Subject };
        message.To.Add(MailboxAddress.Parse("office@example.org"));
        message.Headers.Add("X-Sender", contact.Name);
        message.Cc.AddRange(InternetAddressList.Parse(contact.Mail));
        return message;
    }
}

// [same case]
public sealed class MessageController(MessageFactory factory, MailKit.Net.Smtp.SmtpClient client) : ControllerBase
{
    [HttpPost("message")]
    public Task<string> Post([FromBody] Contact contact) => client.SendAsync(factory.Create(contact));
}

// [Good CWE-93] who gets the message is configured; the client writes its text
public sealed class ConfiguredMessageController(IConfiguration configuration, MailKit.Net.Smtp.SmtpClient client) : ControllerBase
{
    [HttpPost("configured-message")]
    public Task<string> Post([FromBody] Contact contact)
    {
        var message = new MimeMessage { Subject = "Contact form", Body = new TextPart("plain") { Text = contact.Text } };
        message.To.Add(MailboxAddress.Parse(configuration["Mail:Office"]!));
        return client.SendAsync(message);
    }
}
