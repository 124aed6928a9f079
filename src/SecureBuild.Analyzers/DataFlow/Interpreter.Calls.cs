using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.DataFlow.Models;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Calls: of methods with a body, by their summaries; of library members, by the models; of delegates, by the code they stand for.</summary>
sealed partial class Interpreter
{
    Value Call(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var receiver = call.Instance is { } instance ? Evaluate(instance) : null;
        var (values, operations) = Arguments(call.Arguments, method.Parameters.Length);
        if (!_state.IsReachable)
            return Value.Unknown;
        if (method.MethodKind == MethodKind.LocalFunction && _localFunctions.TryGetValue(method.OriginalDefinition, out var local))
            return local.Body is { } body ? WalkFunction(body, local, local.Symbol, values, operations) : Value.Unknown;
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return (receiver?.Functions ?? Handlers(call.Instance, receiver)) is { } functions ? Apply(functions, values, call, operations) : Value.Of(receiver?.Taint);
        return Invoke(method, receiver, values, operations, call, call.Type, call.Instance, call.IsVirtual);
    }

    // What other bodies put into an event, a delegate or a table of delegates.
    Function[]? Handlers(IOperation? instance, Value? receiver)
    {
        if (instance is IConditionalAccessInstanceOperation)
            for (var parent = instance.Parent; parent is not null; parent = parent.Parent)
                if (parent is IConditionalAccessOperation access)
                {
                    instance = access.Operation;
                    break;
                }
        if (instance is IMemberReferenceOperation { Member: IEventSymbol or IFieldSymbol or IPropertySymbol { IsIndexer: false }, Instance: null or IInstanceReferenceOperation } reference)
            return _engine.FunctionsIn(reference.Member, _session);
        foreach (var part in receiver?.Taint?.Parts ?? [])
            if (part.Origin is InputOrigin { Ordinal: < 0 } place && _engine.FunctionsIn(_frame.Method?.ContainingType, place, _session) is { } functions)
                return functions;
        return null;
    }

    (Value[] Values, IOperation[] Operations) Arguments(IReadOnlyList<IArgumentOperation> arguments, int count)
    {
        var values = new Value[count];
        var operations = new IOperation[count];
        foreach (var argument in arguments)
        {
            var at = argument.Parameter?.Ordinal ?? -1;
            if (at < 0 || at >= count)
            {
                Evaluate(argument.Value);
                continue;
            }
            operations[at] = argument.Value;
            values[at] = argument.Parameter!.RefKind == RefKind.Out ? Value.Unknown : Evaluate(argument.Value);
        }
        for (var i = 0; i < count; i++)
            values[i] ??= Value.Unknown;
        return (values, operations);
    }

    /// <summary>A call of a named method. <paramref name="operations"/> are the arguments as written, for what checks say of them.</summary>
    Value Invoke(IMethodSymbol method, Value? receiver, Value[] values, IOperation[] operations, IOperation site, ITypeSymbol? type, IOperation? instance = null, bool isVirtual = false)
    {
        _session.Cancellation.ThrowIfCancellationRequested();
        method = method.ReducedFrom ?? method;
        var model = _engine.ModelOf(method);
        var call = new CallContext(this, receiver, values, method) { Operations = operations, Instance = instance, Site = site };
        if (model?.Sinks is { } sinks)
            CheckSinks(sinks, call);
        CheckAdded(instance, call);
        if (model?.Entries is { } entries)
            EnterHandlers(entries, call);
        var known = Known(call, type);
        Value result;
        if (known is not null)
            result = known;
        else if (model?.Results is { } results && !(method is { Name: "ToString", Parameters.Length: 0 } && _engine.HasBody(method)))
            result = ApplyResults(results, call, type);
        else if (Targets(method, receiver, isVirtual) is { Count: > 0 } targets)
            result = InvokeBodies(targets, call, type);
        else
            result = InvokeLibrary(call, type, callFunctions: model?.Entries is null);
        if (model?.Sources is { } sources)
            result = Rinsed(FromSources(sources, call, result, type), model.Results);
        if (model?.Guards is { } guards)
            result = Guarded(guards, call, result);
        return Checked(site, Narrow(result, type));
    }

