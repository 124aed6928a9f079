namespace SecureBuild.Evidence;

/// <summary>The kind of signature in a commit object (gitformat-signature(5)). Whether it is good takes keys and somebody's decision whom to trust: not looked at.</summary>
static class CommitSignature
{
    /// <summary>Reads the header of the commit; what stands in its message is no signature.</summary>
    public static string Of(string commit)
    {
        foreach (var line in commit.AsSpan().EnumerateLines())
        {
            if (line.IsEmpty)
                break;
            // Repositories with SHA-256 names call theirs gpgsig-sha256.
            if (!line.StartsWith("gpgsig ", StringComparison.Ordinal) && !line.StartsWith("gpgsig-sha256 ", StringComparison.Ordinal))
                continue;
            var begin = line[(line.IndexOf(' ') + 1)..].Trim();
            return begin is "-----BEGIN PGP SIGNATURE-----" or "-----BEGIN PGP MESSAGE-----" ? "openpgp"
                : begin is "-----BEGIN SSH SIGNATURE-----" ? "ssh"
                : begin is "-----BEGIN SIGNED MESSAGE-----" ? "x509"
                : "other";
        }
        return "none";
    }
}
