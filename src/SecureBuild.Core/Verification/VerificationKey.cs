namespace SecureBuild.Verification;

/// <summary>
/// A public key that a verifier trusts. One subclass per kind of key, so that a kind decides alone which algorithm it takes: nothing in a
/// signed file can choose it. <see cref="PublicKeys"/> reads them.
/// </summary>
abstract class VerificationKey
{
    /// <summary>Hexadecimal SHA-256 of the DER SubjectPublicKeyInfo.</summary>
    public string KeyId { get; }

    /// <summary>What people call the algorithm: <c>ECDSA P-256</c>.</summary>
    public abstract string Algorithm { get; }

    /// <summary>Whether this platform can check its signatures at all.</summary>
    public virtual bool CanVerify => true;

    /// <summary>The part of a second bundle's name (<c>ml-dsa-65</c>) where signatures by this kind stand beside a classical one; null for the classical ones.</summary>
    public virtual string? SecondName => null;

    protected VerificationKey(ReadOnlySpan<byte> subjectPublicKeyInfo) => KeyId = Digest.Sha256(subjectPublicKeyInfo);

    /// <summary>Whether the signature is this key's over these bytes, in the one encoding that our formats allow.</summary>
    public abstract bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature);

    /// <summary>Whether it would be, in an encoding that our formats do not allow: the code of the message that says so, or null.</summary>
    public virtual string? OtherEncoding(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) => null;
}
