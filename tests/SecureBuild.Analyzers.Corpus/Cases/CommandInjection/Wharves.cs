// How people take care of commands, in many ways, and how they only think so.
using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.CommandInjection.Wharves;

public static class Shell
{
    public static void Run(string command) => Process.Start("/bin/sh", ["-c", command]);

    public static bool IsSafe(string text) => text.Length < 64 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    public static bool IsShort(string text) => text.Length < 64 && !text.StartsWith('-');
}

[Route("wharves")]
public class WharfCommands : Controller
{
    // [Good CWE-78] asked by an own method
    [HttpPost("a")]
    public IActionResult Asked(string name)
    {
        if (!Shell.IsSafe(name))
            return BadRequest();
        Shell.Run("touch /srv/wharves/" + name);
        return Ok();
    }

    // [Bad CWE-78] asked by an own method that asks for the length
    [HttpPost("b")]
    public IActionResult AskedLittle(string name)
    {
        if (!Shell.IsShort(name))
            return BadRequest();
        Shell.Run("touch /srv/wharves/" + name);
        return Ok();
    }

    // [Good CWE-78] an address that was parsed
    [HttpPost("c")]
    public IActionResult Address(string address)
    {
        if (!IPAddress.TryParse(address, out var parsed))
            return BadRequest();
        Shell.Run($"ping -c 1 {parsed}");
        return Ok();
    }

    // [Bad CWE-78] an address that was parsed, the text is used
    [HttpPost("d")]
    public IActionResult Resolved(string host)
    {
        var addresses = Dns.GetHostAddresses("wharves.example");
        if (addresses.Length == 0)
            return NotFound();
        Shell.Run($"ping -c {addresses.Length} {host}");
        return Ok();
    }

    // [Good CWE-78] a version
    [HttpPost("e")]
    public IActionResult VersionOf(string version)
    {
        var parsed = Version.Parse(version);
        Shell.Run($"git checkout v{parsed}");
        return Ok();
    }

    // [Good CWE-78] one of the names of a folder
    [HttpPost("f")]
    public IActionResult Listed(string script)
    {
        var known = Directory.GetFiles("/opt/scripts").Select(Path.GetFileName).ToList();
        if (!known.Contains(script))
            return NotFound();
        Shell.Run("/opt/scripts/" + script);
        return Ok();
    }

    // [Good CWE-78] Base64 of the value
    [HttpPost("g")]
    public IActionResult Encoded(string text)
    {
        Shell.Run("echo " + Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) + " | base64 -d > /srv/wharves/text");
        return Ok();
    }

    // [Good CWE-78] a duration in seconds
    [HttpPost("h")]
    public IActionResult Seconds(TimeSpan duration)
    {
        Shell.Run($"sleep {(int)duration.TotalSeconds % 10}");
        return Ok();
    }
}
