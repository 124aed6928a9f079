namespace SecureBuild.Verification;

/// <summary>A revocation list of either kind, known by its content.</summary>
static class RevocationFile
{
    /// <exception cref="ProblemException">SB9579 no CRL; those of <see cref="TrustFile"/>.</exception>
    public static TrustStore Read(string path)
    {
        var bytes = TrustedFile.Bytes(path);
        return bytes.AsSpan().TrimStart(" \t\r\n"u8) is [(byte)'{', ..]
            ? TrustFile.Read(path, onlyRevoked: true)
            : new() { CertificateRevocationLists = [CertificateRevocationList.Read(bytes, path)] };
    }
}
