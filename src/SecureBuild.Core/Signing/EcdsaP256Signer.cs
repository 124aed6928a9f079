using System.Security.Cryptography;

namespace SecureBuild.Signing;

/// <summary>Signs with a P-256 key in memory. Made by <see cref="SigningKey"/>.</summary>
public sealed class EcdsaP256Signer : ISigner, IDisposable
{
    readonly ECDsa _key;

    /// <inheritdoc/>
    public string KeyId { get; }

    /// <inheritdoc/>
    public string Algorithm => "ECDSA P-256";

    /// <summary>The public key as PEM <c>PUBLIC KEY</c> (RFC 7468, 13), with a final line feed.</summary>
    public string PublicKeyPem => _key.ExportSubjectPublicKeyInfoPem() + "\n";

    /// <summary>Takes the key over and disposes of it.</summary>
    internal EcdsaP256Signer(ECDsa key)
    {
        _key = key;
        KeyId = Digest.Sha256(key.ExportSubjectPublicKeyInfo());
    }

    /// <summary>ECDSA with SHA-256, as DER: the framework's default (IEEE P1363) is refused by every DSSE verifier.</summary>
    public byte[] Sign(ReadOnlySpan<byte> data) => _key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();
}
