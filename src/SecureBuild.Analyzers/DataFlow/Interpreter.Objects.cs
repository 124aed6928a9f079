using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Objects: making, reading and writing them.</summary>
sealed partial class Interpreter
{
    const string Any = "[]";
    const int MaxSequence = 64;

    // So many objects down, whatever hangs on a value counts.
    const int WholeDepth = 3;

    // What objects carry with all that hangs on them, by object and depth, while the state stays the same.
    readonly Dictionary<int, Taint?> _wholes = new();

    /// <summary>An object named by the place that makes it.</summary>
    Value NewObject(object site, ITypeSymbol? type, Taint? deep)
    {
        var id = IdOf(site);
        _state[id] = HeapObject.Of(type, deep);
        return Value.OfObject(id);
    }

    Value NewSequence(object site, ITypeSymbol? type, Value[] sequence)
    {
        var id = IdOf(site);
        _state[id] = HeapObject.OfSequence(type, sequence);
        return Value.OfObject(id);
    }

    int IdOf(object site)
    {
        if (!_ids.TryGetValue(site, out var id))
            _ids.Add(site, id = _ids.Count + 1);
        return id;
    }

    /// <summary>Types whose values are objects with members or elements that code writes; text and what has no parts stays a mere value.</summary>
    static bool IsHeapType(ITypeSymbol? type) => type switch
    {
        null or ITypeParameterSymbol or IDynamicTypeSymbol or IPointerTypeSymbol => false,
        IArrayTypeSymbol => true,
        { SpecialType: SpecialType.System_Object or SpecialType.System_String or >= SpecialType.System_Boolean and <= SpecialType.System_UIntPtr } => false,
        { TypeKind: TypeKind.Enum or TypeKind.Delegate } => false,
        { Name: "StringValues" or "Task" or "ValueTask" or "Uri" or "PathString" or "QueryString" or "HostString" or "Stream" } => false,
        { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => false,
        _ => true,
    };

    /// <summary>What the value itself carries: as text, or as an object whatever its members are.</summary>
    Taint? TaintOf(Value value)
    {
        var taint = value.Taint;
        foreach (var id in value.Objects)
            taint = Taint.Join(taint, _state[id]?.Deep);
        return taint;
    }

    /// <summary>What the value carries with all that hangs on it: for code that may look anywhere in it.</summary>
    Taint? Whole(Value value)
    {
        if (value.Objects.Length == 0)
            return value.Taint;
        _wholes.Clear();
        return Whole(value, WholeDepth);
    }

    Taint? Whole(Value value, int depth)
    {
        var taint = value.Taint;
        if (depth > 0)
            foreach (var id in value.Objects)
                if (_state[id] is { } heap)
                    taint = Taint.Join(taint, Whole(id, heap, depth));
        return taint;
    }

    // Each object once: the nodes of a tree or a list lead to each other in more ways than there are nodes.
    Taint? Whole(int id, HeapObject heap, int depth)
    {
        var key = id * (WholeDepth + 1) + depth;
        if (_wholes.TryGetValue(key, out var taint))
            return taint;
        taint = heap.Deep;
        if (heap.AllElements() is { } elements)
            taint = Taint.Join(taint, Whole(elements, depth - 1));
        foreach (var member in heap.Members)
            taint = Taint.Join(taint, Whole(member.Value, depth - 1));
        _wholes.Add(key, taint);
        return taint;
    }

    Value ReadMember(Value owner, string key, ITypeSymbol? type)
    {
        Value? all = null;
        foreach (var id in owner.Objects)
        {
            if (_state[id] is not { } heap)
                continue;
            var value = heap.Member(key);
            if (value is null)
            {
                var taint = heap.Deep?.Member(key).Only(_engine.KindsOf(type));
                // The member is an object that code may go on to write: it gets a name of its own.
                if (type is not null && _engine.StoreOf(type) is { } store)
                {
                    value = Shared(store);
                }
                else if (type is not null && IsHeapType(type) && heap.Depth < InputOrigin.MaxPath)
                {
                    var part = IdOf((id, key));
                    if (_inputs.TryGetValue(id, out var input))
                        _inputs[part] = input.Member(key);
                    _state[part] = HeapObject.Of(null, taint, heap.Depth + 1);
                    value = Value.OfObject(part);
                    _state[id] = _state[id]!.WithMember(key, value);
                }
                else if (taint is not null)
                {
                    value = Value.Of(taint);
                }
            }
            if (value is not null)
                all = all is null ? value : Value.Join(all, value);
        }
        if (owner.Taint is { } own)
        {
            var value = Value.Of(own.Member(key).Only(_engine.KindsOf(type)));
            all = all is null ? value : Value.Join(all, value);
        }
        // HttpContext.Current.Session: whoever's it is, it is the one that there is.
        return all ?? (type is not null && _engine.StoreOf(type) is { } one ? Shared(one) : Value.Unknown);
    }

    /// <summary>What a library made and gave out becomes an object of its own when code begins to write into the variable that holds it.</summary>
    Value Owned(IOperation? instance, Value value)
    {
        if (value.Objects.Length > 0 || value.Functions is not null || !IsHeapType(instance?.Type))
            return value;
        switch (instance)
        {
            case ILocalReferenceOperation { Local.IsRef: false } local:
                return _state[local.Local] = NewObject((local.Local, "held"), null, value.Taint);
            case IParameterReferenceOperation parameter when _state[parameter.Parameter] is not null:
                return _state[parameter.Parameter] = NewObject((parameter.Parameter, "held"), null, value.Taint);
            case IPropertyReferenceOperation { Property: { IsIndexer: false } property, Instance: { } holder } when property.GetMethod is { } getter && !_engine.HasBody(getter):
                return Owned(holder, Evaluate(holder)) is { Objects.Length: > 0 } owner ? Inner(owner, property.Name) : value;
            default:
                return value;
        }
    }

    void WriteMember(Value owner, string key, Value value)
    {
        foreach (var id in owner.Objects)
            if (_state[id] is { } heap)
                _state[id] = heap.WithMember(key, value, weakly: owner.Objects.Length > 1);
    }

    /// <summary>More taint on the object itself: a library's object took the value in.</summary>
    void AddTaint(Value owner, Taint? taint)
    {
        if (taint is null)
            return;
        foreach (var id in owner.Objects)
            if (_state[id] is { } heap)
                _state[id] = heap.WithDeep(Taint.Join(heap.Deep, taint));
    }

    /// <summary>Any element of a collection.</summary>
    Value ReadElements(Value owner, ITypeSymbol? type)
    {
        Value? all = null;
        foreach (var id in owner.Objects)
        {
            if (_state[id] is not { } heap)
                continue;
            if (heap.AllElements() is { } elements)
                all = all is null ? elements : Value.Join(all, elements);
            foreach (var member in heap.Members)
                if (member.Key.StartsWith("k:", StringComparison.Ordinal))
                    all = all is null ? member.Value : Value.Join(all, member.Value);
            if (heap.Deep is { } deep)
            {
                var value = Value.Of(deep.Member(Any).Only(_engine.KindsOf(type)));
                all = all is null ? value : Value.Join(all, value);
            }
        }
        if (owner.Taint is { } own)
        {
            var value = Value.Of(own.Member(Any).Only(_engine.KindsOf(type)));
            all = all is null ? value : Value.Join(all, value);
        }
        return all ?? Value.Unknown;
    }

    /// <summary>The element at a constant index or key, where it was put there by one; else any element.</summary>
    Value ReadElement(Value owner, Value? key, ITypeSymbol? type)
    {
        if (key is null || !key.HasConstant)
            return ReadElements(owner, type);
        Value? all = null;
        foreach (var id in owner.Objects)
        {
            if (_state[id] is not { } heap)
                continue;
            Value? one = null;
            if (heap.Sequence is { } sequence && key.Constant is int index)
                one = index >= 0 && index < sequence.Length ? sequence[index] : null;
            else if (heap.Member("k:" + key.Constant) is { } keyed)
                one = keyed;
            if (one is null)
            {
                // Nothing was put under this key that we know of; what was put under unknown keys may be there.
                one = heap.Elements is { } elements ? elements : Value.Unknown;
                if (heap.Deep is { } deep)
                    one = Value.Join(one, Value.Of(deep.Member(PartOf(key)).Only(_engine.KindsOf(type))));
            }
            all = all is null ? one : Value.Join(all, one);
        }
        if (owner.Taint is { } own)
        {
            var value = Value.Of(own.Member(PartOf(key)).Only(_engine.KindsOf(type)));
            all = all is null ? value : Value.Join(all, value);
        }
        return all ?? Value.Unknown;
    }

    // What is known to lie under a text: numbers move.
    static string PartOf(Value key) => key.Constant is string name ? "k:" + name : Any;

    void WriteElement(Value owner, Value? key, Value value)
    {
        foreach (var id in owner.Objects)
        {
            if (_state[id] is not { } heap)
                continue;
            if (key is { HasConstant: true, Constant: int index } && heap.Sequence is { } sequence && index >= 0 && index < sequence.Length && owner.Objects.Length == 1)
            {
                var copy = (Value[])sequence.Clone();
                copy[index] = value;
                _state[id] = heap.WithSequence(copy);
            }
            else if (key is { HasConstant: true, Constant: not null } && heap.Sequence is null or { Length: 0 } && key!.Constant is not int)
            {
                _state[id] = heap.WithMember("k:" + key.Constant, value, weakly: owner.Objects.Length > 1);
            }
            else
            {
                _state[id] = heap.WithElement(value);
            }
        }
    }

    /// <summary>A text that a value was put under: the dictionary gives it back among its keys.</summary>
    void WriteKey(Value owner, Value key, ITypeSymbol type)
    {
        if (type.SpecialType != SpecialType.System_String || TaintOf(key) is not { } taint)
            return;
        foreach (var id in owner.Objects)
            if (_state[id] is { } heap)
                _state[id] = heap.WithMember("Keys", Value.Of(taint), weakly: true);
    }

    /// <summary>Adds at the end.</summary>
    void Append(Value owner, Value value)
    {
        foreach (var id in owner.Objects)
        {
            if (_state[id] is not { } heap)
                continue;
            if (heap is { Type: not IArrayTypeSymbol, Sequence: { Length: < MaxSequence } sequence } && owner.Objects.Length == 1)
            {
                var longer = new Value[sequence.Length + 1];
                sequence.CopyTo(longer, 0);
                longer[sequence.Length] = value;
                _state[id] = heap.WithSequence(longer);
            }
            else
            {
                _state[id] = heap.WithElement(value);
            }
        }
    }

    /// <summary>What all code that names it shares: a library's cache or session, an own static member.</summary>
    Value ReadShared(ISymbol symbol) => symbol switch
    {
        IFieldSymbol field => ReadStatic(field, field.Type),
        IPropertySymbol { IsStatic: true } property => ReadStatic(property, property.Type),
        _ => Shared(symbol),
    };

    Value Shared(ISymbol store)
    {
        if (_state[store] is { } known)
            return known;
        return _state[store] = NewObject(store, null, Taint.Of(new InputOrigin(InputOrigin.Static, store), TaintKind.Any));
    }

    Value ReadStatic(ISymbol member, ITypeSymbol type)
    {
        if (_state[member] is { } known)
            return known;
        if (_engine.InitialValueOf(member, _session) is { } initial)
        {
            var kept = _state[member] = Evaluate(initial);
            if (kept.Objects.Length == 1 && _engine.IsAddedTo(member, type, _session.Cancellation))
                AddTaint(kept, Taint.Of(new InputOrigin(InputOrigin.Static, member), TaintKind.Any));
            return kept;
        }
        var taint = _engine.MayHoldInput(member) ? Taint.Of(new InputOrigin(InputOrigin.Static, member), TaintKind.Any)?.Only(_engine.KindsOf(type)) : null;
        var value = IsHeapType(type) ? NewObject(member, null, taint) : Value.Of(taint);
        _state[member] = value;
        return value;
    }

    void WriteStatic(ISymbol member, Value value) => _state[member] = value;

    /// <summary>The value under a path from an input: what the caller's argument holds there.</summary>
    Value Follow(Value value, string[] path)
    {
        foreach (var name in path)
            value = name == Any ? ReadElements(value, null) : name.StartsWith("k:", StringComparison.Ordinal) ? ReadElement(value, Value.OfConstant(name.Substring(2)), null) : ReadMember(value, name, null);
        return value;
    }
}
