using System.Runtime.Versioning;
using Microsoft.AspNetCore.DataProtection;

namespace Halyard.Storage;

public sealed class SpoolOptions
{
    public string Folder { get; set; } = Path.GetTempPath();

    public UnixFileMode Mode { get; set; } = UnixFileMode.UserRead | UnixFileMode.UserWrite;
}

public sealed class Spool(SpoolOptions options)
{
    // [Bad CWE-377] a name of the process's number in the folder that all share
    public FileStream Open() => new(Path.Combine(Path.GetTempPath(), $"halyard-{Environment.ProcessId}.spool"), FileMode.Create);

    // [Good CWE-377] a folder made for us alone
    public FileStream OpenPrivate() => new(Path.Combine(Directory.CreateTempSubdirectory("halyard-").FullName, "spool"), FileMode.CreateNew);

    // [Bad CWE-732] readable and writable for all users of the machine
    [UnsupportedOSPlatform("windows")]
    public FileStream OpenShared(string name) => new(Path.Combine(options.Folder, name), new FileStreamOptions
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.Write,
        UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.OtherWrite,
    });

    // [Good CWE-732] for us
    [UnsupportedOSPlatform("windows")]
    public FileStream OpenOwn(string name) => new(Path.Combine(options.Folder, name), new FileStreamOptions
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.Write,
        UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
    });

    // [Bad CWE-367] between the question and the opening another may put a link there
    public void Replace(string path, ReadOnlySpan<byte> content)
    {
        if (!File.Exists(path))
        {
            using var stream = File.Create(path);
            stream.Write(content);
        }
    }

    // [Good CWE-367] one step that fails where something is
    public void Create(string path, ReadOnlySpan<byte> content)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        stream.Write(content);
    }
}
