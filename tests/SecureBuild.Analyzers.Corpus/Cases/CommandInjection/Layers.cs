using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;

namespace Layers;

public record ConvertRequest(string Source, string Format);

public interface IShell
{
    Task<string> RunAsync(string command);
}

// [Bad CWE-78] a wrapper gives the text to the shell
public sealed class BashShell : IShell
{
    public async Task<string> RunAsync(string command)
    {
        var escaped = command.Replace("\"", "\\\"");
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo
            {
                FileName = "/bin/bash",
                Arguments = $"-c \"{escaped}\"",
                RedirectStandardOutput = true,
                UseShellExecute = false,
            },
        };
        process.Start();
        return await process.StandardOutput.ReadToEndAsync();
    }
}

// [same case]
[ApiController]
public sealed class PingController(IShell shell) : ControllerBase
{
    [HttpGet("ping")]
    public async Task<IActionResult> Ping([FromQuery] string host) => Ok(await shell.RunAsync("ping -c 1 " + host));
}

// [Good CWE-78] each argument of its own, no shell
[ApiController]
public sealed class SafePingController : ControllerBase
{
    [HttpGet("ping")]
    public IActionResult Ping([FromQuery] string host)
    {
        if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
            return BadRequest();
        var info = new ProcessStartInfo("/bin/ping") { UseShellExecute = false };
        info.ArgumentList.Add("-c");
        info.ArgumentList.Add("1");
        info.ArgumentList.Add(host);
        using var process = Process.Start(info);
        return Ok();
    }
}

// [Bad CWE-78] the record's members are words of a command line
public static class ConvertEndpoint
{
    public static void Map(WebApplication app) => app.MapPost("/convert", async ([FromBody] ConvertRequest request) =>
    {
        var arguments = string.Format("{0} -o out.{1}", request.Source, request.Format);
        var process = Process.Start("ffmpeg", arguments);
        await process.WaitForExitAsync();
        return TypedResults.Ok();
    });
}

// [Good CWE-78] only an enum and a number become words of a command line
public static class ThumbnailEndpoint
{
    public enum ImageFormat { Png, Jpeg }

    public static void Map(WebApplication app) => app.MapPost("/thumbnail/{id:int}", async (int id, ImageFormat format) =>
    {
        var process = Process.Start("convert", $"in/{id}.tiff out/{id}.{format.ToString().ToLowerInvariant()}");
        await process.WaitForExitAsync();
        return TypedResults.Ok();
    });
}

// [Bad CWE-78] cmd.exe through a hub
public sealed class AdminHub : Hub
{
    public void Restart(string service)
    {
        var info = new ProcessStartInfo();
        info.FileName = "cmd.exe";
        info.Arguments = "/c net stop " + service + " && net start " + service;
        Process.Start(info);
    }
}

// [Good CWE-78] one of three names
public sealed class SafeAdminHub : Hub
{
    static readonly HashSet<string> s_services = ["mail", "print", "index"];

    public void Restart(string service)
    {
        if (!s_services.Contains(service))
            throw new HubException("unknown service");
        Process.Start("cmd.exe", "/c net stop " + service + " && net start " + service);
    }
}

// [Bad CWE-78] the client names the program
public class ToolController : Controller
{
    [HttpPost]
    public IActionResult Run(string tool, string[] args)
    {
        Process.Start(tool, args);
        return Ok();
    }
}

// [Good CWE-78] a switch names the program
public class SafeToolController : Controller
{
    [HttpPost]
    public IActionResult Run(string tool)
    {
        var program = tool switch
        {
            "backup" => "/opt/app/backup",
            "clean" => "/opt/app/clean",
            _ => throw new ArgumentException("unknown tool"),
        };
        Process.Start(program);
        return Ok();
    }
}

// [Good CWE-78] an anchored pattern allows letters and digits only
public class BranchController : Controller
{
    [HttpPost]
    public IActionResult Checkout(string branch)
    {
        if (!Regex.IsMatch(branch, "^[A-Za-z0-9_]{1,40}$"))
            return BadRequest();
        Process.Start("/usr/bin/git", "checkout " + branch);
        return Ok();
    }
}

// [Bad CWE-78] the pattern has no end
public class LooseBranchController : Controller
{
    [HttpPost]
    public IActionResult Checkout(string branch)
    {
        if (!Regex.IsMatch(branch, "^[A-Za-z0-9_]+"))
            return BadRequest();
        Process.Start("/bin/sh", "-c \"git checkout " + branch + "\"");
        return Ok();
    }
}

// [Bad CWE-88] an option of the program is the client's
public class CloneController : Controller
{
    [HttpPost]
    public IActionResult Clone(string repository)
    {
        using var process = new Process();
        process.StartInfo.FileName = "git";
        process.StartInfo.Arguments = "clone " + repository;
        process.Start();
        return Ok();
    }
}

// [Bad CWE-78] a background queue's job runs the script that a request named
public sealed class ScriptQueue
{
    readonly Queue<string> _jobs = new();
    public void Add(string job) => _jobs.Enqueue(job);
    public string Next() => _jobs.Dequeue();
}

// [same case]
public sealed class ScriptWorker(ScriptQueue queue) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
            Process.Start("powershell", "-Command " + queue.Next());
        return Task.CompletedTask;
    }
}

// [same case]
public class JobController(ScriptQueue queue) : Controller
{
    [HttpPost]
    public IActionResult Add(string job)
    {
        queue.Add(job);
        return Accepted();
    }
}
