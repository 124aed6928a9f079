using System.Security.Cryptography;

namespace SecureBuild.Verification;

/// <summary>Ed25519 (RFC 8032, 5.1; as a key RFC 8410). The framework has none, and the packages that have it bring native libraries for every platform.</summary>
sealed class Ed25519Key : VerificationKey
{
    readonly Ed25519 _key;

    public override string Algorithm => "Ed25519";

    /// <exception cref="CryptographicException">Not a point of the curve in its one encoding.</exception>
    /// <exception cref="WeakKeyException">A point of small order: it has signatures over everything.</exception>
    public Ed25519Key(byte[] subjectPublicKeyInfo, byte[] key) : base(subjectPublicKeyInfo)
    {
        // RFC 8410 allows no parameters: one encoding per key, and so one id.
        if (subjectPublicKeyInfo.Length != 44)
            throw new CryptographicException();
        _key = Ed25519.Create(key) ?? throw new CryptographicException();
        if (_key.HasSmallOrder)
            throw new WeakKeyException("Ed25519, small order");
    }

    public override bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) => _key.Verifies(data, signature);
}
