// Headers of answers, of mails and templates of texts.
using System.Globalization;
using System.Net.Mail;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using MimeKit;

namespace Corpus.HeaderInjection.Workshops;

// [Bad CWE-93] lines of SMTP are written by hand
public sealed class RawSmtp(StreamWriter server)
{
    public async Task SendAsync(HttpRequest request)
    {
        var recipient = request.Form["to"].ToString();
        await server.WriteLineAsync("MAIL FROM:<noreply@city.example>");
        await server.WriteLineAsync("RCPT TO:<" + recipient + ">");
    }
}

// [Bad CWE-93] a header of a mail takes the name of the sender
[Route("contact")]
public sealed class ContactController : Controller
{
    [HttpPost]
    public IActionResult Post([FromForm] string name, [FromForm] string text)
    {
        var message = new MimeMessage();
        message.Headers.Add("X-Sender-Name", name);
        message.Body = new TextPart("plain") { Text = text };
        using var client = new MailKit.Net.Smtp.SmtpClient();
        client.Send(message);
        return Ok();
    }
}

// [Good CWE-93] line breaks are taken out of the name
[Route("contact2")]
public sealed class CleanContactController : Controller
{
    [HttpPost]
    public IActionResult Post([FromForm] string name)
    {
        var message = new MimeMessage();
        message.Headers.Add("X-Sender-Name", name.ReplaceLineEndings(" "));
        using var client = new MailKit.Net.Smtp.SmtpClient();
        client.Send(message);
        return Ok();
    }
}

// [Good CWE-93] the text of the mail is the user's, its header is ours
[Route("contact3")]
public sealed class BodyContactController : Controller
{
    [HttpPost]
    public IActionResult Post([FromForm] string text)
    {
        using var client = new SmtpClient("mail.city.example") { EnableSsl = true };
        using var message = new MailMessage("web@city.example", "office@city.example", "Contact form", text);
        client.Send(message);
        return Ok();
    }
}

// [Bad CWE-134] the pattern of the text comes from the request
[Route("greetings")]
public sealed class GreetingController : Controller
{
    [HttpGet]
    public IActionResult Get(string pattern, string name) => Ok(string.Format(CultureInfo.InvariantCulture, pattern, name, DateTime.UtcNow));
}

// [Good CWE-134] the pattern is ours
[Route("greetings2")]
public sealed class OwnGreetingController : Controller
{
    static readonly Dictionary<string, string> s_patterns = new(StringComparer.Ordinal) { ["en"] = "Hello {0}", ["ja"] = "こんにちは {0}" };

    [HttpGet]
    public IActionResult Get(string language, string name) => s_patterns.TryGetValue(language, out var pattern) ? Ok(string.Format(CultureInfo.InvariantCulture, pattern, name)) : NotFound();
}

// [Bad CWE-134] AppendFormat with the client's pattern
public sealed class Reporter
{
    readonly StringBuilder _report = new();

    public string Line(HttpContext context, decimal amount)
    {
        var format = context.Request.Query["format"].FirstOrDefault() ?? "{0}";
        _report.AppendFormat(format, amount);
        return _report.ToString();
    }
}

// [Good CWE-134] the client chooses among formats
public sealed class ChosenReporter
{
    public string Line(HttpContext context, decimal amount)
    {
        var format = context.Request.Query["format"] == "long" ? "{0:N4}" : "{0:N2}";
        return string.Format(CultureInfo.InvariantCulture, format, amount);
    }
}

// [Bad CWE-113] a raw answer over a socket
public sealed class TinyServer
{
    public async Task AnswerAsync(TcpClient client)
    {
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream);
        var line = await reader.ReadLineAsync() ?? "";
        var language = line.Split(' ')[1];
        var answer = "HTTP/1.1 302 Found\r\nLocation: /home\r\nSet-Cookie: lang=" + Uri.UnescapeDataString(language) + "\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
    }
}

// [Bad CWE-644] the header's value is the client's
[Route("download")]
public sealed class DownloadController : Controller
{
    [HttpGet]
    public IActionResult Get(string name)
    {
        Response.Headers["Content-Disposition"] = "attachment; filename=\"" + name + "\"";
        return File(new byte[8], "application/octet-stream");
    }
}

// [Good CWE-644] the framework writes the header
[Route("download2")]
public sealed class FrameworkDownloadController : Controller
{
    [HttpGet]
    public IActionResult Get(string name) => File(new byte[8], "application/octet-stream", name);
}

// [Bad CWE-93] subject and recipient in a message by constructor
public static class Invitations
{
    public static void Map(WebApplication app) => app.MapPost("/invite", (Invitation invitation) =>
    {
        using var client = new SmtpClient("mail.city.example") { EnableSsl = true };
        var mail = new MailMessage { From = new MailAddress("web@city.example") };
        mail.To.Add(invitation.Friends);
        mail.Subject = "You are invited";
        client.Send(mail);
        return Results.Ok();
    });
}

public sealed record Invitation(string Friends, string Event);

// [Good CWE-93] one address, checked to be one
public static class SingleInvitations
{
    public static void Map(WebApplication app) => app.MapPost("/invite", (Invitation invitation) =>
    {
        if (!MailAddress.TryCreate(invitation.Friends, out var friend))
            return Results.BadRequest();
        using var client = new SmtpClient("mail.city.example") { EnableSsl = true };
        using var mail = new MailMessage(new MailAddress("web@city.example"), friend) { Subject = "You are invited" };
        client.Send(mail);
        return Results.Ok();
    });
}
