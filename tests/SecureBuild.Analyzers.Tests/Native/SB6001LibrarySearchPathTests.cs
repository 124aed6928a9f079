using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Native.SB6001LibrarySearchPath>;

namespace SecureBuild.Analyzers.Tests.Native;

public sealed class SB6001LibrarySearchPathTests
{
    [Fact]
    public Task Libraries_looked_for_everywhere_are_reported() => Verify.AnalyzerAsync("""
        using System;
        using System.Reflection;
        using System.Runtime.InteropServices;
        partial class C
        {
            [DllImport("codec.dll")] static extern int {|SB6001:Decode|}(byte[] data);
            [DllImport("native/codec", EntryPoint = "x")] static extern int {|SB6001:Other|}(byte[] data);
            [DllImport("legacy"), DefaultDllImportSearchPaths(DllImportSearchPath.LegacyBehavior)] static extern int {|SB6001:Legacy|}();
            [LibraryImport("codec")] private static partial int {|SB6001:Modern|}(int x);
            [DllImport("kernel32")] static extern IntPtr LoadLibrary(string name);
            void M()
            {
                [|NativeLibrary.Load("plugin.dll")|];
                [|LoadLibrary("plugin.dll")|];
                [|Assembly.LoadFrom("Plugin.dll")|];
            }
        }
        partial class C { private static partial int Modern(int x) => 0; }
        """);

    [Fact]
    public Task Restricted_searches_full_paths_and_system_libraries_are_not() => Verify.AnalyzerAsync("""
        using System;
        using System.Reflection;
        using System.Runtime.InteropServices;
        static class Methods
        {
            [DllImport("codec.dll"), DefaultDllImportSearchPaths(DllImportSearchPath.System32 | DllImportSearchPath.AssemblyDirectory)] static extern int Decode(byte[] data);
            [DllImport("kernel32.dll", SetLastError = true)] static extern int GetLastError();
            [DllImport("USER32")] static extern int A();
            [DllImport("libc", SetLastError = true)] static extern int getpid();
            [DllImport("/usr/lib/libx.so")] static extern int B();
            [DllImport(@"C:\Program Files\X\x.dll")] static extern int D();
            static void M(string path)
            {
                NativeLibrary.Load(path);
                NativeLibrary.Load("codec", typeof(Methods).Assembly, DllImportSearchPath.AssemblyDirectory);
                Assembly.LoadFrom(System.IO.Path.Combine(AppContext.BaseDirectory, "Plugin.dll"));
            }
        }
        """);

    [Fact]
    public Task An_attribute_on_the_assembly_is_enough() => Verify.AnalyzerAsync("""
        using System.Runtime.InteropServices;
        [assembly: DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
        class C { [DllImport("codec.dll")] static extern int Decode(byte[] data); }
        """);
}
