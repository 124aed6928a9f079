// Temporary files, permissions, checks that come too early.
using System.IO.Compression;
using System.Security.AccessControl;
using System.Security.Principal;

namespace Corpus.FilesAndRaces.Rooms;

// [Bad CWE-377] a name that everybody can guess
public class Export
{
    public string Write(string content)
    {
        var path = Path.Combine(Path.GetTempPath(), "contoso-export.csv");
        File.WriteAllText(path, content);
        return path;
    }
}

// [Good CWE-377] a folder of its own
public class ExportGood
{
    public string Write(string content)
    {
        var folder = Directory.CreateTempSubdirectory("contoso-");
        var path = Path.Combine(folder.FullName, "export.csv");
        File.WriteAllText(path, content);
        return path;
    }
}

// [Bad CWE-377] the process's number makes the name
public class LockFile
{
    readonly string _path = Path.GetTempPath() + "agent-" + Environment.ProcessId + ".lock";

    public void Take() => File.WriteAllText(_path, DateTime.UtcNow.ToString("O"));
}

// [Bad CWE-732] everybody may write
public class SocketFolder
{
    const UnixFileMode All = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    public void Create(string path) => Directory.CreateDirectory(path, All);
}

// [Good CWE-732] the owner only
public class SocketFolderGood
{
    const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public void Create(string path) => Directory.CreateDirectory(path, Own);
}

// [Bad CWE-732] options of a stream with a mode for all
public class KeyFile
{
    public void Save(string path, byte[] key)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = (UnixFileMode)0b110_110_110 };
        using var stream = new FileStream(path, options);
        stream.Write(key);
    }
}

// [Good CWE-732] options of a stream with a mode for the owner
public class KeyFileGood
{
    public void Save(string path, byte[] key)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite };
        using var stream = new FileStream(path, options);
        stream.Write(key);
    }
}

// [Bad CWE-732] full control for Everyone, by the well-known identifier
public class SharedFolder
{
    public void Open(string path)
    {
        var everyone = new SecurityIdentifier(WellKnownSidType.WorldSid, null);
        var info = new DirectoryInfo(path);
        var security = info.GetAccessControl();
        security.AddAccessRule(new FileSystemAccessRule(everyone, FileSystemRights.FullControl, InheritanceFlags.ContainerInherit | InheritanceFlags.ObjectInherit, PropagationFlags.None, AccessControlType.Allow));
        info.SetAccessControl(security);
    }
}

// [Bad CWE-367] the balance is read, compared and written without a lock
public class Wallet
{
    decimal _balance = 100;

    public async Task<bool> SpendAsync(decimal amount)
    {
        if (_balance < amount)
            return false;
        await Task.Delay(5);
        _balance -= amount;
        return true;
    }
}

// [Good CWE-367] under a semaphore
public class WalletGood
{
    readonly SemaphoreSlim _gate = new(1, 1);
    decimal _balance = 100;

    public async Task<bool> SpendAsync(decimal amount)
    {
        await _gate.WaitAsync();
        try
        {
            if (_balance < amount)
                return false;
            _balance -= amount;
            return true;
        }
        finally
        {
            _gate.Release();
        }
    }
}

// [Bad CWE-367] whether the file is there is asked before it is made
public class OnceFile
{
    public void Create(string path, string content)
    {
        var info = new FileInfo(path);
        if (!info.Exists)
        {
            using var writer = info.CreateText();
            writer.Write(content);
        }
    }
}

// [Good CWE-367] the system decides
public class OnceFileGood
{
    public bool TryCreate(string path, string content)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            using var writer = new StreamWriter(stream);
            writer.Write(content);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}

// [Bad CWE-362] a shared dictionary that requests change
public class VisitCounter
{
    static readonly Dictionary<string, int> s_visits = [];

    public static void Map(WebApplication app) => app.MapGet("/visit/{page}", (string page) =>
    {
        if (!s_visits.ContainsKey(page))
            s_visits[page] = 0;
        return ++s_visits[page];
    });
}

// [Good CWE-362] a dictionary for many threads
public class VisitCounterGood
{
    static readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> s_visits = new();

    public static void Map(WebApplication app) => app.MapGet("/visits/{page}", (string page) => s_visits.AddOrUpdate(page, 1, (_, count) => count + 1));
}
