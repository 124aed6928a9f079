// Headers of answers and of mail, formats.
using System.Net.Mail;
using Microsoft.AspNetCore.Mvc;
using MimeKit;

namespace Corpus.HeaderInjection.Benchmarks;

// [Bad CWE-93] the subject by the client, headers by hand
public class ContactController : ControllerBase
{
    [HttpPost("/contact")]
    public IActionResult Send(string mail, string subject, string text)
    {
        var message = new MailMessage("web@example.org", "info@example.org");
        message.Headers.Add("X-Sender", mail);
        message.Body = text;
        using var client = new SmtpClient("localhost");
        client.Send(message);
        return Ok();
    }
}

// [Good CWE-93] only the text is the client's
public class SafeContactController : ControllerBase
{
    [HttpPost("/safe-contact")]
    public IActionResult Send(string text)
    {
        var message = new MailMessage("web@example.org", "info@example.org") { Subject = "Contact form", Body = text };
        using var client = new SmtpClient("localhost");
        client.Send(message);
        return Ok();
    }
}

// [Bad CWE-134] the format is the client's
public class FormatController : ControllerBase
{
    [HttpGet("/price")]
    public IActionResult Price(decimal amount, string format) => Ok(string.Format(format, amount));
}

// [Good CWE-134] the format is one of three
public class SafeFormatController : ControllerBase
{
    [HttpGet("/safe-price")]
    public IActionResult Price(decimal amount, string format) => Ok(string.Format(format switch { "short" => "{0:0}", "long" => "{0:0.00}", _ => "{0}" }, amount));
}

// [Bad CWE-113] the file's name in a header by hand
public class DownloadController : ControllerBase
{
    [HttpGet("/download")]
    public IActionResult Download(string name)
    {
        Response.Headers.Append("Content-Disposition", "attachment; filename=" + name);
        return File(Array.Empty<byte>(), "application/pdf");
    }
}

// [Good CWE-113] the file's name by the header's own type
public class SafeDownloadController : ControllerBase
{
    [HttpGet("/safe-download")]
    public IActionResult Download(string name)
    {
        var disposition = new Microsoft.Net.Http.Headers.ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        Response.Headers.Append("Content-Disposition", disposition.ToString());
        return File(Array.Empty<byte>(), "application/pdf");
    }
}

// [Good CWE-113] line breaks are taken out
public class CleanHeaderController : ControllerBase
{
    [HttpGet("/clean-header")]
    public IActionResult Get(string trace)
    {
        Response.Headers["X-Trace"] = trace.Replace("\r", "").Replace("\n", "");
        return Ok();
    }
}

// [Bad CWE-113] middleware repeats what it got
public sealed class CorrelationMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var id = context.Request.Query["correlation"].FirstOrDefault() ?? Guid.NewGuid().ToString();
        context.Response.Headers.Append("X-Correlation-Id", id);
        return next(context);
    }
}

// [Good CWE-113] middleware repeats what it got if it is a GUID
public sealed class SafeCorrelationMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var id = Guid.TryParse(context.Request.Query["correlation"].FirstOrDefault(), out var given) ? given : Guid.NewGuid();
        context.Response.Headers.Append("X-Correlation-Id", id.ToString());
        return next(context);
    }
}
