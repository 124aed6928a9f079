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

    [Fact]
    public Task Search_paths_with_folders_that_others_fill_are_reported() => Verify.AnalyzerAsync("""
        using System;
        using System.Diagnostics;
        using System.IO;
        class C
        {
            void M(ProcessStartInfo info)
            {
                Environment.SetEnvironmentVariable("PATH", [|Path.GetTempPath() + ";" + Environment.GetEnvironmentVariable("PATH")|]);
                Environment.SetEnvironmentVariable("LD_LIBRARY_PATH", [|$"/tmp/lib:{Environment.GetEnvironmentVariable("LD_LIBRARY_PATH")}"|]);
                info.Environment["PATH"] = [|".:/usr/bin"|];
                info.EnvironmentVariables["LD_PRELOAD"] = [|"./hook.so"|];
                Environment.SetEnvironmentVariable("PATH", "/usr/bin:/usr/local/bin");
                Environment.SetEnvironmentVariable("LD_LIBRARY_PATH", Path.Combine(AppContext.BaseDirectory, "native"));
                Environment.SetEnvironmentVariable("TMPDIR", Path.GetTempPath());
                info.Environment["HOME"] = "/tmp/home";
            }
        }
        """);
}
