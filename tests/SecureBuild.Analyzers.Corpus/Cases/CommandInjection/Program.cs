using System.Diagnostics;

var app = WebApplication.Create(args);

// [Bad CWE-78] a minimal API's route value
app.MapPost("/jobs/{name}", (string name) => { Process.Start("/bin/sh", "-c \"/opt/jobs/run.sh " + name + "\""); });

// [Good CWE-78] a minimal API's number
app.MapPost("/jobs/{id:int}", (int id) => { Process.Start("/opt/jobs/run.sh", id.ToString()); });

// [Bad CWE-78] a property of the body
app.MapPost("/deploy", async (Deployment deployment) =>
{
    using var process = new Process { StartInfo = { FileName = "bash", Arguments = $"-c \"deploy {deployment.Version}\"" } };
    process.Start();
    await process.WaitForExitAsync();
});

// [Good CWE-78] System.Version has only numbers and dots
app.MapPost("/deploy/checked", async (Deployment deployment) =>
{
    if (!Version.TryParse(deployment.Version, out var version))
        return Results.BadRequest();
    using var process = new Process { StartInfo = { FileName = "bash", Arguments = $"-c \"deploy {version}\"" } };
    process.Start();
    await process.WaitForExitAsync();
    return Results.Ok();
});

// [Bad CWE-78] a header
app.MapGet("/trace", (HttpRequest request) => Process.Start("cmd.exe", "/c tracert " + request.Headers["X-Forwarded-For"])?.Id);

// [Good CWE-78] the connection's own address
app.MapGet("/trace/self", (HttpContext context) => Process.Start("tracert", context.Connection.RemoteIpAddress!.ToString())?.Id);

// [Good CWE-78] the text goes to the standard input of a program that takes text there
app.MapPost("/count", async (string text) =>
{
    using var process = Process.Start(new ProcessStartInfo("wc", "-w") { RedirectStandardInput = true, RedirectStandardOutput = true })!;
    await process.StandardInput.WriteAsync(text);
    process.StandardInput.Close();
    return await process.StandardOutput.ReadToEndAsync();
});

// [Bad CWE-78] the text goes to the standard input of a shell
app.MapPost("/script", async (string text) =>
{
    using var process = Process.Start(new ProcessStartInfo("/bin/bash") { RedirectStandardInput = true })!;
    await process.StandardInput.WriteLineAsync(text);
});

app.Run();

record Deployment(string Version, string Environment);
