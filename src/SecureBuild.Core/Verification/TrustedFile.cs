namespace SecureBuild.Verification;

/// <summary>Reads a file that the verifier named, or that a trust file names.</summary>
static class TrustedFile
{
    /// <exception cref="ProblemException">SB9503, SB9504: see <see cref="BoundedFile"/>.</exception>
    public static byte[] Bytes(string path)
    {
        var log = new CheckLog();
        return BoundedFile.Read(path, log) ?? throw new ProblemException(log.Report.Problems[0]);
    }
}