    /// <summary>The bodies that a call may run.</summary>
    List<IMethodSymbol> Targets(IMethodSymbol method, Value? receiver, bool isVirtual)
    {
        var targets = new List<IMethodSymbol>();
        if (isVirtual || method.IsAbstract || method.ContainingType?.TypeKind == TypeKind.Interface)
        {
            if (receiver is { Objects.Length: > 0 })
            {
                foreach (var id in receiver.Objects)
                    if (_state[id]?.Type is INamedTypeSymbol exact && _engine.ImplementationIn(exact, method) is { } found)
                    {
                        if (!targets.Exists(other => SymbolEqualityComparer.Default.Equals(other, found)))
                            targets.Add(found);
                    }
                    else
                    {
                        targets.Clear();
                        break;
                    }
                if (targets.Count > 0)
                    return targets.FindAll(_engine.HasBody);
            }
            return _engine.ImplementationsOf(method);
        }
        if (_engine.HasBody(method))
            targets.Add(method.OriginalDefinition);
        return targets;
    }

    Value InvokeBodies(List<IMethodSymbol> targets, CallContext call, ITypeSymbol? type)
    {
        if (targets.Count == 1 && (Array.Exists(call.Values, static value => value.Functions is not null) || HoldsFunctions(call.Receiver) || _lambdas.Count > 0 && (HoldsFunctions(call.Receiver, 2) || Array.Exists(call.Values, value => HoldsFunctions(value, 2)))) && CanInline(targets[0]))
            return Inline(targets[0], call, type);
        Value? all = null;
        FlowState? after = null;
        var before = _state;
        foreach (var target in targets)
        {
            _state = targets.Count > 1 ? before.Fork() : before;
            var value = Use(_engine.SummaryOf(target, _session, ConstantsOf(target, call)), call, target, type);
            if (!_state.IsReachable)
                continue;
            all = all is null ? value : Value.Join(all, value);
            after = after is null ? _state : FlowState.Join(after, _state);
        }
        _state = after ?? Unreachable();
        return all ?? Value.Unknown;
    }

    // Handlers that this body subscribed are known to nobody else.
    bool HoldsFunctions(Value? receiver)
    {
        foreach (var id in receiver?.Objects ?? [])
            foreach (var member in _state[id]?.Members ?? MemberMap.Empty)
                if (member.Value.Functions is not null)
                    return true;
        return false;
    }

    // Columns of a table, steps of a pipeline: delegates in arrays, tuples and objects that are handed over.
    bool HoldsFunctions(Value? value, int depth)
    {
        foreach (var id in depth > 0 && value is not null ? value.Objects : [])
        {
            if (_state[id] is not { } heap)
                continue;
            if (heap.AllElements() is { } elements && (elements.Functions is not null || HoldsFunctions(elements, depth - 1)))
                return true;
            foreach (var member in heap.Members)
                if (member.Value.Functions is not null || HoldsFunctions(member.Value, depth - 1))
                    return true;
        }
        return false;
    }

    /// <summary>Switches given as constants decide which way a helper goes: such calls get a summary of their own.</summary>
    object?[]? ConstantsOf(IMethodSymbol target, CallContext call)
    {
        object?[]? constants = null;
        for (var i = 0; i < target.Parameters.Length && i < call.Values.Length; i++)
            if (call.Values[i] is { HasConstant: true, Constant: bool or int or char } value && target.Parameters[i].RefKind == RefKind.None
                && (target.Parameters[i].Type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Int32 or SpecialType.System_Char || target.Parameters[i].Type.TypeKind == TypeKind.Enum)
                && _engine.MayDecide(target.Parameters[i]))
                (constants ??= new object?[target.Parameters.Length])[i] = value.Constant;
        return constants is null || IsOneOfFew(target, constants) ? constants : null;
    }

    // A method that is called with ever other numbers is no switch. Counted for this body alone: what others asked for first must not decide.
    bool IsOneOfFew(IMethodSymbol target, object?[] constants)
    {
        if (!_variants.TryGetValue(target, out var asked))
            _variants.Add(target, asked = new());
        if (asked.Exists(other => System.Linq.Enumerable.SequenceEqual(other, constants)))
            return true;
        if (asked.Count >= MaxVariants)
            return false;
        asked.Add(constants);
        return true;
    }

