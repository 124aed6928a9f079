using System.IO.Compression;
using System.Text;
using SecureBuild.Evidence;
using SecureBuild.Vulnerabilities;

namespace SecureBuild.Core.Tests.Vulnerabilities;

public sealed class AdvisoryTests : IDisposable
{
    readonly Osv _osv = new();

    public void Dispose() => _osv.Dispose();

    [Theory]
    [InlineData("""{ "introduced": "0" }, { "fixed": "2.0.0" }""", "1.9.9", "Yes")]
    [InlineData("""{ "introduced": "0" }, { "fixed": "2.0.0" }""", "2.0.0", "No")]
    [InlineData("""{ "introduced": "0" }, { "fixed": "2.0.0" }""", "2.0.0-rc.1", "Yes")]
    [InlineData("""{ "introduced": "1.0.0" }, { "last_affected": "1.5.0" }""", "1.5", "Yes")]
    [InlineData("""{ "introduced": "1.0.0" }, { "last_affected": "1.5.0" }""", "1.5.1", "No")]
    [InlineData("""{ "introduced": "1.0.0" }, { "last_affected": "1.5.0" }""", "0.9", "No")]
    [InlineData("""{ "fixed": "1.1.0" }, { "introduced": "2.0.0" }, { "introduced": "0" }, { "fixed": "2.3.0" }""", "2.1.0", "Yes")]
    [InlineData("""{ "fixed": "1.1.0" }, { "introduced": "2.0.0" }, { "introduced": "0" }, { "fixed": "2.3.0" }""", "1.5.0", "No")]
    [InlineData("""{ "introduced": "0" }, { "limit": "3.0.0" }""", "3.0.0", "No")]
    [InlineData("""{ "introduced": "0" }, { "limit": "*" }""", "3.0.0", "Yes")]
    [InlineData("""{ "introduced": "1.0.0" }, { "fixed": "later" }""", "1.1.0", "Unknown")]
    [InlineData("""{ "introduced": "0" }""", "1.*", "Unknown")]
    public void A_range_is_evaluated_as_the_format_says(string events, string version, string expected)
    {
        _osv.Write("a.json", Osv.File("GHSA-aaaa-bbbb-0001", "Some.Package", events));

        var advisory = Assert.Single(_osv.Open().Index.About(new(Ecosystem.NuGet, "some.PACKAGE")));

        Assert.Equal(expected, advisory.AppliesTo(version, Ecosystem.NuGet).ToString());
    }

    [Fact]
    public void Named_versions_count_as_much_as_ranges_and_a_name_without_versions_is_nobodys_no()
    {
        _osv.Write("a.json", """{ "id": "X-1", "modified": "2026-11-01T00:00:00Z", "affected": [ { "package": { "ecosystem": "npm", "name": "@a/b" }, "versions": ["1.0.0"] } ] }""")
            .Write("b.json", """{ "id": "X-2", "modified": "2026-11-01T00:00:00Z", "affected": [ { "package": { "ecosystem": "npm", "name": "c" }, "ranges": [ { "type": "GIT", "repo": "https://example.com/c", "events": [ { "introduced": "0" } ] } ] } ] }""");

        var report = _osv.Compare(Osv.Product("pkg:npm/%40a/b@1.0.0", "pkg:npm/%40a/b@1.0.1", "pkg:npm/c@1.0.0", "pkg:npm/C@1.0.0"));

        Assert.Equal([("X-1", "@a/b", false), ("X-2", "c", true)], report.Findings.Select(finding => (finding.Id, finding.Package, finding.IsUncertain)));
        Assert.All(report.Findings, finding => Assert.Equal((Severity.Unknown, VexStatus.UnderInvestigation), (finding.Severity, finding.Status)));
    }

