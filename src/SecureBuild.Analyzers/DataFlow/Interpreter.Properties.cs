using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.DataFlow.Models;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Properties and indexers.</summary>
sealed partial class Interpreter
{
    Value ReadProperty(IPropertyReferenceOperation operation)
    {
        var property = operation.Property;
        var receiver = operation.Instance is { } instance ? Evaluate(instance) : null;
        var (values, operations) = Arguments(operation.Arguments, property.Parameters.Length);
        if (!_state.IsReachable)
            return Value.Unknown;
        var model = _engine.ModelOf(property);
        var call = new CallContext(this, receiver, values, property.GetMethod ?? property.SetMethod!) { Operations = operations, Instance = operation.Instance, Site = operation };
        Value result;
        if (model?.IsShared == true)
            return Shared(property.OriginalDefinition);
        if ((PassesThrough(property, receiver) ?? GeneratedPattern(property, operation.Type, operation)) is { } inner)
            result = inner;
        else if (property.ContainingType?.SpecialType == SpecialType.System_String && receiver is { HasConstant: true, Constant: string text })
            result = property.IsIndexer
                ? values[0] is { HasConstant: true, Constant: int at } && at >= 0 && at < text.Length ? Value.OfConstant(text[at]) : Value.Unknown
                : Value.OfConstant(text.Length);
        else if (property.IsIndexer && receiver is { Objects.Length: > 0 } && (property.GetMethod is null || !_engine.HasBody(property.GetMethod)))
            result = ReadElement(receiver, values.Length == 1 ? values[0] : null, operation.Type);
        else if (model?.Results is { } known && !property.IsIndexer && receiver is { Objects.Length: > 0 } && HasMember(receiver, property.Name) && known.TrueForAll(static line => line.Role == ModelRole.Flow))
            result = ReadMember(receiver, property.Name, operation.Type);
        else if (model?.Results is { } results)
            result = results.TrueForAll(static line => line.Role == ModelRole.None) ? Harmless(ReadOwn(operation, property, receiver, call)) : ApplyResults(results, call, operation.Type);
        else
            result = ReadOwn(operation, property, receiver, call);
        if (model?.Sources is { } sources && !IsOwnMessage(operation))
            result = Rinsed(FromSources(sources, call, result, operation.Type), model.Results);
        if (_engine.SourceOf(property) is { } kinds && (kinds & _engine.KindsOf(operation.Type)) is var some and not 0 && !CarriesAll(TaintOf(result), some))
            result = result.Objects.Length == 0 ? Value.Join(Source(operation, some), result) : result.WithTaint(Taint.Join(result.Taint, Source(operation, some).Taint));
        if (model?.Guards is { } guards)
            result = Guarded(guards, call, result);
        return Checked(operation, Narrow(result, operation.Type));
    }

    // What the program itself says by an exception of its own; what it took from another one is followed there.
    bool IsOwnMessage(IPropertyReferenceOperation operation) =>
        operation.Property is { Name: "Message", ContainingType: { Name: "Exception" } type } && type.Is("System.Exception") && operation.Instance?.Type is INamedTypeSymbol own && _engine.IsInSource(own);

    // An object that carries nothing of its own, though what is set on it may be asked for again.
    Value Harmless(Value value)
    {
        foreach (var id in value.Objects)
            if (_state[id] is { } heap)
                _state[id] = heap.WithDeep(null);
        return value.WithTaint(null);
    }

    // What a task, a nullable or a lazy value holds is the value itself here; a match's success is what the match told.
    Value? PassesThrough(IPropertySymbol property, Value? receiver) => property.Name switch
    {
        "Value" when property.ContainingType.Name is "Nullable" or "Lazy" && receiver is not null && !HasMember(receiver, "Value") => receiver,
        "Result" when property.ContainingType.Name is "Task" or "ValueTask" && receiver is not null && !HasMember(receiver, "Result") => receiver,
        "Uri" when property.ContainingType.Name == "UriBuilder" && receiver is not null => AddressOf(receiver),
        // A file's or folder's full name is resolved, as by Path.GetFullPath.
        "FullName" when property.ContainingType.Name == "FileSystemInfo" && receiver is not null => Value.Of(TaintOf(receiver)?.But(TaintKind.Unresolved, TaintKind.Unanchored)).AsCanonical(),
        // Known by its name to the conditions of models.
        "UnsafeRelaxedJsonEscaping" => Value.OfConstant(property.Name),
        "NewLine" when property.ContainingType.Name == "Environment" => Value.OfConstant("\n"),
        "Success" when receiver?.Condition is { } condition => Value.Unknown.With(condition),
        _ => null,
    };

