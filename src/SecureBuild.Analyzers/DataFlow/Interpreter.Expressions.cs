using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Expressions: what their values are.</summary>
sealed partial class Interpreter
{
    // Interfaces of these came after the Roslyn we compile against.
    const OperationKind CollectionExpression = (OperationKind)127;
    const OperationKind Spread = (OperationKind)128;

    Value Evaluate(IOperation? operation)
    {
        if (operation is null || !_state.IsReachable || !Tick())
            return Value.Unknown;
        if (operation.ConstantValue.HasValue)
            return Value.OfConstant(operation.ConstantValue.Value);
        switch (operation.Kind)
        {
            case OperationKind.LocalReference:
                return ReadLocal((ILocalReferenceOperation)operation);
            case OperationKind.ParameterReference:
                return ReadParameter((IParameterReferenceOperation)operation);
            case OperationKind.InstanceReference:
                var instance = (IInstanceReferenceOperation)operation;
                return instance.ReferenceKind == InstanceReferenceKind.ImplicitReceiver && _implicitReceivers.Count > 0 ? _implicitReceivers.Peek() : _frame.This ?? Value.Unknown;
            case OperationKind.FieldReference:
                return ReadField((IFieldReferenceOperation)operation);
            case OperationKind.PropertyReference:
                return ReadProperty((IPropertyReferenceOperation)operation);
            case OperationKind.Invocation:
                return Call((IInvocationOperation)operation);
            case OperationKind.ObjectCreation:
                return Create((IObjectCreationOperation)operation);
            case OperationKind.Conversion:
                return Convert((IConversionOperation)operation);
            case OperationKind.Parenthesized:
                return Evaluate(((IParenthesizedOperation)operation).Operand);
            case OperationKind.Await:
                return Narrow(Evaluate(((IAwaitOperation)operation).Operation), operation.Type);
            case OperationKind.SimpleAssignment:
                var assignment = (ISimpleAssignmentOperation)operation;
                return AssignFrom(assignment);
            case OperationKind.CompoundAssignment:
                var compound = (ICompoundAssignmentOperation)operation;
                var sum = Binary(compound.OperatorKind, Evaluate(compound.Target), Evaluate(compound.Value), compound.Type);
                Assign(compound.Target, sum, compound.Value);
                return sum;
            case OperationKind.CoalesceAssignment:
                var coalescing = (ICoalesceAssignmentOperation)operation;
                var filled = Value.Join(Evaluate(coalescing.Target), Evaluate(coalescing.Value));
                Assign(coalescing.Target, filled, coalescing.Value);
                return filled;
            case OperationKind.Increment or OperationKind.Decrement:
                var increment = (IIncrementOrDecrementOperation)operation;
                var counted = Binary(operation.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract, Evaluate(increment.Target), Value.OfConstant(1), increment.Type);
                Assign(increment.Target, counted, increment.Target);
                return counted;
            case OperationKind.Binary:
                return operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, Type.SpecialType: SpecialType.System_String, LeftOperand: IBinaryOperation } ? Chain((IBinaryOperation)operation) : Binary((IBinaryOperation)operation);
            case OperationKind.Unary:
                return Unary((IUnaryOperation)operation);
            case OperationKind.Conditional:
                return Choose((IConditionalOperation)operation);
            case OperationKind.Coalesce:
                return Coalesce((ICoalesceOperation)operation);
            case OperationKind.ConditionalAccess:
                var access = (IConditionalAccessOperation)operation;
                _conditionalReceivers.Push(Evaluate(access.Operation));
                var reached = Evaluate(access.WhenNotNull);
                _conditionalReceivers.Pop();
                return reached;
            case OperationKind.ConditionalAccessInstance:
                return _conditionalReceivers.Count > 0 ? _conditionalReceivers.Peek() : Value.Unknown;
            case OperationKind.InterpolatedString:
                return Interpolate((IInterpolatedStringOperation)operation);
            case OperationKind.InterpolatedStringHandlerCreation:
                return Handle((IInterpolatedStringHandlerCreationOperation)operation);
            case OperationKind.ArrayCreation:
                return NewArray((IArrayCreationOperation)operation);
            case OperationKind.ArrayElementReference:
                var element = (IArrayElementReferenceOperation)operation;
                return ReadAt(Evaluate(element.ArrayReference), element, element.Indices);
            case OperationKind.ImplicitIndexerReference:
                var implicitly = (IImplicitIndexerReferenceOperation)operation;
                var sliced = Evaluate(implicitly.Instance);
                Evaluate(implicitly.Argument);
                return implicitly.Argument.Type?.Name == "Range" ? Part(sliced, implicitly.Argument) : Narrow(ReadElements(sliced, operation.Type), operation.Type);
            case OperationKind.Tuple:
                return Tuple((ITupleOperation)operation);
            case OperationKind.AnonymousObjectCreation:
                return Anonymous((IAnonymousObjectCreationOperation)operation);
            case OperationKind.AnonymousFunction:
                return Lambda((IAnonymousFunctionOperation)operation);
            case OperationKind.DelegateCreation:
                return Evaluate(((IDelegateCreationOperation)operation).Target);
            case OperationKind.MethodReference:
                var reference = (IMethodReferenceOperation)operation;
                return Value.OfFunction(new(_localFunctions.TryGetValue(reference.Method.OriginalDefinition, out var local) ? local : null, reference.Method, reference.Instance is { } receiver ? Evaluate(receiver) : null));
            case OperationKind.EventReference:
                var raised = (IEventReferenceOperation)operation;
                return raised.Instance is { } owner ? ReadMember(Evaluate(owner), raised.Event.Name, null) : Value.Unknown;
            case OperationKind.EventAssignment:
                return Subscribe((IEventAssignmentOperation)operation);
            case OperationKind.DeconstructionAssignment:
                var deconstruction = (IDeconstructionAssignmentOperation)operation;
                var parts = Evaluate(deconstruction.Value);
                Deconstruct(deconstruction.Target, parts, deconstruction.Value);
                return parts;
            case OperationKind.DeclarationExpression:
                return Evaluate(((IDeclarationExpressionOperation)operation).Expression);
            case OperationKind.IsPattern:
                var matched = (IIsPatternOperation)operation;
                return Match(Evaluate(matched.Value), PlaceOf(matched.Value), matched.Pattern);
            case OperationKind.IsType:
                Evaluate(((IIsTypeOperation)operation).ValueOperand);
                return Value.Unknown;
            case OperationKind.SwitchExpression:
                return Choose((ISwitchExpressionOperation)operation);
            case OperationKind.With:
                return With((IWithOperation)operation);
            case OperationKind.TranslatedQuery:
                return Evaluate(((ITranslatedQueryOperation)operation).Operation);
            case OperationKind.ObjectOrCollectionInitializer:
                foreach (var initializer in ((IObjectOrCollectionInitializerOperation)operation).Initializers)
                    Evaluate(initializer);
                return Value.Unknown;
            case OperationKind.MemberInitializer:
                var member = (IMemberInitializerOperation)operation;
                Initialize(Evaluate(member.InitializedMember), member.Initializer);
                return Value.Unknown;
            case OperationKind.Throw:
                Execute(operation);
                return Value.Unknown;
            case OperationKind.DefaultValue:
                return operation.Type?.IsReferenceType == true ? Value.Null : Value.Unknown;
            case OperationKind.NameOf or OperationKind.TypeOf or OperationKind.SizeOf:
                return Value.Unknown;
            case OperationKind.DynamicMemberReference:
                return operation is IDynamicMemberReferenceOperation { Instance: { } bag } dynamic ? ReadMember(Evaluate(bag), dynamic.MemberName, null) : Value.Unknown;
            case CollectionExpression:
                return Collection(operation);
            default:
                return Rest(operation);
        }
    }

    // What has no case of its own hands on what goes into it.
    Value Rest(IOperation operation)
    {
        Taint? taint = null;
        foreach (var child in operation.ChildOperations)
        {
            var value = child is IBlockOperation or IVariableDeclarationGroupOperation ? ExecuteInside(child) : Evaluate(child);
            taint = Taint.Join(taint, Whole(value));
        }
        return Value.Of(taint?.Only(_engine.KindsOf(operation.Type)));
    }

    Value ExecuteInside(IOperation statement)
    {
        Execute(statement);
        return Value.Unknown;
    }

    Value ReadLocal(ILocalReferenceOperation operation) =>
        _state[operation.Local] ?? (_references.TryGetValue(operation.Local, out var target) ? Evaluate(target) : Value.Unknown);

    Value ReadParameter(IParameterReferenceOperation operation)
    {
        if (_state[operation.Parameter] is { } known)
            return known;
        // A primary constructor's parameter is the object's own from there on.
        return operation.Parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } && _frame.This is { } current
            ? ReadMember(current, "p:" + operation.Parameter.Name, operation.Parameter.Type)
            : Value.Unknown;
    }

    Value ReadField(IFieldReferenceOperation operation)
    {
        var field = operation.Field;
        if (_engine.SourceOf(field) is { } kinds && (kinds & _engine.KindsOf(field.Type)) is var some and not 0)
            return Source(operation, some);
        if (field is { IsStatic: true, Name: "DirectorySeparatorChar" or "AltDirectorySeparatorChar" or "Empty" })
            return Value.OfConstant(field.Name == "Empty" ? "" : '/');
        if (field.IsStatic)
            return ReadStatic(field, field.Type);
        var owner = Evaluate(operation.Instance);
        var key = KeyOf(field);
        if (!HasMember(owner, key) && _engine.InitialValueOf(field) is { } initial)
            return Evaluate(initial);
        return Checked(operation, ReadMember(owner, key, field.Type));
    }

    bool HasMember(Value owner, string key)
    {
        foreach (var id in owner.Objects)
            if (_state[id]?.Member(key) is not null)
                return true;
        return false;
    }

    /// <summary>Takes away what a check of the same expression took away.</summary>
    Value Checked(IOperation operation, Value value)
    {
        if (!_state.HasChecked || value.Taint is null || operation.Syntax.Span.Length > 120)
            return value;
        var cleared = _state.CheckedOf(operation.Syntax.ToString());
        return cleared == 0 ? value : value.Without(cleared);
    }

    Value Source(IOperation operation, TaintKind kinds, bool isOnlyDangerousInside = false)
    {
        var value = Value.Of(Taint.Of(new SourceOrigin(operation.Syntax, NameOf(operation.Syntax), isOnlyDangerousInside), kinds));
        return Checked(operation, value);
    }

    static string NameOf(SyntaxNode node)
    {
        var text = node.ToString();
        var line = text.IndexOfAny(['\r', '\n']);
        if (line >= 0)
            text = text.Substring(0, line).TrimEnd();
        return text.Length <= 60 ? text : text.Substring(0, 59) + "…";
    }

    Value Convert(IConversionOperation conversion)
    {
        if (conversion.OperatorMethod is { } method && (_engine.HasBody(method) || _engine.ModelOf(method) is not null))
            return Invoke(method, null, [Evaluate(conversion.Operand)], [conversion.Operand], conversion, conversion.Type);
        var value = Evaluate(conversion.Operand);
        if (value.HasConstant && conversion.Type is { } type)
            return Cast(value, type);
        return Narrow(value, conversion.Type);
    }

    static Value Cast(Value value, ITypeSymbol type) => (value.Constant, type.SpecialType) switch
    {
        (char character, SpecialType.System_Int32) => Value.OfConstant((int)character),
        (int number, SpecialType.System_Char) when number is >= 0 and <= char.MaxValue => Value.OfConstant((char)number),
        (int number, SpecialType.System_Int64) => Value.OfConstant((long)number),
        _ => value,
    };

    Value AssignFrom(ISimpleAssignmentOperation assignment)
    {
        if (assignment.IsRef && assignment.Target is ILocalReferenceOperation reference)
            _references[reference.Local] = assignment.Value;
        var value = Evaluate(assignment.Value);
        Assign(assignment.Target, value, assignment.Value);
        return value;
    }

    /// <summary>Assigns to whatever the target is.</summary>
    void Assign(IOperation target, Value value, IOperation from)
    {
        if (!_state.IsReachable)
            return;
        switch (target)
        {
            case ILocalReferenceOperation local:
                WriteVariable(local.Local, value, from.Syntax);
                if (_references.TryGetValue(local.Local, out var referred) && local.Local.IsRef)
                    Assign(referred, value, from);
                break;
            case IParameterReferenceOperation parameter:
                if (_state[parameter.Parameter] is null && parameter.Parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } && _frame.This is { } current)
                    WriteMember(current, "p:" + parameter.Parameter.Name, value);
                else
                    WriteVariable(parameter.Parameter, value, from.Syntax);
                break;
            case IFieldReferenceOperation { Field.IsStatic: true } field:
                WriteStatic(field.Field, value);
                break;
            case IFieldReferenceOperation field:
                WriteMember(Evaluate(field.Instance), KeyOf(field.Field), value);
                _state.ForgetChecked();
                break;
            case IPropertyReferenceOperation property:
                AssignProperty(property, value, from);
                break;
            case IArrayElementReferenceOperation element:
                WriteElement(Evaluate(element.ArrayReference), element.Indices.Length == 1 ? Evaluate(element.Indices[0]) : null, value);
                break;
            case IImplicitIndexerReferenceOperation element:
                WriteElement(Evaluate(element.Instance), null, value);
                break;
            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression, value, from);
                break;
            case IConversionOperation conversion:
                Assign(conversion.Operand, value, from);
                break;
            case IParenthesizedOperation parenthesized:
                Assign(parenthesized.Operand, value, from);
                break;
            case ITupleOperation tuple:
                Deconstruct(tuple, value, from);
                break;
            case IConditionalOperation { WhenFalse: { } otherwise } either:
                Assign(either.WhenTrue, Value.Join(Evaluate(either.WhenTrue), value), from);
                Assign(otherwise, Value.Join(Evaluate(otherwise), value), from);
                break;
            case IDynamicMemberReferenceOperation { Instance: { } bag } dynamic:
                WriteMember(Evaluate(bag), dynamic.MemberName, value);
                break;
            case IInvocationOperation call:
                Evaluate(call);
                break;
        }
    }

    void Deconstruct(IOperation target, Value value, IOperation from)
    {
        if (target is IDeclarationExpressionOperation { Expression: ITupleOperation declared })
            target = declared;
        if (target is not ITupleOperation tuple)
        {
            Assign(target, value, from);
            return;
        }
        for (var i = 0; i < tuple.Elements.Length; i++)
            Deconstruct(tuple.Elements[i], Narrow(Part(value, i, from.Type), tuple.Elements[i].Type), from);
    }

    /// <summary>The part of a tuple, or of what a record's or type's deconstruction gives, in this place.</summary>
    Value Part(Value value, int index, ITypeSymbol? type)
    {
        if (type is null or INamedTypeSymbol { IsTupleType: true })
            return ReadMember(value, "Item" + (index + 1), null);
        foreach (var constructor in (type as INamedTypeSymbol)?.InstanceConstructors ?? System.Collections.Immutable.ImmutableArray<IMethodSymbol>.Empty)
            if (type.IsRecord && index < constructor.Parameters.Length && !SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type))
                return ReadMember(value, constructor.Parameters[index].Name, constructor.Parameters[index].Type);
        if (type is INamedTypeSymbol { Name: "KeyValuePair" })
            return ReadMember(value, index == 0 ? "Key" : "Value", null);
        foreach (var member in type.GetMembers("Deconstruct"))
            if (member is IMethodSymbol { IsStatic: false } method && index < method.Parameters.Length && _engine.HasBody(method))
                foreach (var (ordinal, shape) in _engine.SummaryOf(method, _session).Outs)
                    if (ordinal == index)
                        return Import(shape, new(this, value, [], method), method.Parameters[index]);
        return Value.Of(Whole(value));
    }

    Value Unary(IUnaryOperation unary)
    {
        var value = Evaluate(unary.Operand);
        if (unary.OperatorKind == UnaryOperatorKind.Not)
            return value is { HasConstant: true, Constant: bool known } ? Value.OfConstant(!known) : Value.Unknown.With(Condition.Not(value.Condition));
        return unary.OperatorKind == UnaryOperatorKind.Minus && value is { HasConstant: true, Constant: int number } ? Value.OfConstant(-number) : Value.Of(Narrow(value, unary.Type).Taint);
    }

    Value Binary(IBinaryOperation binary)
    {
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr:
                var isAnd = binary.OperatorKind == BinaryOperatorKind.ConditionalAnd;
                var left = Evaluate(binary.LeftOperand);
                var (whenTrue, whenFalse) = Split(left);
                _state = isAnd ? whenTrue : whenFalse;
                var right = Evaluate(binary.RightOperand);
                _state = FlowState.Join(isAnd ? whenFalse : whenTrue, _state);
                return Combine(left, right, isAnd);
            case BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals:
                var one = Evaluate(binary.LeftOperand);
                var other = Evaluate(binary.RightOperand);
                var equal = Equality(binary.LeftOperand, one, PlaceOf(binary.LeftOperand), binary.RightOperand, other);
                if (binary.OperatorKind == BinaryOperatorKind.Equals)
                    return equal;
                return equal is { HasConstant: true, Constant: bool known } ? Value.OfConstant(!known) : Value.Unknown.With(Condition.Not(equal.Condition));
            case BinaryOperatorKind.And or BinaryOperatorKind.Or when binary.Type?.SpecialType == SpecialType.System_Boolean:
                return Combine(Evaluate(binary.LeftOperand), Evaluate(binary.RightOperand), binary.OperatorKind == BinaryOperatorKind.And);
            case BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual:
                return Compare(binary);
        }
        if (binary.OperatorMethod is { } method && _engine.HasBody(method))
            return Invoke(method, null, [Evaluate(binary.LeftOperand), Evaluate(binary.RightOperand)], [binary.LeftOperand, binary.RightOperand], binary, binary.Type);
        return Binary(binary.OperatorKind, Evaluate(binary.LeftOperand), Evaluate(binary.RightOperand), binary.Type);
    }

    // "a" + b + "c" + …: thousands of terms are no reason to nest as deep.
    Value Chain(IBinaryOperation sum)
    {
        var terms = new Stack<IOperation>();
        IOperation first = sum;
        while (first is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, Type.SpecialType: SpecialType.System_String, ConstantValue.HasValue: false } inner)
        {
            terms.Push(inner.RightOperand);
            first = inner.LeftOperand;
        }
        var text = Evaluate(first);
        while (terms.Count > 0)
        {
            var term = Evaluate(terms.Pop());
            text = Texts.Concatenate(text, Whole(text), term, Whole(term));
        }
        return text;
    }

    // A number that was compared with a bound is no longer any size; a position or count that was found tells of the text it was found in.
    Value Compare(IBinaryOperation binary)
    {
        var left = Evaluate(binary.LeftOperand);
        var right = Evaluate(binary.RightOperand);
        var kind = binary.OperatorKind;
        if (Number(left.Constant) is { } one && Number(right.Constant) is { } other)
            return Value.OfConstant(kind switch
            {
                BinaryOperatorKind.LessThan => one < other,
                BinaryOperatorKind.LessThanOrEqual => one <= other,
                BinaryOperatorKind.GreaterThan => one > other,
                _ => one >= other,
            });
        // "IndexOf(x) >= 0", "> -1" is true where the text was found; "< 0" where it was not.
        if (left.Condition is { } found && Number(right.Constant) is { } bound && (bound == 0 && kind is BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.LessThan || bound == -1 && kind is BinaryOperatorKind.GreaterThan or BinaryOperatorKind.LessThanOrEqual))
            return Value.Unknown.With(kind is BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.GreaterThan ? found : Condition.Not(found));
        var isLess = kind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual;
        return TaintOf(left) is not null && Whole(right) is null && PlaceOf(binary.LeftOperand) is { } place ? Bounded(left, place, right, isLess) : Bounded(right, PlaceOf(binary.RightOperand), left, !isLess);
    }

    Value Binary(BinaryOperatorKind kind, Value left, Value right, ITypeSymbol? type)
    {
        if (kind == BinaryOperatorKind.Add && type?.SpecialType == SpecialType.System_String)
            return Texts.Concatenate(left, Whole(left), right, Whole(right));
        if (left.Functions is not null || right.Functions is not null)
            return Value.Join(left, right);
        if (Number(left.Constant) is { } one && Number(right.Constant) is { } other && type?.SpecialType == SpecialType.System_Int32)
        {
            var result = kind switch
            {
                BinaryOperatorKind.Add => one + other,
                BinaryOperatorKind.Subtract => one - other,
                BinaryOperatorKind.Multiply => one * other,
                BinaryOperatorKind.Divide when other != 0 => decimal.Truncate(one / other),
                BinaryOperatorKind.Remainder when other != 0 => one % other,
                _ => (decimal?)null,
            };
            if (result is >= int.MinValue and <= int.MaxValue)
                return Value.OfConstant((int)result.Value);
        }
        // A remainder is bounded by its divisor.
        if (kind == BinaryOperatorKind.Remainder && Whole(right) is null)
            return Value.Of(left.Taint?.Only(~(TaintKind.Size | TaintKind.Memory)));
        return Value.Of(Taint.Join(TaintOf(left), TaintOf(right))?.Only(_engine.KindsOf(type)));
    }

    Value Choose(IConditionalOperation conditional)
    {
        var (whenTrue, whenFalse) = Branch(conditional.Condition);
        _state = whenTrue;
        var one = whenTrue.IsReachable ? Evaluate(conditional.WhenTrue) : null;
        var after = _state;
        _state = whenFalse;
        var other = whenFalse.IsReachable ? Evaluate(conditional.WhenFalse) : null;
        var isFirst = after.IsReachable;
        var isSecond = _state.IsReachable;
        _state = FlowState.Join(after, _state);
        if (one is null || !isFirst)
            return other ?? Value.Unknown;
        return other is null || !isSecond ? one : Value.Join(one, other);
    }

    Value Coalesce(ICoalesceOperation coalesce)
    {
        var value = Evaluate(coalesce.Value);
        if (value.HasConstant)
            return value.IsNull ? Evaluate(coalesce.WhenNull) : value;
        var before = _state.Fork();
        var otherwise = Evaluate(coalesce.WhenNull);
        if (!_state.IsReachable)
        {
            _state = before;
            return value;
        }
        _state = FlowState.Join(before, _state);
        // x?.Contains("a") ?? false
        if (otherwise is { HasConstant: true, Constant: bool known } && value.Condition is { } condition)
            return Value.Unknown.With(known ? Condition.Of(Condition.None, condition.WhenFalse) : Condition.Of(condition.WhenTrue, Condition.None));
        return Value.Join(value, otherwise);
    }

    Value Choose(ISwitchExpressionOperation choice)
    {
        var value = Evaluate(choice.Value);
        var place = PlaceOf(choice.Value);
        var rest = _state;
        FlowState? after = null;
        Value? result = null;
        foreach (var arm in choice.Arms)
        {
            if (!rest.IsReachable)
                break;
            _state = rest;
            (_state, rest) = Split(Match(value, place, arm.Pattern));
            if (arm.Guard is { } guard && _state.IsReachable)
            {
                var (holds, fails) = Branch(guard);
                _state = holds;
                rest = FlowState.Join(rest, fails);
            }
            if (!_state.IsReachable)
                continue;
            var answer = Evaluate(arm.Value);
            if (!_state.IsReachable)
                continue;
            result = result is null ? answer : Value.Join(result, answer);
            after = after is null ? _state : FlowState.Join(after, _state);
        }
        _state = after ?? Unreachable();
        return result ?? Value.Unknown;
    }

    Value Interpolate(IOperation content)
    {
        if (content is not IInterpolatedStringOperation interpolated)
            return Rest(content);
        var text = Value.OfConstant("");
        foreach (var part in interpolated.Parts)
        {
            var value = part switch
            {
                IInterpolatedStringTextOperation literal => Evaluate(literal.Text),
                IInterpolationOperation hole => Evaluate(hole.Expression),
                IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: { Length: > 0 } arguments } } => Evaluate(arguments[0].Value),
                _ => Value.Unknown,
            };
            text = Texts.Concatenate(text, Whole(text), value, Whole(value));
        }
        return text;
    }

    // The last four digits of a number are what a receipt shows.
    static Value Part(Value text, IOperation range) =>
        range is IRangeOperation { LeftOperand: IUnaryOperation { Operand.ConstantValue: { HasValue: true, Value: int and >= 0 and <= 4 } }, RightOperand: null } or IRangeOperation { LeftOperand: null, RightOperand.ConstantValue: { HasValue: true, Value: int and <= 4 } }
            or IRangeOperation { LeftOperand: null, RightOperand: IConversionOperation { Operand.ConstantValue: { HasValue: true, Value: int and <= 4 } } }
            ? text.WithTaint(text.Taint?.Only(~(TaintKind.Personal | TaintKind.Secret)))
            : text;

    // A handler of our own decides itself what becomes of a text's parts: SQL whose values are parameters.
    Value Handle(IInterpolatedStringHandlerCreationOperation creation)
    {
        if (!_engine.IsInSource(creation.Type as INamedTypeSymbol) || creation.Content is not IInterpolatedStringOperation content)
            return Interpolate(creation.Content);
        var handler = Evaluate(creation.HandlerCreation);
        foreach (var part in content.Parts)
            if (part is IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation append })
            {
                var (values, operations) = Arguments(append.Arguments, append.TargetMethod.Parameters.Length);
                Invoke(append.TargetMethod, handler, values, operations, append, append.Type);
            }
        return handler;
    }

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
            _lambdas.Add(lambda);
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
}
