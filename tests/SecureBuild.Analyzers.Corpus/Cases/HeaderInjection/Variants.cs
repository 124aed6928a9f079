// Headers, cookies, mail and formats, in many styles.
using System.Net.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Corpus.HeaderInjection.Variants;

// [Bad CWE-134] the format from the query
public class FormatController : ControllerBase
{
    [HttpGet("/format")]
    public string Get(string format, decimal price) => string.Format(format, price);
}

// [Good CWE-134] the format is chosen
public class FormatGoodController : ControllerBase
{
    [HttpGet("/format-good")]
    public string Get(string format, decimal price) => string.Format(format == "long" ? "{0:0.0000}" : "{0:0.00}", price);
}

// [Bad CWE-134] from the environment
public class FormatEnvironment
{
    public void Bad()
    {
        string data = Environment.GetEnvironmentVariable("ADD");
        if (data != null)
            Console.Write(string.Format(data, Environment.NewLine));
    }
}

// [Good CWE-134] from the environment, as an argument
public class FormatEnvironmentGood
{
    public void GoodB2G()
    {
        string data = Environment.GetEnvironmentVariable("ADD");
        if (data != null)
            Console.Write(string.Format("{0}{1}", data, Environment.NewLine));
    }
}

// [Bad CWE-113] a header of the answer, name from a form
public class HeaderController : ControllerBase
{
    [HttpPost("/header")]
    public IActionResult Post([FromForm] string name, [FromForm] string value)
    {
        Response.Headers.Append(name, value);
        return Ok();
    }
}

// [Good CWE-113] a header of the answer from a number
public class HeaderGoodController : ControllerBase
{
    [HttpPost("/header-good")]
    public IActionResult Post([FromForm] int page)
    {
        Response.Headers["X-Page"] = page.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Ok();
    }
}

// [Bad CWE-113] Content-Disposition put together
public class DispositionController : ControllerBase
{
    [HttpGet("/disposition")]
    public IActionResult Get(string file)
    {
        Response.Headers[HeaderNames.ContentDisposition] = "attachment; filename=" + file;
        return File(new byte[] { 1, 2 }, "application/octet-stream");
    }
}

// [Good CWE-113] Content-Disposition by its type
public class DispositionGoodController : ControllerBase
{
    [HttpGet("/disposition-good")]
    public IActionResult Get(string file)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(file);
        Response.Headers.ContentDisposition = disposition.ToString();
        return File(new byte[] { 1, 2 }, "application/octet-stream");
    }
}

// [Bad CWE-93] the subject of a mail
public class MailController(SmtpClient smtp) : ControllerBase
{
    [HttpPost("/mail")]
    public void Post([FromForm] string subject, [FromForm] string to)
    {
        var message = new MailMessage();
        message.From = new MailAddress("noreply@example.org");
        message.To.Add(to);
        message.Subject = subject;
        message.Headers.Add("X-Campaign", Request.Form["campaign"]);
        smtp.Send(message);
    }
}

// [Good CWE-93] only the body is the client's
public class MailGoodController(SmtpClient smtp) : ControllerBase
{
    [HttpPost("/mail-good")]
    public void Post([FromForm] string text)
    {
        using var message = new MailMessage("noreply@example.org", "support@example.org") { Subject = "Feedback", Body = text };
        smtp.Send(message);
    }
}
