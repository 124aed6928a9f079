using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Tools;

public class DiagnosticsController(IConfiguration configuration) : ControllerBase
{
    static readonly string[] s_hosts = ["db01", "web01", "web02"];

    // [Bad CWE-78] the shell gets the client's text
    [HttpGet("ping")]
    public IActionResult Ping(string host)
    {
        Process.Start("/bin/sh", "-c \"ping -c 1 " + host + "\"");
        return Ok();
    }

    // [Good CWE-78] ArgumentList passes one argument without a shell, and the host is a known one
    [HttpGet("ping2")]
    public IActionResult PingKnown(string host)
    {
        if (!s_hosts.Contains(host))
            return NotFound();
        var start = new ProcessStartInfo("ping") { ArgumentList = { "-c", "1", host } };
        Process.Start(start);
        return Ok();
    }

    // [Bad CWE-78] cmd.exe with an interpolated command line
    [HttpGet("dir")]
    public string Dir(string folder)
    {
        var start = new ProcessStartInfo
        {
            FileName = "cmd.exe",
            Arguments = $"/c dir {folder}",
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        return process.StandardOutput.ReadToEnd();
    }

    // [Good CWE-78] cmd.exe with a constant command line
    [HttpGet("dir2")]
    public string DirOfTemp(string folder)
    {
        var start = new ProcessStartInfo("cmd.exe", "/c dir %TEMP%") { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        return process.StandardOutput.ReadToEnd() + folder.Length;
    }

    // [Bad CWE-78] ArgumentList does not help where the argument is a script for the shell
    [HttpGet("du")]
    public IActionResult DiskUsage(string folder)
    {
        var start = new ProcessStartInfo("bash");
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("du -sh " + folder);
        Process.Start(start);
        return Ok();
    }

    // [Good CWE-78] only a number is added to the script
    [HttpGet("du2")]
    public IActionResult DiskUsageQuoted(int user)
    {
        var start = new ProcessStartInfo("bash");
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("du -sh /home/user" + user);
        Process.Start(start);
        return Ok();
    }

    // [Bad CWE-78] the program itself is chosen by the client
    [HttpPost("run")]
    public IActionResult Run([FromForm] string program)
    {
        using var process = new Process();
        process.StartInfo.FileName = program;
        process.Start();
        return Ok();
    }

    // [Good CWE-78] the program is configured
    [HttpPost("run2")]
    public IActionResult RunConfigured([FromForm] string ignored)
    {
        using var process = new Process();
        process.StartInfo.FileName = configuration["Tools:Converter"]!;
        process.Start();
        return Ok(ignored.Length);
    }

    // [Bad CWE-88] the argument line of a program is split at blanks: more options can be added
    [HttpGet("convert")]
    public void Convert(string file) => Process.Start("convert", file + " out.png");

    // [Good CWE-88] the argument line holds only numbers
    [HttpGet("resize")]
    public void Resize(int width, int height) => Process.Start("convert", $"in.png -resize {width}x{height} out.png");

    // [Bad CWE-78] a query value, through a local, into the start info's constructor
    [HttpGet("lookup")]
    public void Lookup()
    {
        var name = Request.Query["name"].ToString();
        var arguments = "-type=A " + name;
        var start = new ProcessStartInfo("nslookup", arguments);
        Process.Start(start);
    }

    // [Good CWE-78] the name is checked to be a plain host name as a whole
    [HttpGet("lookup2")]
    public IActionResult LookupChecked()
    {
        var name = Request.Query["name"].ToString();
        if (!System.Text.RegularExpressions.Regex.IsMatch(name, @"\A[a-z0-9][a-z0-9.]{0,60}\z"))
            return BadRequest();
        Process.Start(new ProcessStartInfo("nslookup", "-type=A " + name));
        return Ok();
    }

    // [Bad CWE-78] the pattern has no end: anything may follow
    [HttpGet("lookup3")]
    public IActionResult LookupHalfChecked()
    {
        var name = Request.Query["name"].ToString();
        if (!System.Text.RegularExpressions.Regex.IsMatch(name, "^[a-z0-9]+"))
            return BadRequest();
        Process.Start("nslookup", "-type=A " + name);
        return Ok();
    }

    // [Bad CWE-78] powershell
    [HttpPost("service")]
    public void Restart([FromBody] string service)
    {
        var start = new ProcessStartInfo { FileName = "powershell", UseShellExecute = true };
        start.Arguments = string.Format("-Command Restart-Service {0}", service);
        Process.Start(start);
    }

    // [Good CWE-78] powershell with one of two constants
    [HttpPost("service2")]
    public void RestartKnown([FromBody] string service)
    {
        var name = service == "queue" ? "Queue" : "Web";
        Process.Start("powershell", "-Command Restart-Service " + name);
    }

    // [Good CWE-78] a process id is a number
    [HttpPost("kill")]
    public void Kill(int pid) => Process.GetProcessById(pid).Kill();

    // [Bad CWE-78] doubled quotes are no protection against $( )
    [HttpGet("grep")]
    public void Grep(string text)
    {
        var quoted = "\"" + text.Replace("\"", "\\\"") + "\"";
        Process.Start("sh", $"-c \"grep {quoted} /var/log/app.log\"");
    }

    // [Good CWE-78] the search runs in this process
    [HttpGet("grep2")]
    public IEnumerable<string> GrepHere(string text) => System.IO.File.ReadLines("/var/log/app.log").Where(line => line.Contains(text));

    // [Bad CWE-78] the client chooses the program in the folder, and by .. outside of it
    [HttpGet("hook")]
    public void Hook(string hook)
    {
        var start = new ProcessStartInfo("/bin/bash", "-c \"$HOOK\"");
        start.FileName = "/opt/hooks/" + hook;
        Process.Start(start);
    }
}
