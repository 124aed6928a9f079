using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Native.SB6105ProgramSearchPath>;

namespace SecureBuild.Analyzers.Tests.Native;

public sealed class SB6105ProgramSearchPathTests
{
    [Fact]
    public Task Programs_without_a_directory_are_reported() => Verify.AnalyzerAsync("""
        using System.Diagnostics;
        class C
        {
            const string Tool = "updater.exe";
            void M()
            {
                Process.Start([|Tool|]);
                Process.Start([|"convert.bat"|], "a b");
                var info = new ProcessStartInfo { FileName = [|"report.cmd"|], UseShellExecute = true };
                var other = new ProcessStartInfo([|"helper.exe"|]);
            }
        }
        """);

    [Fact]
    public Task Full_paths_unknown_names_and_system_tools_are_not() => Verify.AnalyzerAsync("""
        using System;
        using System.Diagnostics;
        using System.IO;
        class C
        {
            void M(string name)
            {
                Process.Start(Path.Combine(AppContext.BaseDirectory, "updater.exe"));
                Process.Start(@"C:\Program Files\App\updater.exe");
                Process.Start("git", "status");
                Process.Start("cmd.exe", "/c dir");
                Process.Start(name);
                Process.Start(new ProcessStartInfo("https://example.com") { UseShellExecute = true });
            }
        }
        """);
}
