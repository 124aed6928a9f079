// Programs that are started, in small samples.
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.CommandInjection.Benchmarks;

// [Bad CWE-78] ping, by the shell of the platform
public class PingController : ControllerBase
{
    [HttpGet("/ping")]
    public async Task<IActionResult> Ping([FromQuery] string host)
    {
        var isWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);
        var info = new ProcessStartInfo
        {
            FileName = isWindows ? "cmd.exe" : "/bin/bash",
            Arguments = isWindows ? $"/c ping -n 1 {host}" : $"-c \"ping -c 1 {host}\"",
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = new Process { StartInfo = info };
        process.Start();
        return Ok(await process.StandardOutput.ReadToEndAsync());
    }
}

// [Good CWE-78] ping, with the address parsed
public class SafePingController : ControllerBase
{
    [HttpGet("/safe-ping")]
    public async Task<IActionResult> Ping([FromQuery] string host)
    {
        if (!System.Net.IPAddress.TryParse(host, out var address))
            return BadRequest();
        var info = new ProcessStartInfo("/bin/ping") { RedirectStandardOutput = true };
        info.ArgumentList.Add("-c");
        info.ArgumentList.Add("1");
        info.ArgumentList.Add(address.ToString());
        using var process = Process.Start(info)!;
        return Ok(await process.StandardOutput.ReadToEndAsync());
    }
}

// [Good CWE-78] a name of letters and digits, by a generated pattern
public partial class NameController : ControllerBase
{
    [GeneratedRegex("^[A-Za-z0-9]{1,32}$")]
    private static partial Regex Name();

    private static partial Regex Name() => new("^[A-Za-z0-9]{1,32}$");

    [HttpPost("/user-add")]
    public IActionResult Add([FromForm] string name)
    {
        if (!Name().IsMatch(name))
            return BadRequest();
        Process.Start("/usr/sbin/useradd", name);
        return Ok();
    }
}

// [Bad CWE-78] a pattern that looks at a part only
public partial class LooseNameController : ControllerBase
{
    static readonly Regex s_name = new("[A-Za-z0-9]{1,32}");

    [HttpPost("/loose-user-add")]
    public IActionResult Add([FromForm] string name)
    {
        if (!s_name.IsMatch(name))
            return BadRequest();
        Process.Start("/bin/sh", "-c \"/usr/sbin/useradd " + name + "\"");
        return Ok();
    }
}

// [Bad CWE-78] a wrapper of a library
public sealed class Shell
{
    readonly List<string> _words = [];

    public Shell With(string word)
    {
        _words.Add(word);
        return this;
    }

    public string Run()
    {
        using var process = Process.Start(new ProcessStartInfo("bash", "-c '" + string.Join(" && ", _words) + "'") { RedirectStandardOutput = true })!;
        return process.StandardOutput.ReadToEnd();
    }
}

// [same case]
public class ShellController : ControllerBase
{
    [HttpPost("/convert")]
    public IActionResult Convert(string file) => Content(new Shell().With("cd /data").With("convert " + file + " out.png").Run());
}

// [Good CWE-78] the program is chosen from a table
public class ToolController : ControllerBase
{
    static readonly Dictionary<string, string> s_tools = new(StringComparer.OrdinalIgnoreCase) { ["disk"] = "/bin/df", ["time"] = "/bin/date" };

    [HttpGet("/tool")]
    public IActionResult Run(string tool)
    {
        if (!s_tools.TryGetValue(tool, out var program))
            return NotFound();
        using var process = Process.Start(new ProcessStartInfo(program) { RedirectStandardOutput = true })!;
        return Ok(process.StandardOutput.ReadToEnd());
    }
}

// [Bad CWE-78] the program is chosen by the client
public class AnyToolController : ControllerBase
{
    [HttpGet("/any-tool")]
    public IActionResult Run(string tool)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.Combine("/opt/tools", tool)) { RedirectStandardOutput = true })!;
        return Ok(process.StandardOutput.ReadToEnd());
    }
}

// [Bad CWE-88] options of git
public class CloneController : ControllerBase
{
    [HttpPost("/clone")]
    public async Task<IActionResult> Clone([FromBody] CloneRequest request)
    {
        var start = new ProcessStartInfo { FileName = "git", WorkingDirectory = "/srv/repositories" };
        start.Arguments = string.Format("clone --branch {0} {1}", request.Branch, request.Address);
        await Process.Start(start)!.WaitForExitAsync();
        return Accepted();
    }

    public sealed record CloneRequest(string Address, string Branch);
}

// [Good CWE-88] nothing of the client but a number
public class NumberController : ControllerBase
{
    [HttpPost("/kill")]
    public IActionResult Kill([FromBody] JobRequest request)
    {
        var arguments = $"-TERM {request.Job}";
        Process.Start("/bin/kill", arguments);
        return Ok();
    }

    public sealed record JobRequest(int Job);
}

// [Bad CWE-78] an environment that the shell expands
public class ScriptController : ControllerBase
{
    [HttpPost("/script")]
    public async Task<IActionResult> Run()
    {
        using var reader = new StreamReader(Request.Body);
        var body = await reader.ReadToEndAsync();
        var info = new ProcessStartInfo("powershell.exe", "-NoProfile -Command -") { RedirectStandardInput = true };
        using var process = Process.Start(info)!;
        await process.StandardInput.WriteLineAsync("Get-Item " + body);
        process.StandardInput.Close();
        return Ok();
    }
}
