using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Delegates, lambdas and local functions: the code they stand for is walked where they are called.</summary>
sealed partial class Interpreter
{
    /// <summary>Calls whatever the delegate may stand for.</summary>
    Value Apply(Function[] functions, Value[] values, IOperation site, IOperation[] operations)
    {
        Value? all = null;
        foreach (var function in functions)
        {
            Value value;
            if (function.Body is { } body)
            {
                var inner = body switch { IAnonymousFunctionOperation lambda => lambda.Body, ILocalFunctionOperation local => local.Body, _ => null };
                value = inner is null ? Value.Unknown : WalkFunction(inner, body, function.Method, values, operations);
            }
            else
            {
                var some = values;
                Array.Resize(ref some, function.Method.Parameters.Length);
                for (var i = 0; i < some.Length; i++)
                    some[i] ??= Value.Unknown;
                value = Invoke(function.Method, function.Receiver, some, operations.Length == some.Length ? operations : new IOperation[some.Length], site, function.Method.ReturnType);
            }
            all = all is null ? value : Value.Join(all, value);
        }
        return all ?? Value.Unknown;
    }

    /// <summary>Walks a lambda or local function with these arguments, in the state of the code around it.</summary>
    Value WalkFunction(IOperation body, IOperation function, IMethodSymbol symbol, Value[] values, IOperation[]? operations = null)
    {
        _walkedFunctions.Add(function);
        if (_inlined >= MaxInlined)
            return Value.Unknown;
        for (var frame = _frame; frame is not null; frame = frame.Parent!)
            if (SymbolEqualityComparer.Default.Equals(frame.Method, symbol))
                return Value.Unknown;
        _frame = new(symbol, _frame) { This = _frame.This };
        _inlined++;
        for (var i = 0; i < symbol.Parameters.Length; i++)
            _state[symbol.Parameters[i]] = i < values.Length && values[i] is { } value ? Narrow(value, symbol.Parameters[i].Type) : Value.Unknown;
        Execute(body);
        var result = Leave();
        _inlined--;
        if (operations is not null)
            foreach (var parameter in symbol.Parameters)
                if (parameter.RefKind is RefKind.Out or RefKind.Ref && parameter.Ordinal < operations.Length && operations[parameter.Ordinal] is { } target && _state[parameter] is { } value)
                    Assign(target, value, target);
        return Exported(result, symbol, operations);
    }

    // What the answer says of the function's parameters it says of the arguments, too.
    Value Exported(Value result, IMethodSymbol symbol, IOperation[]? operations)
    {
        if (result.Condition is not { } condition || operations is null)
            return result;
        return result.With(Condition.Of(Renamed(condition.WhenTrue), Renamed(condition.WhenFalse)));

        Fact[] Renamed(Fact[] facts)
        {
            var all = new List<Fact>(facts);
            foreach (var fact in facts)
                foreach (var parameter in symbol.Parameters)
                    if (SymbolEqualityComparer.Default.Equals(fact.Place.Root, parameter) && parameter.Ordinal < operations.Length && PlaceOf(operations[parameter.Ordinal]) is { } place)
                    {
                        foreach (var name in fact.Place.Path)
                            place = place.Member(name);
                        all.Add(new(place, fact.Cleared, place is { Root: { } root, Path.Length: 0 } ? _state[root] : null, null, fact.ByOrigin));
                    }
            return all.ToArray();
        }
    }
}
