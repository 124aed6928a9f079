using System.Threading;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Where a taint comes from: a source in the code, or a place that only the caller can fill.</summary>
/// <param name="mark">The same for origins that are the same. Sets of origins are joined all the time, and most origins differ: two that differ in this need no closer look.</param>
abstract class Origin(int mark)
{
    // A field, not a property: this is asked more often than anything else.
    readonly int _mark = mark;

    /// <summary>Two origins are the same place.</summary>
    public bool Is(Origin other) => ReferenceEquals(other, this) || other._mark == _mark && IsLike(other);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => _mark;

    /// <inheritdoc/>
    public sealed override bool Equals(object? other) => other is Origin origin && Is(origin);

    /// <summary>Two with the same mark are the same place.</summary>
    protected abstract bool IsLike(Origin other);
}

/// <summary>A source: a request's member, a parameter that the framework fills.</summary>
sealed class SourceOrigin(SyntaxNode node, string name, TaintKind onlyDangerousInside = 0) : Origin(node.SpanStart * 31 + name.Length)
{
    public SyntaxNode Node { get; } = node;

    /// <summary>In words: a member's or parameter's name.</summary>
    public string Name { get; } = name;

    /// <summary>For these kinds it is harmless where it is the whole text, not where it is a part of one.</summary>
    public TaintKind OnlyDangerousInside { get; } = onlyDangerousInside;

    protected override bool IsLike(Origin other) => other is SourceOrigin source && source.Node == Node && source.Name == Name;
}

/// <summary>What the caller hands over: a parameter, the receiver or a static field, or a member of it.</summary>
sealed class InputOrigin : Origin
{
    public const int This = -1;
    public const int Static = -2;
    public const int MaxPath = 4;

    const int MaxParts = 64;

    // The origins of members that were asked for. What makes one first makes it for all: most are the same object then, and told apart at a glance.
    Part? _parts;

    InputOrigin(int ordinal, ISymbol? symbol, string[] path, int mark) : base(mark) => (Ordinal, Symbol, Path) = (ordinal, symbol, path);

    public InputOrigin(int ordinal, ISymbol? symbol) : this(ordinal, symbol, [], ordinal + SymbolEqualityComparer.Default.GetHashCode(symbol))
    {
    }

    /// <summary>A member of a parameter's value, however far down it is.</summary>
    public static InputOrigin At(int ordinal, string[] path)
    {
        var root = new InputOrigin(ordinal, null);
        var mark = root.GetHashCode();
        foreach (var name in path)
            mark = MarkOf(mark, name);
        return path.Length == 0 ? root : new(ordinal, null, path, mark);
    }

    /// <summary>The parameter's ordinal, or <see cref="This"/> or <see cref="Static"/>.</summary>
    public int Ordinal { get; }

    /// <summary>The static field; null for all else.</summary>
    public ISymbol? Symbol { get; }

    /// <summary>Members from there, "[]" for elements.</summary>
    public string[] Path { get; }

    /// <summary>The origin of a member; itself when the path is at its bound, which stands for everything below.</summary>
    public InputOrigin Member(string name)
    {
        if (Path.Length >= MaxPath)
            return this;
        var first = Volatile.Read(ref _parts);
        for (var part = first; part is not null; part = part.Next)
            if (part.Name == name)
                return part.Origin;
        var path = new string[Path.Length + 1];
        Path.CopyTo(path, 0);
        path[Path.Length] = name;
        var origin = new InputOrigin(Ordinal, Symbol, path, MarkOf(GetHashCode(), name));
        // Somebody else was faster, or a table has ever other keys: then there are several that are the same, which is only slower.
        if (first is null or { Count: < MaxParts })
            Interlocked.CompareExchange(ref _parts, new(name, origin, first), first);
        return origin;
    }

    protected override bool IsLike(Origin other) => other is InputOrigin input && input.Ordinal == Ordinal && SymbolEqualityComparer.Default.Equals(input.Symbol, Symbol) && SamePath(input.Path, Path);

    static int MarkOf(int owner, string name) => owner * 31 + (name.Length == 0 ? 0 : name.Length * 251 + name[name.Length - 1]);

    static bool SamePath(string[] left, string[] right)
    {
        if (left.Length != right.Length)
            return false;
        for (var i = 0; i < left.Length; i++)
            if (left[i] != right[i])
                return false;
        return true;
    }

    sealed class Part(string name, InputOrigin origin, Part? next)
    {
        public string Name { get; } = name;

        public InputOrigin Origin { get; } = origin;

        public Part? Next { get; } = next;

        public int Count { get; } = (next?.Count ?? 0) + 1;
    }
}
