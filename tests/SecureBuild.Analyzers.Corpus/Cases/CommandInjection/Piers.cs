// A second walk: commands by jobs, wrappers and configuration.
using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.CommandInjection.Piers;

public interface IShell
{
    Task<int> RunAsync(string command, CancellationToken token = default);
}

// [Bad CWE-78] a wrapper of the shell that a job's timer calls with what was posted
public sealed class Bash : IShell
{
    public async Task<int> RunAsync(string command, CancellationToken token = default)
    {
        var escaped = command.Replace("\"", "\\\"");
        using var process = new Process();
        process.StartInfo.FileName = "/bin/bash";
        process.StartInfo.Arguments = $"-c \"{escaped}\"";
        process.Start();
        await process.WaitForExitAsync(token);
        return process.ExitCode;
    }
}

// [same case]
public sealed class NightlyJobs(IShell shell) : IHostedService, IDisposable
{
    readonly List<string> _exports = [];
    Timer? _timer;

    public void Schedule(string table)
    {
        lock (_exports)
            _exports.Add(table);
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _timer = new Timer(_ => Tick(), null, TimeSpan.Zero, TimeSpan.FromHours(24));
        return Task.CompletedTask;
    }

    void Tick()
    {
        string[] tables;
        lock (_exports)
            tables = [.. _exports];
        foreach (var table in tables)
            shell.RunAsync($"pg_dump -t {table} shop > /exports/{table}.sql").Wait();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _timer?.Dispose();
}

// [same case]
[ApiController]
public sealed class ExportsController(NightlyJobs jobs) : ControllerBase
{
    [HttpPost("exports")]
    public IActionResult Post([FromBody] string table)
    {
        jobs.Schedule(table);
        return Accepted();
    }
}

// [Good CWE-78] the job takes numbers
public sealed class NumberedJobs(IShell shell)
{
    readonly Queue<long> _numbers = new();

    public void Schedule(long number) => _numbers.Enqueue(number);

    public async Task TickAsync()
    {
        while (_numbers.TryDequeue(out var number))
            await shell.RunAsync($"pg_dump -t orders_{number} shop > /exports/{number}.sql");
    }
}

// [same case]
[ApiController]
public sealed class NumberedExportsController(NumberedJobs jobs) : ControllerBase
{
    [HttpPost("numbered-exports/{number}")]
    public IActionResult Post(long number)
    {
        jobs.Schedule(number);
        return Accepted();
    }
}

// [Bad CWE-78] a message of a web hook, taken apart as JSON
public static class HookEndpoints
{
    public static void Map(WebApplication app) => app.MapPost("/hook", async (HttpRequest request) =>
    {
        using var document = await JsonDocument.ParseAsync(request.Body);
        if (!document.RootElement.TryGetProperty("ref", out var reference) || reference.GetString() is not { } branch)
            return Results.BadRequest();
        var name = branch["refs/heads/".Length..];
        var info = new ProcessStartInfo("bash") { WorkingDirectory = "/srv/app", ArgumentList = { "-c", "git checkout " + name + " && ./build.sh" } };
        Process.Start(info);
        return Results.Accepted();
    });
}

// [Good CWE-78] the branch of the web hook is only compared
public static class ComparedHookEndpoints
{
    public static void Map(WebApplication app) => app.MapPost("/compared-hook", async (HttpRequest request) =>
    {
        using var document = await JsonDocument.ParseAsync(request.Body);
        if (!document.RootElement.TryGetProperty("ref", out var reference) || reference.GetString() is not ("refs/heads/main" or "refs/heads/release"))
            return Results.BadRequest();
        var name = reference.GetString() == "refs/heads/main" ? "main" : "release";
        Process.Start(new ProcessStartInfo("bash") { WorkingDirectory = "/srv/app", ArgumentList = { "-c", "git checkout " + name + " && ./build.sh" } });
        return Results.Accepted();
    });
}

// [Bad CWE-78] a fluent wrapper with an immutable record
public sealed record Cli(string Program, string Line = "")
{
    public Cli Arg(string text) => this with { Line = Line + " " + text };

    public Process? Start() => Process.Start(Program, Line);
}

// [same case]
public sealed class ThumbnailController : Controller
{
    public IActionResult Make(string file, string geometry)
    {
        new Cli("cmd").Arg("/c").Arg("magick").Arg(file).Arg("-resize").Arg(geometry).Start();
        return Ok();
    }
}

// [Good CWE-78] the fluent wrapper gets constants and a number
public sealed class SizedThumbnailController : Controller
{
    public IActionResult Make(int width)
    {
        new Cli("cmd").Arg("/c").Arg("magick").Arg("logo.png").Arg("-resize").Arg(width.ToString()).Start();
        return Ok();
    }
}
