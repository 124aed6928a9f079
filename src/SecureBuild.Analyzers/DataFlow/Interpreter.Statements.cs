using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Statements: where control goes.</summary>
sealed partial class Interpreter
{
    void Execute(IOperation? operation)
    {
        if (operation is null || !Tick())
            return;
        if (!_state.IsReachable && operation.Kind is not (OperationKind.Labeled or OperationKind.Block or OperationKind.LocalFunction))
            return;
        switch (operation)
        {
            case IBlockOperation block:
                var hasLabel = false;
                foreach (var statement in block.Operations)
                {
                    if (statement is ILocalFunctionOperation function)
                        _localFunctions[function.Symbol] = function;
                    hasLabel |= statement is ILabeledOperation;
                }
                foreach (var statement in block.Operations)
                    Execute(statement);
                if (hasLabel)
                    Repeat(block);
                break;
            case IExpressionStatementOperation expression:
                Evaluate(expression.Operation);
                break;
            case IVariableDeclarationGroupOperation group:
                foreach (var declaration in group.Declarations)
                    Execute(declaration);
                break;
            case IVariableDeclarationOperation declaration:
                foreach (var declarator in declaration.Declarators)
                    Declare(declarator, declaration.Initializer);
                break;
            case IUsingDeclarationOperation declaration:
                Execute(declaration.DeclarationGroup);
                break;
            case IConditionalOperation { WhenTrue: not null } conditional:
                If(conditional);
                break;
            case IForEachLoopOperation loop:
                ForEach(loop);
                break;
            case IForLoopOperation loop:
                foreach (var statement in loop.Before)
                    Execute(statement);
                Loop(loop, loop.Condition, isTop: true, isUntil: false, loop.Body, loop.AtLoopBottom);
                break;
            case IWhileLoopOperation loop:
                Loop(loop, loop.Condition, loop.ConditionIsTop, loop.ConditionIsUntil, loop.Body, []);
                break;
            case ISwitchOperation choice:
                Switch(choice);
                break;
            case IReturnOperation { Kind: OperationKind.YieldReturn } yield:
                var yielded = yield.ReturnedValue is { } item ? Evaluate(item) : Value.Unknown;
                _frame.Yielded = _frame.Yielded is null ? yielded : Value.Join(_frame.Yielded, yielded);
                break;
            case IReturnOperation { Kind: OperationKind.YieldBreak }:
                _state.Stop();
                break;
            case IReturnOperation answer:
                Return(answer);
                break;
            case IThrowOperation thrown:
                Throw(thrown);
                _state.Stop();
                break;
            case ITryOperation attempt:
                Try(attempt);
                break;
            case IUsingOperation use:
                Execute(use.Resources);
                Execute(use.Body);
                break;
            case ILockOperation held:
                Evaluate(held.LockedValue);
                Execute(held.Body);
                break;
            case IBranchOperation branch:
                Jump(branch.Target);
                break;
            case ILabeledOperation labeled:
                Land(labeled.Label);
                Execute(labeled.Operation);
                break;
            case ILocalFunctionOperation function:
                _localFunctions[function.Symbol] = function;
                break;
            case IEmptyOperation:
                break;
            default:
                Evaluate(operation);
                break;
        }
    }

    void Declare(IVariableDeclaratorOperation declarator, IVariableInitializerOperation? shared)
    {
        if ((declarator.Initializer ?? shared) is not { } initializer)
            return;
        var value = Evaluate(initializer.Value);
        if (declarator.Symbol.IsRef)
            _references[declarator.Symbol] = initializer.Value;
        WriteVariable(declarator.Symbol, value, initializer.Value.Syntax);
    }

    void WriteVariable(ISymbol variable, Value value, SyntaxNode? at)
    {
        if (at is not null && value.Taint is { } taint)
            value = value.WithTaint(taint.Via(at));
        // A variable that is called a password holds one, unless it is known what it holds.
        if (at is not null && variable is ILocalSymbol local && !value.HasConstant && value.Objects.Length == 0 && _engine.SourceOf(local) is { } kinds
            && (kinds & _engine.KindsOf(local.Type)) is var some and not 0 && value.Taint?.Only(some) is null)
            value = value.WithTaint(Taint.Join(value.Taint, Taint.Of(new SourceOrigin(at, local.Name), some)));
        if (variable is IParameterSymbol)
            _assigned.Add(variable);
        _state[variable] = value;
        if (_frame.Tries.Count > 0)
            Note(_frame.Tries.Peek(), variable, value);
    }

    static void Note(Dictionary<ISymbol, Value> assigned, ISymbol variable, Value value) =>
        assigned[variable] = assigned.TryGetValue(variable, out var old) ? Value.Join(old, value) : value;

