using System.Security.Cryptography;

namespace SecureBuild.Verification;

/// <summary>ECDSA on P-256 with SHA-256, signatures as DER (RFC 3279, 2.2.3).</summary>
sealed class EcdsaP256Key : VerificationKey
{
    readonly ECParameters _key;

    public override string Algorithm => "ECDSA P-256";

    /// <exception cref="CryptographicException">Not an elliptic-curve key.</exception>
    /// <exception cref="WeakKeyException">On another curve.</exception>
    public EcdsaP256Key(byte[] subjectPublicKeyInfo) : base(subjectPublicKeyInfo)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(subjectPublicKeyInfo, out _);
        _key = key.ExportParameters(includePrivateParameters: false);
        if (_key.Curve is not { IsNamed: true, Oid.Value: "1.2.840.10045.3.1.7" })
            throw new WeakKeyException($"EC {_key.Curve.Oid?.FriendlyName ?? "?"}");
    }

    public override bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) => Verifies(data, signature, DSASignatureFormat.Rfc3279DerSequence);

    /// <summary>IEEE P1363: the commonest mistake of signers written in .NET.</summary>
    public override string? OtherEncoding(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        Verifies(data, signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation) ? "SB9515" : null;

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
