using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Arrays, collections, tuples, anonymous objects, functions, initialisers.</summary>
sealed partial class Interpreter
{
    Value NewArray(IArrayCreationOperation creation)
    {
        foreach (var size in creation.DimensionSizes)
            CheckSize(size, Evaluate(size), creation);
        if (creation.Initializer is not { } initializer)
            return creation.DimensionSizes is [{ ConstantValue: { HasValue: true, Value: int and >= 0 and <= MaxSequence and var count } }]
                ? NewSequence(creation, creation.Type, Filled(count))
                : NewObject(creation, creation.Type, null);
        var values = new Value[initializer.ElementValues.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = initializer.ElementValues[i] is IArrayInitializerOperation nested ? NestedArray(nested) : Evaluate(initializer.ElementValues[i]);
        return values.Length <= MaxSequence ? NewSequence(creation, creation.Type, values) : Together(creation, creation.Type, values);
    }

    Value NestedArray(IArrayInitializerOperation nested)
    {
        var values = new Value[nested.ElementValues.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = nested.ElementValues[i] is IArrayInitializerOperation deeper ? NestedArray(deeper) : Evaluate(nested.ElementValues[i]);
        return Together(nested, null, values);
    }

    static Value[] Filled(int count)
    {
        var values = new Value[count];
        for (var i = 0; i < count; i++)
            values[i] = Value.Unknown;
        return values;
    }

    Value Together(object site, ITypeSymbol? type, Value[] values)
    {
        var together = NewObject(site, type, null);
        foreach (var value in values)
            WriteElement(together, null, value);
        return together;
    }

    Value Collection(IOperation operation)
    {
        var values = new List<Value>();
        var isExact = true;
        foreach (var child in operation.ChildOperations)
        {
            if (child.Kind == Spread)
            {
                isExact = false;
                foreach (var spread in child.ChildOperations)
                    values.Add(ReadElements(Evaluate(spread), null));
            }
            else
            {
                values.Add(Evaluate(child));
            }
        }
        return isExact && values.Count <= MaxSequence ? NewSequence(operation, operation.Type, values.ToArray()) : Together(operation, operation.Type, values.ToArray());
    }

    Value ReadAt(Value owner, IOperation element, IReadOnlyList<IOperation> indices)
    {
        Value? index = null;
        foreach (var each in indices)
            index = Evaluate(each);
        return Checked(element, Narrow(ReadElement(owner, indices.Count == 1 ? index : null, element.Type), element.Type));
    }

    Value Tuple(ITupleOperation tuple)
    {
        var value = NewObject(tuple, null, null);
        for (var i = 0; i < tuple.Elements.Length; i++)
            WriteMember(value, "Item" + (i + 1), Evaluate(tuple.Elements[i]));
        return value;
    }

    Value Anonymous(IAnonymousObjectCreationOperation creation)
    {
        var value = NewObject(creation, creation.Type, null);
        foreach (var initializer in creation.Initializers)
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } assignment)
                WriteMember(value, property.Property.Name, Evaluate(assignment.Value));
        return value;
    }

    Value Lambda(IAnonymousFunctionOperation lambda)
    {
        if (_knownLambdas.Add(lambda))
            _lambdas.Add((lambda, _state.Fork()));
        return Value.OfFunction(new(lambda, lambda.Symbol, null));
    }

    Value Subscribe(IEventAssignmentOperation subscription)
    {
        var handler = Evaluate(subscription.HandlerValue);
        if (subscription is { Adds: true, EventReference: IEventReferenceOperation { Instance: { } instance } raised })
        {
            var owner = Evaluate(instance);
            var old = ReadMember(owner, raised.Event.Name, null);
            WriteMember(owner, raised.Event.Name, Value.Join(old, handler));
        }
        return Value.Unknown;
    }