    void If(IConditionalOperation conditional)
    {
        var (whenTrue, whenFalse) = Branch(conditional.Condition);
        _state = whenTrue;
        Execute(conditional.WhenTrue);
        var after = _state;
        _state = whenFalse;
        Execute(conditional.WhenFalse);
        _state = FlowState.Join(after, _state);
    }

    void Switch(ISwitchOperation choice)
    {
        var value = Evaluate(choice.Value);
        var place = PlaceOf(choice.Value);
        var rest = _state;
        FlowState? after = null;
        var hasDefault = false;
        ISwitchCaseOperation? last = null;
        foreach (var section in choice.Cases)
            if (section.Clauses.Length > 0 && Array.Exists(ToArray(section), static clause => clause is IDefaultCaseClauseOperation))
                last = section;
        foreach (var section in choice.Cases)
            if (section != last)
                Section(section);
        if (last is not null)
        {
            hasDefault = true;
            Section(last);
        }
        _state = hasDefault ? Unreachable() : rest;
        if (after is not null)
            _state = FlowState.Join(_state, after);
        Land(choice.ExitLabel);

        void Section(ISwitchCaseOperation section)
        {
            FlowState? entry = null;
            foreach (var clause in section.Clauses)
            {
                _state = rest.Fork();
                if (!_state.IsReachable)
                    continue;
                switch (clause)
                {
                    case ISingleValueCaseClauseOperation single:
                        var test = Equality(choice.Value, value, place, single.Value, Evaluate(single.Value));
                        (_state, rest) = Split(test);
                        break;
                    case IPatternCaseClauseOperation pattern:
                        (_state, rest) = Split(Match(value, place, pattern.Pattern));
                        if (pattern.Guard is { } guard && _state.IsReachable)
                        {
                            var (holds, fails) = Branch(guard);
                            _state = holds;
                            rest = FlowState.Join(rest, fails);
                        }
                        break;
                }
                entry = entry is null ? _state : FlowState.Join(entry, _state);
            }
            if (entry is null)
                return;
            _state = entry;
            foreach (var statement in section.Body)
                Execute(statement);
            if (_state.IsReachable)
                after = after is null ? _state : FlowState.Join(after, _state);
        }
    }

    static ICaseClauseOperation[] ToArray(ISwitchCaseOperation section)
    {
        var clauses = new ICaseClauseOperation[section.Clauses.Length];
        section.Clauses.CopyTo(clauses);
        return clauses;
    }

    void Return(IReturnOperation answer)
    {
        var value = answer.ReturnedValue is { } returned ? Evaluate(returned) : Value.Unknown;
        if (answer.ReturnedValue is { } given && _frame.Method is { } method && _inlined == 0)
            CheckAnswer(method, given, value);
        _frame.Returns.Add((value, _state));
        _state = Unreachable();
    }

    void Try(ITryOperation attempt)
    {
        var before = _state.Fork();
        var assigned = new Dictionary<ISymbol, Value>(SymbolEqualityComparer.Default);
        var outside = _thrown;
        if (attempt.Catches.Length > 0)
            _thrown = new();
        _frame.Tries.Push(assigned);
        Execute(attempt.Body);
        _frame.Tries.Pop();
        var thrown = _thrown;
        _thrown = outside;
        // What the blocks around may see of it they see when it is left.
        if (_frame.Tries.Count > 0)
            foreach (var variable in assigned)
                Note(_frame.Tries.Peek(), variable.Key, variable.Value);
        var after = _state;
        if (attempt.Catches.Length > 0)
        {
            // An exception may come at any point of the body.
            var caught = after.IsReachable ? FlowState.Join(before, after) : before;
            caught = caught.Fork();
            foreach (var variable in assigned)
                caught[variable.Key] = caught[variable.Key] is { } old ? Value.Join(old, variable.Value) : variable.Value;
            foreach (var handler in attempt.Catches)
            {
                _state = caught.Fork();
                if (handler.ExceptionDeclarationOrExpression is IVariableDeclaratorOperation declarator)
                    _state[declarator.Symbol] = Value.Of(Caught(handler, thrown));
                if (handler.Filter is { } filter)
                    (_state, _) = Branch(filter);
                Execute(handler.Handler);
                after = FlowState.Join(after, _state);
            }
        }
        if (attempt.Catches.Length > 0)
            PassOn(attempt, thrown);
        _state = after;
        if (attempt.Finally is { } last)
        {
            var wasReachable = _state.IsReachable;
            if (!wasReachable)
                _state = before.Fork();
            Execute(last);
            if (!wasReachable)
                _state = Unreachable();
        }
    }
}
