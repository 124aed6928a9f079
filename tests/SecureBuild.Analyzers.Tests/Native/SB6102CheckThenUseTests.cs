using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Native.SB6102CheckThenUse>;

namespace SecureBuild.Analyzers.Tests.Native;

public sealed class SB6102CheckThenUseTests
{
    [Fact]
    public Task Writing_after_asking_is_reported() => Verify.AnalyzerAsync("""
        using System.IO;
        class C
        {
            void A(string path, string text) { if (!File.Exists(path)) [|File.WriteAllText(path, text)|]; }
            void B(string path, string text)
            {
                if (File.Exists(path))
                    return;
                using var file = [|new FileStream(path, FileMode.Create)|];
            }
            void D(string from, string to) { if (!File.Exists(to)) { System.Console.WriteLine(to); [|File.Move(from, to)|]; } }
            void E(string path) { var exists = File.Exists(path); if (!exists) { using var file = [|File.Create(path)|]; } }
            string F(string path) => null;
            string G(string path)
            {
                if ((File.GetAttributes(path) & FileAttributes.ReparsePoint) != 0)
                    throw new IOException();
                return [|File.ReadAllText(path)|];
            }
        }
        """);

    [Fact]
    public Task Reading_new_files_and_other_paths_are_not() => Verify.AnalyzerAsync("""
        using System.IO;
        class C
        {
            string A(string path) => File.Exists(path) ? File.ReadAllText(path) : null;
            string B(string path) { if (!File.Exists(path)) throw new FileNotFoundException(); return File.ReadAllText(path); }
            void D(string path, string other) { if (!File.Exists(path)) File.WriteAllText(other, ""); }
            void E(string path) { if (File.Exists(path)) File.Delete(path); }
            void F(string path) { if (!Directory.Exists(path)) Directory.CreateDirectory(path); }
            void G(string path) { using var file = new FileStream(path, FileMode.CreateNew); }
            void H(string path) { if (!File.Exists(path)) { using var file = new FileStream(path, FileMode.CreateNew); } }
        }
        """);

    [Fact]
    public Task File_infos_are_followed_and_a_mode_that_is_only_changed_is_not_a_decision() => Verify.AnalyzerAsync("""
        using System.IO;
        class C
        {
            void A(string path) { var file = new FileInfo(path); if (!file.Exists) { using var stream = [|file.Create()|]; } }
            string B(string path) { var file = new FileInfo(path); if (file.LinkTarget != null) throw new IOException(); return [|File.ReadAllText(path)|]; }
            long D(string path) { var file = new FileInfo(path); return file.Exists ? file.Length : 0; }
            void E(string path) { var mode = File.GetUnixFileMode(path) & ~UnixFileMode.OtherWrite; File.SetUnixFileMode(path, mode); }
        }
        """);
}
