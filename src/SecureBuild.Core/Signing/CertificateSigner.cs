using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SecureBuild.Verification;

namespace SecureBuild.Signing;

/// <summary>Signs with the key of a certificate out of PKCS #12 (RFC 7292), held in memory only.</summary>
public sealed class CertificateSigner : ISigner, IDisposable
{
    readonly ECDsa? _ec;
    readonly RSA? _rsa;
    readonly VerificationKey _key;

    /// <inheritdoc/>
    public string KeyId => _key.KeyId;

    /// <inheritdoc/>
    public string Algorithm => _key.Algorithm;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Certificate { get; }

    CertificateSigner(X509Certificate2 certificate, string origin)
    {
        Certificate = certificate.RawData;
        _key = PublicKeys.Read(certificate.PublicKey.ExportSubjectPublicKeyInfo(), origin);
        _ec = certificate.GetECDsaPrivateKey();
        _rsa = certificate.GetRSAPrivateKey();
    }

    /// <summary>Reads a PKCS #12 file and takes the certificate in it that has a private key.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="password">Its password, or null.</param>
    /// <param name="origin">Its name, for messages.</param>
    /// <param name="now">When it is to sign.</param>
    /// <exception cref="ProblemException">SB9417 password wrong or no PKCS #12; SB9418 not exactly one certificate with a private key; SB9419 not for signing code, or not valid now; SB9560 a key that is not accepted.</exception>
    public static CertificateSigner Load(ReadOnlySpan<byte> bytes, string? password, string origin, DateTimeOffset now)
    {
        X509Certificate2Collection all;
        try
        {
            // The default of macOS is a keychain; there the framework knows no other way.
            all = X509CertificateLoader.LoadPkcs12Collection(bytes, password, OperatingSystem.IsMacOS() ? X509KeyStorageFlags.DefaultKeySet : X509KeyStorageFlags.EphemeralKeySet);
        }
        // The framework's own text is left out: it says nothing a user could act on, and nothing of the key may leak through it.
        catch (CryptographicException)
        {
            throw Refusal("SB9417", origin);
        }
        try
        {
            var own = all.Where(certificate => certificate.HasPrivateKey).ToArray();
            if (own is not [var signer])
                throw Refusal("SB9418", origin, own.Length);
            if (now.UtcDateTime < signer.NotBefore.ToUniversalTime() || now.UtcDateTime > signer.NotAfter.ToUniversalTime() || !SignsCode(signer))
                throw Refusal("SB9419", origin, signer.NotBefore.ToUniversalTime().ToString("yyyy-MM-dd", null), signer.NotAfter.ToUniversalTime().ToString("yyyy-MM-dd", null));
            return new(signer, origin);
        }
        finally
        {
            foreach (var certificate in all)
                certificate.Dispose();
        }
    }

    /// <inheritdoc/>
    public byte[] Sign(ReadOnlySpan<byte> data) => _ec is not null
        ? _ec.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)
        : _rsa!.SignData(data.ToArray(), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    /// <inheritdoc/>
    public void Dispose()
    {
        _ec?.Dispose();
        _rsa?.Dispose();
    }

    static bool SignsCode(X509Certificate2 certificate) => certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>()
        .Any(usage => usage.EnhancedKeyUsages.Cast<Oid>().Any(oid => oid.Value == CertificateChain.CodeSigning));

    static ProblemException Refusal(string code, params object?[] arguments) => new(Messages.Error(code, arguments: arguments));
}
