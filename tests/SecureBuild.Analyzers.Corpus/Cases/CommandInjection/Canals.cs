// Processes of a modern team's product.
using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.CommandInjection.Canals;

// [Bad CWE-78] a discriminated set of records, a switch expression makes the command line of each
public abstract record Job
{
    public sealed record Thumbnail(string Source, int Width) : Job;
    public sealed record Cleanup(int Days) : Job;
}

// [same case]
public sealed class JobRunner
{
    static string CommandOf(Job job) => job switch
    {
        Job.Thumbnail { Source: var source, Width: var width } => $"convert {source} -resize {width} out.png",
        Job.Cleanup(var days) => $"find /tmp/canals -mtime +{days} -delete",
        _ => throw new NotSupportedException(),
    };

    public async Task RunAsync(Job job)
    {
        using var process = Process.Start("/bin/bash", ["-c", CommandOf(job)]);
        await process.WaitForExitAsync();
    }
}

// [same case]
public static class JobEndpoints
{
    public static void MapJobs(this WebApplication app) => app.MapPost("/thumbnails", async ([FromForm] string source, JobRunner runner) =>
    {
        await runner.RunAsync(new Job.Thumbnail(source, 200));
        return Results.Accepted();
    });
}

// [Good CWE-78] the same records, every part is an argument of its own after "--"
public abstract record Work
{
    public sealed record Thumbnail(string Source, int Width) : Work;
    public sealed record Cleanup(int Days) : Work;
}

// [same case]
public sealed class WorkRunner
{
    static ProcessStartInfo InfoOf(Work work) => work switch
    {
        Work.Thumbnail(var source, var width) => new("thumbnailer", ["--width", width.ToString(), "--", source]),
        Work.Cleanup(var days) => new("find", ["/tmp/canals", "-mtime", $"+{days}", "-delete"]),
        _ => throw new NotSupportedException(),
    };

    public async Task RunAsync(Work work)
    {
        using var process = Process.Start(InfoOf(work))!;
        await process.WaitForExitAsync();
    }
}

// [same case]
public static class WorkEndpoints
{
    public static void MapWork(this WebApplication app) => app.MapPost("/work/thumbnails", async ([FromForm] string source, WorkRunner runner) =>
    {
        await runner.RunAsync(new Work.Thumbnail(source, 200));
        return Results.Accepted();
    });
}

// [Bad CWE-78] a builder with a fluent interface and implicit conversion
public sealed class CommandLine
{
    readonly List<string> _parts = [];

    public CommandLine Add(string part)
    {
        _parts.Add(part);
        return this;
    }

    public static implicit operator string(CommandLine line) => string.Join(' ', line._parts);
}

// [same case]
public static class GitEndpoints
{
    public static void MapGit(this WebApplication app) => app.MapPost("/git/clone", (string url, string branch) =>
    {
        var line = new CommandLine().Add("git").Add("clone").Add("-b").Add(branch).Add(url);
        Process.Start(new ProcessStartInfo { FileName = "/bin/sh", Arguments = $"-c \"{(string)line}\"" });
        return Results.Accepted();
    });
}

// [Good CWE-78] the branch is compared with the known ones by a pattern
public static class BranchEndpoints
{
    public static void MapBranch(this WebApplication app) => app.MapPost("/git/pull", (string branch) =>
    {
        if (branch is not ("main" or "develop" or "release"))
            return Results.BadRequest();
        Process.Start(new ProcessStartInfo { FileName = "/bin/sh", Arguments = $"-c \"git pull origin {branch}\"" });
        return Results.Accepted();
    });
}