    Value ReadOwn(IPropertyReferenceOperation operation, IPropertySymbol property, Value? receiver, CallContext call)
    {
        if (property.GetMethod is { } getter)
        {
            var isVirtual = operation.Instance is not IInstanceReferenceOperation { Syntax: Microsoft.CodeAnalysis.CSharp.Syntax.BaseExpressionSyntax } && (getter.IsVirtual || getter.IsAbstract || getter.IsOverride);
            if (Targets(getter, receiver, isVirtual) is { Count: > 0 } targets)
                return InvokeBodies(targets, call, operation.Type);
        }
        if (property.IsStatic)
            return _engine.IsInSource(property.ContainingType) ? ReadStatic(property, property.Type) : Value.Unknown;
        if (receiver is null)
            return Value.Unknown;
        if (property.IsIndexer)
            return ReadElement(receiver, call.Values.Length == 1 ? call.Values[0] : null, operation.Type);
        if (!HasMember(receiver, property.Name) && _engine.InitialValueOf(property, _session) is { } initial)
            return Evaluate(initial);
        return ReadMember(receiver, property.Name, operation.Type);
    }

    void AssignProperty(IPropertyReferenceOperation target, Value value, IOperation from)
    {
        var property = target.Property;
        var receiver = target.Instance is { } instance ? Owned(instance, Evaluate(instance)) : null;
        var (keys, keyOperations) = Arguments(target.Arguments, property.Parameters.Length);
        var values = new Value[keys.Length + 1];
        var operations = new IOperation[keys.Length + 1];
        keys.CopyTo(values, 0);
        keyOperations.CopyTo(operations, 0);
        values[keys.Length] = value;
        operations[keys.Length] = from;
        var call = new CallContext(this, receiver, values, property.SetMethod ?? property.GetMethod!) { Operations = operations, Instance = target.Instance, Site = target };
        _state.ForgetChecked();
        if (_engine.AssignedModelOf(property) is { } model)
        {
            if (model.Sinks is { } sinks)
                foreach (var line in sinks)
                    if (Holds(line.Condition, Later(call, target)))
                        if (line.Places is not [{ Name: "this" }])
                            CheckSink(line.Kinds, value, [], from, property, line.Behind);
                        else if (receiver is not null)
                            CheckSink(line.Kinds, receiver, [], target, property, line.Behind);
            if (model.Results is { } results)
                ApplyResults(results, call, null);
        }
        // A bound property that was given another value is what it was given, not what was bound.
        if (target.Instance is IInstanceReferenceOperation && !property.IsIndexer && _engine.SourceOf(property) is not null && KindsIn(Whole(value)) is var carried && carried != TaintKind.Any)
            _state.Check(property.Name, ~carried);
        if (property.IsIndexer)
        {
            CheckAdded(target.Instance, call);
            if (property.SetMethod is { } indexer && _engine.HasBody(indexer) && receiver is not null)
                Use(_engine.SummaryOf(indexer.OriginalDefinition, _session), call, indexer, null);
            else if (receiver is not null)
            {
                WriteElement(receiver, keys.Length == 1 ? keys[0] : null, value);
                if (keys.Length == 1)
                    WriteKey(receiver, keys[0], property.Parameters[0].Type);
            }
            return;
        }
        if (property.SetMethod is { } setter && Targets(setter, receiver, setter.IsVirtual || setter.IsAbstract) is { Count: > 0 } targets)
            InvokeBodies(targets, call, null);
        else if (property.IsStatic)
            WriteStatic(property, value);
        else if (receiver is not null)
            WriteMember(receiver, property.Name, value);
    }

    static TaintKind KindsIn(Taint? taint)
    {
        TaintKind kinds = 0;
        foreach (var part in taint?.Parts ?? [])
            kinds |= part.Kinds;
        return kinds;
    }

    // In an initialiser the order does not matter: what the other members are given is known before the check asks.
    CallContext Later(CallContext call, IPropertyReferenceOperation target)
    {
        if (target.Parent?.Parent is not IObjectOrCollectionInitializerOperation initializer || call.Receiver is not { Objects.Length: > 0 } receiver)
            return call;
        foreach (var other in initializer.Initializers)
            if (other is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation sibling, Value.ConstantValue: { HasValue: true, Value: string text } } && sibling.Property.Name != target.Property.Name && !HasMember(receiver, sibling.Property.Name))
                WriteMember(receiver, sibling.Property.Name, Value.OfConstant(text));
        return call;
    }
}
