using System;
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
                var (augend, addend) = (Evaluate(compound.Target), Evaluate(compound.Value));
                var sum = compound.OperatorMethod is { } own && _engine.HasBody(own)
                    ? Invoke(own, null, [augend, addend], [compound.Target, compound.Value], compound, compound.Type)
                    : Binary(compound.OperatorKind, augend, Shown(compound.Value, addend, compound.Type), compound.Type);
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
            ? ReadMember(current, _engine.KeyOf(operation.Parameter), operation.Parameter.Type)
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
        var key = _engine.KeyOf(field);
        if (!HasMember(owner, key) && _engine.InitialValueOf(field, _session) is { } initial)
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

    Value Source(IOperation operation, TaintKind kinds, TaintKind onlyDangerousInside = 0)
    {
        var value = Value.Of(Taint.Of(new SourceOrigin(operation.Syntax, NameOf(operation.Syntax), onlyDangerousInside), kinds));
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
        // The text of a FormattableString carries what stands in its holes; its format does not.
        if (conversion is { Type.Name: "FormattableString", Operand: IInterpolatedStringOperation } && value.Taint is { } taint)
        {
            var formattable = NewObject(conversion, conversion.Type, taint);
            WriteMember(formattable, "Format", Value.OfConstant(""));
            return formattable;
        }
        return Narrow(value, conversion.Type);
    }

    static Value Cast(Value value, ITypeSymbol type) => (value.Constant, type.SpecialType) switch
    {
        (char character, SpecialType.System_Int32) => Value.OfConstant((int)character),
        (int number, SpecialType.System_Char) when number is >= 0 and <= char.MaxValue => Value.OfConstant((char)number),
        (int number, SpecialType.System_Int64) => Value.OfConstant((long)number),
        _ => value,
    };
}
