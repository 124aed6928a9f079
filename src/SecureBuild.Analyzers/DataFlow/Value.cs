using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Code that a delegate stands for.</summary>
sealed class Function(IOperation? body, IMethodSymbol method, Value? receiver)
{
    /// <summary>The lambda or local function; null for a method.</summary>
    public IOperation? Body { get; } = body;

    public IMethodSymbol Method { get; } = method;

    /// <summary>The object of a method group.</summary>
    public Value? Receiver { get; } = receiver;

    public bool Is(Function other) => Body is null ? other.Body is null && SymbolEqualityComparer.Default.Equals(Method, other.Method) : ReferenceEquals(Body, other.Body);
}

/// <summary>What is known of an expression's value at one place. Immutable.</summary>
sealed class Value
{
    const int SmallNumbers = 16;

    static readonly int[] s_none = [];

    // The constants that most code is full of.
    static readonly Value s_true = Make(true);
    static readonly Value s_false = Make(false);
    static readonly Value?[] s_numbers = new Value?[SmallNumbers];

    Value()
    {
    }

    /// <summary>Harmless, and nothing more is known.</summary>
    public static Value Unknown { get; } = new();

    public static Value Null { get; } = OfConstant(null);

    /// <summary>What the text or object carries. Objects of the heap carry theirs in <see cref="HeapObject.Deep"/>, too.</summary>
    public Taint? Taint { get; private set; }

    public bool HasConstant { get; private set; }

    public object? Constant { get; private set; }

    /// <summary>The text is known to begin like this.</summary>
    public string Prefix { get; private set; } = "";

    /// <summary>The heap objects it may refer to.</summary>
    public int[] Objects { get; private set; } = s_none;

    /// <summary>What its being true or false says of other values.</summary>
    public Condition? Condition { get; private set; }

    public Function[]? Functions { get; private set; }

    /// <summary>A full path without ".." in it.</summary>
    public bool IsCanonical { get; private set; }

    /// <summary>Whether the text ends in a directory separator (or an address' slash); null when nobody knows.</summary>
    public bool? EndsInSeparator { get; private set; }

    public bool IsNull => HasConstant && Constant is null;

    public static Value Of(Taint? taint) => taint is null ? Unknown : new() { Taint = taint };

    public static Value OfConstant(object? constant) => constant switch
    {
        true => s_true,
        false => s_false,
        int and >= 0 and < SmallNumbers and var number => s_numbers[number] ??= Make(number),
        _ => Make(constant),
    };

    static Value Make(object? constant) => new()
    {
        HasConstant = true,
        Constant = constant,
        Prefix = constant as string ?? "",
        EndsInSeparator = constant is string { Length: > 0 } text ? text[text.Length - 1] is '/' or '\\' : constant is char character ? character is '/' or '\\' : null,
    };

    public static Value OfObject(int id, Taint? taint = null) => new() { Objects = [id], Taint = taint };

    public static Value OfFunction(Function function) => new() { Functions = [function] };

    public Value With(Condition? condition)
    {
        if (condition is null && Condition is null)
            return this;
        var copy = Copy();
        copy.Condition = condition;
        return copy;
    }

    public Value WithPrefix(string prefix, bool? endsInSeparator = null)
    {
        if (prefix == Prefix && endsInSeparator == EndsInSeparator)
            return this;
        var copy = Copy();
        copy.Prefix = prefix;
        copy.EndsInSeparator = endsInSeparator;
        return copy;
    }

    public Value AsCanonical()
    {
        var copy = Copy();
        copy.IsCanonical = true;
        return copy;
    }

    /// <summary>The same value that carries this instead.</summary>
    public Value WithTaint(Taint? taint)
    {
        if (ReferenceEquals(taint, Taint))
            return this;
        var copy = Copy();
        copy.Taint = taint;
        return copy;
    }

    /// <summary>The same value without these kinds.</summary>
    public Value Without(TaintKind kinds) => Taint is null ? this : WithTaint(Taint.Only(~kinds));

    public Value WithObject(int id)
    {
        var copy = Copy();
        copy.Objects = [id];
        return copy;
    }

    public static Value Join(Value left, Value right)
    {
        if (ReferenceEquals(left, right))
            return left;
        // Null carries nothing and refers to nothing.
        if (left.IsNull && right.Functions is null && !right.HasConstant)
            return right.With(null);
        if (right.IsNull && left.Functions is null && !left.HasConstant)
            return left.With(null);
        if (Covers(left, right))
            return left;
        if (Covers(right, left))
            return right;
        return new()
        {
            Taint = Taint.Join(left.Taint, right.Taint),
            HasConstant = left.HasConstant && right.HasConstant && Equals(left.Constant, right.Constant),
            Constant = left.HasConstant && right.HasConstant && Equals(left.Constant, right.Constant) ? left.Constant : null,
            Prefix = Common(left.Prefix, right.Prefix),
            Objects = Union(left.Objects, right.Objects),
            Functions = Union(left.Functions, right.Functions),
            IsCanonical = left.IsCanonical && right.IsCanonical,
            EndsInSeparator = left.EndsInSeparator == right.EndsInSeparator ? left.EndsInSeparator : null,
            Condition = ReferenceEquals(left.Condition, right.Condition) ? left.Condition : null,
        };
    }

    /// <summary>Whether joining <paramref name="part"/> into <paramref name="all"/> would change nothing.</summary>
    public static bool Covers(Value all, Value part) =>
        ReferenceEquals(all, part)
        || Taint.Covers(all.Taint, part.Taint)
            && (!all.HasConstant || part.HasConstant && Equals(all.Constant, part.Constant))
            && Begins(part.Prefix, all.Prefix)
            && Contains(all.Objects, part.Objects)
            && Contains(all.Functions, part.Functions)
            && (!all.IsCanonical || part.IsCanonical)
            && (all.EndsInSeparator is null || all.EndsInSeparator == part.EndsInSeparator)
            && (all.Condition is null || ReferenceEquals(all.Condition, part.Condition));

    Value Copy() => (Value)MemberwiseClone();

    // What the two have in common, with the mark for unknown text behind it.
    static string Common(string left, string right)
    {
        if (left == right)
            return left;
        var length = 0;
        while (length < left.Length && length < right.Length && left[length] == right[length])
            length++;
        return length == 0 ? "" : left.Substring(0, length) + '\uFFFF';
    }

    static bool Begins(string part, string all) =>
        all.Length == 0 || part == all || all[all.Length - 1] == '\uFFFF' && part.Length >= all.Length - 1 && string.CompareOrdinal(part, 0, all, 0, all.Length - 1) == 0;

    static bool Contains(int[] all, int[] part)
    {
        foreach (var id in part)
            if (Array.IndexOf(all, id) < 0)
                return false;
        return true;
    }

    static int[] Union(int[] left, int[] right)
    {
        if (Contains(left, right))
            return left;
        var all = new List<int>(left);
        foreach (var id in right)
            if (!all.Contains(id) && all.Count < 8)
                all.Add(id);
        all.Sort();
        return all.ToArray();
    }

    static bool Contains(Function[]? all, Function[]? part)
    {
        if (part is null)
            return true;
        if (all is null)
            return false;
        foreach (var function in part)
            if (!Array.Exists(all, function.Is))
                return all.Length >= 8;
        return true;
    }

    static Function[]? Union(Function[]? left, Function[]? right)
    {
        if (left is null || right is null)
            return left ?? right;
        var all = new List<Function>(left);
        foreach (var function in right)
            if (!all.Exists(function.Is) && all.Count < 8)
                all.Add(function);
        return all.ToArray();
    }
}
