using System.Text.Json;
using SecureBuild.Verification;

namespace SecureBuild.Collecting;

/// <summary>A report that another tool wrote, as bytes. It is taken for hostile: bounded, and whatever is wrong with it is said with its place.</summary>
/// <param name="Path">The file, absolute.</param>
/// <param name="Bytes">Its content.</param>
sealed record ReportFile(string Path, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>SHA-256 of the content: by this, not by a name, the evidence names a report.</summary>
    public string Sha256 { get; } = Digest.Sha256(Bytes.Span);

    /// <summary>Folder of the file.</summary>
    public string Directory => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>Whether it looks like JSON; otherwise it is read as XML.</summary>
    public bool IsJson => Content.Span.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];

    /// <summary>The content without a byte order mark.</summary>
    public ReadOnlyMemory<byte> Content => Bytes.Span.StartsWith("\uFEFF"u8) ? Bytes[3..] : Bytes;

    /// <summary>Reads a file up to the limit of every file from others.</summary>
    /// <exception cref="ProblemException">SB9772: it cannot be read, is empty, or is too large.</exception>
    public static ReportFile Read(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        return BoundedFile.Read(full, new CheckLog()) is { Length: > 0 } bytes ? new(full, bytes) : throw new ProblemException(Messages.Error("SB9772", path, arguments: BoundedFile.Limit >> 20));
    }

    /// <summary>The content as JSON: members occur once, texts are whole.</summary>
    /// <exception cref="ProblemException">SB9774: it is no such JSON.</exception>
    public JsonDocument Json()
    {
        if (StrictJson.Parse(Content) is not null)
            return JsonDocument.Parse(Content, CanonicalJson.Strict);
        try
        {
            JsonDocument.Parse(Content, CanonicalJson.Strict).Dispose();
        }
        catch (JsonException e)
        {
            throw new ProblemException(Messages.Error("SB9774", Path, (int)(e.LineNumber + 1 ?? 0), (int)(e.BytePositionInLine + 1 ?? 0)), e);
        }
        throw new ProblemException(Messages.Error("SB9774", Path));
    }

    /// <summary>A refusal of something in it.</summary>
    public ProblemException Refusal(string code, int line, params object?[] arguments) => new(Messages.Error(code, Path, line, 0, arguments));
}
