using System;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>
/// Values by small numbers. Two sheets that were one share what neither has written since, so a branch costs nothing to open and joining looks only at what differs:
/// a body with a thousand variables and a thousand branches would otherwise copy the one for each of the other.
/// </summary>
/// <remarks>A tree of arrays, each with its writer in the last place: only who made a node writes into it, all others copy it first.</remarks>
struct Sheet<T> where T : class
{
    const int Bits = 3;
    const int Width = 1 << Bits;

    object?[]? _root;
    int _shift;

    public readonly T? this[int number]
    {
        get
        {
            if (_root is null || number >> _shift >= Width)
                return null;
            var node = _root;
            for (var shift = _shift; shift > 0; shift -= Bits)
            {
                if (node[number >> shift & Width - 1] is not object?[] inner)
                    return null;
                node = inner;
            }
            return (T?)node[number & Width - 1];
        }
    }

    /// <summary>Writes in the name of <paramref name="writer"/>; null belongs to nobody, and every node on the way is copied.</summary>
    public void Write(int number, T value, object? writer)
    {
        _root = Owned(_root, writer);
        while (number >> _shift >= Width)
        {
            var higher = Owned(null, writer);
            higher[0] = _root;
            _root = higher;
            _shift += Bits;
        }
        var node = _root;
        for (var shift = _shift; shift > 0; shift -= Bits)
        {
            ref var next = ref node[number >> shift & Width - 1];
            var inner = Owned((object?[]?)next, writer);
            next = inner;
            node = inner;
        }
        node[number & Width - 1] = value;
    }

    static object?[] Owned(object?[]? node, object? writer)
    {
        if (node is not null && writer is not null && ReferenceEquals(node[Width], writer))
            return node;
        var own = new object?[Width + 1];
        if (node is not null)
            Array.Copy(node, own, Width);
        own[Width] = writer;
        return own;
    }

    /// <summary>Takes in what the other holds: values that only it has, and of both what <paramref name="join"/> makes of them.</summary>
    public void JoinWith(Sheet<T> other, Func<T, T, T> join, object? writer)
    {
        if (other._root is null || ReferenceEquals(_root, other._root))
            return;
        if (_root is null)
        {
            this = other;
            return;
        }
        while (_shift < other._shift)
            Raise();
        while (other._shift < _shift)
            other.Raise();
        _root = Joined(_root, other._root!, _shift, join, writer);
    }

    void Raise()
    {
        var higher = new object?[Width + 1];
        higher[0] = _root;
        _root = higher;
        _shift += Bits;
    }

    static object?[] Joined(object?[] mine, object?[] theirs, int shift, Func<T, T, T> join, object? writer)
    {
        for (var i = 0; i < Width; i++)
        {
            if (theirs[i] is not { } other || ReferenceEquals(mine[i], other))
                continue;
            var both = mine[i] is not { } own ? other : shift == 0 ? join((T)own, (T)other) : Joined((object?[])own, (object?[])other, shift - Bits, join, writer);
            if (!ReferenceEquals(mine[i], both))
                (mine = Owned(mine, writer))[i] = both;
        }
        return mine;
    }

    /// <summary>Everything that the later sheet holds the earlier one holds, too.</summary>
    public static bool Holds(Sheet<T> earlier, Sheet<T> later)
    {
        if (later._root is null || ReferenceEquals(earlier._root, later._root))
            return true;
        if (earlier._root is null)
            return false;
        while (earlier._shift < later._shift)
            earlier.Raise();
        while (later._shift < earlier._shift)
            later.Raise();
        return Holds(earlier._root!, later._root!, earlier._shift);
    }

    static bool Holds(object?[] earlier, object?[] later, int shift)
    {
        for (var i = 0; i < Width; i++)
            if (later[i] is { } one && !ReferenceEquals(earlier[i], one) && (shift == 0 || earlier[i] is not { } other || !Holds((object?[])other, (object?[])one, shift - Bits)))
                return false;
        return true;
    }
}
