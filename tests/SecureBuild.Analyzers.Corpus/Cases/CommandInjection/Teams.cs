// Programs that teams start.
using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.CommandInjection.Teams;

// [Bad CWE-78] a helper for all programs
public static class Shell
{
    public static string Run(string program, params string[] words)
    {
        using var process = new Process { StartInfo = new("/bin/bash") { RedirectStandardOutput = true, ArgumentList = { "-c", program + " " + string.Join(' ', words) } } };
        process.Start();
        return process.StandardOutput.ReadToEnd();
    }
}

// [same case]
public class ConvertController : ControllerBase
{
    [HttpPost("/convert")]
    public IActionResult Convert([FromForm] string format) => Ok(Shell.Run("convert", "in.png", "out." + format));
}

// [Good CWE-78] a helper that hands words on as words
public static class Words
{
    public static string Run(string program, params string[] words)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        foreach (var word in words)
            start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        return process.StandardOutput.ReadToEnd();
    }
}

// [same case]
public class WordsController : ControllerBase
{
    [HttpPost("/words")]
    public IActionResult Convert([FromForm] string format) => Ok(Words.Run("/usr/bin/convert", "in.png", "out." + (format is "jpg" or "gif" ? format : "png")));
}

// [Bad CWE-88] an option among the words
public static class Clone
{
    public static void Map(WebApplication app) => app.MapPost("/clone", (string repository) =>
    {
        using var git = Process.Start("/usr/bin/git", ["clone", repository, "/srv/work"]);
        git.WaitForExit();
        return git.ExitCode;
    });
}

// [Good CWE-88] an option cannot be among the words
public static class SafeClone
{
    public static void Map(WebApplication app) => app.MapPost("/safe-clone", (Guid repository) =>
    {
        using var git = Process.Start("/usr/bin/git", ["clone", "--", $"https://git.example.org/{repository:N}", "/srv/work"]);
        git.WaitForExit();
        return git.ExitCode;
    });
}

// [Bad CWE-78] the environment of the program
public static class Build
{
    public static void Map(WebApplication app) => app.MapPost("/build", (IFormCollection form) =>
    {
        var start = new ProcessStartInfo("cmd.exe");
        start.Arguments = string.Format("/c msbuild /p:Version={0}", form["version"]);
        Process.Start(start);
        return Results.Accepted();
    }).DisableAntiforgery();
}

// [Good CWE-78] a version is a version
public static class CheckedBuild
{
    public static void Map(WebApplication app) => app.MapPost("/checked-build", (IFormCollection form) =>
    {
        if (!Version.TryParse(form["version"], out var version))
            return Results.BadRequest();
        var start = new ProcessStartInfo("cmd.exe");
        start.Arguments = string.Format("/c msbuild /p:Version={0}", version);
        Process.Start(start);
        return Results.Accepted();
    }).DisableAntiforgery();
}
