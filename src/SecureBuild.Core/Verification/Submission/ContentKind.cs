namespace SecureBuild.Verification.Submission;

/// <summary>Whether a file begins as its media type says: a program that is listed as a form is found out before somebody opens it.</summary>
static class ContentKind
{
    public static bool Fits(string path, string mediaType)
    {
        var start = Start(path);
        return mediaType switch
        {
            "text/html" => start is [(byte)'<', ..],
            "application/pdf" => start.StartsWith("%PDF-"u8),
            "application/json" => IsJson(start),
            _ when mediaType.EndsWith("+json", StringComparison.Ordinal) || mediaType == "application/x-ndjson" => IsJson(start),
            _ when mediaType.StartsWith("text/", StringComparison.Ordinal) => !start.Contains((byte)0),
            _ => true,
        };
    }

    static bool IsJson(ReadOnlySpan<byte> start) => start is [(byte)'{' or (byte)'[', ..];

    // Behind a byte order mark and white space.
    static ReadOnlySpan<byte> Start(string path)
    {
        using var stream = OrdinaryFile.Open(path);
        var bytes = new byte[512];
        var start = bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        if (start.StartsWith("\uFEFF"u8))
            start = start[3..];
        return start.TrimStart(" \t\r\n"u8);
    }
}