    /// <summary>What a summarised method does to the caller's values.</summary>
    Value Use(Summary summary, CallContext call, IMethodSymbol target, ITypeSymbol? type)
    {
        call = call.For(target);
        call.Rests();
        foreach (var hit in summary.Sinks)
            if (call.Map(hit.Origin, hit.Kinds) is { } taint)
                Hit(hit.Kind, taint, call.NodeOf(hit.Origin), hit.Sink, hit);
        foreach (var (thrown, carried) in summary.Thrown)
            NoteThrown(thrown, call.Map(carried));
        // What a method gives back and leaves behind is said of what it was given: all of it is read before any of it is written.
        var result = summary.Return is { } shape ? Import(shape, call, call.Site) : Value.Unknown;
        var left = summary.Effects.Count == 0 ? [] : new Value[summary.Effects.Count];
        for (var i = 0; i < left.Length; i++)
            left[i] = Import(summary.Effects[i].Value, call, (summary.Effects[i].Target, call.Site));
        var outs = summary.Outs.Count == 0 ? [] : new Value[summary.Outs.Count];
        for (var i = 0; i < outs.Length; i++)
            outs[i] = Import(summary.Outs[i].Value, call, (summary.Outs[i].Ordinal, call.Site));
        call.Changes();
        for (var i = 0; i < left.Length; i++)
            WriteEffect(summary.Effects[i].Target, left[i], summary.Effects[i].Value, call);
        for (var i = 0; i < outs.Length; i++)
            if (summary.Outs[i].Ordinal is var ordinal && ordinal < call.Operations.Length && call.Operations[ordinal] is { } operation)
                Assign(operation, outs[i], operation);
        if (!summary.Returns)
        {
            _state = Unreachable();
            return Value.Unknown;
        }
        foreach (var fact in call.Facts(summary.WhenReturned))
            Apply(fact);
        var whenTrue = call.Facts(summary.WhenTrue);
        var whenFalse = call.Facts(summary.WhenFalse);
        return whenTrue.Length + whenFalse.Length == 0 ? result : result.With(new Condition(whenTrue, whenFalse));
    }

    void WriteEffect(InputOrigin target, Value value, Shape shape, CallContext call)
    {
        if (target.Ordinal == InputOrigin.Static)
        {
            if (target.Symbol is INamedTypeSymbol or IPropertySymbol { IsStatic: false })
                PutInto(Shared(target.Symbol), shape, call);
            else if (target.Path.Length == 0)
                WriteStatic(target.Symbol!, _state[target.Symbol!] is { } old ? Value.Join(old, value) : value);
            return;
        }
        if (call.Input(target.Ordinal) is not { } owner)
            return;
        if (target.Path.Length == 0)
        {
            AddTaint(owner, Whole(value));
            return;
        }
        for (var i = 0; i < target.Path.Length - 1; i++)
            owner = Inner(owner, target.Path[i]);
        var last = target.Path[target.Path.Length - 1];
        if (last == Any)
            WriteElement(owner, null, value);
        else
            WriteMember(owner, last, value);
    }

    // What a callee put there comes to what the caller did.
    void PutInto(Value store, Shape shape, CallContext call)
    {
        foreach (var member in shape.Members ?? new())
            WriteMember(store, member.Key, Import(member.Value, call, (member.Key, call.Site)));
        if (shape.Elements is { } elements)
            WriteElement(store, null, Import(elements, call, (Any, call.Site)));
    }

    /// <summary>A value out of a callee's terms into the caller's.</summary>
    Value Import(Shape shape, CallContext call, object site)
    {
        if (shape.Alias is { } alias && call.Input(alias.Ordinal) is { } input)
            return Follow(input, alias.Path);
        var value = shape.Value.WithTaint(call.Map(shape.Value.Taint)).With(null);
        if (shape.Members is null && shape.Elements is null && shape.Sequence is null && shape.Type is null)
            return value;
        var id = IdOf((site, "result"));
        var heap = HeapObject.Of(shape.Type, value.Taint);
        if (shape.Sequence is { } sequence)
        {
            var values = new Value[sequence.Length];
            for (var i = 0; i < values.Length; i++)
                values[i] = Import(sequence[i], call, (site, i));
            heap = heap.WithSequence(values);
        }
        else if (shape.Elements is { } elements)
        {
            heap = heap.WithElements(Import(elements, call, (site, Any)));
        }
        if (shape.Members is { } members)
            foreach (var member in members)
                heap = heap.WithMember(member.Key, Import(member.Value, call, (site, member.Key)));
        _state[id] = heap;
        return value.WithTaint(null).WithObject(id);
    }

