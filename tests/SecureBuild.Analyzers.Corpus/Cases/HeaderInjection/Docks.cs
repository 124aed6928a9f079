// Less common doors to mails and formats.
using System.Globalization;
using System.Net.Mail;
using System.Text;
using MailKit.Net.Smtp;
using Microsoft.AspNetCore.Mvc;
using MimeKit;

namespace Corpus.HeaderInjection.Docks;

[Route("docks")]
public class DockMails : Controller
{
    // [Bad CWE-93] a header of a MIME message
    [HttpPost("a")]
    public IActionResult Mime(string topic)
    {
        var message = new MimeMessage { Subject = "Dock" };
        message.Headers.Add("X-Topic", topic);
        using var client = new MailKit.Net.Smtp.SmtpClient();
        client.Send(message);
        return Ok();
    }

    // [Bad CWE-93] a mail as text for sendmail's pick-up folder
    [HttpPost("b")]
    public IActionResult Pickup(string address, string text)
    {
        var mail = new StringBuilder();
        mail.Append("From: robot@docks.example\r\n");
        mail.Append("To: ").Append(address).Append("\r\n");
        mail.Append("Subject: Docks\r\n\r\n").Append(text);
        System.IO.File.WriteAllText($"/var/spool/pickup/{Guid.NewGuid():N}.eml", mail.ToString());
        return Ok();
    }

    // [Good CWE-93] an address that was parsed
    [HttpPost("c")]
    public IActionResult Parsed(string address)
    {
        if (!MailboxAddress.TryParse(address, out var mailbox))
            return BadRequest();
        var message = new MimeMessage { Subject = "Dock" };
        message.To.Add(mailbox);
        using var client = new MailKit.Net.Smtp.SmtpClient();
        client.Send(message);
        return Ok();
    }

    // [Bad CWE-134] AppendFormat
    [HttpGet("d")]
    public IActionResult Append(string format)
    {
        var text = new StringBuilder();
        text.AppendFormat(CultureInfo.InvariantCulture, format, DateTime.UtcNow, Environment.UserName);
        return Content(text.ToString());
    }

    // [Bad CWE-134] a writer's format
    [HttpGet("e")]
    public IActionResult Write(string format)
    {
        using var writer = new StringWriter();
        writer.Write(format, Environment.MachineName);
        return Content(writer.ToString());
    }

    // [Good CWE-134] one of two formats
    [HttpGet("f")]
    public IActionResult Chosen(string style)
    {
        var format = style == "short" ? "{0:d}" : "{0:F}";
        return Content(string.Format(CultureInfo.InvariantCulture, format, DateTime.UtcNow));
    }

    // [Good CWE-134] braces are doubled
    [HttpGet("g")]
    public IActionResult Doubled(string title)
    {
        var format = title.Replace("{", "{{").Replace("}", "}}") + ": {0:F}";
        return Content(string.Format(CultureInfo.InvariantCulture, format, DateTime.UtcNow));
    }
}
