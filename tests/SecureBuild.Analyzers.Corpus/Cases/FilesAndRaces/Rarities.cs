// Rights, temporary files and shared state in rarer shapes.
using System.IO.Pipes;
using System.Security.AccessControl;
using System.Security.Principal;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.FilesAndRaces.Rarities;

// [Bad CWE-732] everybody may do everything
#pragma warning disable CA1416
public static class Rights
{
    public static void Open(DirectoryInfo folder)
    {
        var security = folder.GetAccessControl();
        var everyone = new SecurityIdentifier(WellKnownSidType.WorldSid, null);
        security.AddAccessRule(new FileSystemAccessRule(everyone, FileSystemRights.FullControl, InheritanceFlags.ContainerInherit, PropagationFlags.None, AccessControlType.Allow));
        folder.SetAccessControl(security);
    }
}

// [Good CWE-732] the service may do everything
public static class SafeRights
{
    public static void Open(DirectoryInfo folder)
    {
        var security = folder.GetAccessControl();
        security.AddAccessRule(new FileSystemAccessRule(WindowsIdentity.GetCurrent().User!, FileSystemRights.FullControl, InheritanceFlags.ContainerInherit, PropagationFlags.None, AccessControlType.Allow));
        folder.SetAccessControl(security);
    }
}

// [Bad CWE-377] a lock in the folder of temporary files
public sealed class SingleInstance : IDisposable
{
    readonly FileStream _lock = File.Open(Path.Combine(Path.GetTempPath(), "shop.lock"), FileMode.OpenOrCreate);

    public void Dispose() => _lock.Dispose();
}

// [Good CWE-377] a lock in the folder of the user
public sealed class SafeSingleInstance : IDisposable
{
    readonly FileStream _lock = File.Open(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "shop", "shop.lock"), FileMode.OpenOrCreate);

    public void Dispose() => _lock.Dispose();
}

// [Bad CWE-362] a singleton's list that requests change
public sealed class Queue
{
    static readonly List<int> s_waiting = [];

    public static void Enter(int id)
    {
        if (!s_waiting.Contains(id))
            s_waiting.Add(id);
    }
}

// [same case]
public class QueueController : ControllerBase
{
    [HttpPost("/enter")]
    public IActionResult Enter(int id)
    {
        Queue.Enter(id);
        return Ok();
    }
}

// [Good CWE-362] a singleton's list behind a lock
public sealed class SafeQueue
{
    static readonly List<int> s_waiting = [];
    static readonly Lock s_gate = new();

    public static void Enter(int id)
    {
        lock (s_gate)
            if (!s_waiting.Contains(id))
                s_waiting.Add(id);
    }
}

// [Bad CWE-367] a folder that is asked for, then made, then written
public static class Spool
{
    public static void Write(string folder, string name, byte[] data)
    {
        var path = Path.Combine(folder, name);
        if (File.Exists(path))
            throw new IOException("exists");
        using var stream = File.OpenWrite(path);
        stream.Write(data);
    }
}

// [Good CWE-367] a folder that is made, whether it is there or not
public static class SafeSpool
{
    public static void Write(string folder, string name, byte[] data)
    {
        Directory.CreateDirectory(folder);
        using var stream = new FileStream(Path.Combine(folder, name), FileMode.CreateNew, FileAccess.Write);
        stream.Write(data);
    }
}
