namespace SecureBuild.Signing;

/// <summary>
/// Signs bytes: with a key in memory, or out of process (HSM, smart card, key service). For our formats ECDSA on P-256 or RSA with SHA-256, Ed25519, or ML-DSA.
/// </summary>
public interface ISigner
{
    /// <summary>Hexadecimal SHA-256 (64 lower-case digits) of the public key's DER SubjectPublicKeyInfo (RFC 5280, 4.1.2.7).</summary>
    string KeyId { get; }

    /// <summary>What people call the algorithm: <c>ECDSA P-256</c>, <c>RSA-3072</c>, <c>Ed25519</c>, <c>ML-DSA-65</c>.</summary>
    string Algorithm => "ECDSA P-256";

    /// <summary>The signer's certificate in DER, which goes into the bundle; empty where the verifier has the key from elsewhere.</summary>
    ReadOnlyMemory<byte> Certificate => default;

    /// <summary>The part of a second bundle's name (<c>ml-dsa-65</c>) where the signature stands beside a classical one; null for the classical ones.</summary>
    string? SecondName => null;

    /// <summary>Asks for a time stamp over a signature (DER <c>TimeStampResp</c>, RFC 3161, 2.4.2); null for none.</summary>
    Func<ReadOnlyMemory<byte>, byte[]>? Timestamp => null;

    /// <summary>Signs the bytes, hashing them with SHA-256 where the algorithm does not hash by itself.</summary>
    /// <param name="data">What to sign, for instance a DSSE pre-authentication encoding.</param>
    /// <returns>The signature, for ECDSA as DER <c>Ecdsa-Sig-Value</c> (RFC 3279, 2.2.3).</returns>
    byte[] Sign(ReadOnlySpan<byte> data);
}
