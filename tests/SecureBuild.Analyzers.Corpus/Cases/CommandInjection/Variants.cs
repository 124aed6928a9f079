// One flaw in many shapes of control and data flow, in the manner of generated test programs.
using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.CommandInjection.Variants;

// [Bad CWE-78] an environment variable in a command line
public class EnvironmentVariable
{
    public void Bad()
    {
        string data = Environment.GetEnvironmentVariable("ADD");
        string shell = Environment.OSVersion.Platform == PlatformID.Win32NT ? "c:\\WINDOWS\\SYSTEM32\\cmd.exe" : "/bin/ls";
        var process = Process.Start(shell, "/c dir " + data);
        process.WaitForExit();
    }
}

// [Good CWE-78] a constant in the same command line
public class EnvironmentVariableGood
{
    public void GoodG2B()
    {
        string data = Environment.GetEnvironmentVariable("ADD");
        data = "foo";
        var process = Process.Start("/bin/ls", data);
        process.WaitForExit();
    }
}

// [Bad CWE-78] from a socket, through an interface
public class SocketInterface
{
    interface IAction { void Run(string data); }

    sealed class Start : IAction
    {
        public void Run(string data)
        {
            var process = new Process();
            process.StartInfo.FileName = "cmd.exe";
            process.StartInfo.Arguments = "/c dir " + data;
            process.Start();
        }
    }

    public void Bad()
    {
        using var client = new TcpClient("host.example.org", 39544);
        using var stream = client.GetStream();
        byte[] buffer = new byte[256];
        int read = stream.Read(buffer, 0, buffer.Length);
        string data = Encoding.ASCII.GetString(buffer, 0, read);
        IAction action = new Start();
        action.Run(data);
    }
}

// [Bad CWE-78] from a file, joined in a nested struct
public class FileStruct
{
    struct Outer { public Inner Inner; }
    struct Inner { public string Host; public int Count; }

    public void Bad()
    {
        var outer = new Outer { Inner = { Host = File.ReadAllText("/var/spool/jobs/next"), Count = 3 } };
        Send(outer);
    }

    static void Send(Outer outer)
    {
        var info = new ProcessStartInfo { FileName = "/bin/sh", Arguments = $"-c \"ping -c {outer.Inner.Count} {outer.Inner.Host}\"" };
        using var process = Process.Start(info);
    }
}

// [Good CWE-78] only the count, which is a number
public class FileStructGood
{
    struct Outer { public Inner Inner; }
    struct Inner { public string Host; public int Count; }

    public void Good()
    {
        var outer = new Outer { Inner = { Host = File.ReadAllText("/var/spool/jobs/next"), Count = int.Parse(Console.ReadLine()) } };
        var info = new ProcessStartInfo { FileName = "/bin/sh", Arguments = $"-c \"ping -c {outer.Inner.Count} localhost\"" };
        using var process = Process.Start(info);
    }
}

// [Bad CWE-78] a header in the argument list of a shell
public class ShellArgumentList : ControllerBase
{
    [HttpPost("/convert")]
    public IActionResult Bad([FromHeader(Name = "X-Format")] string format)
    {
        var info = new ProcessStartInfo("bash") { RedirectStandardOutput = true, UseShellExecute = false };
        info.ArgumentList.Add("-c");
        info.ArgumentList.Add($"convert in.png out.{format}");
        using var process = Process.Start(info)!;
        return Content(process.StandardOutput.ReadToEnd());
    }
}

// [Good CWE-78] the argument list of the program itself
public class ProgramArgumentList : ControllerBase
{
    [HttpPost("/convert2")]
    public IActionResult Good([FromHeader(Name = "X-Format")] string format)
    {
        if (format is not ("png" or "jpeg" or "webp"))
            return BadRequest();
        var info = new ProcessStartInfo("convert") { RedirectStandardOutput = true, ArgumentList = { "in.png", "out." + format } };
        using var process = Process.Start(info)!;
        return Content(process.StandardOutput.ReadToEnd());
    }
}

// [Bad CWE-78] written to the standard input of a shell
public class ShellInput : ControllerBase
{
    [HttpPost("/shell-input")]
    public void Bad([FromForm] string branch)
    {
        using var shell = Process.Start(new ProcessStartInfo("/bin/bash") { RedirectStandardInput = true, UseShellExecute = false })!;
        shell.StandardInput.WriteLine("git checkout " + branch);
        shell.StandardInput.Close();
    }
}

// [Bad CWE-78] the C library's system()
public class NativeSystem : ControllerBase
{
    [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int system(string command);

    [HttpGet("/native")]
    public int Bad(string host) => system("nslookup " + host);
}

// [Bad CWE-88] an option can be put in front: the value is an argument of its own, split by spaces
public class GitArguments : ControllerBase
{
    [HttpGet("/log")]
    public async Task<string> Bad(string path)
    {
        using var git = new Process { StartInfo = new("git", "log --oneline " + path) { RedirectStandardOutput = true } };
        git.Start();
        return await git.StandardOutput.ReadToEndAsync();
    }
}

// [Good CWE-88] an anchored pattern decides before
public class GitArgumentsGood : ControllerBase
{
    [HttpGet("/log2")]
    public async Task<ActionResult<string>> Good(string path)
    {
        if (!System.Text.RegularExpressions.Regex.IsMatch(path, "^[A-Za-z0-9_][A-Za-z0-9_]{0,63}\\z"))
            return BadRequest();
        using var git = new Process { StartInfo = new("git", "log --oneline " + path) { RedirectStandardOutput = true } };
        git.Start();
        return await git.StandardOutput.ReadToEndAsync();
    }
}

// [Good CWE-78] chosen by number from a table
public class ToolTable : ControllerBase
{
    static readonly Dictionary<string, string> s_tools = new() { ["lint"] = "/opt/tools/lint", ["fmt"] = "/opt/tools/fmt" };

    [HttpGet("/tool/{name}")]
    public IActionResult Good(string name)
    {
        if (!s_tools.TryGetValue(name, out var path))
            return NotFound();
        using var process = Process.Start(path, "--version");
        return Ok();
    }
}

// [Bad CWE-78] the program itself is what the client says
public class ProgramName : ControllerBase
{
    public record Job(string Program, string[] Arguments);

    [HttpPost("/job")]
    public IActionResult Bad([FromBody] Job job)
    {
        var process = Process.Start(job.Program, job.Arguments);
        return Ok(process.Id);
    }
}

// [Good CWE-78] the job's program is looked up, the arguments are ours
public class ProgramNameGood : ControllerBase
{
    public record Job(string Program);

    static readonly HashSet<string> s_allowed = new(StringComparer.Ordinal) { "backup", "report" };

    [HttpPost("/job2")]
    public IActionResult Good([FromBody] Job job)
    {
        if (!s_allowed.Contains(job.Program))
            return BadRequest("unknown program");
        var process = Process.Start("/usr/local/lib/jobs/" + job.Program);
        return Ok(process.Id);
    }
}
