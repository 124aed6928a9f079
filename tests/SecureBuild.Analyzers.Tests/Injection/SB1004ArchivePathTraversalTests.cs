using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Injection.SB1004ArchivePathTraversal>;

namespace SecureBuild.Analyzers.Tests.Injection;

public sealed class SB1004ArchivePathTraversalTests
{
    [Fact]
    public Task Entries_written_where_they_say_are_reported() => Verify.AnalyzerAsync("""
        using System.Formats.Tar;
        using System.IO.Compression;
        public class Import
        {
            public void Zip(ZipArchive archive, string target)
            {
                foreach (var entry in archive.Entries)
                    entry.ExtractToFile([|Path.Combine(target, entry.FullName)|]);
            }
            public void ByHand(ZipArchiveEntry entry, string target)
            {
                using var file = File.Create([|target + "/" + entry.FullName|]);
                entry.Open().CopyTo(file);
            }
            public void Tar(TarReader reader, string target)
            {
                while (reader.GetNextEntry() is { } entry)
                    entry.ExtractToFile([|Path.Combine(target, entry.Name)|], true);
            }
            public void Resolved(ZipArchiveEntry entry, string target)
            {
                var path = Path.GetFullPath(Path.Combine(target, entry.FullName));
                entry.ExtractToFile([|path|]);
            }
        }
        """, FlowSetup.Web);

    [Fact]
    public Task Checked_entries_are_not_reported() => Verify.AnalyzerAsync("""
        using System.Formats.Tar;
        using System.IO.Compression;
        public class Import
        {
            public void All(ZipArchive archive, string target) => archive.ExtractToDirectory(target);
            public void Checked(ZipArchive archive)
            {
                var folder = Path.GetFullPath("/srv/import") + Path.DirectorySeparatorChar;
                foreach (var entry in archive.Entries)
                {
                    var path = Path.GetFullPath(Path.Combine(folder, entry.FullName));
                    if (!path.StartsWith(folder, StringComparison.Ordinal))
                        throw new InvalidDataException();
                    entry.ExtractToFile(path);
                }
            }
            public void Flat(ZipArchiveEntry entry, string target) => entry.ExtractToFile(Path.Combine(target, entry.Name));
            public void FileName(ZipArchiveEntry entry, string target) => entry.ExtractToFile(Path.Combine(target, Path.GetFileName(entry.FullName)));
            public void Numbered(ZipArchiveEntry entry, string target, int number) => entry.ExtractToFile(Path.Combine(target, number + ".bin"));
        }
        """, FlowSetup.Web);
}
