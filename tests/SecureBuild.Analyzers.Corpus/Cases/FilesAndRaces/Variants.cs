// Files, permissions and shared state, in many styles.
using System.Security.AccessControl;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.FilesAndRaces.Variants;

// [Bad CWE-377] a name of our own in the folder for all
public class Report
{
    public string Write(string text)
    {
        var path = Path.Combine(Path.GetTempPath(), "report.txt");
        File.WriteAllText(path, text);
        return path;
    }
}

// [Good CWE-377] a folder of its own
public class ReportGood
{
    public string Write(string text)
    {
        var folder = Directory.CreateTempSubdirectory("report-");
        var path = Path.Combine(folder.FullName, "report.txt");
        File.WriteAllText(path, text);
        return path;
    }
}

// [Bad CWE-377] a name by the process
public class Lock
{
    public FileStream Take() => new("/tmp/app-" + Environment.ProcessId + ".lock", FileMode.Create);
}

// [Bad CWE-732] everybody may write
public class Shared
{
    public void Open(string path)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite);
    }
}

// [Good CWE-732] the owner may
public class Private
{
    public void Open(string path)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}

// [Bad CWE-732] full control for everyone
public class Rules
{
    public void Grant(string path)
    {
        if (!OperatingSystem.IsWindows())
            return;
        var info = new FileInfo(path);
        var security = info.GetAccessControl();
        security.AddAccessRule(new FileSystemAccessRule("Everyone", FileSystemRights.FullControl, AccessControlType.Allow));
        info.SetAccessControl(security);
    }
}

// [Bad CWE-367] checked, then opened
public class Importer
{
    public string Read(string path)
    {
        if (File.Exists(path))
            return File.ReadAllText(path);
        return "";
    }

    public void Replace(string path, string text)
    {
        if (!File.Exists(path))
            File.WriteAllText(path, text);
    }
}

// [Good CWE-367] opened once, and the exception says that there is none
public class ImporterGood
{
    public string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (FileNotFoundException)
        {
            return "";
        }
    }

    public void Create(string path, string text)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        using var writer = new StreamWriter(stream);
        writer.Write(text);
    }
}

// [Bad CWE-362] a counter of the class
public class VisitsController : Controller
{
    static int s_visits;

    public IActionResult Index()
    {
        s_visits++;
        return Content(s_visits.ToString());
    }
}

// [Good CWE-362] a counter with Interlocked
public class VisitsGoodController : Controller
{
    static int s_visits;

    public IActionResult Index() => Content(Interlocked.Increment(ref s_visits).ToString());
}

// [Bad CWE-362] a dictionary for all requests
public class CartController : Controller
{
    static readonly Dictionary<string, int> s_carts = new();

    public IActionResult Add(string user)
    {
        if (!s_carts.ContainsKey(user))
            s_carts[user] = 0;
        s_carts[user] += 1;
        return Ok(s_carts[user]);
    }
}

// [Good CWE-362] the same under a lock
public class CartGoodController : Controller
{
    static readonly Dictionary<string, int> s_carts = new();
    static readonly Lock s_lock = new();

    public IActionResult Add(string user)
    {
        lock (s_lock)
        {
            s_carts[user] = s_carts.GetValueOrDefault(user) + 1;
            return Ok(s_carts[user]);
        }
    }

    sealed class Lock;
}
