using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SecureBuild.Verification;

namespace SecureBuild.Signing;

/// <summary>Whose signatures an external signer makes.</summary>
static class SignerIdentity
{
    /// <summary>The key of a PEM <c>PUBLIC KEY</c>; or that of a PEM <c>CERTIFICATE</c>, with the certificate.</summary>
    /// <exception cref="ProblemException">SB9500, SB9540, SB9560: no public key that is accepted.</exception>
    public static (VerificationKey Key, ReadOnlyMemory<byte> Certificate) Read(PublicKeyText text)
    {
        if (!PemEncoding.TryFind(text.Pem, out var fields) || text.Pem.AsSpan()[fields.Label] is not "CERTIFICATE")
            return (PublicKeys.Read(text), default);
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(text.Pem);
            return (PublicKeys.Read(certificate.PublicKey.ExportSubjectPublicKeyInfo(), text.Origin), certificate.RawData);
        }
        catch (CryptographicException)
        {
            throw new ProblemException(Messages.Error("SB9500", arguments: text.Origin));
        }
    }
}
