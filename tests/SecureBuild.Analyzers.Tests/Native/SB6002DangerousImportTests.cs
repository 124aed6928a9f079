using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Native.SB6002DangerousImport>;

namespace SecureBuild.Analyzers.Tests.Native;

public sealed class SB6002DangerousImportTests
{
    [Fact]
    public Task Unbounded_functions_and_shells_are_reported() => Verify.AnalyzerAsync("""
        using System;
        using System.Runtime.InteropServices;
        using System.Text;
        partial class C
        {
            [DllImport("msvcrt.dll")] static extern IntPtr [|strcpy|](StringBuilder to, string from);
            [DllImport("libc", EntryPoint = "system")] static extern int [|Run|](string command);
            [DllImport("msvcrt", EntryPoint = "_wpopen", CharSet = CharSet.Unicode)] static extern IntPtr [|Open|](string command, string mode);
            [LibraryImport("kernel32", EntryPoint = "lstrcpyW", StringMarshalling = StringMarshalling.Utf16)] private static partial IntPtr [|Copy|](IntPtr to, string from);
        }
        partial class C { private static partial IntPtr Copy(IntPtr to, string from) => to; }
        """);

    [Fact]
    public Task Bounded_functions_and_managed_methods_of_the_same_name_are_not() => Verify.AnalyzerAsync("""
        using System;
        using System.Runtime.InteropServices;
        class C
        {
            [DllImport("msvcrt")] static extern int strncpy_s(IntPtr to, nint size, string from, nint count);
            [DllImport("libc")] static extern int getpid();
            [DllImport("x", EntryPoint = "copy_bounded")] static extern int strcpy(IntPtr to);
            static void system(string text) { }
            void M() => system("x");
        }
        """);
}
