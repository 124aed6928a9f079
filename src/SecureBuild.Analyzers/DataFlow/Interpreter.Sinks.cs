using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.DataFlow.Models;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>What arrives at a sink, and what is said of it.</summary>
sealed partial class Interpreter
{
    void CheckSinks(List<ModelLine> sinks, CallContext call)
    {
        foreach (var line in sinks)
        {
            if (!Holds(line.Condition, call))
                continue;
            // [LoggerMessage]: whatever the method is given.
            if (line.Attribute is not null)
                for (var i = 0; i < call.Values.Length; i++)
                    CheckSink(line.Kinds, call.Values[i], [], call.Operations[i] ?? call.Site, call.Method);
            foreach (var place in line.Places)
            {
                if (place.Name is "return" or "=" || place.DelegateArgument != ModelPlace.NoDelegate)
                    continue;
                if (place.Name == "*")
                    for (var i = 0; i < call.Values.Length; i++)
                        CheckSink(line.Kinds, call.Values[i], place.Path, call.Operations[i] ?? call.Site, call.Method, line.Behind);
                else if (place.Name == "this" && call.Receiver is { } receiver)
                    CheckSink(line.Kinds, receiver, place.Path, call.Instance ?? call.Site, call.Method, line.Behind);
                else if (OrdinalOf(place.Name, call.Method) is >= 0 and var at && at < call.Values.Length)
                    CheckSink(line.Kinds, call.Values[at], place.Path, call.Operations[at] ?? call.Site, call.Method, line.Behind);
            }
        }
    }

    void CheckSink(TaintKind kind, Value value, string[] path, IOperation operation, ISymbol sink, string? behind = null)
    {
        value = Follow(value, path);
        // What is told to somebody is told with all its members; what is executed is the text itself.
        var taint = (kind & (TaintKind.ErrorDetail | TaintKind.Secret | TaintKind.Personal)) != 0 ? Whole(value) : TaintOf(value);
        foreach (var id in value.Objects)
            if (_state[id]?.AllElements() is { } elements)
                taint = Taint.Join(taint, TaintOf(elements));
        if (taint is not null && (kind != TaintKind.Size || !IsSmall(operation)))
            Hit(kind, taint, Peeled(Given(operation, value, kind)).Syntax, behind is null ? SinkName(sink) : SinkName(sink) + " → " + behind, null);
    }

    /// <summary>Of the arguments that the compiler puts into an array (params), the one that is dangerous; the array has no text of its own.</summary>
    IOperation Given(IOperation operation, Value value, TaintKind kind)
    {
        if (Peeled(operation) is not IArrayCreationOperation { IsImplicit: true, Initializer.ElementValues: { Length: > 0 } elements })
            return operation;
        if (value.Objects is [var id] && _state[id]?.Sequence is { } sequence)
            for (var i = 0; i < sequence.Length && i < elements.Length; i++)
                if (Whole(sequence[i])?.Only(kind) is not null)
                    return elements[i];
        return elements.Length == 1 ? elements[0] : operation;
    }

    static string SinkName(ISymbol sink) => sink is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor ? "new " + constructor.ContainingType.Name : sink.ContainingType is { } type ? type.Name + "." + sink.Name : sink.Name;

    static IOperation Peeled(IOperation operation)
    {
        while (operation is IConversionOperation { IsImplicit: true } conversion)
            operation = conversion.Operand;
        return operation;
    }

    /// <summary>A tainted value has arrived at a sink.</summary>
    void Hit(TaintKind kind, Taint taint, SyntaxNode node, string sink, SinkHit? inner)
    {
        if ((kind & TaintKind.Path) != 0)
            kind |= TaintKind.ArchivePath;
        // A body walked for its caller's delegates is another's: the finding belongs where that body was called.
        if (_root is { } root && (node.SyntaxTree != root.SyntaxTree || !root.FullSpan.Contains(node.Span)))
            node = _inlineSite ?? root;
        foreach (var part in taint.Parts)
            foreach (var one in Single(kind & part.Kinds & ~TaintKind.Abilities))
            {
                if (!IsAble(one, part.Kinds) || part.Origin is SourceOrigin { OnlyDangerousInside: var inside } && (inside & one) != 0 && (part.Kinds & TaintKind.Absolute) != 0 && (one & (TaintKind.Secret | TaintKind.Personal | TaintKind.ErrorDetail)) == 0)
                    continue;
                var steps = inner is null ? part.Steps : Step.After(Step.After(part.Steps, node), inner.Node);
                if (part.Origin is SourceOrigin source)
                {
                    if (_reported.Add((one, node, null)))
                        Summary.Findings.Add(new(one, source, sink, node, steps));
                }
                else if (part.Origin is InputOrigin input && Summary.Sinks.Count < MaxSinks && _reported.Add((one, node, input)))
                {
                    Summary.Sinks.Add(new(one, sink, inner?.Node ?? node, node, input, part.Kinds, steps));
                }
            }
    }

