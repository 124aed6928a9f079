using System.Diagnostics;
using Grpc.Core;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;

namespace Render.Farm;

public class JobRequest { public string Scene { get; set; } = ""; public int Frames { get; set; } public Dictionary<string, string> Options { get; } = []; }
public class JobReply { public int Code { get; set; } }

public static class Farm
{
    [BindServiceMethod(typeof(Farm), "BindService")]
    public abstract class FarmBase
    {
        public virtual Task<JobReply> Render(JobRequest request, ServerCallContext context) => throw new RpcException(new Status(StatusCode.Unknown, ""));
    }
}

// [Bad CWE-78] gRPC: the options of a map in a shell's line
public class FarmService : Farm.FarmBase
{
    public override async Task<JobReply> Render(JobRequest request, ServerCallContext context)
    {
        var options = string.Join(' ', request.Options.Select(option => $"--{option.Key}={option.Value}"));
        using var process = Process.Start(new ProcessStartInfo("/bin/bash", $"-c \"render {options}\""))!;
        await process.WaitForExitAsync(context.CancellationToken);
        return new JobReply { Code = process.ExitCode };
    }
}

// [Good CWE-78] gRPC: a number as an argument of its own
public class FrameService : Farm.FarmBase
{
    public override async Task<JobReply> Render(JobRequest request, ServerCallContext context)
    {
        var start = new ProcessStartInfo("/usr/bin/render");
        start.ArgumentList.Add("--frames");
        start.ArgumentList.Add(request.Frames.ToString(System.Globalization.CultureInfo.InvariantCulture));
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(context.CancellationToken);
        return new JobReply { Code = process.ExitCode };
    }
}

// [Bad CWE-78] SignalR: a record's program
public class ToolHub : Hub
{
    public record Tool(string Program, string[] Arguments);

    public int Run(Tool tool)
    {
        var start = new ProcessStartInfo { FileName = tool.Program, UseShellExecute = false };
        foreach (var argument in tool.Arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start);
        return process?.Id ?? 0;
    }
}

// [Good CWE-78] SignalR: a program of an enumeration
public class KnownToolHub : Hub
{
    public enum Tool { Render, Preview }

    public int Run(Tool tool)
    {
        using var process = Process.Start(tool switch { Tool.Render => "/usr/bin/render", _ => "/usr/bin/preview" });
        return process?.Id ?? 0;
    }
}

// [Bad CWE-78] Blazor: a button's handler with a bound field
public class ConsolePage : ComponentBase
{
    [Parameter, SupplyParameterFromQuery] public string Host { get; set; } = "";
    string _output = "";

    void Ping()
    {
        var start = new ProcessStartInfo("sh", "-c \"ping -c 1 " + Host + "\"") { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        _output = process.StandardOutput.ReadToEnd();
    }
}

public class ConvertModel : PageModel
{
    [BindProperty] public IFormFile? Picture { get; set; }

    // [Bad CWE-78] Razor Pages: the name of an upload
    public void OnPost() => Process.Start("sh", $"-c \"convert {Picture!.FileName} out.png\"");

    // [Good CWE-78] Razor Pages: a temporary name
    public void OnPostSafe()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using (var stream = System.IO.File.Create(path))
            Picture!.CopyTo(stream);
        Process.Start("convert", [path, "out.png"]);
    }
}


public static class FarmEndpoints
{
    // [Bad CWE-78] a minimal API with several sources of its parameters
    public static void MapRender(this WebApplication app) =>
        app.MapPost("/render/{scene}", (string scene, int frames, [FromHeader(Name = "X-Node")] string? node) =>
        {
            using var process = Process.Start("ssh", $"farm@{node ?? "main"} render {scene} {frames}");
            return Results.Accepted();
        });

    // [Good CWE-78] a minimal API with a route constraint
    public static void MapFrame(this WebApplication app) =>
        app.MapPost("/frame/{number:int}", (int number) =>
        {
            using var process = Process.Start("sh", $"-c \"render --frame {number}\"");
            return Results.Accepted();
        });
}
