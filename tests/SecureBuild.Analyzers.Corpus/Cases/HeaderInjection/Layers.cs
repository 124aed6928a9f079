using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Layers;

// [Bad CWE-93] SMTP commands by a stream writer
[ApiController]
public class NotifyController : ControllerBase
{
    [HttpPost("notify")]
    public async Task<IActionResult> Notify([FromForm] string to, [FromForm] string subject)
    {
        using var client = new TcpClient("mail.example.com", 25);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("MAIL FROM:<noreply@example.com>");
        await writer.WriteLineAsync($"RCPT TO:<{to}>");
        await writer.WriteLineAsync("DATA");
        await writer.WriteLineAsync("Subject: " + subject);
        return Accepted();
    }
}

// [Good CWE-93] SMTP commands with an address that is parsed
[ApiController]
public class SafeNotifyController : ControllerBase
{
    [HttpPost("notify")]
    public async Task<IActionResult> Notify([FromForm] string to)
    {
        if (to.Contains('\r') || to.Contains('\n'))
            return BadRequest();
        using var client = new TcpClient("mail.example.com", 25);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync($"RCPT TO:<{to}>");
        return Accepted();
    }
}

// [Bad CWE-113] a request by hand on a network stream
[ApiController]
public class LegacyController : ControllerBase
{
    [HttpGet("legacy")]
    public IActionResult Call(string token)
    {
        using var client = new TcpClient("legacy.example.com", 80);
        using var stream = client.GetStream();
        var head = "GET /status HTTP/1.1\r\nHost: legacy.example.com\r\nX-Token: " + token + "\r\n\r\n";
        stream.Write(Encoding.ASCII.GetBytes(head));
        return Ok();
    }
}

// [Good CWE-113] the value is escaped first
[ApiController]
public class SafeLegacyController : ControllerBase
{
    [HttpGet("legacy")]
    public IActionResult Call(string token)
    {
        using var client = new TcpClient("legacy.example.com", 80);
        using var stream = client.GetStream();
        var head = "GET /status HTTP/1.1\r\nHost: legacy.example.com\r\nX-Token: " + Uri.EscapeDataString(token) + "\r\n\r\n";
        stream.Write(Encoding.ASCII.GetBytes(head));
        return Ok();
    }
}

// [Bad CWE-113] a header of the listener
public sealed class Listener
{
    public void Answer(HttpListenerContext context)
    {
        var language = context.Request.QueryString["lang"];
        context.Response.Headers.Add("Content-Language", language);
        context.Response.Close();
    }
}

// [Bad CWE-113] a response header from a query value
[ApiController]
public class DownloadController : ControllerBase
{
    [HttpGet("download")]
    public IActionResult Get(string name)
    {
        Response.Headers["Content-Disposition"] = "attachment; filename=" + name;
        return File(Array.Empty<byte>(), "application/octet-stream");
    }
}

// [Good CWE-113] the header's own type encodes the name
[ApiController]
public class SafeDownloadController : ControllerBase
{
    [HttpGet("download")]
    public IActionResult Get(string name)
    {
        var header = new Microsoft.Net.Http.Headers.ContentDispositionHeaderValue("attachment");
        header.SetHttpFileName(name);
        Response.Headers.ContentDisposition = header.ToString();
        return File(Array.Empty<byte>(), "application/octet-stream");
    }
}

// [Bad CWE-93] another recipient by the client's text
[ApiController]
public class InviteController(SmtpClient smtp) : ControllerBase
{
    [HttpPost("invite")]
    public IActionResult Invite([FromForm] string mail, [FromForm] string name)
    {
        var message = new MailMessage("noreply@example.com", mail) { Body = "Welcome" };
        message.Headers.Add("X-Invited-By", name);
        smtp.Send(message);
        return Ok();
    }
}

// [Good CWE-93] only the body is the client's
[ApiController]
public class ContactController(SmtpClient smtp) : ControllerBase
{
    [HttpPost("contact")]
    public IActionResult Contact([FromForm] string text)
    {
        smtp.Send(new MailMessage("noreply@example.com", "office@example.com", "Contact form", text));
        return Ok();
    }
}

// [Bad CWE-134] the template is the client's
[ApiController]
public class LabelController : ControllerBase
{
    [HttpGet("label")]
    public string Label(string template, int id) => string.Format(template, id, DateTime.UtcNow);
}

// [Good CWE-134] the client's text is an argument
[ApiController]
public class SafeLabelController : ControllerBase
{
    [HttpGet("label")]
    public string Label(string text, int id) => string.Format("{0}: {1}", id, text);
}
