// Files and shared state, as teams use them.
using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.FilesAndRaces.Teams;

// [Bad CWE-377] a report under a name that everybody can guess
public static class ReportWriter
{
    public static string Write(string content, int id)
    {
        var path = Path.Join(Path.GetTempPath(), $"report-{id}.html");
        using (var file = new StreamWriter(path))
            file.Write(content);
        return path;
    }
}

// [Good CWE-377] a report in a folder of its own
public static class SafeReportWriter
{
    public static string Write(string content, int id)
    {
        var path = Path.Join(Directory.CreateTempSubdirectory("report").FullName, $"report-{id}.html");
        using (var file = new StreamWriter(path))
            file.Write(content);
        return path;
    }
}

// [Bad CWE-732] a script that everybody may change
public static class ScriptWriter
{
    public static void Write(string path, string script)
    {
        File.WriteAllText(path, script);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute);
    }
}

// [Good CWE-732] a script that its owner may change
public static class OwnScriptWriter
{
    public static void Write(string path, string script)
    {
        File.WriteAllText(path, script);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}

// [Bad CWE-732] by a program
public static class Opener
{
    public static void Open(string folder) => Process.Start(new ProcessStartInfo("/bin/chmod") { ArgumentList = { "-R", "a+rwx", folder } })?.WaitForExit();
}

// [Bad CWE-367] if it is there it is read
public sealed class TokenFile(string path)
{
    public string? Read()
    {
        if (!File.Exists(path))
            return null;
        var info = new FileInfo(path);
        if (info.Length > 4096)
            throw new InvalidDataException();
        return File.ReadAllText(path);
    }
}

// [Good CWE-367] it is opened and then asked
public sealed class OpenedTokenFile(string path)
{
    public string? Read()
    {
        try
        {
            using var file = File.OpenRead(path);
            if (file.Length > 4096)
                throw new InvalidDataException();
            using var reader = new StreamReader(file);
            return reader.ReadToEnd();
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}

// [Bad CWE-362] a counter that all requests share
public class VisitController : ControllerBase
{
    static int s_visits;

    [HttpGet("/visits")]
    public IActionResult Visit()
    {
        s_visits++;
        return Ok(s_visits);
    }
}

// [Good CWE-362] a counter that all requests share, in one step
public class SafeVisitController : ControllerBase
{
    static int s_visits;

    [HttpGet("/safe-visits")]
    public IActionResult Visit() => Ok(Interlocked.Increment(ref s_visits));
}

// [Bad CWE-362] a service for all requests remembers the user
public sealed class CurrentUser
{
    public string? Name { get; set; }
}

// [same case]
public static class CurrentUserSetup
{
    public static void Add(WebApplicationBuilder builder) => builder.Services.AddSingleton<CurrentUser>();

    public static void Use(WebApplication app) => app.Use(async (context, next) =>
    {
        context.RequestServices.GetRequiredService<CurrentUser>().Name = context.User.Identity?.Name;
        await next(context);
    });
}

// [Good CWE-362] a service for one request remembers the user
public sealed class RequestUser
{
    public string? Name { get; set; }
}

// [same case]
public static class RequestUserSetup
{
    public static void Add(WebApplicationBuilder builder) => builder.Services.AddScoped<RequestUser>();

    public static void Use(WebApplication app) => app.Use(async (context, next) =>
    {
        context.RequestServices.GetRequiredService<RequestUser>().Name = context.User.Identity?.Name;
        await next(context);
    });
}
