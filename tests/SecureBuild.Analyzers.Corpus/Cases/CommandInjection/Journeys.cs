using System.Collections.ObjectModel;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;

// [Bad CWE-78] the upload's file name in a shell's command line, through an interface and a record
public interface IConverter { Task<int> ConvertAsync(ConversionRequest request, CancellationToken token); }

// [same case]
public sealed record ConversionRequest(string Source, string Format, int Quality = 80);

// [same case]
public sealed class ShellConverter : IConverter
{
    public async Task<int> ConvertAsync(ConversionRequest request, CancellationToken token)
    {
        using var process = new Process();
        process.StartInfo.FileName = "/bin/sh";
        process.StartInfo.Arguments = "-c \"convert '" + request.Source + "' -quality " + request.Quality + " out." + request.Format + "\"";
        process.StartInfo.UseShellExecute = false;
        process.Start();
        await process.WaitForExitAsync(token);
        return process.ExitCode;
    }
}

// [same case]
[ApiController]
[Route("convert")]
public sealed class ConvertController(IConverter converter) : ControllerBase
{
    [HttpPost]
    public async Task<IActionResult> Post(IFormFile file, CancellationToken token) =>
        Ok(await converter.ConvertAsync(new ConversionRequest(file.FileName, "png"), token));
}

// [Good CWE-78] the same with a name of our own
public interface IThumbnailer { Task<int> MakeAsync(ThumbnailRequest request, CancellationToken token); }

// [same case]
public sealed record ThumbnailRequest(string Source, string Format, int Quality = 80);

// [same case]
public sealed class ShellThumbnailer : IThumbnailer
{
    public async Task<int> MakeAsync(ThumbnailRequest request, CancellationToken token)
    {
        using var process = new Process();
        process.StartInfo.FileName = "/bin/sh";
        process.StartInfo.Arguments = "-c \"convert '" + request.Source + "' -quality " + request.Quality + " out." + request.Format + "\"";
        process.StartInfo.UseShellExecute = false;
        process.Start();
        await process.WaitForExitAsync(token);
        return process.ExitCode;
    }
}

// [same case]
[ApiController]
[Route("thumbnails")]
public sealed class ThumbnailController(IThumbnailer thumbnailer) : ControllerBase
{
    [HttpPost]
    public async Task<IActionResult> Post(IFormFile file, CancellationToken token)
    {
        var name = Path.GetRandomFileName();
        await using (var target = System.IO.File.Create(Path.Combine(Path.GetTempPath(), name)))
            await file.CopyToAsync(target, token);
        return Ok(await thumbnailer.MakeAsync(new ThumbnailRequest(name, "png"), token));
    }
}

[ApiController]
[Route("tools")]
public sealed class ToolsController : ControllerBase
{
    // [Bad CWE-78] the shell's script is an element of a collection expression
    [HttpGet("ping")]
    public IActionResult Ping(string host)
    {
        var info = new ProcessStartInfo("bash", ["-c", $"ping -c 1 {host}"]) { RedirectStandardOutput = true };
        using var process = Process.Start(info);
        return Ok(process?.StandardOutput.ReadToEnd());
    }

    // [Good CWE-78] the host is an argument of its own and a valid host name
    [HttpGet("ping2")]
    public IActionResult PingChecked(string host)
    {
        if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
            return BadRequest();
        var info = new ProcessStartInfo("ping", ["-c", "1", host]) { RedirectStandardOutput = true };
        using var process = Process.Start(info);
        return Ok(process?.StandardOutput.ReadToEnd());
    }

    // [Bad CWE-78] the program itself is the client's choice
    [HttpPost("run")]
    public IActionResult Run([FromForm] string tool, [FromForm] int level)
    {
        var path = Path.Combine("/opt/tools", tool);
        Process.Start(path, level.ToString());
        return Accepted();
    }

    enum Tool { Optimize, Reindex, Vacuum }

    // [Good CWE-78] the program is one of an enumeration's names
    [HttpPost("run2")]
    public IActionResult RunKnown([FromForm] string tool, [FromForm] int level)
    {
        if (!Enum.TryParse<Tool>(tool, ignoreCase: true, out var known) || !Enum.IsDefined(known))
            return BadRequest();
        Process.Start(Path.Combine("/opt/tools", known.ToString()), level.ToString());
        return Accepted();
    }

    // [Bad CWE-78] the script is written to the shell's standard input
    [HttpPost("feed")]
    public async Task<IActionResult> Feed([FromForm] string folder)
    {
        var info = new ProcessStartInfo("/bin/bash") { RedirectStandardInput = true, UseShellExecute = false };
        using var process = Process.Start(info)!;
        await process.StandardInput.WriteLineAsync("du -sh " + folder);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return Ok();
    }

    // [Good CWE-78] text goes to the standard input of a program that only counts words
    [HttpPost("count")]
    public async Task<IActionResult> Count([FromForm] string text)
    {
        var info = new ProcessStartInfo("wc", "-w") { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(info)!;
        await process.StandardInput.WriteLineAsync(text);
        process.StandardInput.Close();
        return Ok(await process.StandardOutput.ReadToEndAsync());
    }
}

// [Bad CWE-78] a dictionary of templates, filled with string.Format and started by a delegate
public sealed class Maintenance
{
    static readonly Dictionary<string, string> s_templates = new() { ["backup"] = "/c backup.exe {0}", ["purge"] = "/c purge.exe --older {0}" };
    readonly Func<string, Process?> _start = line => Process.Start("cmd.exe", line);

