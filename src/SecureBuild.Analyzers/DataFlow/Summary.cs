using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>A value as a caller sees it: what it carries in terms of the callee's inputs, and its members where the callee made the object.</summary>
sealed class Shape
{
    public Value Value { get; set; } = Value.Unknown;

    /// <summary>It is this very object of the caller's.</summary>
    public InputOrigin? Alias { get; set; }

    public ITypeSymbol? Type { get; set; }

    public Dictionary<string, Shape>? Members { get; set; }

    public Shape[]? Sequence { get; set; }

    public Shape? Elements { get; set; }
}

/// <summary>A sink that a value from the caller reaches.</summary>
sealed class SinkHit(TaintKind kind, string sink, SyntaxNode node, SyntaxNode place, InputOrigin origin, TaintKind kinds, Step? steps)
{
    /// <summary>Where it is in the summarised body: the sink, or the call that leads to it.</summary>
    public SyntaxNode Place { get; } = place;

    public TaintKind Kind { get; } = kind;

    /// <summary>In words: the member that is the sink.</summary>
    public string Sink { get; } = sink;

    /// <summary>The sink itself.</summary>
    public SyntaxNode Node { get; } = node;

    public InputOrigin Origin { get; } = origin;

    /// <summary>What the value on its way is still dangerous for: the caller's value may have lost the kind already.</summary>
    public TaintKind Kinds { get; } = kinds;

    public Step? Steps { get; } = steps;
}

/// <summary>A value from outside reaches a sink.</summary>
sealed class Finding(TaintKind kind, SourceOrigin source, string sink, SyntaxNode node, Step? steps)
{
    public TaintKind Kind { get; } = kind;

    public SourceOrigin Source { get; } = source;

    public string Sink { get; } = sink;

    public SyntaxNode Node { get; } = node;

    public Step? Steps { get; } = steps;
}

/// <summary>What a method does with what it is given, for all its callers.</summary>
sealed class Summary
{
    /// <summary>For a method that nobody looked into: it hands nothing on.</summary>
    public static Summary Nothing { get; } = new();

    public Shape? Return { get; set; }

    /// <summary>False where every way through the method throws.</summary>
    public bool Returns { get; set; } = true;

    /// <summary>What ref and out parameters hold at the end, by ordinal.</summary>
    public List<(int Ordinal, Shape Value)> Outs { get; } = new();

    /// <summary>What the members of parameters and of the current object hold at the end, where the method wrote them.</summary>
    public List<(InputOrigin Target, Shape Value)> Effects { get; } = new();

    public List<SinkHit> Sinks { get; } = new();

    public List<Finding> Findings { get; } = new();

    /// <summary>What the exceptions that leave the method carry, by their type.</summary>
    public List<(ITypeSymbol? Type, Taint Taint)> Thrown { get; } = new();

    /// <summary>Kinds that a parameter has lost when the method came back (or answered true, or false), by ordinal.</summary>
    public List<(InputOrigin Input, TaintKind Cleared)> WhenReturned { get; } = new();

    public List<(InputOrigin Input, TaintKind Cleared)> WhenTrue { get; } = new();

    public List<(InputOrigin Input, TaintKind Cleared)> WhenFalse { get; } = new();

    /// <summary>Grows with everything the summary says: two rounds of a recursion with the same size say the same.</summary>
    public int Size => Sinks.Count + Thrown.Count + Effects.Count + Outs.Count + Findings.Count + SizeOf(Return) + SumOf(Effects) + SumOf(Outs);

    /// <summary>The analysis hit its bound and looked no further.</summary>
    public bool GaveUp { get; set; }

    static int SumOf<T>(List<(T, Shape Value)> shapes)
    {
        var sum = 0;
        foreach (var (_, shape) in shapes)
            sum += SizeOf(shape);
        return sum;
    }

    static int SizeOf(Shape? shape)
    {
        if (shape is null)
            return 0;
        var size = 1 + (shape.Value.Taint?.Parts.Length ?? 0) + SizeOf(shape.Elements);
        foreach (var member in shape.Members ?? new())
            size += SizeOf(member.Value);
        foreach (var item in shape.Sequence ?? [])
            size += SizeOf(item);
        return size;
    }
}
