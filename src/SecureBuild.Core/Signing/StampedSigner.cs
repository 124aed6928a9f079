namespace SecureBuild.Signing;

/// <summary>A signer whose signatures get a time stamp from an authority that the user named.</summary>
/// <param name="signer">Who signs.</param>
/// <param name="timestamp">Asks the authority.</param>
public sealed class StampedSigner(ISigner signer, Func<ReadOnlyMemory<byte>, byte[]> timestamp) : ISigner
{
    /// <inheritdoc/>
    public string KeyId => signer.KeyId;

    /// <inheritdoc/>
    public string Algorithm => signer.Algorithm;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Certificate => signer.Certificate;

    /// <inheritdoc/>
    public string? SecondName => signer.SecondName;

    /// <inheritdoc/>
    public Func<ReadOnlyMemory<byte>, byte[]>? Timestamp => timestamp;

    /// <inheritdoc/>
    public byte[] Sign(ReadOnlySpan<byte> data) => signer.Sign(data);
}