    /// <summary>A method without a body here and without a line in the models.</summary>
    Value InvokeLibrary(CallContext call, ITypeSymbol? type, bool callFunctions)
    {
        var method = call.Method;
        Taint? taint = null;
        if (method.IsStatic)
        {
            for (var i = 0; i < call.Values.Length && (i == 0 || !method.IsExtensionMethod); i++)
                taint = Taint.Join(taint, Whole(call.Values[i]));
        }
        else if (call.Receiver is { } receiver)
        {
            taint = Taint.Join(TaintOf(receiver), ReadElements(receiver, null).Taint);
            // : base(message)
            if (method.MethodKind == MethodKind.Constructor)
                for (var i = 0; i < call.Values.Length; i++)
                    WriteMember(receiver, MemberOf(method.Parameters[i]), call.Values[i]);
        }
        for (var i = 0; i < call.Operations.Length; i++)
            if (method.Parameters[i].RefKind is RefKind.Out or RefKind.Ref && call.Operations[i] is { } target)
                Assign(target, Value.Of(taint?.Only(_engine.KindsOf(method.Parameters[i].Type))), target);
        var result = type is not null && _engine.StoreOf(type) is { } store ? Shared(store) : Value.Of(taint?.Only(KindsOf(type)));
        if (!callFunctions)
            return result;
        foreach (var value in call.Values)
            if (value.Functions is { } functions)
            {
                // Nobody knows what a library calls it with; what goes into the call may be it.
                var arguments = new Value[8];
                for (var i = 0; i < arguments.Length; i++)
                    arguments[i] = Value.Of(taint);
                result = Value.Join(result, Value.Of(Whole(Apply(functions, arguments, call.Site, []))));
            }
        return result;
    }

    bool CanInline(IMethodSymbol method)
    {
        if (_inlined >= MaxInlined)
            return false;
        for (var frame = _frame; frame is not null; frame = frame.Parent!)
            if (SymbolEqualityComparer.Default.Equals(frame.Method, method))
                return false;
        return true;
    }

    /// <summary>Walks a method's body here, because it calls delegates that only this caller knows.</summary>
    Value Inline(IMethodSymbol method, CallContext call, ITypeSymbol? type)
    {
        var bodies = _engine.BodiesOf(method, _session.Cancellation);
        _session.Footprint?.Add(_engine.FootprintOf(method));
        var outer = _inlineSite;
        _inlineSite ??= call.Site.Syntax;
        _frame = new(method, _frame) { This = call.Receiver ?? _frame.This };
        _inlined++;
        for (var i = 0; i < method.Parameters.Length; i++)
            _state[method.Parameters[i]] = i < call.Values.Length ? call.Values[i] : Value.Unknown;
        foreach (var body in bodies)
            WalkBody(body);
        var result = Leave();
        _inlined--;
        _inlineSite = outer;
        foreach (var parameter in method.Parameters)
            if (parameter.RefKind is RefKind.Out or RefKind.Ref && parameter.Ordinal < call.Operations.Length && call.Operations[parameter.Ordinal] is { } target && _state[parameter] is { } value)
                Assign(target, value, target);
        return Narrow(result, type);
    }

    /// <summary>Back from a frame: its answers joined, and the states in which it came back.</summary>
    Value Leave()
    {
        var frame = _frame;
        _frame = frame.Parent!;
        Value? all = frame.Yielded is { } yielded ? Together(frame, null, [yielded]) : null;
        var after = _state;
        foreach (var (value, state) in frame.Returns)
        {
            if (frame.Yielded is null)
                all = all is null ? value : Value.Join(all, value);
            after = FlowState.Join(after, state);
        }
        _state = after;
        return all ?? Value.Unknown;
    }
}
