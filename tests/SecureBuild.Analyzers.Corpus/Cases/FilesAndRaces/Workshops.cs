// Files that others can reach, checks that come too early, state that is shared.
using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.FilesAndRaces.Workshops;

// [Bad CWE-377] a name that can be guessed
public sealed class Export
{
    public string Write(int customer, string content)
    {
        var path = Path.Combine(Path.GetTempPath(), $"export-{customer}.csv");
        File.WriteAllText(path, content);
        return path;
    }
}

// [Good CWE-377] a folder of its own
public sealed class SafeExport
{
    public string Write(string content)
    {
        var folder = Directory.CreateTempSubdirectory("export-");
        var path = Path.Combine(folder.FullName, "export.csv");
        File.WriteAllText(path, content);
        return path;
    }
}

// [Bad CWE-377] the file for other users to find
public sealed class Lock
{
    public void Take() => File.WriteAllText("/tmp/portal.lock", Environment.ProcessId.ToString());
}

// [Good CWE-377] a random name, made only if it is new
public sealed class RandomExport
{
    public FileStream Open() => new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose);
}

// [Bad CWE-367] asked first, written after
public sealed class Counter(string file)
{
    public int Next()
    {
        if (!File.Exists(file))
            File.WriteAllText(file, "0");
        var value = int.Parse(File.ReadAllText(file)) + 1;
        File.WriteAllText(file, value.ToString());
        return value;
    }
}

// [Good CWE-367] opened once, for itself
public sealed class ExclusiveCounter(string file)
{
    public int Next()
    {
        using var stream = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        using var reader = new StreamReader(stream, leaveOpen: true);
        var value = (int.TryParse(reader.ReadToEnd(), out var last) ? last : 0) + 1;
        stream.SetLength(0);
        using var writer = new StreamWriter(stream);
        writer.Write(value);
        return value;
    }
}

// [Bad CWE-732] everybody may write
public static class SharedFolder
{
    public static void Create(string path)
    {
        Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute);
    }
}

// [Good CWE-732] the owner only
public static class OwnFolder
{
    public static void Create(string path)
    {
        if (!OperatingSystem.IsWindows())
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}

// [Bad CWE-362] the singleton keeps the user of the request
public sealed class CurrentUser
{
    public string? Name { get; set; }
}

// [same case]
public sealed class UserMiddleware(RequestDelegate next, CurrentUser current)
{
    public async Task InvokeAsync(HttpContext context)
    {
        current.Name = context.User.Identity?.Name;
        await next(context);
    }
}

// [same case]
public static class UserSetup
{
    public static void Add(IServiceCollection services) => services.AddSingleton<CurrentUser>();
}

// [Good CWE-362] each request has its own
public sealed class RequestUser
{
    public string? Name { get; set; }
}

// [same case]
public sealed class RequestUserMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, RequestUser current)
    {
        current.Name = context.User.Identity?.Name;
        await next(context);
    }
}

// [same case]
public static class RequestUserSetup
{
    public static void Add(IServiceCollection services) => services.AddScoped<RequestUser>();
}

// [Bad CWE-362] a static counter that requests count up
[Route("visits")]
public sealed class VisitsController : Controller
{
    static int s_visits;
    static readonly Dictionary<string, int> s_byUser = [];

    [HttpGet]
    public IActionResult Get()
    {
        s_visits++;
        s_byUser[User.Identity?.Name ?? ""] = s_visits;
        return Ok(s_visits);
    }
}

// [Good CWE-362] a static counter by Interlocked
[Route("visits2")]
public sealed class SafeVisitsController : Controller
{
    static int s_visits;

    [HttpGet]
    public IActionResult Get() => Ok(Interlocked.Increment(ref s_visits));
}
