using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SecureBuild.Submission;
using SecureBuild.Verification;

namespace SecureBuild.Core.Tests.Submission;

/// <summary>Zips of others: each answer has a code, and nothing is written anywhere but where it is taken away again.</summary>
public sealed class HostileZipTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("hostile 敵 ").FullName;

    string Zip => Path.Combine(_folder, "in", "package.zip");

    public HostileZipTests() => Directory.CreateDirectory(Path.Combine(_folder, "in"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("a/../../evil.txt")]
    [InlineData("/etc/evil.txt")]
    [InlineData("a\\..\\..\\evil.txt")]
    [InlineData("C:/evil.txt")]
    [InlineData("C:evil.txt")]
    [InlineData("a//evil.txt")]
    [InlineData("./evil.txt")]
    [InlineData("CON")]
    [InlineData("forms/aux.html")]
    [InlineData("nul.txt")]
    [InlineData("evil.txt.")]
    [InlineData("evil ")]
    [InlineData("evil\u0007.txt")]
    [InlineData("\u202Etxt.exe")]
    [InlineData("e\u0301vil.txt")]
    public void A_name_that_leads_elsewhere_is_refused(string name)
    {
        Make((name, "evil"));
        Refused("SB9741");
        Assert.Equal(["in"], Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("report.html", "report.html")]
    [InlineData("report.html", "Report.HTML")]
    [InlineData("straße.txt", "STRASSE.txt", false)]
    [InlineData("forms", "forms/a.html")]
    [InlineData("forms/a.html", "FORMS")]
    public void Two_names_of_one_file_are_refused(string one, string other, bool refused = true)
    {
        Make((one, "1"), (other, "2"));
        Refused(refused ? "SB9742" : "SB9751");
    }

    [Fact]
    public void A_link_and_a_device_are_refused()
    {
        foreach (var type in (int[])[0xA, 0x6, 0x1])
        {
            Make(zip => zip.CreateEntry("link").ExternalAttributes = type << 28 | 0x01FF0000);
            Refused("SB9745");
        }
    }

    [Fact]
    public void An_encrypted_entry_is_refused() => Patched(central: 8, local: 6, bytes => bytes[0] |= 1, "SB9743");

    [Fact]
    public void A_rare_compression_is_refused() => Patched(central: 10, local: 8, bytes => bytes[0] = 14, "SB9743");

    [Fact]
    public void A_header_that_contradicts_the_directory_is_refused()
    {
        Make(("report.html", "<p>"));
        var bytes = File.ReadAllBytes(Zip);
        bytes[30] = (byte)'x';
        File.WriteAllBytes(Zip, bytes);
        Refused("SB9746");
    }

    [Fact]
    public void Something_before_between_or_behind_the_files_is_refused()
    {
        Make(("report.html", "<p>"));
        var bytes = File.ReadAllBytes(Zip);
        File.WriteAllBytes(Zip, [.. "MZ hidden program"u8, .. bytes]);
        Refused("SB9740");
        File.WriteAllBytes(Zip, [.. bytes, .. "behind"u8]);
        Refused("SB9740");
    }

    [Fact]
    public void A_zip_cut_off_anywhere_a_damaged_one_and_a_file_of_another_kind_are_refused()
    {
        Make(("report.html", new string('x', 5000)), ("b.txt", "b"));
        var bytes = File.ReadAllBytes(Zip);
        for (var length = 0; length < bytes.Length; length += 7)
        {
            File.WriteAllBytes(Zip, bytes[..length]);
            Refused("SB9740");
        }
        foreach (var other in (byte[][])[[], "%PDF-1.7"u8.ToArray(), "<!DOCTYPE html>"u8.ToArray(), new byte[1 << 16]])
        {
            File.WriteAllBytes(Zip, other);
            Refused("SB9740");
        }
    }

    [Fact]
    public void A_changed_byte_never_makes_it_fail_without_a_code()
    {
        Make(("submission.intoto.jsonl", "{}"), ("report.html", new string('x', 300)));
        var bytes = File.ReadAllBytes(Zip);
        for (var at = 0; at < bytes.Length; at++)
        {
            var changed = bytes.ToArray();
            changed[at] ^= 0xFF;
            File.WriteAllBytes(Zip, changed);
            var report = Verify();
            Assert.Equal(VerificationOutcome.TamperedOrUnreadable, report.Outcome);
            Assert.Matches("^SB9(50|74|75)", report.Problems[0].Code);
        }
    }

    [Fact]
    public void A_bomb_is_not_unpacked()
    {
        Make(zip =>
        {
            using var entry = zip.CreateEntry("bomb.json", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 80; i++)
                entry.Write(zeros);
        });
        Assert.InRange(new FileInfo(Zip).Length, 1, 1 << 20);
        Refused("SB9744");
    }

    [Fact]
    public void A_bomb_that_says_it_is_small_is_stopped_at_what_it_says()
    {
        Make(zip =>
        {
            using var entry = zip.CreateEntry("bomb.json", CompressionLevel.SmallestSize).Open();
            entry.Write(new byte[1 << 20]);
        });
        var bytes = File.ReadAllBytes(Zip);
        var directory = Find(bytes, 0x02014b50);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(directory + 24), 10);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(22), 10);
        File.WriteAllBytes(Zip, bytes);
        Refused("SB9744");
    }

    [Fact]
    public void Files_over_the_same_bytes_are_refused()
    {
        Make(("a.txt", "same"), ("b.txt", "same"));
        var bytes = File.ReadAllBytes(Zip);
        var second = Find(bytes, 0x02014b50, Find(bytes, 0x02014b50) + 4);
        // Both of one name in their headers, as such bombs have them.
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(second + 42), 0);
        bytes[30] = (byte)'b';
        File.WriteAllBytes(Zip, bytes);
        Refused("SB9746");
    }

    [Fact]
    public void Ten_thousand_tiny_files_are_looked_at_and_thirty_thousand_are_not()
    {
        Make(zip =>
        {
            for (var i = 0; i < 10_000; i++)
                zip.CreateEntry($"f/{i}.txt", CompressionLevel.NoCompression);
        });
        Refused("SB9751");
        Make(zip =>
        {
            for (var i = 0; i < 30_000; i++)
                zip.CreateEntry($"f/{i}.txt", CompressionLevel.NoCompression);
        });
        Refused("SB9744");
    }

    [Fact]
    public void A_link_in_a_folder_package_is_refused()
    {
        var package = Path.Combine(_folder, "in", "package");
        Directory.CreateDirectory(package);
        var solution = SolutionFolder.Portal();
        using (solution)
            SubmissionWriter.Write(SubmissionCollector.Of(ProductReader.Read(new([solution.Root])).Product!, new(SubmissionProfile.Find("us")!, new(DateTimeOffset.UnixEpoch, true))), package, force: false);
        File.CreateSymbolicLink(Path.Combine(package, "attachments"), "/etc");
        Assert.Contains(Verifier.Verify(new(package)).Problems, problem => problem.Code == "SB9745");
    }

    void Patched(int central, int local, Action<Span<byte>> change, string code)
    {
        Make(("report.html", "<p>"));
        var bytes = File.ReadAllBytes(Zip);
        change(bytes.AsSpan(Find(bytes, 0x02014b50) + central));
        change(bytes.AsSpan(local));
        File.WriteAllBytes(Zip, bytes);
        Refused(code);
    }

    void Make(params (string Name, string Text)[] files) => Make(zip =>
    {
        foreach (var (name, text) in files)
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(Encoding.UTF8.GetBytes(text));
        }
    });

    void Make(Action<ZipArchive> fill)
    {
        File.Delete(Zip);
        using var zip = ZipFile.Open(Zip, ZipArchiveMode.Create);
        fill(zip);
    }

    void Refused(string code)
    {
        var report = Verify();
        Assert.Equal((VerificationOutcome.TamperedOrUnreadable, code), (report.Outcome, report.Problems[0].Code));
        Assert.True(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).SequenceEqual([Zip]));
    }

    VerificationReport Verify() => Verifier.Verify(new(Zip));

    static int Find(byte[] bytes, uint signature, int from = 0)
    {
        for (var at = from; at < bytes.Length - 4; at++)
            if (BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at)) == signature)
                return at;
        throw new InvalidOperationException();
    }
}
