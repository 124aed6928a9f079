// Less common doors to processes.
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;

namespace Corpus.CommandInjection.Docks;

[Route("docks")]
public class DockProcesses : Controller
{
    // [Bad CWE-78] the argument list of a shell
    [HttpPost("a")]
    public IActionResult List(string name)
    {
        var info = new ProcessStartInfo("bash");
        info.ArgumentList.Add("-c");
        info.ArgumentList.Add($"tar czf /tmp/{name}.tgz /srv/docks");
        Process.Start(info);
        return Ok();
    }

    // [Good CWE-78] the argument list of a program
    [HttpPost("b")]
    public IActionResult Program(int width)
    {
        var info = new ProcessStartInfo("resize");
        info.ArgumentList.Add("--width");
        info.ArgumentList.Add(width.ToString());
        Process.Start(info);
        return Ok();
    }

    // [Bad CWE-78] the program's name
    [HttpPost("c")]
    public IActionResult FileName(string tool)
    {
        using var process = new Process { StartInfo = { FileName = Path.Combine("/opt/tools", tool), UseShellExecute = false } };
        process.Start();
        return Ok();
    }

    // [Bad CWE-78] commands are written to a shell's input
    [HttpPost("d")]
    public async Task<IActionResult> Input(string command)
    {
        using var process = Process.Start(new ProcessStartInfo("sh") { RedirectStandardInput = true })!;
        await process.StandardInput.WriteLineAsync("cd /srv/docks");
        await process.StandardInput.WriteLineAsync(command);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return Ok(process.ExitCode);
    }

    // [Bad CWE-78] a script is written and run
    [HttpPost("e")]
    public IActionResult Script(string target)
    {
        var path = Path.GetTempFileName();
        System.IO.File.WriteAllText(path, "#!/bin/sh\nrsync -a /srv/docks " + target + "\n");
        Process.Start("sh", path);
        return Ok();
    }

    // [Bad CWE-78] shell execute of an address
    [HttpPost("f")]
    public IActionResult Open(string document)
    {
        Process.Start(new ProcessStartInfo { FileName = document, UseShellExecute = true });
        return Ok();
    }

    // [Good CWE-78] a dictionary of commands
    [HttpPost("g")]
    public IActionResult Known(string action)
    {
        var commands = new Dictionary<string, string> { ["up"] = "docker compose up -d", ["down"] = "docker compose down" };
        if (!commands.TryGetValue(action, out var command))
            return NotFound();
        Process.Start("sh", $"-c \"{command}\"");
        return Ok();
    }

    enum Signal { Term, Kill }

    // [Good CWE-78] an enum and a number
    [HttpPost("h")]
    public IActionResult Kill(string signal, string pid)
    {
        if (!Enum.TryParse<Signal>(signal, ignoreCase: true, out var parsed) || !uint.TryParse(pid, out var id))
            return BadRequest();
        Process.Start("sh", $"-c \"kill -{parsed} {id}\"");
        return Ok();
    }

    // [Bad CWE-78] quotes around the value and nothing else
    [HttpPost("i")]
    public IActionResult Quoted(string name)
    {
        var quoted = "'" + name + "'";
        Process.Start("sh", "-c \"ls " + quoted + "\"");
        return Ok();
    }
}

// [Bad CWE-78] a hub's method
public class DockHub : Hub
{
    public async Task Restart(string service)
    {
        using var process = Process.Start("systemctl", "restart " + service);
        await process.WaitForExitAsync();
        await Clients.Caller.SendAsync("restarted");
    }
}

// [Bad CWE-78] a line of a socket
public class DockListener
{
    public async Task ServeAsync(TcpClient client)
    {
        await using var stream = client.GetStream();
        var buffer = new byte[512];
        var count = await stream.ReadAsync(buffer);
        var line = Encoding.ASCII.GetString(buffer, 0, count);
        Process.Start("/bin/sh", "-c \"" + line + "\"");
    }
}

// [Good CWE-78] a line of a socket chooses a program
public class CalmListener
{
    public async Task ServeAsync(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream());
        var line = await reader.ReadLineAsync();
        var program = line switch { "status" => "/usr/bin/uptime", "disk" => "/usr/bin/df", _ => null };
        if (program is not null)
            Process.Start(program);
    }
}
