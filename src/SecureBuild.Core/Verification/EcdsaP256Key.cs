using System.Security.Cryptography;

namespace SecureBuild.Verification;

/// <summary>ECDSA on P-256 with SHA-256, signatures as DER (RFC 3279, 2.2.3).</summary>
sealed class EcdsaP256Key : VerificationKey
{
    readonly ECParameters _key;

    /// <exception cref="CryptographicException">Not a P-256 key.</exception>
    public EcdsaP256Key(byte[] subjectPublicKeyInfo) : base(subjectPublicKeyInfo)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(subjectPublicKeyInfo, out var read);
        _key = key.ExportParameters(includePrivateParameters: false);
        if (read != subjectPublicKeyInfo.Length || _key.Curve is not { IsNamed: true, Oid.Value: "1.2.840.10045.3.1.7" })
            throw new CryptographicException("Not a P-256 key.");
    }

    public override bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) => Verifies(data, signature, DSASignatureFormat.Rfc3279DerSequence);

    public override bool VerifiesInOtherEncoding(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        Verifies(data, signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature, DSASignatureFormat format)
    {
        using var key = ECDsa.Create(_key);
        try
        {
            return key.VerifyData(data, signature, HashAlgorithmName.SHA256, format);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
