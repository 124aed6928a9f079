using System.Collections.Immutable;
using System.IO.Compression;
using SecureBuild.Evidence;

namespace SecureBuild.Collecting;

/// <summary>
/// MSBuild's binary logs. Nothing of them is read but the line with which a build says what it made (<see cref="BuildLine"/>), and nothing of them is handed on but their digest:
/// they hold the environment, and with it often secrets.
/// </summary>
static class BinaryLogReader
{
    public const string Format = "binary log", Fact = "binlog.digest";

    const long MostBytes = 4L << 30;

    /// <exception cref="ProblemException">SB9772 it cannot be read, SB9427 it is no binary log.</exception>
    public static BuiltFileReport Read(string path)
    {
        var file = ReportFile.Read(path);
        try
        {
            using var stream = new GZipStream(new MemoryStream(file.Bytes.ToArray(), writable: false), CompressionMode.Decompress);
            return new(file, Format, new() { Digests = Lines(stream, file) }, Fact, new() { ["sha256"] = file.Sha256, ["size"] = file.Bytes.Length }, TrustClass.DeclaredByProject);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw file.Refusal("SB9427", 0);
        }
    }

    static ImmutableHashSet<string> Lines(Stream stream, ReportFile file)
    {
        var digests = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var buffer = new byte[1 << 16];
        var (kept, total) = (0, 0L);
        for (int read; (read = stream.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            if ((total += read) > MostBytes)
                throw file.Refusal("SB9427", 0);
            var text = buffer.AsSpan(0, kept + read);
            for (int at, from = 0; (at = text[from..].IndexOf(BuildLine.Mark)) >= 0; from += at + BuildLine.Mark.Length)
                if (text[(from + at + BuildLine.Mark.Length)..] is { Length: >= 64 } rest)
                    digests.Add(System.Text.Encoding.ASCII.GetString(rest[..64]));
            // A line may lie across two pieces.
            kept = Math.Min(text.Length, BuildLine.Mark.Length + 64);
            text[^kept..].CopyTo(buffer);
        }
        return digests.ToImmutable();
    }
}
