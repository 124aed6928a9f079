using SecureBuild.Evidence;

namespace SecureBuild.Core.Tests.Evidence;

public sealed class FileDigestsTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("digests ").FullName;
    readonly FileDigests _digests = new();

    string File1 => Path.Combine(_folder, "a.dll");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_that_was_written_again_has_its_new_digest()
    {
        Write("one", DateTime.UtcNow.AddDays(-1));
        Assert.Equal(Digest.Sha256("one"u8), _digests.Sha256(File1));
        Assert.Equal((Digest.Sha256("one"u8), Digest.Sha512("one"u8)), (_digests.Both(File1).Sha256, _digests.Both(File1).Sha512));

        Write("two", DateTime.UtcNow.AddDays(-1).AddMinutes(1));
        Assert.Equal(Digest.Sha512("two"u8), _digests.Both(File1).Sha512);
        Assert.Equal(Digest.Sha256("two"u8), _digests.Sha256(File1));

        Write("four", File.GetLastWriteTimeUtc(File1));
        Assert.Equal(Digest.Sha256("four"u8), _digests.Sha256(File1));
    }

    [Fact]
    public void A_time_of_whole_seconds_says_nothing_of_a_file_written_just_now()
    {
        var now = new DateTime(DateTime.UtcNow.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Utc);
        Write("one", now);
        Assert.Equal(Digest.Sha256("one"u8), _digests.Both(File1).Sha256);
        Assert.Equal(Digest.Sha256("one"u8), _digests.Sha256(File1));
        Write("two", now);
        Assert.Equal(Digest.Sha256("two"u8), _digests.Both(File1).Sha256);
        Assert.Equal(Digest.Sha256("two"u8), _digests.Sha256(File1));
    }

    [Fact]
    public void A_file_of_an_older_and_exact_time_is_read_once()
    {
        Write("one", DateTime.UtcNow.AddDays(-1));
        var time = File.GetLastWriteTimeUtc(File1);
        _ = _digests.Both(File1);
        // Nobody writes thus in a build; here it shows that the file is not read again.
        Write("two", time);
        Assert.Equal((Digest.Sha256("one"u8), Digest.Sha512("one"u8)), (_digests.Sha256(File1), _digests.Both(File1).Sha512));
    }

    [Fact]
    public void A_missing_file_has_no_digest() => Assert.Throws<FileNotFoundException>(() => _digests.Sha256(File1));

    void Write(string text, DateTime time)
    {
        File.WriteAllText(File1, text);
        File.SetLastWriteTimeUtc(File1, time);
    }
}
