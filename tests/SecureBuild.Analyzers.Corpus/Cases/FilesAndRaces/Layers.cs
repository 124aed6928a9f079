using System.Security.AccessControl;
using Microsoft.AspNetCore.Mvc;

namespace Layers;

// [Bad CWE-377] a known name in the folder of temporary files
public sealed class Exporter
{
    public async Task<string> ExportAsync(string text)
    {
        var path = Path.Combine(Path.GetTempPath(), "export.csv");
        await File.WriteAllTextAsync(path, text);
        return path;
    }
}

// [Good CWE-377] a name of the system's choice
public sealed class SafeExporter
{
    public async Task<string> ExportAsync(string text)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        await using var writer = new StreamWriter(stream);
        await writer.WriteAsync(text);
        return path;
    }
}

// [Bad CWE-367] asked first, written later
public sealed class Settings(string path)
{
    public void Save(string text)
    {
        if (!File.Exists(path))
            File.WriteAllText(path, text);
    }
}

// [Good CWE-367] created only if new
public sealed class SafeSettings(string path)
{
    public void Save(string text)
    {
        try
        {
            using var writer = new StreamWriter(new FileStream(path, FileMode.CreateNew));
            writer.Write(text);
        }
        catch (IOException)
        {
        }
    }
}

// [Bad CWE-732] everybody may write
public static class Modes
{
    public static void Open(string path) => File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite);
}

// [Good CWE-732] only the owner
public static class SafeModes
{
    public static void Close(string path) => File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
}

// [Bad CWE-362] a counter that two requests change at once
[ApiController]
public class VisitsController : ControllerBase
{
    static int s_visits;

    [HttpPost("visits")]
    public IActionResult Add()
    {
        s_visits++;
        return Ok(s_visits);
    }
}

// [Good CWE-362] a counter that is changed as one
[ApiController]
public class SafeVisitsController : ControllerBase
{
    static int s_visits;

    [HttpPost("visits")]
    public IActionResult Add() => Ok(Interlocked.Increment(ref s_visits));
}

// [Bad CWE-362] a dictionary of all requests without a lock
[ApiController]
public class CacheController : ControllerBase
{
    static readonly Dictionary<string, string> s_cache = new();

    [HttpPut("cache/{key}")]
    public IActionResult Put(string key, [FromBody] string value)
    {
        s_cache[key] = value;
        return NoContent();
    }
}

// [Good CWE-362] a concurrent dictionary
[ApiController]
public class SafeCacheController : ControllerBase
{
    static readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> s_cache = new();

    [HttpPut("cache/{key}")]
    public IActionResult Put(string key, [FromBody] string value)
    {
        s_cache[key] = value;
        return NoContent();
    }
}
