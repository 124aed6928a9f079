// Files that others can touch, state that requests share.
using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.FilesAndRaces.Snippets;

// [Bad CWE-377] a known name in the temporary folder
public static class Report
{
    public static void Save(string text) => File.WriteAllText(Path.Combine(Path.GetTempPath(), "report.txt"), text);
}

// [Good CWE-377] a folder of our own in the temporary folder
public static class SafeReport
{
    public static string Save(string text)
    {
        var folder = Directory.CreateTempSubdirectory("report");
        var path = Path.Combine(folder.FullName, "report.txt");
        File.WriteAllText(path, text);
        return path;
    }
}

// [Bad CWE-377] a name of the process in the temporary folder
public static class PidFile
{
    public static void Write()
    {
        var path = $"/tmp/shop-{Environment.ProcessId}.pid";
        using var writer = new StreamWriter(path);
        writer.Write(Environment.ProcessId);
    }
}

// [Good CWE-377] made anew or not at all
public static class NewFile
{
    public static FileStream Open() => new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose);
}

// [Bad CWE-367] asked before it is opened
public static class Asked
{
    public static string Read(string path)
    {
        if (File.Exists(path))
            return File.ReadAllText(path);
        return "";
    }

    public static void Create(string path, string content)
    {
        if (!File.Exists(path))
            File.WriteAllText(path, content);
    }
}

// [Good CWE-367] opened, and asked by the system
public static class Opened
{
    public static void Create(string path, string content)
    {
        using var stream = new FileStream(path, FileMode.CreateNew);
        using var writer = new StreamWriter(stream);
        writer.Write(content);
    }
}

// [Bad CWE-732] everybody may write
public static class Permissions
{
    public static void Share(string path) => File.SetUnixFileMode(path, (UnixFileMode)0b111_111_111);
}

// [Good CWE-732] the owner may read
public static class NarrowPermissions
{
    public static void Keep(string path) => File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
}

// [Bad CWE-732] everybody may write, by a program
public static class Chmod
{
    public static void Share(string path) => Process.Start("/bin/chmod", ["777", path])?.WaitForExit();
}

// [Bad CWE-362] a balance that two requests change
public class WalletController : ControllerBase
{
    static decimal s_balance = 100;

    [HttpPost("/withdraw")]
    public IActionResult Withdraw(decimal amount)
    {
        if (s_balance >= amount)
        {
            s_balance -= amount;
            return Ok(s_balance);
        }
        return BadRequest();
    }
}

// [Good CWE-362] a balance that one request at a time changes
public class LockedWalletController : ControllerBase
{
    static decimal s_balance = 100;
    static readonly object s_gate = new();

    [HttpPost("/locked-withdraw")]
    public IActionResult Withdraw(decimal amount)
    {
        lock (s_gate)
        {
            if (s_balance >= amount)
            {
                s_balance -= amount;
                return Ok(s_balance);
            }
        }
        return BadRequest();
    }
}

// [Bad CWE-362] a list that all requests fill
public class VisitorsController : ControllerBase
{
    static readonly List<string> s_visitors = new();

    [HttpPost("/visit")]
    public IActionResult Visit(string name)
    {
        s_visitors.Add(name);
        return Ok(s_visitors.Count);
    }
}

// [Good CWE-362] a bag that all requests fill
public class BagController : ControllerBase
{
    static readonly System.Collections.Concurrent.ConcurrentBag<string> s_visitors = new();

    [HttpPost("/bag")]
    public IActionResult Visit(string name)
    {
        s_visitors.Add(name);
        return Ok(s_visitors.Count);
    }
}
