namespace SecureBuild.Signing;

/// <summary>
/// Signs bytes: with a key in memory, or out of process (HSM, smart card, key service). For our formats ECDSA on P-256 with SHA-256.
/// </summary>
public interface ISigner
{
    /// <summary>Hexadecimal SHA-256 (64 lower-case digits) of the public key's DER SubjectPublicKeyInfo (RFC 5280, 4.1.2.7).</summary>
    string KeyId { get; }

    /// <summary>Signs the bytes, hashing them with SHA-256.</summary>
    /// <param name="data">What to sign, for instance a DSSE pre-authentication encoding.</param>
    /// <returns>The signature, for ECDSA as DER <c>Ecdsa-Sig-Value</c> (RFC 3279, 2.2.3).</returns>
    byte[] Sign(ReadOnlySpan<byte> data);
}
