using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;

public sealed record Labels(string Greeting, string Farewell);

[ApiController]
[Route("labels")]
public sealed class LabelsController : ControllerBase
{
    // [Bad CWE-134] the client's template is the format
    [HttpGet("greet")]
    public IActionResult Greet(string template, string name) => Ok(string.Format(CultureInfo.InvariantCulture, template, name, DateTime.UtcNow));

    // [Good CWE-134] the client's name is an argument
    [HttpGet("greet2")]
    public IActionResult GreetFixed(string name) => Ok(string.Format(CultureInfo.InvariantCulture, "Hello {0}, it is {1:t}", name, DateTime.UtcNow));

    // [Bad CWE-134] a composite format parsed from the body
    [HttpPost("composite")]
    public IActionResult Composite([FromBody] Labels labels)
    {
        var format = CompositeFormat.Parse(labels.Greeting);
        return Ok(string.Format(CultureInfo.InvariantCulture, format, 42));
    }

    // [Good CWE-134] the other property of the body is the argument
    [HttpPost("composite2")]
    public IActionResult CompositeFixed([FromBody] Labels labels)
    {
        var format = CompositeFormat.Parse("{0}, world");
        return Ok(string.Format(CultureInfo.InvariantCulture, format, labels.Greeting));
    }

    // [Bad CWE-134] AppendFormat with a format from a header
    [HttpGet("rows")]
    public IActionResult Rows()
    {
        string format = Request.Headers["X-Row-Format"]!;
        var text = new StringBuilder();
        for (var row = 0; row < 10; row++)
            text.AppendFormat(format, row, row * row).AppendLine();
        return Ok(text.ToString());
    }

    // [Good CWE-134] AppendFormat, the header chooses the format
    [HttpGet("rows2")]
    public IActionResult RowsChosen()
    {
        var format = Request.Headers["X-Row-Format"] == "wide" ? "{0,10} {1,10}" : "{0} {1}";
        var text = new StringBuilder();
        for (var row = 0; row < 10; row++)
            text.AppendFormat(format, row, row * row).AppendLine();
        return Ok(text.ToString());
    }

    // [Bad CWE-134] an extension method formats with the form's text
    [HttpPost("say")]
    public IActionResult Say([FromForm] string pattern) => Ok(pattern.With(User.Identity?.Name, 3));
}

// [same case]
public static class FormatExtensions
{
    public static string With(this string format, params object?[] values) => string.Format(format, values);
}