    public IResult Run(string job, HttpRequest request)
    {
        if (!s_templates.TryGetValue(job, out var template))
            return Results.NotFound();
        _start(string.Format(template, request.Form["target"]));
        return Results.Ok();
    }

    public static void Map(WebApplication app) => app.MapPost("/maintenance/{job}", (string job, HttpRequest request) => new Maintenance().Run(job, request));
}

// [Good CWE-78] the job chooses among constant command lines, nothing else of the request is used
public sealed class QuietMaintenance
{
    static readonly Dictionary<string, string> s_templates = new() { ["backup"] = "/c backup.exe", ["purge"] = "/c purge.exe --older 30" };
    readonly Func<string, Process?> _start = line => Process.Start("cmd.exe", line);

    public IResult Run(string job)
    {
        if (!s_templates.TryGetValue(job, out var template))
            return Results.NotFound();
        _start(template);
        return Results.Ok();
    }

    public static void Map(WebApplication app) => app.MapPost("/maintenance2/{job}", (string job) => new QuietMaintenance().Run(job));
}

// [Bad CWE-78] a hub's message in the environment's command line, built by an iterator
public sealed class BuildHub : Hub
{
    static IEnumerable<string> Options(string branch, bool clean)
    {
        yield return "build";
        if (clean)
            yield return "--clean";
        yield return "--branch=" + branch;
    }

    public void Start(string branch, bool clean) =>
        Process.Start(new ProcessStartInfo { FileName = "sh", Arguments = "-c \"make " + string.Join(' ', Options(branch, clean)) + "\"" });
}

// [Good CWE-78] a hub's message has to match word characters as a whole
public sealed class CheckedBuildHub : Hub
{
    static readonly Regex s_branch = new(@"\A[\w]+\z", RegexOptions.CultureInvariant);

    public void Start(string branch)
    {
        if (!s_branch.IsMatch(branch))
            throw new HubException("no such branch");
        Process.Start(new ProcessStartInfo { FileName = "sh", Arguments = "-c \"make --branch=" + branch + "\"" });
    }
}

// [Bad CWE-78] a line read from a TCP client is run
public static class RemoteControl
{
    public static async Task Serve(TcpClient client)
    {
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII);
        for (; ; )
        {
            var line = await reader.ReadLineAsync();
            if (line is null)
                break;
            var parts = line.Split(' ', 2);
            if (parts.Length < 2)
                continue;
            Process.Start(parts[0], parts[1]);
        }
    }
}

// [Good CWE-78] the line only selects what is done
public static class RemoteMenu
{
    public static async Task Serve(TcpClient client)
    {
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII);
        for (; ; )
        {
            var line = await reader.ReadLineAsync();
            if (line is null)
                break;
            var command = "";
            switch (line.Trim())
            {
                case "status": command = "status --all"; break;
                case "reload": command = "reload --force"; break;
                default: continue;
            }
            Process.Start("systemctl", command);
        }
    }
}

// [Bad CWE-78] command and arguments are kept in properties, a builder returns itself
public sealed class CommandLine
{
    readonly StringBuilder _text = new();
    public string Program { get; private set; } = "cmd";
    public CommandLine For(string program) { Program = program; return this; }
    public CommandLine With(string option, string? value) { _text.Append(' ').Append(option).Append('=').Append(value); return this; }
    public ProcessStartInfo Build() => new(Program) { Arguments = "/c render" + _text };
}

// [same case]
public static class RenderRoutes
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/render", (HttpContext context) =>
    {
        var info = new CommandLine().For("cmd").With("--theme", context.Request.Query["theme"]).With("--dpi", "96").Build();
        using var process = Process.Start(info);
        return Results.Ok();
    });
}

// [Good CWE-78] the builder's values are ours
public sealed class PlainCommandLine
{
    readonly StringBuilder _text = new();
    public string Program { get; private set; } = "cmd";
    public PlainCommandLine For(string program) { Program = program; return this; }
    public PlainCommandLine With(string option, string? value) { _text.Append(' ').Append(option).Append('=').Append(value); return this; }
    public ProcessStartInfo Build() => new(Program) { Arguments = "/c render" + _text };
}

// [same case]
public static class PlainRenderRoutes
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/render2", (HttpContext context) =>
    {
        var theme = context.Request.Query["theme"] == "dark" ? "dark" : "light";
        var info = new PlainCommandLine().For("cmd").With("--theme", theme).With("--dpi", "96").Build();
        using var process = Process.Start(info);
        return Results.Ok();
    });
}

// [Bad CWE-78] the working folder's script is run where the client says
public static class HookRunner
{
    public static void Run(HttpRequest request)
    {
        var info = new ProcessStartInfo { UseShellExecute = true, FileName = request.Headers["X-Hook"].ToString() };
        Process.Start(info);
    }
}
