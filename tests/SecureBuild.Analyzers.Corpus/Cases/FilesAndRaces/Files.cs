using System.Security.AccessControl;
using System.Security.Principal;
using Microsoft.AspNetCore.Mvc;

namespace Shop.Files;

public class Exports
{
    // [Bad CWE-377] a name that anybody can guess
    public string Write(string content)
    {
        var path = Path.Combine(Path.GetTempPath(), "export.csv");
        File.WriteAllText(path, content);
        return path;
    }

    // [Good CWE-377] a directory of one's own
    public string WriteOwn(string content)
    {
        var directory = Directory.CreateTempSubdirectory("export-");
        var path = Path.Combine(directory.FullName, "export.csv");
        File.WriteAllText(path, content);
        return path;
    }

    // [Bad CWE-379] a fixed directory that is open to all
    public void Log(string line) => File.AppendAllText("/tmp/shop/import.log", line + Environment.NewLine);

    // [Good CWE-379] a directory of the application
    public void LogOwn(string line) => File.AppendAllText(Path.Combine(AppContext.BaseDirectory, "logs", "import.log"), line + Environment.NewLine);

    // [Bad CWE-377] the process's number is no secret
    public Stream Open() => new FileStream(Path.GetTempPath() + $"shop-{Environment.ProcessId}.tmp", FileMode.Create);

    // [Good CWE-377] random and new
    public Stream OpenNew() => new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose);

    // [Bad CWE-367] looked, then written
    public void Create(string path, byte[] data)
    {
        if (!File.Exists(path))
            File.WriteAllBytes(path, data);
    }

    // [Good CWE-367] written only if new
    public void CreateNew(string path, byte[] data)
    {
        using var stream = new FileStream(path, FileMode.CreateNew);
        stream.Write(data);
    }

    // [Good CWE-367] the missing file is caught
    public string? Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    // [Bad CWE-367] looked at the owner's rights, then opened
    public string ReadChecked(string path)
    {
        var attributes = File.GetAttributes(path);
        if (attributes.HasFlag(FileAttributes.ReparsePoint))
            throw new UnauthorizedAccessException();
        return File.ReadAllText(path);
    }

    // [Bad CWE-732] everybody may write
    public void Share(string path) => File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite);

    // [Good CWE-732] the owner may write
    public void Protect(string path) => File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);

    // [Bad CWE-732] full control for everyone
    public void Open(FileInfo file)
    {
        var security = file.GetAccessControl();
        security.AddAccessRule(new FileSystemAccessRule("Everyone", FileSystemRights.FullControl, AccessControlType.Allow));
        file.SetAccessControl(security);
    }

    // [Good CWE-732] everyone is denied
    public void Close(FileInfo file)
    {
        var security = file.GetAccessControl();
        security.AddAccessRule(new FileSystemAccessRule("Everyone", FileSystemRights.Write, AccessControlType.Deny));
        file.SetAccessControl(security);
    }

    // [Bad CWE-732] the world by its identifier
    public void OpenDirectory(DirectoryInfo directory)
    {
        var everyone = new SecurityIdentifier(WellKnownSidType.WorldSid, null);
        var security = new DirectorySecurity();
        security.SetAccessRule(new FileSystemAccessRule(everyone, FileSystemRights.Modify, AccessControlType.Allow));
        directory.SetAccessControl(security);
    }

    // [Good CWE-732] administrators by their identifier
    public void CloseDirectory(DirectoryInfo directory)
    {
        var administrators = new SecurityIdentifier(WellKnownSidType.BuiltinAdministratorsSid, null);
        var security = new DirectorySecurity();
        security.SetAccessRule(new FileSystemAccessRule(administrators, FileSystemRights.Modify, AccessControlType.Allow));
        directory.SetAccessControl(security);
    }

    // [Bad CWE-732] a new directory for all
    public void CreateOpen(string path) => Directory.CreateDirectory(path, (UnixFileMode)0b111_111_111);

    // [Good CWE-732] a new directory for oneself
    public void CreateClosed(string path) => Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}

// [Bad CWE-362] all requests count in one field
public class CounterController : ControllerBase
{
    static int s_visits;

    [HttpGet("visits")]
    public int Next()
    {
        s_visits++;
        return s_visits;
    }
}

// [Good CWE-362] all requests count in turn
public class SafeCounterController : ControllerBase
{
    static int s_visits;

    [HttpGet("visits")]
    public int Next() => Interlocked.Increment(ref s_visits);
}

// [Bad CWE-362] the user of one request is kept for all
public class CurrentUserController : ControllerBase
{
    private static string? s_currentUser;

    [HttpPost("me")]
    public IActionResult Enter()
    {
        s_currentUser = User.Identity?.Name;
        return Ok($"Hello {s_currentUser}");
    }
}

// [Good CWE-362] the user is in the field of one request's object
public class OwnUserController : ControllerBase
{
    private string? _currentUser;

    [HttpPost("me")]
    public IActionResult Enter()
    {
        _currentUser = User.Identity?.Name;
        return Ok($"Hello {_currentUser}");
    }
}

// [Bad CWE-362] a list that is not made for several threads
public class BasketController : ControllerBase
{
    private static readonly Dictionary<string, int> s_baskets = new();

    [HttpPost("basket")]
    public IActionResult Add(string product)
    {
        if (s_baskets.ContainsKey(product))
            s_baskets[product]++;
        else
            s_baskets.Add(product, 1);
        return Ok();
    }
}

// [Good CWE-362] a dictionary for several threads
public class SafeBasketController : ControllerBase
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> s_baskets = new();

    [HttpPost("basket")]
    public IActionResult Add(string product)
    {
        s_baskets.AddOrUpdate(product, 1, (_, count) => count + 1);
        return Ok();
    }
}

// [Good CWE-362] a lock around it
public class LockedController : ControllerBase
{
    private static readonly object s_gate = new();
    private static int s_number;

    [HttpPost("number")]
    public int Next()
    {
        lock (s_gate)
            return ++s_number;
    }
}
