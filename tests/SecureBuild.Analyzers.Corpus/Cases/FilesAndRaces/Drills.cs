// Files and state, once more.
using System.Diagnostics;
using System.IO.Pipes;
using System.Security.AccessControl;
using System.Security.Principal;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Caching.Memory;

#pragma warning disable CA1416

namespace Corpus.FilesAndRaces.Drills;

public class Work
{
    // [Bad CWE-377] the name is the time
    public string ByTime(string text)
    {
        var path = $"{Path.GetTempPath()}invoice_{DateTime.Now:yyyyMMddHHmmss}.txt";
        File.AppendAllText(path, text);
        return path;
    }

    // [Bad CWE-379] a folder with a fixed name in that of everybody
    public string Folder()
    {
        var folder = new DirectoryInfo(Path.Combine(Path.GetTempPath(), "shop-work"));
        folder.Create();
        var path = Path.Combine(folder.FullName, "data.bin");
        File.WriteAllBytes(path, [1, 2, 3]);
        return path;
    }

    // [Bad CWE-367] the folder is looked for, then removed and made anew
    public void Replace(string path, byte[] data)
    {
        if (File.Exists(path))
            File.Delete(path);
        File.WriteAllBytes(path, data);
    }

    // [Good CWE-367] written beside, then moved over
    public void Swap(string path, byte[] data)
    {
        var other = path + "." + Guid.NewGuid().ToString("N");
        File.WriteAllBytes(other, data);
        File.Move(other, path, overwrite: true);
    }

    // [Bad CWE-732] the options of a new file say that everybody writes
    public FileStream Shared(string path) => new(path, new FileStreamOptions
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.Write,
        UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite,
    });

    // [Good CWE-732] the options of a new file say that the owner writes
    public FileStream Own(string path) => new(path, new FileStreamOptions
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.Write,
        UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
    });

    // [Bad CWE-732] rights by the name of everybody
    public void Grant(string path)
    {
        var info = new DirectoryInfo(path);
        var security = info.GetAccessControl();
        security.AddAccessRule(new FileSystemAccessRule("Everyone", FileSystemRights.Modify, InheritanceFlags.ObjectInherit, PropagationFlags.None, AccessControlType.Allow));
        info.SetAccessControl(security);
    }

    // [Bad CWE-732] a tool of the system gives the rights
    public void Chmod(string path) => Process.Start("/bin/chmod", ["777", path]);

    // [Good CWE-732] a tool of the system takes the rights
    public void ChmodOwn(string path) => Process.Start("/bin/chmod", ["600", path]);

    // [Bad CWE-732] a pipe for everybody
    public NamedPipeServerStream Pipe()
    {
        var security = new PipeSecurity();
        security.AddAccessRule(new PipeAccessRule(new SecurityIdentifier(WellKnownSidType.WorldSid, null), PipeAccessRights.FullControl, AccessControlType.Allow));
        return NamedPipeServerStreamAcl.Create("shop", PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.None, 0, 0, security);
    }

    // [Good CWE-732] a pipe for the user
    public NamedPipeServerStream OwnPipe() => new("shop", PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.CurrentUserOnly);
}

// [Bad CWE-362] coupons are counted and then used
public class CouponController : ControllerBase
{
    private static int s_left = 100;

    [HttpPost]
    public IActionResult Redeem()
    {
        if (s_left > 0)
        {
            s_left--;
            return Ok();
        }
        return Conflict();
    }
}

// [Good CWE-362] coupons are counted down, then looked at
public class SafeCouponController : ControllerBase
{
    private static int s_left = 100;

    [HttpPost]
    public IActionResult Redeem() => Interlocked.Decrement(ref s_left) >= 0 ? Ok() : Conflict();
}

// [Bad CWE-362] the user of the request is kept in a static property
public class CurrentController : ControllerBase
{
    public static string? CurrentUser { get; set; }

    [HttpGet]
    public IActionResult Me()
    {
        CurrentUser = User.Identity?.Name;
        Thread.Sleep(10);
        return Ok(CurrentUser);
    }
}

// [Good CWE-362] the user of the request is kept with the request
public class ItemsController : ControllerBase
{
    [HttpGet]
    public IActionResult Me()
    {
        HttpContext.Items["user"] = User.Identity?.Name;
        return Ok(HttpContext.Items["user"]);
    }
}

// [Bad CWE-362] an instance is made twice when two come at once
public static class Registry
{
    private static Dictionary<string, string>? s_entries;

    public static string Get(string key)
    {
        if (s_entries == null)
        {
            s_entries = new Dictionary<string, string>();
            foreach (var line in File.ReadLines("/etc/registry"))
                s_entries[line] = line;
        }
        return s_entries[key];
    }
}

// [Good CWE-362] an instance is made once
public static class LazyRegistry
{
    private static readonly Lazy<Dictionary<string, string>> s_entries = new(() => File.ReadLines("/etc/registry").ToDictionary(line => line));

    public static string Get(string key) => s_entries.Value[key];
}
