namespace SecureBuild.Verification;

/// <summary>Reads a file from someone else, up to a limit: a verifier must not be put out of memory by what it verifies.</summary>
static class BoundedFile
{
    /// <summary>64 MiB: hundreds of times the largest artifact seen.</summary>
    public const int Limit = 64 << 20;

    /// <summary>The bytes; null, with a failed check, where it is too large or cannot be read.</summary>
    public static byte[]? Read(string path, CheckLog log)
    {
        try
        {
            using var stream = OrdinaryFile.Open(path);
            using var bytes = new MemoryStream();
            var buffer = new byte[1 << 16];
            int read;
            while ((read = stream.Read(buffer)) > 0)
            {
                if (bytes.Length + read > Limit)
                {
                    log.Fail("readable", path, VerificationOutcome.TamperedOrUnreadable, "SB9504", Limit >> 20);
                    return null;
                }
                bytes.Write(buffer, 0, read);
            }
            return bytes.ToArray();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            log.Fail("readable", path, VerificationOutcome.TamperedOrUnreadable, "SB9503");
            return null;
        }
    }

    /// <summary>The object in a file; null, with a failed check, where there is none to be had.</summary>
    public static System.Text.Json.Nodes.JsonObject? ReadJson(string path, CheckLog log)
    {
        if (Read(path, log) is not { } bytes)
            return null;
        var json = StrictJson.Parse(bytes);
        if (json is null)
            log.Fail("readable", path, VerificationOutcome.TamperedOrUnreadable, "SB9505");
        return json;
    }
}
