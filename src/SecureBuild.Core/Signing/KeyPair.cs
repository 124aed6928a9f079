namespace SecureBuild.Signing;

/// <summary>A new key pair. Not a record: a record would print the private key.</summary>
public sealed class KeyPair
{
    /// <summary>The private key as PEM <c>PRIVATE KEY</c> or <c>ENCRYPTED PRIVATE KEY</c> (PKCS#8), with a final line feed. Secret.</summary>
    public string PrivateKeyPem { get; }

    /// <summary>The public key as PEM <c>PUBLIC KEY</c>, with a final line feed. To be given to whoever verifies.</summary>
    public string PublicKeyPem { get; }

    /// <inheritdoc cref="ISigner.KeyId"/>
    public string KeyId { get; }

    internal KeyPair(string privateKeyPem, string publicKeyPem, string keyId) => (PrivateKeyPem, PublicKeyPem, KeyId) = (privateKeyPem, publicKeyPem, keyId);

    /// <summary>The key's id; never key material.</summary>
    public override string ToString() => KeyId;
}
