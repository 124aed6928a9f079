// Processes, started by handlers, jobs and tools.
using System.Collections.Frozen;
using System.Diagnostics;
using System.Text.RegularExpressions;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Corpus.CommandInjection.Quays;

public sealed record ConvertVideo(string Source, string Preset) : IRequest<int>;

// [Bad CWE-78] the handler of a request that a controller has sent
public sealed class ConvertVideoHandler : IRequestHandler<ConvertVideo, int>
{
    public async Task<int> Handle(ConvertVideo request, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardOutput = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"ffmpeg -i {request.Source} -preset {request.Preset} out.mp4");
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }
}

// [same case]
[ApiController]
public sealed class VideoController(ISender sender) : ControllerBase
{
    [HttpPost("videos")]
    public async Task<int> Post([FromForm] string source, [FromForm] string preset) => await sender.Send(new ConvertVideo(source, preset));
}

public sealed record ScaleImage(Guid Image, int Width) : IRequest<int>;

// [Good CWE-78] the request holds an identifier and a number
public sealed class ScaleImageHandler : IRequestHandler<ScaleImage, int>
{
    public async Task<int> Handle(ScaleImage request, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("/bin/sh");
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"convert /images/{request.Image:N}.png -resize {request.Width} /out/{request.Image:N}.png");
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }
}

// [same case]
[ApiController]
public sealed class ScaleController(ISender sender) : ControllerBase
{
    [HttpPost("images/{image:guid}/scale")]
    public async Task<int> Post(Guid image, int width) => await sender.Send(new ScaleImage(image, width));
}

public sealed class ToolOptions
{
    public string Ping { get; set; } = "ping";

    public int Count { get; set; } = 4;
}

// [Bad CWE-78] arguments from options and from the client, in one string
public sealed partial class PingService(IOptions<ToolOptions> options)
{
    public string Run(string host)
    {
        var tool = options.Value;
        var process = new Process
        {
            StartInfo = new()
            {
                FileName = "cmd.exe",
                Arguments = $"/c {tool.Ping} -n {tool.Count} {Normalize(host)}",
                RedirectStandardOutput = true,
                UseShellExecute = false,
            },
        };
        process.Start();
        return process.StandardOutput.ReadToEnd();
    }

    static string Normalize(string host) => host.Trim().TrimEnd('.').ToLowerInvariant();
}

// [same case]
public static class PingEndpoints
{
    public static void MapPing(this RouteGroupBuilder group) => group.MapGet("ping/{host}", (string host, PingService service) => service.Run(host));
}

// [Good CWE-78] the same, with a guard that throws in a helper and a pattern that is generated
public sealed partial class SafePingService(IOptions<ToolOptions> options)
{
    public string Run(string host)
    {
        EnsureHost(host);
        var tool = options.Value;
        var process = new Process
        {
            StartInfo = new()
            {
                FileName = tool.Ping,
                Arguments = $"-n {tool.Count} {host}",
                RedirectStandardOutput = true,
                UseShellExecute = false,
            },
        };
        process.Start();
        return process.StandardOutput.ReadToEnd();
    }

    static void EnsureHost(string host)
    {
        if (!HostName().IsMatch(host))
            throw new BadHttpRequestException("This is not a host.");
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.]{0,60}\z")]
    private static partial Regex HostName();

    private static partial Regex HostName() => new(@"\A[a-z0-9][a-z0-9.]{0,60}\z");
}

// [same case]
public static class SafePingEndpoints
{
    public static void MapSafePing(this RouteGroupBuilder group) => group.MapGet("safe-ping/{host}", (string host, SafePingService service) => service.Run(host));
}

// [Bad CWE-78] steps of a pipeline in an array of delegates
public sealed class BackupPipeline
{
    readonly List<Func<string, string>> _steps;

    public BackupPipeline() => _steps = [name => name.Replace(' ', '_'), name => $"tar czf /backup/{name}.tgz /data/{name}"];

    public void Run(string name)
    {
        var command = _steps.Aggregate(name, (current, step) => step(current));
        Process.Start("bash", "-c \"" + command + "\"");
    }
}

// [same case]
public sealed class BackupController(BackupPipeline pipeline) : ControllerBase
{
    [HttpPost("backup/{name}")]
    public IActionResult Post(string name)
    {
        pipeline.Run(name);
        return NoContent();
    }
}

// [Good CWE-78] the name must be one of those that are in a frozen set
public sealed class SafeBackupController : ControllerBase
{
    static readonly FrozenSet<string> s_names = new[] { "orders", "customers" }.ToFrozenSet();

    [HttpPost("safe-backup/{name}")]
    public IActionResult Post(string name)
    {
        if (!s_names.Contains(name))
            return NotFound();
        Process.Start("bash", $"-c \"tar czf /backup/{name}.tgz /data/{name}\"");
        return NoContent();
    }
}

public sealed class ToolCommand
{
    readonly List<(string Name, string? Value)> _options = [];

    public required string Executable { get; init; }

    public ToolCommand With(string name, string? value = null)
    {
        _options.Add((name, value));
        return this;
    }

    public override string ToString() => Executable + " " + string.Join(' ', _options.Select(option => option.Value is null ? option.Name : $"{option.Name}={option.Value}"));
}

// [Bad CWE-78] a builder of commands whose text goes to the shell
public static class GitEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/repositories", (CloneRequest request) =>
        {
            var command = new ToolCommand { Executable = "git" }.With("clone").With("--branch", request.Branch).With(request.Url);
            using var process = Process.Start(new ProcessStartInfo("sh", $"-c '{command}'"));
            process?.WaitForExit();
            return Results.Accepted();
        });
    }

    public sealed record CloneRequest(string Url, string Branch);
}

// [Good CWE-78] the command's text is shown, not executed
public static class GitHintEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/repositories/hint", (GitEndpoints.CloneRequest request) =>
        {
            var command = new ToolCommand { Executable = "git" }.With("clone").With("--branch", request.Branch).With(request.Url);
            using var process = Process.Start(new ProcessStartInfo("git", "gc --auto"));
            process?.WaitForExit();
            return Results.Text(command.ToString());
        });
    }
}

// [Bad CWE-88] an argument that may be an option of the program
public sealed class LogController : ControllerBase
{
    [HttpGet("git-log")]
    public string Get(string revision)
    {
        var start = new ProcessStartInfo { FileName = "git", RedirectStandardOutput = true };
        start.Arguments = string.Join(' ', new[] { "log", "--oneline", revision });
        using var process = Process.Start(start);
        return process?.StandardOutput.ReadToEnd() ?? "";
    }
}

// [Good CWE-88] after the double dash, as an argument of its own
public sealed class SafeLogController : ControllerBase
{
    [HttpGet("git-log-of-file")]
    public string Get(string file)
    {
        var start = new ProcessStartInfo { FileName = "git", RedirectStandardOutput = true };
        foreach (var argument in (string[])["log", "--oneline", "--", file])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start);
        return process?.StandardOutput.ReadToEnd() ?? "";
    }
}
