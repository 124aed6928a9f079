using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Tools;

public interface IShell { string Run(string line); }
public sealed class Bash : IShell
{
    public string Run(string line)
    {
        var info = new ProcessStartInfo { FileName = "/bin/bash", RedirectStandardOutput = true };
        info.ArgumentList.Add("-c");
        info.ArgumentList.Add(line);
        using var process = Process.Start(info)!;
        return process.StandardOutput.ReadToEnd();
    }
}

// [Bad CWE-78] an injected shell runs a line with a host name of the client
public class PingController(IShell shell) : ControllerBase
{
    [HttpGet] public string Ping(string host) => shell.Run($"ping -c 1 {host}");
}

// [Good CWE-78] the host must be an address
public class PingAddressController(IShell shell) : ControllerBase
{
    [HttpGet]
    public string Ping(string host) => System.Net.IPAddress.TryParse(host, out var address) ? shell.Run($"ping -c 1 {address}") : "no";
}

public class Convert : Controller
{
    // [Bad CWE-78] the program itself is the client's
    [HttpPost] public IActionResult Tool(string tool) { Process.Start(tool); return Ok(); }

    // [Bad CWE-78] quotes around the value do not hold it
    [HttpPost]
    public IActionResult Quoted(string file)
    {
        Process.Start("convert", "\"" + file + "\" out.png");
        return Ok();
    }

    // [Good CWE-78] allowed names only
    [HttpPost]
    public IActionResult Allowed(string tool)
    {
        string[] tools = ["gzip", "bzip2"];
        if (!tools.Contains(tool)) return BadRequest();
        Process.Start("/usr/bin/" + tool, "-k data.bin");
        return Ok();
    }

    // [Bad CWE-78] semicolons are removed, other separators are not
    [HttpPost]
    public IActionResult Half(string file)
    {
        file = file.Replace(";", "");
        Process.Start(new ProcessStartInfo("/bin/sh", "-c \"wc " + file + "\""));
        return Ok();
    }

    // [Good CWE-78] only letters and digits are left
    [HttpPost]
    public IActionResult Letters(string file)
    {
        var name = new string(file.Where(char.IsLetterOrDigit).ToArray());
        Process.Start("/bin/sh", "-c \"wc data/" + name + ".txt\"");
        return Ok();
    }

    // [Bad CWE-78] a task in the background runs it
    [HttpPost]
    public IActionResult Later(string file)
    {
        _ = Task.Run(() => Process.Start("cmd", "/c del " + file));
        ThreadPool.QueueUserWorkItem(_ => Console.WriteLine());
        return Accepted();
    }

    // [Good CWE-78] an id of the path is a Guid
    [HttpPost("{id:guid}")]
    public IActionResult ById(Guid id)
    {
        Process.Start("/bin/sh", $"-c \"rm -f /var/spool/{id}\"");
        return NoContent();
    }

    // [Bad CWE-78] working folder and environment are harmless, the argument string is not
    [HttpPost]
    public IActionResult Info([FromForm] string a, [FromForm] string b)
    {
        var info = new ProcessStartInfo();
        info.FileName = "git";
        info.WorkingDirectory = "/srv";
        info.Arguments = string.Join(' ', "log", "--author", a, b);
        var p = new Process { StartInfo = info };
        p.Start();
        return Ok();
    }

    // [Good CWE-78] a constant chosen by the client's number
    [HttpPost]
    public IActionResult Chosen(int which)
    {
        string[] commands = { "uptime", "df -h", "free -m" };
        if (which < 0 || which >= commands.Length) return NotFound();
        Process.Start("/bin/sh", "-c \"" + commands[which] + "\"");
        return Ok();
    }
}