    Value With(IWithOperation with)
    {
        var original = Evaluate(with.Operand);
        var copy = NewObject(with, with.Type, TaintOf(original));
        foreach (var id in original.Objects)
            if (_state[id] is { } heap)
                _state[copy.Objects[0]] = heap;
        Initialize(copy, with.Initializer);
        return copy;
    }

    void Initialize(Value owner, IObjectOrCollectionInitializerOperation? initializer)
    {
        if (initializer is null)
            return;
        _implicitReceivers.Push(owner);
        Evaluate(initializer);
        _implicitReceivers.Pop();
    }

    Value Create(IObjectCreationOperation creation)
    {
        if (creation.Constructor is not { } constructor)
            return Rest(creation);
        var (values, operations) = Arguments(creation.Arguments, constructor.Parameters.Length);
        if (!_state.IsReachable)
            return Value.Unknown;
        var model = _engine.ModelOf(constructor);
        var made = IsHeapType(creation.Type) ? NewObject(creation, creation.Type, null) : Value.Unknown;
        var call = new CallContext(this, made, values, constructor) { Operations = operations, Site = creation };
        if (model?.Sinks is { } sinks)
            CheckSinks(sinks, call);
        if (model?.Results is { } results)
        {
            made = ApplyResults(results, call, creation.Type, made);
        }
        else if (_engine.IsInSource(constructor.ContainingType))
        {
            made = made.Objects.Length == 0 ? NewObject(creation, creation.Type, null) : made;
            call = new CallContext(this, made, values, constructor) { Operations = operations, Site = creation };
            Use(_engine.SummaryOf(constructor.OriginalDefinition, _session, ConstantsOf(constructor.OriginalDefinition, call)), call, constructor.OriginalDefinition, null);
        }
        else
        {
            made = CreateLibrary(creation, made, call);
        }
        if (model?.Sources is { } sources)
            made = FromSources(sources, call, made, creation.Type);
        Initialize(made, creation.Initializer);
        if (made.Objects.Length == 1 && creation.Type is INamedTypeSymbol answer && _engine.RunOf(answer) is { } run)
            Run(run, made, creation);
        return Narrow(made, creation.Type);
    }

    // Whoever makes an answer gives it to the framework, which runs it.
    void Run(IMethodSymbol method, Value receiver, IObjectCreationOperation creation)
    {
        var values = new Value[method.Parameters.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = Value.Unknown;
        var before = _state;
        _state = before.Fork();
        Use(_engine.SummaryOf(method, _session), new(this, receiver, values, method) { Operations = new IOperation[values.Length], Site = creation }, method, null);
        _state = before;
    }

    Value CreateLibrary(IObjectCreationOperation creation, Value made, CallContext call)
    {
        Taint? taint = null;
        for (var i = 0; i < call.Values.Length; i++)
        {
            var value = call.Values[i];
            taint = Taint.Join(taint, Whole(value));
            // What a constructor is given is what the property of the same name shows.
            if (made.Objects.Length > 0)
                WriteMember(made, MemberOf(call.Method.Parameters[i]), value);
            if (value.Functions is { } functions)
                taint = Taint.Join(taint, Whole(Apply(functions, [], creation, [])));
        }
        if (made.Objects.Length == 0)
            return call.Values.Length == 1 && Whole(call.Values[0]) is null ? Value.Unknown.WithPrefix(call.Values[0].Prefix) : Value.Of(taint);
        if (Collections.IsSequence(creation.Type))
        {
            // A copy of what is given, else empty.
            _state[made.Objects[0]] = call.Values.Length == 0 || call.Method.Parameters[0].Type.SpecialType == SpecialType.System_Int32
                ? HeapObject.OfSequence(creation.Type, [])
                : HeapObject.Of(creation.Type, taint).WithElements(ReadElements(call.Values[0], null));
            return made;
        }
        AddTaint(made, taint);
        return made;
    }

    static string MemberOf(IParameterSymbol parameter) => parameter.Name.Length == 0 ? "" : char.ToUpperInvariant(parameter.Name[0]) + parameter.Name.Substring(1);
}
