using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Loops and jumps.</summary>
sealed partial class Interpreter
{
    void Loop(ILoopOperation loop, IOperation? condition, bool isTop, bool isUntil, IOperation body, IReadOnlyList<IOperation> bottom)
    {
        if (condition is not null && CountOf(condition) is { } count && (IsEndless(count.Type) || Grows(body)))
            CheckSize(count, Evaluate(count), loop);
        var head = _state;
        FlowState? left = null;
        for (var round = 0; round < MaxRounds; round++)
        {
            _state = head.Fork();
            left = null;
            if (isTop && condition is not null)
                left = Enter(condition, isUntil);
            Execute(body);
            Land(loop.ContinueLabel);
            foreach (var statement in bottom)
                Execute(statement);
            if (!isTop && condition is not null)
                left = Enter(condition, isUntil);
            var next = FlowState.Join(head, _state);
            if (FlowState.IsSame(head, next))
                break;
            head = next;
        }
        _state = left ?? Unreachable();
        Land(loop.ExitLabel);
    }

    // i < count, count-- > 0
    static IOperation? CountOf(IOperation condition)
    {
        var bound = condition is IBinaryOperation comparison
            ? comparison.OperatorKind switch
            {
                BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual => Peeled(comparison.RightOperand),
                BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual => Peeled(comparison.LeftOperand),
                _ => null,
            }
            : null;
        if (bound is IIncrementOrDecrementOperation counted)
            bound = counted.Target;
        return bound is ILocalReferenceOperation or IParameterReferenceOperation ? bound : null;
    }

    // Two thousand million rounds are soon done, 2⁶³ never.
    static bool IsEndless(ITypeSymbol? count) => count?.SpecialType is SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Double or SpecialType.System_Decimal;

    // Each round takes more memory, time of others or room on a disk: a loop that only counts is soon done.
    static bool Grows(IOperation body)
    {
        var waiting = new Stack<IOperation>();
        waiting.Push(body);
        while (waiting.Count > 0)
        {
            var operation = waiting.Pop();
            if (operation is IInvocationOperation { TargetMethod.Name: "Add" or "AddRange" or "Append" or "AppendLine" or "AppendFormat" or "Insert" or "Enqueue" or "Push" or "TryAdd" or "AddLast" or "Write" or "WriteLine" or "WriteAsync" or "WriteLineAsync" or "WriteByte" or "Sleep" or "Delay" }
                or ICompoundAssignmentOperation { Type.SpecialType: SpecialType.System_String })
                return true;
            foreach (var child in operation.ChildOperations)
                waiting.Push(child);
        }
        return false;
    }

    // The state that stays in the loop becomes the current one; the state that leaves is given back.
    FlowState Enter(IOperation condition, bool isUntil)
    {
        if (!_state.IsReachable)
            return _state;
        var (whenTrue, whenFalse) = Branch(condition);
        _state = isUntil ? whenFalse : whenTrue;
        return isUntil ? whenTrue : whenFalse;
    }

    FlowState Unreachable()
    {
        var state = _state.Fork();
        state.Stop();
        return state;
    }

