using System.Security.Cryptography;

namespace SecureBuild.Containers;

/// <summary>Hashes what is read through it.</summary>
sealed class HashedStream(Stream inner) : ForwardStream
{
    readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary><c>sha256:…</c> of what was read.</summary>
    public string Sha256 => "sha256:" + Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <summary>What is still there counts, too.</summary>
    public void ReadToEnd()
    {
        var rest = new byte[1 << 16];
        while (Read(rest) > 0)
        {
        }
    }

    public override int Read(Span<byte> buffer)
    {
        var length = inner.Read(buffer);
        _hash.AppendData(buffer[..length]);
        return length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _hash.Dispose();
        base.Dispose(disposing);
    }
}
