// Files and shared state, as reviewers meet them.
using System.Collections.Concurrent;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.FilesAndRaces.Reviews;

// [Bad CWE-377] a name by the time
public static class Export
{
    public static string Write(string csv)
    {
        var name = Path.GetTempPath() + "export_" + DateTime.Now.ToString("yyyyMMdd") + ".csv";
        using (var writer = File.CreateText(name))
            writer.Write(csv);
        return name;
    }
}

// [Good CWE-377] a name that nobody knows
public static class SafeExport
{
    public static string Write(string csv)
    {
        var name = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".csv");
        using (var stream = new FileStream(name, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        using (var writer = new StreamWriter(stream))
            writer.Write(csv);
        return name;
    }
}

// [Bad CWE-732] a folder for everybody
public static class Drop
{
    public static void Make(string path) => Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute);
}

// [Good CWE-732] a folder for the owner
public static class SafeDrop
{
    public static void Make(string path) => Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}

// [Bad CWE-367] looked at, then opened
public class AttachmentController : ControllerBase
{
    [HttpGet("/attachment/{id:guid}")]
    public IActionResult Get(Guid id)
    {
        var path = Path.Combine("/srv/attachments", id.ToString());
        var info = new FileInfo(path);
        if (info.Exists && info.LinkTarget is null)
            return Content(System.IO.File.ReadAllText(path));
        return NotFound();
    }
}

// [Good CWE-367] opened, then looked at
public class SafeAttachmentController : ControllerBase
{
    [HttpGet("/safe-attachment/{id:guid}")]
    public IActionResult Get(Guid id)
    {
        try
        {
            using var reader = new StreamReader(Path.Combine("/srv/attachments", id.ToString()));
            return Content(reader.ReadToEnd());
        }
        catch (FileNotFoundException)
        {
            return NotFound();
        }
    }
}

// [Bad CWE-362] a coupon that two requests use at once
public class CouponController : ControllerBase
{
    static readonly Dictionary<string, int> s_left = new() { ["SUMMER"] = 100 };

    [HttpPost("/coupon")]
    public IActionResult Use(string code)
    {
        if (s_left.TryGetValue(code, out var left) && left > 0)
        {
            s_left[code] = left - 1;
            return Ok();
        }
        return Conflict();
    }
}

// [Good CWE-362] a coupon that one request uses
public class SafeCouponController : ControllerBase
{
    static readonly ConcurrentDictionary<string, int> s_left = new() { ["SUMMER"] = 100 };

    [HttpPost("/safe-coupon")]
    public IActionResult Use(string code)
    {
        while (s_left.TryGetValue(code, out var left) && left > 0)
            if (s_left.TryUpdate(code, left - 1, left))
                return Ok();
        return Conflict();
    }
}

// [Good CWE-366] a counter with one step
public sealed class SafeStatistics
{
    static int s_requests;

    public static int Count() => Interlocked.Increment(ref s_requests);
}
