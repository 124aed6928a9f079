using System.Net.Mail;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using MimeKit;

namespace Mailer.App;

public class MailController : ControllerBase
{
    // [Bad CWE-93] the subject of a raw message
    [HttpPost]
    public async Task<IActionResult> Raw(string to, string subject)
    {
        using var tcp = new System.Net.Sockets.TcpClient("mail.example.com", 25);
        using var writer = new StreamWriter(tcp.GetStream());
        await writer.WriteAsync("RCPT TO:<" + to + ">\r\nSubject: " + subject + "\r\n");
        return Ok();
    }

    // [Good CWE-93] MailMessage refuses line breaks in addresses
    [HttpPost]
    public IActionResult Message(string body)
    {
        var message = new MailMessage("a@example.com", "b@example.com") { Subject = "Hello", Body = body };
        new SmtpClient("mail.example.com").Send(message);
        return Ok();
    }

    // [Bad CWE-134] the format is the client's
    [HttpGet]
    public string Format(string format, int a) => string.Format(format, a, DateTime.Now);

    // [Good CWE-134] the client's text is an argument
    [HttpGet]
    public string Argument(string text) => string.Format("<{0}>", text);

    // [Bad CWE-134] a builder's format
    [HttpGet]
    public string Builder(string text) => new StringBuilder().AppendFormat("a" + text, 1).ToString();

    // [Bad CWE-134] a pattern of a date by the client is none, a composite format is
    [HttpGet]
    public void Console1(string text) => Console.WriteLine(text, 1, 2);

    // [Good CWE-134] only written
    [HttpGet]
    public void Console2(string text) => Console.WriteLine(text);

    // [Good CWE-134] braces doubled
    [HttpGet]
    public string Doubled(string text) => string.Format(text.Replace("{", "{{").Replace("}", "}}") + "{0}", 1);
}
