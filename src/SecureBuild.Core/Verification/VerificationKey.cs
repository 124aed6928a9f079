using System.Security.Cryptography;

namespace SecureBuild.Verification;

/// <summary>
/// A public key that a verifier trusts. One subclass per kind of key, so that a kind decides alone which algorithm it takes: nothing in a
/// signed file can choose it.
/// </summary>
abstract class VerificationKey
{
    /// <summary>Hexadecimal SHA-256 of the DER SubjectPublicKeyInfo.</summary>
    public string KeyId { get; }

    protected VerificationKey(ReadOnlySpan<byte> subjectPublicKeyInfo) => KeyId = Digest.Sha256(subjectPublicKeyInfo);

    /// <summary>Reads PEM <c>PUBLIC KEY</c> (RFC 7468, 13).</summary>
    /// <exception cref="ProblemException">SB9500 no usable public key, SB9540 a private key.</exception>
    public static VerificationKey Load(PublicKeyText text)
    {
        if (text.Pem.Contains("PRIVATE KEY-----", StringComparison.Ordinal))
            throw new ProblemException(Messages.Error("SB9540", arguments: text.Origin));
        try
        {
            if (PemEncoding.TryFind(text.Pem, out var fields) && text.Pem.AsSpan()[fields.Label] is "PUBLIC KEY")
                return new EcdsaP256Key(Convert.FromBase64String(text.Pem[fields.Base64Data]));
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            throw new ProblemException(Messages.Error("SB9500", arguments: text.Origin), exception);
        }
        throw new ProblemException(Messages.Error("SB9500", arguments: text.Origin));
    }

    /// <summary>Whether the signature is this key's over these bytes, in the one encoding that our formats allow.</summary>
    public abstract bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature);

    /// <summary>Whether it would be, in an encoding that our formats do not allow: the commonest mistake of signers written in .NET.</summary>
    public abstract bool VerifiesInOtherEncoding(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature);
}
