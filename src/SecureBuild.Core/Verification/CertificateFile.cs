using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace SecureBuild.Verification;

/// <summary>Reads certificates: PEM with any number of them, or one in DER.</summary>
static class CertificateFile
{
    /// <exception cref="ProblemException">SB9540 a private key is in it; SB9578 no certificate is.</exception>
    public static ImmutableArray<X509Certificate2> Read(string path)
    {
        var bytes = TrustedFile.Bytes(path);
        try
        {
            if (bytes.AsSpan().IndexOf("-----BEGIN"u8) < 0)
                return [X509CertificateLoader.LoadCertificate(bytes)];
            var text = Encoding.UTF8.GetString(bytes);
            if (text.Contains("PRIVATE KEY-----", StringComparison.Ordinal))
                throw new ProblemException(Messages.Error("SB9540", arguments: Path.GetFileName(path)));
            X509Certificate2Collection certificates = [];
            certificates.ImportFromPem(text);
            if (certificates.Count > 0)
                return [.. certificates];
        }
        catch (CryptographicException)
        {
        }
        throw new ProblemException(Messages.Error("SB9578", arguments: Path.GetFileName(path)));
    }
}