    void ForEach(IForEachLoopOperation loop)
    {
        var collection = Evaluate(loop.Collection);
        var place = loop.Collection.Type?.SpecialType == SpecialType.System_String || (loop.Collection as IConversionOperation)?.Operand.Type?.SpecialType == SpecialType.System_String ? PlaceOf(loop.Collection) : null;
        if (!_isUnrolling && loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol: var each } && collection.Objects is [var id] && _state[id]?.Sequence is { Length: > 0 and <= MaxUnrolled } known && Array.TrueForAll(known, static item => item.Constant is char or string))
        {
            // foreach (var character in s_invalid) name = name.Replace(character, '_'); not such loops inside each other, whose walks would multiply.
            _isUnrolling = true;
            foreach (var item in known)
            {
                WriteVariable(each, item, loop.Collection.Syntax);
                Execute(loop.Body);
                Land(loop.ContinueLabel);
            }
            _isUnrolling = false;
            Land(loop.ExitLabel);
            return;
        }
        TaintKind left = 0;
        var head = _state;
        for (var round = 0; round < MaxRounds; round++)
        {
            _state = head.Fork();
            switch (loop.LoopControlVariable)
            {
                case IVariableDeclaratorOperation declarator:
                    WriteVariable(declarator.Symbol, Item(collection, loop.Collection, declarator.Symbol.Type), loop.Collection.Syntax);
                    break;
                case { } target:
                    var type = ElementType(loop.Collection) ?? target.Type;
                    Deconstruct(target, Item(collection, loop.Collection, type), target, type);
                    break;
            }
            Execute(loop.Body);
            Land(loop.ContinueLabel);
            if (_state.IsReachable && loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol: { } character })
                foreach (var part in _state[character]?.Taint?.Parts ?? [])
                    left |= part.Kinds;
            var next = FlowState.Join(head, _state);
            if (FlowState.IsSame(head, next))
                break;
            head = next;
        }
        _state = head.Fork();
        // Every character passed the check in the body: so did the text.
        if (place is not null && collection.Taint is not null && !_frame.Pending.ContainsKey(loop.ExitLabel))
            Apply(new Fact(place, ~left, collection));
        Land(loop.ExitLabel);
    }

    static ITypeSymbol? ElementType(IOperation collection)
    {
        var type = (collection is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : collection).Type;
        if (type is IArrayTypeSymbol array)
            return array.ElementType;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } itself)
            return itself.TypeArguments[0];
        if (type is null)
            return null;
        foreach (var each in type.AllInterfaces)
            if (each.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
                return each.TypeArguments[0];
        return null;
    }

    // A dictionary's elements are pairs whose values are what was put in; its keys are known apart.
    Value Item(Value collection, IOperation source, ITypeSymbol? type)
    {
        var item = ReadElements(collection, type);
        if (type is not INamedTypeSymbol { Name: "KeyValuePair" or "DictionaryEntry" } || HasMember(item, "Key") || HasMember(item, "Value"))
            return item;
        var pair = NewObject((source, "pair"), type, TaintOf(collection)?.Member(Any));
        if (Whole(ReadMember(collection, "Keys", null)) is { } keys)
            WriteMember(pair, "Key", Value.Of(keys));
        WriteMember(pair, "Value", item);
        return pair;
    }

    void Jump(ILabelSymbol target)
    {
        if (!_state.IsReachable)
            return;
        _frame.Pending[target] = _frame.Pending.TryGetValue(target, out var waiting) ? FlowState.Join(waiting, _state) : _state;
        _state = Unreachable();
    }

    /// <summary>A goto that leads back is a loop from its label on.</summary>
    void Repeat(IBlockOperation block)
    {
        FlowState? head = null;
        for (var round = 0; round < MaxRounds; round++)
        {
            var start = 0;
            while (start < block.Operations.Length && !(block.Operations[start] is ILabeledOperation labeled && _frame.Pending.ContainsKey(labeled.Label)))
                start++;
            if (start == block.Operations.Length)
                return;
            var after = _state;
            var label = ((ILabeledOperation)block.Operations[start]).Label;
            var waiting = _frame.Pending[label];
            var next = head is null ? waiting : FlowState.Join(head, waiting);
            if (head is not null && FlowState.IsSame(head, next))
            {
                _frame.Pending.Remove(label);
                return;
            }
            head = next;
            _frame.Pending[label] = next.Fork();
            _state = Unreachable();
            for (var i = start; i < block.Operations.Length; i++)
                Execute(block.Operations[i]);
            _state = FlowState.Join(after, _state);
        }
    }

    void Land(ILabelSymbol? label)
    {
        if (label is null || !_frame.Pending.TryGetValue(label, out var waiting))
            return;
        _frame.Pending.Remove(label);
        _state = FlowState.Join(_state, waiting);
    }
}
