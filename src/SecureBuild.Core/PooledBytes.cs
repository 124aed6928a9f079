using System.Buffers;

namespace SecureBuild;

/// <summary>
/// What is written piece by piece into borrowed arrays, so that a document of a megabyte costs one array of its size and not a row of doubled ones: those go to the heap
/// of large objects, which is collected last, and a build writes such a document for every project.
/// </summary>
sealed class PooledBytes : IBufferWriter<byte>, IDisposable
{
    // Below the size of a large object.
    const int PieceSize = 1 << 16;

    readonly List<byte[]> _full = [];
    readonly List<int> _lengths = [];
    byte[] _piece = ArrayPool<byte>.Shared.Rent(PieceSize);
    int _used;
    int _before;

    /// <summary>Bytes written.</summary>
    public int Length => _before + _used;

    /// <inheritdoc/>
    public void Advance(int count) => _used += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (_piece.Length - _used < Math.Max(sizeHint, 1))
        {
            _full.Add(_piece);
            _lengths.Add(_used);
            _before += _used;
            (_piece, _used) = (ArrayPool<byte>.Shared.Rent(Math.Max(sizeHint, PieceSize)), 0);
        }
        return _piece.AsMemory(_used);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>All of it.</summary>
    public byte[] ToArray()
    {
        var all = GC.AllocateUninitializedArray<byte>(Length);
        CopyTo(all);
        return all;
    }

    /// <summary>All of it, in an array that is borrowed as well.</summary>
    public BorrowedBytes Borrow()
    {
        var all = new BorrowedBytes(Length);
        CopyTo(all.Span);
        return all;
    }

    void CopyTo(Span<byte> all)
    {
        var at = 0;
        for (var index = 0; index < _full.Count; at += _lengths[index++])
            _full[index].AsSpan(0, _lengths[index]).CopyTo(all[at..]);
        _piece.AsSpan(0, _used).CopyTo(all[at..]);
    }

    /// <summary>Gives the arrays back.</summary>
    public void Dispose()
    {
        foreach (var piece in _full)
            ArrayPool<byte>.Shared.Return(piece);
        _full.Clear();
        if (_piece.Length > 0)
            ArrayPool<byte>.Shared.Return(_piece);
        (_piece, _used, _before) = ([], 0, 0);
    }
}

/// <summary>A finished document in a borrowed array, for as long as nobody gives it back: what is written into one file and done with, project after project.</summary>
/// <param name="length">Its bytes.</param>
sealed class BorrowedBytes(int length) : IDisposable
{
    byte[]? _array = ArrayPool<byte>.Shared.Rent(length);

    /// <summary>The document.</summary>
    public Span<byte> Span => _array.AsSpan(0, length);

    /// <inheritdoc cref="Span"/>
    public ReadOnlyMemory<byte> Memory => _array.AsMemory(0, length);

    /// <summary>Gives the array back.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _array, null) is { } array)
            ArrayPool<byte>.Shared.Return(array);
    }
}
