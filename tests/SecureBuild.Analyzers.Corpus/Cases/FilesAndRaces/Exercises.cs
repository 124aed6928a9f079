// Files that others can reach, and state that others change.
using System.Collections.Concurrent;
using System.IO.MemoryMappedFiles;
using System.IO.Pipes;
using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;
using Microsoft.AspNetCore.Mvc;

#pragma warning disable CA1416

namespace Corpus.FilesAndRaces.Exercises;

public class Exports
{
    // [Bad CWE-377] a name that everybody can guess in the folder of everybody
    public string Fixed(string text)
    {
        var path = Path.Combine(Path.GetTempPath(), "export.csv");
        File.WriteAllText(path, text);
        return path;
    }

    // [Bad CWE-377] the number of the process is easy to guess
    public string ByProcess(byte[] data)
    {
        var path = "/tmp/report-" + Environment.ProcessId + ".pdf";
        using var stream = new FileStream(path, FileMode.Create);
        stream.Write(data);
        return path;
    }

    // [Good CWE-377] a folder of one's own
    public string OwnFolder(string text)
    {
        var folder = Directory.CreateTempSubdirectory("export-");
        var path = Path.Combine(folder.FullName, "export.csv");
        File.WriteAllText(path, text);
        return path;
    }

    // [Good CWE-377] a random name, and only if there is none
    public string Fresh(byte[] data)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        stream.Write(data);
        return path;
    }

    // [Bad CWE-367] the file is looked for, then written
    public void WriteOnce(string path, string text)
    {
        if (!File.Exists(path))
        {
            using var writer = new StreamWriter(path);
            writer.Write(text);
        }
    }

    // [Good CWE-367] the file is made only if there is none
    public bool TryWriteOnce(string path, byte[] data)
    {
        try
        {
            using var stream = File.Open(path, FileMode.CreateNew);
            stream.Write(data);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    // [Bad CWE-732] everybody may write the program's settings
    public void Share(string path) =>
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.OtherWrite);

    // [Good CWE-732] the owner may
    public void Keep(string path) => File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);

    // [Bad CWE-732] full control for the world, by its identifier
    public void Grant(string path)
    {
        var info = new FileInfo(path);
        var security = info.GetAccessControl();
        var everyone = new SecurityIdentifier(WellKnownSidType.WorldSid, null);
        security.SetAccessRule(new FileSystemAccessRule(everyone, FileSystemRights.FullControl, AccessControlType.Allow));
        info.SetAccessControl(security);
    }

    // [Good CWE-732] the world is kept out
    public void Deny(string path)
    {
        var info = new FileInfo(path);
        var security = info.GetAccessControl();
        var everyone = new SecurityIdentifier(WellKnownSidType.WorldSid, null);
        security.SetAccessRule(new FileSystemAccessRule(everyone, FileSystemRights.Write, AccessControlType.Deny));
        info.SetAccessControl(security);
    }

    // [Bad CWE-276] a folder is made for all
    public void Folder(string path) => Directory.CreateDirectory(path, (UnixFileMode)0x1FF);
}

// [Bad CWE-362] a counter that all requests share
public class VisitController : ControllerBase
{
    private static int s_visits;

    [HttpGet]
    public int Count() => ++s_visits;
}

// [Good CWE-362] a counter that all requests share, one after the other
public class SafeVisitController : ControllerBase
{
    private static int s_visits;

    [HttpGet]
    public int Count() => Interlocked.Increment(ref s_visits);
}

// [Bad CWE-362] a list that all requests share
public class BasketController : ControllerBase
{
    private static readonly Dictionary<string, int> Basket = [];

    [HttpPost]
    public IActionResult Add(string article)
    {
        Basket[article] = Basket.GetValueOrDefault(article) + 1;
        return Ok();
    }
}

// [Good CWE-362] a list that all requests share, made for it
public class SafeBasketController : ControllerBase
{
    private static readonly ConcurrentDictionary<string, int> Basket = new();

    [HttpPost]
    public IActionResult Add(string article)
    {
        Basket.AddOrUpdate(article, 1, (_, count) => count + 1);
        return Ok();
    }
}

// [Bad CWE-362] the balance is looked at outside the lock
public class Account
{
    private readonly object _gate = new();
    private decimal _balance;

    public bool Withdraw(decimal amount)
    {
        if (_balance < amount)
            return false;
        lock (_gate)
        {
            _balance -= amount;
        }
        return true;
    }
}

// [Good CWE-362] the balance is looked at inside the lock
public class SafeAccount
{
    private readonly Lock _gate = new();
    private decimal _balance;

    public bool Withdraw(decimal amount)
    {
        lock (_gate)
        {
            if (_balance < amount)
                return false;
            _balance -= amount;
        }
        return true;
    }
}
