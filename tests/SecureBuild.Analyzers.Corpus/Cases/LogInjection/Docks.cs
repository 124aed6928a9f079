// Less common doors to logs.
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Serilog;

namespace Corpus.LogInjection.Docks;

[Route("docks")]
public partial class DockLogs(ILogger<DockLogs> logger) : Controller
{
    // [Bad CWE-117] Trace
    [HttpGet("a")]
    public IActionResult TraceLine(string name)
    {
        Trace.WriteLine("Dock " + name);
        return Ok();
    }

    // [Bad CWE-117] a trace source
    [HttpGet("b")]
    public IActionResult Source(string name)
    {
        var source = new TraceSource("docks");
        source.TraceEvent(TraceEventType.Warning, 1, "Refused " + name);
        return Ok();
    }

    // [Bad CWE-117] Serilog's static logger
    [HttpGet("c")]
    public IActionResult Serilog(string name)
    {
        Log.Warning("Refused " + name + " at " + DateTime.UtcNow);
        return Ok();
    }

    // [Bad CWE-117] a line appended to a file
    [HttpGet("d")]
    public IActionResult Append(string name)
    {
        System.IO.File.AppendAllText("/var/log/docks.log", $"{DateTime.UtcNow:O} {name}{Environment.NewLine}");
        return Ok();
    }

    // [Good CWE-117] a line of JSON appended to a file
    [HttpGet("e")]
    public IActionResult JsonLine(string name)
    {
        System.IO.File.AppendAllText("/var/log/docks.jsonl", JsonSerializer.Serialize(new { Time = DateTime.UtcNow, Name = name }) + "\n");
        return Ok();
    }

    // [Bad CWE-117] a scope's text
    [HttpGet("f")]
    public IActionResult Path1()
    {
        logger.LogError("No route for " + Request.Headers.UserAgent);
        return NotFound();
    }

    // [Good CWE-117] control characters are replaced by a pattern
    [HttpGet("g")]
    public IActionResult Pattern(string name)
    {
        logger.LogInformation("Dock " + Regex.Replace(name, @"[\r\n\t]", "_"));
        return Ok();
    }

    // [Good CWE-117] Base64
    [HttpGet("h")]
    public IActionResult Encoded(string name)
    {
        logger.LogInformation("Dock " + Convert.ToBase64String(Encoding.UTF8.GetBytes(name)));
        return Ok();
    }

    // [Good CWE-117] a number
    [HttpGet("i")]
    public IActionResult Number(string name)
    {
        logger.LogInformation("Dock of " + name.Length + " characters, hash " + name.GetHashCode());
        return Ok();
    }

    // [Good CWE-117] escaped as a part of an address
    [HttpGet("j")]
    public IActionResult Escaped(string name)
    {
        logger.LogInformation("Dock " + Uri.EscapeDataString(name));
        return Ok();
    }

    // [Bad CWE-117] lines are joined, not taken apart
    [HttpPost("k")]
    public IActionResult Lines([FromBody] List<string> names)
    {
        var text = new StringBuilder("Docks:");
        names.ForEach(name => text.Append(' ').Append(name));
        logger.LogInformation(text.ToString());
        return Ok();
    }
}
