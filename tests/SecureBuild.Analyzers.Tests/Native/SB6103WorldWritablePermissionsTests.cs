using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Native.SB6103WorldWritablePermissions>;

namespace SecureBuild.Analyzers.Tests.Native;

public sealed class SB6103WorldWritablePermissionsTests
{
    [Fact]
    public Task Rights_for_everybody_are_reported() => Verify.AnalyzerAsync("""
        using System;
        using System.Diagnostics;
        using System.IO;
        using System.Runtime.InteropServices;
        using System.Security.AccessControl;
        using System.Security.Principal;
        class C
        {
            const UnixFileMode All = (UnixFileMode)511;
            [DllImport("libc")] static extern int chmod(string path, int mode);
            void M(string path)
            {
                File.SetUnixFileMode(path, [|UnixFileMode.UserRead | UnixFileMode.OtherWrite|]);
                Directory.CreateDirectory(path, [|All|]);
                var options = new FileStreamOptions { UnixCreateMode = [|UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite|] };
                var a = [|new FileSystemAccessRule("Everyone", FileSystemRights.FullControl, AccessControlType.Allow)|];
                var world = new SecurityIdentifier(WellKnownSidType.WorldSid, null);
                var b = [|new FileSystemAccessRule(world, FileSystemRights.Modify, InheritanceFlags.None, PropagationFlags.None, AccessControlType.Allow)|];
                var c = [|new MutexAccessRule(new SecurityIdentifier("S-1-1-0"), MutexRights.FullControl, AccessControlType.Allow)|];
                [|Process.Start("chmod", "777 " + path)|];
                [|Process.Start("/bin/sh", $"-c \"chmod -R a+rwx {path}\"")|];
                var info = [|new ProcessStartInfo("chmod", $"0666 {path}")|];
                [|chmod(path, 0x1FF)|];
                [|chmod(path, Convert.ToInt32("777", 8))|];
            }
        }
        """);

    [Fact]
    public Task Rights_for_owners_denials_and_questions_are_not() => Verify.AnalyzerAsync("""
        using System;
        using System.Diagnostics;
        using System.IO;
        using System.Runtime.InteropServices;
        using System.Security.AccessControl;
        using System.Security.Principal;
        class C
        {
            [DllImport("libc")] static extern int chmod(string path, int mode);
            bool M(string path)
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
                Directory.CreateDirectory(path, UnixFileMode.StickyBit | UnixFileMode.UserWrite | UnixFileMode.OtherWrite);
                var a = new FileSystemAccessRule("Everyone", FileSystemRights.Read, AccessControlType.Allow);
                var b = new FileSystemAccessRule("Everyone", FileSystemRights.FullControl, AccessControlType.Deny);
                var c = new FileSystemAccessRule(WindowsIdentity.GetCurrent().User, FileSystemRights.FullControl, AccessControlType.Allow);
                Process.Start("chmod", "600 " + path);
                Process.Start("chmod", "u+x,go-w 777.txt");
                chmod(path, 0x180);
                return (File.GetUnixFileMode(path) & UnixFileMode.OtherWrite) != 0 || File.GetUnixFileMode(path).HasFlag(UnixFileMode.OtherWrite);
            }
        }
        """);

    [Fact]
    public Task Chmod_is_read_from_every_place_where_its_arguments_can_stand() => Verify.AnalyzerAsync("""
        using System.Diagnostics;
        class C
        {
            void M(string path)
            {
                var a = new ProcessStartInfo { FileName = "chmod", [|Arguments = "-R 777 " + path|] };
                var b = new ProcessStartInfo("/bin/chmod");
                [|b.ArgumentList.Add("0777")|];
                b.ArgumentList.Add(path);
                var c = new ProcessStartInfo { FileName = "chmod", Arguments = "640 " + path };
                var d = new ProcessStartInfo { FileName = "echo", Arguments = "777" };
            }
        }
        """);
}
