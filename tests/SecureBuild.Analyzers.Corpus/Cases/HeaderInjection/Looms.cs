// Cases made from a template: one source, one chain of propagators, one format or line of a mail.
using System.Net.Sockets;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.HeaderInjection.Looms;

// [Bad CWE-134] T801: the format comes from the query string
[Route("looms/format/801")]
public class LoomFormat801 : Controller
{
    [HttpGet]
    public IActionResult Run([FromQuery] string param)
    {
        string[] parts = { "Total: ", param };
        string bar = string.Join("", parts);
        string text = string.Format(bar, 17.5m, Environment.MachineName);
        return Content(text);
    }
}

// [Good CWE-134] T802: the value is an argument of a constant format
[Route("looms/format/802")]
public class LoomFormat802 : Controller
{
    [HttpGet]
    public IActionResult Run([FromQuery] string param)
    {
        string[] parts = { "Total: ", param };
        string bar = string.Join("", parts);
        string text = string.Format("{0} {1:0.00}", bar, 17.5m);
        return Content(text);
    }
}

// [Bad CWE-93] T803: the address is a line of the SMTP conversation
[Route("looms/mail/803")]
public class LoomMail803 : Controller
{
    [HttpPost]
    public async Task<IActionResult> Run([FromForm] string param)
    {
        string bar = param.Trim();
        using TcpClient client = new TcpClient("localhost", 25);
        await using StreamWriter writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n" };
        await writer.WriteLineAsync("MAIL FROM:<robot@looms.example>");
        await writer.WriteLineAsync("RCPT TO:<" + bar + ">");
        await writer.WriteLineAsync("DATA");
        return Accepted();
    }
}

// [Good CWE-93] T804: the address is refused if it has a control character
[Route("looms/mail/804")]
public class LoomMail804 : Controller
{
    [HttpPost]
    public async Task<IActionResult> Run([FromForm] string param)
    {
        string bar = param.Trim();
        if (bar.Any(char.IsControl))
            return BadRequest();
        using TcpClient client = new TcpClient("localhost", 25);
        await using StreamWriter writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n" };
        await writer.WriteLineAsync("MAIL FROM:<robot@looms.example>");
        await writer.WriteLineAsync("RCPT TO:<" + bar + ">");
        await writer.WriteLineAsync("DATA");
        return Accepted();
    }
}
