using System.IO.Compression;
using System.Text;
using SecureBuild.Collecting;
using SecureBuild.Verification;

namespace SecureBuild.Core.Tests.Collecting;

/// <summary>Packages and binary logs: they count where the very output is in them.</summary>
public sealed class BuiltFileTests : IDisposable
{
    readonly TestedBuild _build = new();

    public void Dispose() => _build.Dispose();

    [Fact]
    public void A_package_with_the_output_in_it_tells_whether_it_is_signed()
    {
        var result = _build.CollectFiles(package: Package("Portal.1.0.0.nupkg", File.ReadAllBytes(_build.Assembly)));

        Assert.Equal((VerificationOutcome.Satisfied, "content"), (result.Outcome, Assert.Single(result.Used).By));
        var file = Assert.Single(_build.Fact("sign.nuget")["files"]!.AsArray())!;
        Assert.Equal("unsigned", (string?)file["signature"]);
        Assert.DoesNotContain("1.0.0.nupkg", File.ReadAllText(_build.Folder.Artifact(".evidence.json")), StringComparison.Ordinal);
        Assert.Equal(VerificationOutcome.Satisfied, _build.Folder.Verify(request => request with { AllowUnsigned = true, Reassess = TestedBuild.Derive }).Outcome);
        // What was collected before stays.
        _build.CollectFiles(log: Log("build.binlog", Line(Digest.Sha256OfFile(_build.Assembly))));
        Assert.NotNull(_build.Fact("sign.nuget"));
    }

    [Fact]
    public void A_package_of_another_build_or_with_a_broken_signature_shows_nothing_good()
    {
        Assert.Contains(_build.CollectFiles(package: Package("other.nupkg", "MZ other"u8.ToArray())).Problems, problem => problem.Code == "SB9425");

        _build.CollectFiles(package: Package("broken.nupkg", File.ReadAllBytes(_build.Assembly), "no signature"u8.ToArray()));
        Assert.StartsWith("broken:", (string?)_build.Fact("sign.nuget")["files"]![0]!["signature"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_binary_log_counts_by_the_line_of_this_build_and_only_its_digest_is_kept()
    {
        var log = Log("build.binlog", new string('x', 70_000) + Line(Digest.Sha256OfFile(_build.Assembly)) + "SECRET=hunter2");

        Assert.Equal(VerificationOutcome.Satisfied, _build.CollectFiles(log: log).Outcome);

        Assert.Equal(Digest.Sha256OfFile(log), (string?)Assert.Single(_build.Fact("binlog.digest")["files"]!.AsArray())!["sha256"]);
        Assert.DoesNotContain("hunter2", string.Concat(Directory.GetFiles(_build.Folder.Artifacts).Select(File.ReadAllText)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(65_450)]
    [InlineData(65_500)]
    [InlineData(65_536)]
    [InlineData(131_000)]
    public void The_line_is_found_wherever_it_lies(int before) =>
        Assert.Equal(VerificationOutcome.Satisfied, _build.CollectFiles(log: Log("build.binlog", new string('x', before) + Line(Digest.Sha256OfFile(_build.Assembly)))).Outcome);

    [Fact]
    public void Files_of_other_builds_and_of_other_kinds_are_refused_with_a_code_and_change_nothing()
    {
        var before = File.ReadAllText(_build.Folder.Artifact(".evidence.json"));
        var text = _build.Put("text.txt", "no zip, no gzip");

        Assert.Contains(_build.CollectFiles(log: Log("other.binlog", Line(new string('0', 64)))).Problems, problem => problem.Code == "SB9425");
        Assert.Equal("SB9427", Assert.Single(_build.CollectFiles(log: text).Problems).Code);
        Assert.Equal("SB9426", Assert.Single(_build.CollectFiles(package: text).Problems).Code);
        Assert.Equal("SB9772", Assert.Single(_build.CollectFiles(package: text + "x").Problems).Code);
        Assert.Equal(before, File.ReadAllText(_build.Folder.Artifact(".evidence.json")));
    }

    [Fact]
    public void Files_that_belong_together_are_written_all_or_none()
    {
        var (first, second) = (_build.Put("first", "old"), Path.Combine(_build.Folder.Output, "reports", "second"));
        Directory.CreateDirectory(second);

        Assert.ThrowsAny<SystemException>(() => AtomicFile.WriteTogether([new(first, "new"u8.ToArray()), new(second, "new"u8.ToArray())]));

        Assert.Equal("old", File.ReadAllText(first));
        Assert.DoesNotContain(Directory.GetFiles(Path.GetDirectoryName(first)!), file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    static string Line(string digest) => BuildLine.Of(digest) + "\n";

    string Package(string name, byte[] assembly, byte[]? signature = null)
    {
        var path = _build.Put(name, "");
        using var zip = new ZipArchive(File.Open(path, FileMode.Create), ZipArchiveMode.Create);
        Add("Portal.nuspec", "<package />"u8.ToArray());
        Add("lib/net10.0/Portal.dll", assembly);
        if (signature is not null)
            Add(".signature.p7s", signature);
        return path;

        void Add(string entry, byte[] bytes)
        {
            using var stream = zip.CreateEntry(entry).Open();
            stream.Write(bytes);
        }
    }

    string Log(string name, string text)
    {
        var path = _build.Put(name, "");
        using var stream = new GZipStream(File.Open(path, FileMode.Create), CompressionLevel.Fastest);
        stream.Write(Encoding.UTF8.GetBytes(text));
        return path;
    }
}
