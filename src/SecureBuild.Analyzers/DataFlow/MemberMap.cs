using System;
using System.Collections.Generic;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>An object's members by name, in the order in which they were met. Immutable; all versions of one object share the list of names, which only grows.</summary>
sealed class MemberMap
{
    // So many names are found faster by looking at each than by a table.
    const int Few = 8;

    readonly NameList _names;
    Sheet<Value> _values;

    MemberMap(NameList names) => _names = names;

    /// <summary>Never changed: what is added to it gets a list of names of its own.</summary>
    public static MemberMap Empty { get; } = new(new());

    public int Count { get; private set; }

    public Value? this[string name] => _names.IndexOf(name) is >= 0 and var at ? _values[at] : null;

    public MemberMap With(string name, Value value)
    {
        var names = ReferenceEquals(this, Empty) ? new() : _names;
        var at = names.IndexOf(name);
        if (at < 0)
            at = names.Add(name);
        var changed = new MemberMap(names) { Count = Count + (_values[at] is null ? 1 : 0), _values = _values };
        changed._values.Write(at, value, writer: null);
        return changed;
    }

    /// <summary>The members of both; what only one has is joined with what the other's object carries as a whole.</summary>
    public static MemberMap Join(MemberMap left, MemberMap right, Func<string, Value> ofLeft, Func<string, Value> ofRight)
    {
        var joined = left;
        foreach (var member in left)
            joined = joined.Put(member, Value.Join(member.Value, right[member.Key] ?? ofRight(member.Key)));
        foreach (var member in right)
            if (left[member.Key] is null)
                joined = joined.With(member.Key, Value.Join(member.Value, ofLeft(member.Key)));
        return joined;
    }

    MemberMap Put(KeyValuePair<string, Value> member, Value value) => ReferenceEquals(member.Value, value) ? this : With(member.Key, value);

    public Enumerator GetEnumerator() => new(this);

    public struct Enumerator(MemberMap map)
    {
        int _at = -1;

        public readonly KeyValuePair<string, Value> Current => new(map._names[_at], map._values[_at]!);

        public bool MoveNext()
        {
            while (++_at < map._names.Count)
                if (map._values[_at] is not null)
                    return true;
            return false;
        }
    }

    /// <summary>Names and their places.</summary>
    sealed class NameList
    {
        string[] _names = new string[2];
        Dictionary<string, int>? _places;

        public int Count { get; private set; }

        public string this[int at] => _names[at];

        public int IndexOf(string name)
        {
            if (_places is not null)
                return _places.TryGetValue(name, out var place) ? place : -1;
            for (var i = 0; i < Count; i++)
                if (_names[i] == name)
                    return i;
            return -1;
        }

        public int Add(string name)
        {
            if (Count == _names.Length)
                Array.Resize(ref _names, Count * 2);
            _names[Count] = name;
            if (_places is null && Count >= Few)
            {
                _places = new(StringComparer.Ordinal);
                for (var i = 0; i < Count; i++)
                    _places.Add(_names[i], i);
            }
            _places?.Add(name, Count);
            return Count++;
        }
    }
}