    static IEnumerable<TaintKind> Single(TaintKind kinds)
    {
        for (var rest = (ulong)kinds; rest != 0; rest &= rest - 1)
            yield return (TaintKind)(rest & (~rest + 1));
    }

    // A path that can go neither upwards nor to another root is harmless, and so is one that was resolved and found to lie in its folder; a redirect, if it can only stay; a part of a filter, without stars and parentheses.
    static bool IsAble(TaintKind kind, TaintKind kinds) => kind switch
    {
        TaintKind.Path or TaintKind.ArchivePath => (kinds & (TaintKind.Upwards | TaintKind.Absolute)) != 0 && (kinds & (TaintKind.Unresolved | TaintKind.Unanchored)) != 0,
        TaintKind.Ldap => (kinds & (TaintKind.Wildcard | TaintKind.Parenthesis)) != 0,
        TaintKind.Redirect => (kinds & (TaintKind.Unrooted | TaintKind.OtherHost)) != 0,
        _ => true,
    };

    /// <summary>What is put into a collection that a sink's property holds: <c>start.ArgumentList.Add(x)</c>.</summary>
    void CheckAdded(IOperation? instance, CallContext call)
    {
        // An indexer that is not written to its end has no accessor.
        if (call.Method?.Name is not ("Add" or "AddRange" or "Insert" or "Append" or "TryAdd" or "Push" or "Enqueue" or "Write" or "WriteAsync" or "WriteLine" or "WriteLineAsync" or "set_Item"))
            return;
        var holder = instance switch
        {
            IPropertyReferenceOperation property => property,
            ILocalReferenceOperation local when call.Method.Name.StartsWith("Write", StringComparison.Ordinal) => WrittenBehind(local),
            IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } => call.Site.Parent?.Parent is IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation property } ? property : null,
            _ => null,
        };
        if (holder is null || _engine.ModelOf(holder.Property)?.AddedSinks is not { } sinks)
            return;
        var held = holder.Instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } && instance is IInstanceReferenceOperation
            ? _implicitReceivers.ElementAtOrDefault(1) : holder.Instance is { } written ? Evaluate(written) : null;
        var owner = new CallContext(this, held, call.Values, call.Method) { Operations = call.Operations, Site = call.Site };
        foreach (var line in sinks)
            if (Holds(line.Condition, owner))
                for (var i = 0; i < call.Values.Length; i++)
                    CheckSink(line.Kinds, call.Values[i], [], call.Operations[i] ?? call.Site, holder.Property);
    }

    // var writer = new StreamWriter(response.Body); var body = response.Body;
    static IPropertyReferenceOperation? WrittenBehind(ILocalReferenceOperation local) =>
        local.Type?.Name is not { } name || !name.EndsWith("Writer", StringComparison.Ordinal) && !name.EndsWith("Stream", StringComparison.Ordinal) ? null
        : PossibleValues.OnlyValueOf(local) switch
        {
            IPropertyReferenceOperation property => property,
            IObjectCreationOperation { Arguments: { Length: > 0 } arguments } => Peeled(arguments[0].Value) as IPropertyReferenceOperation,
            _ => null,
        };

    void CheckSize(IOperation size, Value value, IOperation creation)
    {
        if (TaintOf(value) is { } taint && !IsSmall(size))
            Hit(TaintKind.Size, taint, Peeled(size).Syntax, NameOf(creation.Syntax), null);
    }

    // A number of 8 or 16 bits cannot ask for much.
    static bool IsSmall(IOperation size) =>
        Peeled(size).Type?.SpecialType is SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Char;

    void CheckAnswer(IMethodSymbol method, IOperation given, Value value)
    {
        if (_engine.ModelOf(method)?.Sinks is not { } sinks)
            return;
        foreach (var line in sinks)
            foreach (var place in line.Places)
                if (place.Name == "return")
                    CheckSink(line.Kinds, value, place.Path, given, method);
    }
}
