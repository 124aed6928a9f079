// Parts of applications that start programs.
using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Corpus.CommandInjection.Applications;

// [Bad CWE-78] a converter service behind an interface
public interface IVideoConverter { Task<int> ConvertAsync(string source, string preset); }

// [same case]
public class FfmpegConverter(ILogger<FfmpegConverter> logger) : IVideoConverter
{
    public async Task<int> ConvertAsync(string source, string preset)
    {
        var start = new ProcessStartInfo { FileName = "ffmpeg", UseShellExecute = false, Arguments = string.Format("-i \"{0}\" -preset {1} out.mp4", source, preset) };
        using var process = Process.Start(start) ?? throw new InvalidOperationException();
        await process.WaitForExitAsync();
        logger.LogInformation("Ended with {Code}", process.ExitCode);
        return process.ExitCode;
    }
}

// [same case]
public class ConvertModel(IVideoConverter converter) : PageModel
{
    [BindProperty, Required] public string Preset { get; set; } = "fast";

    public async Task<IActionResult> OnPostAsync(IFormFile upload)
    {
        var path = Path.GetTempFileName();
        await using (var stream = System.IO.File.Create(path))
            await upload.CopyToAsync(stream);
        return new JsonResult(new { code = await converter.ConvertAsync(path, Preset) });
    }
}

// [Good CWE-78] the arguments are a list
public class SafeFfmpegConverter
{
    public async Task<int> ConvertAsync(string source, string preset)
    {
        var start = new ProcessStartInfo("ffmpeg") { UseShellExecute = false };
        foreach (var argument in new[] { "-i", source, "-preset", preset, "out.mp4" })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}

// [same case]
public class SafeConvertModel(SafeFfmpegConverter converter) : PageModel
{
    [BindProperty, Required] public string Preset { get; set; } = "fast";

    public async Task<IActionResult> OnPostAsync() => new JsonResult(await converter.ConvertAsync("in.mp4", Preset));
}

// [Bad CWE-78] the address' host is not checked for what a shell makes of it
public class PingController : ControllerBase
{
    [HttpGet("/ping")]
    public IActionResult Get(string host)
    {
        if (string.IsNullOrWhiteSpace(host) || host.Length > 255)
            return BadRequest();
        using var process = new Process();
        process.StartInfo = new ProcessStartInfo("cmd.exe") { RedirectStandardOutput = true };
        process.StartInfo.Arguments = "/C ping -n 1 " + host;
        process.Start();
        return Content(process.StandardOutput.ReadToEnd());
    }
}

// [Good CWE-78] the host must be an address
public class PingGoodController : ControllerBase
{
    [HttpGet("/ping-good")]
    public IActionResult Get(string host)
    {
        if (!System.Net.IPAddress.TryParse(host, out var address))
            return BadRequest();
        using var process = Process.Start("ping", "-c 1 " + address);
        return Ok();
    }
}

// [Bad CWE-78] options of the configuration with a tool that the request chooses
public class ToolController(IOptions<ToolController.Options> options) : ControllerBase
{
    public class Options { public Dictionary<string, string> Tools { get; set; } = new(); }

    [HttpPost("/tools")]
    public IActionResult Run([FromQuery] string tool, [FromQuery] string? args)
    {
        var path = options.Value.Tools.GetValueOrDefault(tool, "echo");
        using var process = Process.Start(path, args ?? "");
        return Ok(process.Id);
    }
}

// [Good CWE-78] the configuration's tool with its own arguments
public class ToolGoodController(IOptions<ToolGoodController.Options> options) : ControllerBase
{
    public class Options { public Dictionary<string, string> Tools { get; set; } = new(); }

    [HttpPost("/tools-good")]
    public IActionResult Run([FromQuery] string tool)
    {
        if (!options.Value.Tools.TryGetValue(tool, out var path))
            return NotFound();
        using var process = Process.Start(path, "--check");
        return Ok(process.Id);
    }
}

// [Bad CWE-78] quoted, but quotes are not escaped
public class QuotedController : ControllerBase
{
    static string Quote(string value) => '"' + value + '"';

    [HttpPost("/zip")]
    public void Zip(string[] names)
    {
        var arguments = new StringBuilder("a archive.7z");
        foreach (var name in names)
            arguments.Append(' ').Append(Quote(name));
        Process.Start("7z", arguments.ToString());
    }
}

// [Good CWE-78] numbers in the arguments
public class ResizeController : ControllerBase
{
    [HttpPost("/resize")]
    public void Resize([Range(1, 4000)] int width, [Range(1, 4000)] int height) => Process.Start("convert", $"in.png -resize {width}x{height} out.png");
}

// [Bad CWE-78] a webhook's branch in a script
public static class DeployEndpoints
{
    public record Push(string Ref, Repository Repository);
    public record Repository(string Name, string CloneUrl);

    public static void Map(WebApplication app) => app.MapPost("/deploy", async (Push push) =>
    {
        var branch = push.Ref.Replace("refs/heads/", "");
        var script = $"cd /srv/{push.Repository.Name} && git fetch && git checkout {branch}";
        using var shell = Process.Start(new ProcessStartInfo("/bin/bash", $"-c \"{script}\""))!;
        await shell.WaitForExitAsync();
        return Results.Accepted();
    });
}

// [Good CWE-78] a webhook that only says that something happened
public static class DeployGoodEndpoints
{
    public record Push(string Ref);

    public static void Map(WebApplication app) => app.MapPost("/deploy-good", async (Push push) =>
    {
        if (push.Ref != "refs/heads/main")
            return Results.Ok();
        using var shell = Process.Start(new ProcessStartInfo("/srv/deploy.sh"))!;
        await shell.WaitForExitAsync();
        return Results.Accepted();
    });
}
