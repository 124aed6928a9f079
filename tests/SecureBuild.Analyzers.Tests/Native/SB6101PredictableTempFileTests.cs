using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Native.SB6101PredictableTempFile>;

namespace SecureBuild.Analyzers.Tests.Native;

public sealed class SB6101PredictableTempFileTests
{
    [Fact]
    public Task Guessable_names_in_the_temporary_directory_are_reported() => Verify.AnalyzerAsync("""
        using System;
        using System.Diagnostics;
        using System.IO;
        class C
        {
            void M(string text, byte[] data)
            {
                var name = [|Path.GetTempFileName()|];
                [|File.WriteAllText(Path.Combine(Path.GetTempPath(), "export.csv"), text)|];
                var path = Path.Combine(Path.GetTempPath(), $"app-{DateTime.Now:yyyyMMdd}.log");
                [|File.AppendAllText(path, text)|];
                using var stream = [|new FileStream(Path.GetTempPath() + "data.bin", FileMode.Create)|];
                using var writer = [|new StreamWriter("/tmp/app.log")|];
                [|File.WriteAllBytes(Path.Combine(Path.GetTempPath(), Environment.UserName + "_" + Process.GetCurrentProcess().Id + ".tmp"), data)|];
                [|File.Copy("a", Path.Combine(Path.GetTempPath(), "b"))|];
                var random = new Random();
                [|File.WriteAllText(Path.Combine(Path.GetTempPath(), random.Next() + ".tmp"), text)|];
                using var created = [|File.Create(Path.Combine(Path.GetTempPath(), "upload-" + DateTime.UtcNow.Ticks))|];
            }
        }
        """);

    [Fact]
    public Task Random_names_new_files_and_reading_are_not() => Verify.AnalyzerAsync("""
        using System;
        using System.IO;
        class C
        {
            void M(string text, string name)
            {
                File.WriteAllText(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), text);
                File.WriteAllText(Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.txt"), text);
                using var stream = new FileStream(Path.Combine(Path.GetTempPath(), "lock"), FileMode.CreateNew);
                var folder = Directory.CreateTempSubdirectory("app");
                File.WriteAllText(Path.Combine(folder.FullName, "export.csv"), text);
                File.ReadAllText(Path.Combine(Path.GetTempPath(), "export.csv"));
                File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "export.csv"), text);
                File.WriteAllText(Path.Combine(Path.GetTempPath(), name), text);
                File.WriteAllText("/var/lib/app/export.csv", text);
                var unique = Path.Combine(Path.GetTempPath(), "app-" + Guid.NewGuid());
                File.WriteAllText(Path.Combine(unique, "a.txt"), text);
            }
        }
        """);

    [Fact]
    public Task File_infos_and_environment_variables_are_followed() => Verify.AnalyzerAsync("""
        using System;
        using System.IO;
        class C
        {
            void M(string text)
            {
                var file = new FileInfo(Path.Combine(Path.GetTempPath(), "cache.json"));
                using var writer = [|file.CreateText()|];
                [|File.WriteAllText(Path.Combine(Environment.GetEnvironmentVariable("TEMP"), "x.txt"), text)|];
                new FileInfo(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString())).CreateText().Dispose();
            }
        }
        """);
}
