// How people take care of logs, in many ways, and how they only think so.
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.LogInjection.Wharves;

public static partial class LogTexts
{
    static readonly char[] s_breaks = ['\r', '\n'];

    public static string Line(string text)
    {
        foreach (var character in s_breaks)
            text = text.Replace(character, ' ');
        return text;
    }

    public static string First(string text) => text.Split('\r', '\n')[0];

    public static string Short(string text) => text.Length > 40 ? text[..40] : text;

    public static string Visible(string text) => new(text.Select(letter => char.IsControl(letter) ? '?' : letter).ToArray());
}

[Route("wharves")]
public class WharfLogs(ILogger<WharfLogs> logger) : Controller
{
    // [Good CWE-117] each of two characters is replaced in a loop
    [HttpGet("a")]
    public IActionResult Looped(string name)
    {
        logger.LogInformation("Wharf " + LogTexts.Line(name));
        return Ok();
    }

    // [Good CWE-117] the first line
    [HttpGet("b")]
    public IActionResult FirstLine(string name)
    {
        logger.LogInformation("Wharf " + LogTexts.First(name));
        return Ok();
    }

    // [Bad CWE-117] the first characters
    [HttpGet("c")]
    public IActionResult Cut(string name)
    {
        logger.LogInformation("Wharf " + LogTexts.Short(name));
        return Ok();
    }

    // [Good CWE-117] control characters become question marks
    [HttpGet("d")]
    public IActionResult Shown(string name)
    {
        logger.LogInformation("Wharf " + LogTexts.Visible(name));
        return Ok();
    }

    // [Good CWE-117] as JSON
    [HttpGet("e")]
    public IActionResult Json(string name)
    {
        logger.LogInformation("Wharf " + JsonSerializer.Serialize(name));
        return Ok();
    }

    // [Bad CWE-117] tabs only
    [HttpGet("f")]
    public IActionResult Tabs(string name)
    {
        logger.LogInformation("Wharf " + string.Join(' ', name.Split('\t')));
        return Ok();
    }
}