    [Fact]
    public void A_folder_with_archives_says_what_it_is_and_gives_the_same_from_its_index()
    {
        _osv.Write("NuGet/GHSA-aaaa-bbbb-0001.json", Osv.File("GHSA-aaaa-bbbb-0001", "A", Osv.Before2))
            .Write("readme.txt", "no advisory")
            .Zip("all.zip", ("GHSA-aaaa-bbbb-0002.json", Osv.File("GHSA-aaaa-bbbb-0002", "b", Osv.Before2, "npm", "2026-11-20T00:00:00Z")),
                ("GHSA-aaaa-bbbb-0003.json", Osv.File("GHSA-aaaa-bbbb-0003", "A", Osv.Before2, more: """, "withdrawn": "2026-11-02T00:00:00Z" """)),
                ("PYSEC.json", Osv.File("PYSEC-2026-0004", "A", Osv.Before2, "PyPI")));
        var bom = Osv.Product("pkg:nuget/A@1.0.0", "pkg:npm/b@1.0.0", "pkg:generic/c@1.0.0");

        var first = _osv.Compare(bom);
        var index = Assert.Single(Directory.EnumerateFiles(_osv.Cache));
        File.SetLastWriteTimeUtc(index, DateTime.UnixEpoch);
        var second = _osv.Compare(bom);

        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(index)); // read, not written again
        Assert.Equal(Encoding.UTF8.GetString(VulnerabilityJson.Indented(first)), Encoding.UTF8.GetString(VulnerabilityJson.Indented(second)));
        Assert.Equal(["GHSA-aaaa-bbbb-0001", "GHSA-aaaa-bbbb-0002"], first.Findings.Select(finding => finding.Id).Order());
        Assert.Equal((2, 1, 0, "2026-11-20"), (first.Data!.Advisories, first.Data.Withdrawn, first.Data.Unread, $"{first.Data.Newest:yyyy-MM-dd}"));
        Assert.Equal((2, 1, (string?)null), (first.Compared, first.NotCompared, first.Gap));
        var lines = new[] { "NuGet/GHSA-aaaa-bbbb-0001.json", "all.zip" }.Select(name => $"{Digest.Sha256OfFile(Path.Combine(_osv.Folder, name))}  {name}\n");
        Assert.Equal(Digest.Sha256(Encoding.UTF8.GetBytes(string.Concat(lines))), first.Data.Sha256);
        Assert.Equal(Digest.Sha256OfFile(Path.Combine(_osv.Folder, "all.zip")), _osv.Open("all.zip").Index.Data.Sha256);
    }

    [Fact]
    public void A_changed_file_and_a_damaged_index_are_noticed()
    {
        _osv.Write("a.json", Osv.File("GHSA-aaaa-bbbb-0001", "A", Osv.Before2));
        var bom = Osv.Product("pkg:nuget/A@1.0.0");
        Assert.Single(_osv.Compare(bom).Findings);
        var index = Assert.Single(Directory.EnumerateFiles(_osv.Cache));
        var bytes = File.ReadAllBytes(index);
        bytes[^3] ^= 1;
        File.WriteAllBytes(index, bytes);
        Assert.Single(_osv.Compare(bom).Findings);

        _osv.Write("a.json", Osv.File("GHSA-aaaa-bbbb-0001", "A", """{ "introduced": "0" }, { "fixed": "0.5.0" }"""));

        Assert.Empty(_osv.Compare(bom).Findings);
    }

    [Fact]
    public void Of_one_advisory_in_two_files_the_newer_holds_even_where_it_takes_the_older_one_back()
    {
        _osv.Write("1.json", Osv.File("GHSA-aaaa-bbbb-0001", "A", Osv.Before2, modified: "2026-11-02T00:00:00Z", more: """, "withdrawn": "2026-11-02T00:00:00Z" """))
            .Write("2.json", Osv.File("GHSA-aaaa-bbbb-0001", "A", Osv.Before2, modified: "2026-11-01T00:00:00Z"));

        Assert.Empty(_osv.Compare(Osv.Product("pkg:nuget/A@1.0.0")).Findings);
    }

    [Fact]
    public void Bad_files_are_named_with_place_every_time_and_then_no_match_shows_nothing()
    {
        _osv.Write("good.json", Osv.File("GHSA-aaaa-bbbb-0001", "B", Osv.Before2))
            .Write("cut.json", "{\n  \"id\": \"GHSA-\n")
            .Write("shape.json", "{\n  \"id\": \"X\",\n  \"modified\": 5\n}")
            .Write("broken.zip", "PK no archive")
            .Zip("some.zip", ("in.json", "[]"));
        foreach (var _ in (int[])[1, 2])
        {
            var report = _osv.Compare(Osv.Product("pkg:nuget/A@1.0.0"));

            Assert.Equal(["SB9264 broken.zip 0", "SB9296 cut.json 2", "SB9297 shape.json 3", "SB9297 some.zip!in.json 1"],
                report.Problems.Select(problem => $"{problem.Code} {Path.GetFileName(problem.File)} {problem.Line}").Order());
            Assert.Equal((4, GapText.Of("advisories-unread")), (report.Data!.Unread, report.Gap));
        }
    }

    [Fact]
    public void Nothing_there_nothing_relevant_and_old_data_are_told_apart_from_no_match()
    {
        var bom = Osv.Product("pkg:nuget/A@3.0.0");
        Assert.Equal(("SB9266", GapText.Of("advisories-empty")), Told(_osv.Compare(bom)));
        _osv.Write("a.json", Osv.File("GHSA-aaaa-bbbb-0001", "A", Osv.Before2));
        var report = _osv.Compare(bom);
        Assert.Equal((0, 0, (string?)null), (report.Findings.Length, report.Problems.Length, report.Gap));
        Assert.Equal(("SB9267", GapText.Of("advisories-stale")), Told(_osv.Compare(bom, new DateOnly(2026, 12, 2))));
        Assert.Equal(("SB9295", GapText.Of("advisories-unreadable")), Told(VulnerabilityMatcher.Compare(bom, new(Path.Combine(_osv.Folder, "no"), 30, [], null, new(2026, 11, 22)))));

        static (string, string?) Told(VulnerabilityReport report) => (Assert.Single(report.Problems).Code, report.Gap);
    }

    [Fact]
    public void An_archive_that_unpacks_to_more_than_it_says_is_refused_in_bounded_memory()
    {
        using (var zip = ZipFile.Open(Path.Combine(_osv.Folder, "bomb.zip"), ZipArchiveMode.Create))
        using (var stream = zip.CreateEntry("big.json", CompressionLevel.Optimal).Open())
            for (var i = 0; i < 64; i++)
                stream.Write(new byte[1 << 20]);

        var report = _osv.Compare(Osv.Product("pkg:nuget/A@1.0.0"));

        Assert.Equal(["SB9263", "SB9266"], report.Problems.Select(problem => problem.Code));
    }
}
