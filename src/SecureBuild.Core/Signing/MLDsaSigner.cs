using System.Security.Cryptography;
using SecureBuild.Verification;

// PKCS #8 and SubjectPublicKeyInfo of ML-DSA are RFC 9881; the framework still calls its readers and writers of them experimental.
#pragma warning disable SYSLIB5006

namespace SecureBuild.Signing;

/// <summary>Signs with an ML-DSA key in memory (FIPS 204), as a second signature beside a classical one.</summary>
public sealed class MLDsaSigner : ISigner, IDisposable
{
    readonly MLDsa _key;
    readonly VerificationKey _public;

    /// <inheritdoc/>
    public string KeyId => _public.KeyId;

    /// <inheritdoc/>
    public string Algorithm => _public.Algorithm;

    /// <inheritdoc/>
    public string? SecondName => _public.SecondName;

    MLDsaSigner(MLDsa key, string origin) => (_key, _public) = (key, PublicKeys.Read(key.ExportSubjectPublicKeyInfo(), origin));

    /// <summary>Whether the PEM text is a private key of this kind in the clear.</summary>
    public static bool IsFor(string pem)
    {
        if (!PemEncoding.TryFind(pem, out var fields) || pem.AsSpan()[fields.Label] is not "PRIVATE KEY")
            return false;
        try
        {
            var info = new System.Formats.Asn1.AsnReader(Convert.FromBase64String(pem[fields.Base64Data]), System.Formats.Asn1.AsnEncodingRules.BER).ReadSequence();
            info.ReadIntegerBytes();
            return info.ReadSequence().ReadObjectIdentifier() is MLDsaKey.Oid65 or MLDsaKey.Oid87;
        }
        catch (Exception exception) when (exception is System.Formats.Asn1.AsnContentException or FormatException)
        {
            return false;
        }
    }

    /// <summary>Reads a private key as PEM <c>PRIVATE KEY</c> (PKCS #8, RFC 9881).</summary>
    /// <exception cref="ProblemException">SB9416 this platform has no ML-DSA, SB9405 the key cannot be read.</exception>
    public static MLDsaSigner Load(string pem, string origin)
    {
        if (!MLDsa.IsSupported)
            throw new ProblemException(Messages.Error("SB9416", arguments: "ML-DSA"));
        try
        {
            return new(MLDsa.ImportFromPem(pem), origin);
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException)
        {
            throw new ProblemException(Messages.Error("SB9405", arguments: origin));
        }
    }

    /// <inheritdoc/>
    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        var signature = new byte[_key.Algorithm.SignatureSizeInBytes];
        _key.SignData(data, signature);
        return signature;
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();
}
