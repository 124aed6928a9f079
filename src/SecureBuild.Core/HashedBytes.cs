using System.Buffers;
using System.Security.Cryptography;

namespace SecureBuild;

/// <summary>SHA-256 of what is written, without keeping it.</summary>
sealed class HashedBytes : IBufferWriter<byte>, IDisposable
{
    const int Size = 1 << 15;

    readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    byte[] _buffer = ArrayPool<byte>.Shared.Rent(Size);
    int _used;

    /// <inheritdoc/>
    public void Advance(int count) => _used += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (_buffer.Length - _used < Math.Max(sizeHint, 1))
        {
            Flush();
            if (_buffer.Length < sizeHint)
            {
                ArrayPool<byte>.Shared.Return(_buffer);
                _buffer = ArrayPool<byte>.Shared.Rent(sizeHint);
            }
        }
        return _buffer.AsMemory(_used);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Lower-case hexadecimal digest of all that was written since the last one.</summary>
    public string Sha256()
    {
        Flush();
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    /// <summary>Gives the array back.</summary>
    public void Dispose()
    {
        _hash.Dispose();
        if (_buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(_buffer);
        (_buffer, _used) = ([], 0);
    }

    void Flush()
    {
        _hash.AppendData(_buffer, 0, _used);
        _used = 0;
    }
}
