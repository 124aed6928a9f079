namespace SecureBuild.Verification.Submission;

/// <summary>One file of a zip, by its directory.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Header">Where its own header begins in the archive.</param>
/// <param name="IsDeflated">Its content is compressed (method 8); otherwise it lies there as it is (method 0).</param>
/// <param name="Compressed">Bytes in the archive.</param>
/// <param name="Size">Bytes that it says it has.</param>
sealed record ZipMember(string Name, long Header, bool IsDeflated, long Compressed, long Size)
{
    /// <summary>Where its content begins in the archive; known once its own header was read.</summary>
    public long Data { get; init; }
}
