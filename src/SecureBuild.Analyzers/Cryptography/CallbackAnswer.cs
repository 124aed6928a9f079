using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Symbols;
using SecureBuild.Analyzers.Web;

namespace SecureBuild.Analyzers.Cryptography;

/// <summary>
/// What a certificate validation callback answers when it is told one particular error: runs its body with the errors as a number and everything else
/// unknown. Null when the answer depends on what is unknown.
/// </summary>
sealed class CallbackAnswer
{
    const int MaxDepth = 40;

    readonly IParameterSymbol _errors;
    long? _value;
    readonly Dictionary<ILocalSymbol, object> _locals = new(SymbolEqualityComparer.Default);
    int _depth;

    CallbackAnswer(IParameterSymbol errors, long value)
    {
        _errors = errors;
        _value = value;
    }

    /// <param name="callback">A lambda, or a method of this file, whose last parameter is SslPolicyErrors.</param>
    /// <param name="errors">The errors it is told.</param>
    public static bool? Of(IOperation callback, int errors)
    {
        var (method, body) = callback switch
        {
            IAnonymousFunctionOperation lambda => (lambda.Symbol, (IOperation)lambda.Body),
            IMethodReferenceOperation { SemanticModel: { } model, Method: { DeclaringSyntaxReferences: { Length: 1 } declarations } named } when declarations[0].SyntaxTree == model.SyntaxTree => (named, model.GetOperation(declarations[0].GetSyntax())),
            _ => default,
        };
        if (method is not { Parameters: { Length: > 0 } parameters } || body is null)
            return null;
        body = body is IMethodBodyOperation declared ? declared.BlockBody ?? declared.ExpressionBody : body is ILocalFunctionOperation local ? local.Body : body;
        return body is IBlockOperation block && new CallbackAnswer(parameters[parameters.Length - 1], errors).Run(block, out var answer) ? answer : null;
    }

    // True when the statement certainly returns; the answer is null when it returns something unknown.
    bool Run(IOperation? statement, out bool? answer)
    {
        answer = null;
        if (statement is null || ++_depth > MaxDepth)
            return false;
        switch (statement)
        {
            case IBlockOperation block:
                foreach (var each in block.Operations)
                    if (Run(each, out answer))
                        return true;
                return false;
            case IReturnOperation { Kind: OperationKind.Return } returned:
                answer = Value(returned.ReturnedValue) as bool?;
                return true;
            case IConditionalOperation choice:
                return Value(choice.Condition) switch
                {
                    true => Run(choice.WhenTrue, out answer),
                    false => Run(choice.WhenFalse, out answer),
                    _ => Either(choice, out answer),
                };
            case IVariableDeclarationGroupOperation group:
                foreach (var declarator in group.Declarations.SelectMany(static declaration => declaration.Declarators))
                    if (declarator.Initializer is { } initializer && Value(initializer.Value) is { } known)
                        _locals[declarator.Symbol] = known;
                return false;
            case IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } assignment }:
                if (Value(assignment.Value) is { } assigned)
                    _locals[local.Local] = assigned;
                else
                    _locals.Remove(local.Local);
                return false;
            case IExpressionStatementOperation { Operation: IAssignmentOperation { Target: var target } assignment } when assignment is ISimpleAssignmentOperation or ICompoundAssignmentOperation && IsErrors(target):
                _value = Assigned(assignment);
                return false;
            case IExpressionStatementOperation { Operation: ICompoundAssignmentOperation { Target: ILocalReferenceOperation changed } compound }:
                if (Assigned(compound) is { } result)
                    _locals[changed.Local] = result;
                else
                    _locals.Remove(changed.Local);
                return false;
            case IExpressionStatementOperation { Operation: IInvocationOperation or IAwaitOperation } or ILocalFunctionOperation or IEmptyOperation:
                return false;
            case ISwitchOperation choice when Value(choice.Value) is long chosen:
                ISwitchCaseOperation? taken = null;
                foreach (var each in choice.Cases)
                    foreach (var clause in each.Clauses)
                        if (clause is ISingleValueCaseClauseOperation { Value: var label } && Value(label) is long value && value == chosen || clause is IDefaultCaseClauseOperation && taken is null)
                            taken = each;
                if (taken is not null)
                    foreach (var each in taken.Body)
                        if (Run(each, out answer))
                            return true;
                return false;
            // A loop, a throw: not understood, so nothing is said.
            default:
                return true;
        }
    }

    bool IsErrors(IOperation target) => target is IParameterReferenceOperation parameter && SymbolEqualityComparer.Default.Equals(parameter.Parameter, _errors);

    // errors &= ~SslPolicyErrors.RemoteCertificateNameMismatch;
    long? Assigned(IAssignmentOperation assignment) => (assignment, Value(assignment.Target), Value(assignment.Value)) switch
    {
        (ISimpleAssignmentOperation, _, long value) => value,
        (ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.And }, long before, long mask) => before & mask,
        (ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Or }, long before, long mask) => before | mask,
        (ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.ExclusiveOr }, long before, long mask) => before ^ mask,
        _ => null,
    };

    // Unknown condition: an answer only if both branches give the same, or the one that may be taken does not return.
    bool Either(IConditionalOperation choice, out bool? answer)
    {
        var first = Run(choice.WhenTrue, out var whenTrue);
        var second = Run(choice.WhenFalse, out var whenFalse);
        answer = null;
        if (first && second)
        {
            answer = whenTrue == whenFalse ? whenTrue : null;
            return true;
        }
        return first || second;
    }

    object? Value(IOperation? value)
    {
        if (value is null || ++_depth > MaxDepth)
            return null;
        if (value.ConstantValue is { HasValue: true, Value: { } constant })
            return constant is bool truth ? truth : constant is int number ? (long)number : null;
        // Of the developer's machine nothing is said.
        if (value is not IBinaryOperation && DevelopmentCheck.Elsewhere(value) is { } elsewhere)
            return elsewhere;
        switch (value)
        {
            case IConversionOperation conversion:
                return Value(conversion.Operand);
            case IParenthesizedOperation parenthesized:
                return Value(parenthesized.Operand);
            case IParameterReferenceOperation parameter:
                return IsErrors(parameter) ? _value : null;
            case ILocalReferenceOperation local:
                return _locals.TryGetValue(local.Local, out var known) ? known : null;
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Value(not.Operand) is bool operand ? !operand : null;
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.BitwiseNegation } complement:
                return Value(complement.Operand) is long bits ? ~bits : null;
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                return Value(choice.Condition) switch
                {
                    true => Value(choice.WhenTrue),
                    false => Value(otherwise),
                    _ => Value(choice.WhenTrue) is { } one && one.Equals(Value(otherwise)) ? one : null,
                };
            // Who connects by TLS has a certificate.
            case IIsPatternOperation { Value: var asked, Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } } } when IsCertificate(asked):
                return true;
            case IIsPatternOperation pattern:
                return Value(pattern.Value) is long matched ? Matches(pattern.Pattern, matched) : null;
            case IInvocationOperation { TargetMethod: { Name: "Contains" or "Equals" or "StartsWith" or "EndsWith", ReturnType.SpecialType: SpecialType.System_Boolean } } asked when IsWrittenByMaker(asked.Instance ?? asked.Arguments.At(0)):
                return true;
            case IInvocationOperation { TargetMethod.Name: "HasFlag", Instance: { } instance } call:
                return Value(instance) is long flags && Value(call.Arguments.At(0)) is long flag ? (flags & flag) == flag : null;
            case ISwitchExpressionOperation choice when Value(choice.Value) is long chosen:
                foreach (var arm in choice.Arms)
                    if (arm.Guard is not null)
                        return null;
                    else if (Matches(arm.Pattern, chosen) is not false and var fits)
                        return fits is true ? Value(arm.Value) : null;
                return null;
            case IBinaryOperation binary:
                return Binary(binary);
            default:
                return null;
        }
    }

    // The name, the issuer and the other texts of a certificate are what its maker wrote there.
    static bool IsWrittenByMaker(IOperation? value)
    {
        while (value is IConversionOperation or IInvocationOperation { TargetMethod.Name: "ToString" or "ToLowerInvariant" or "ToUpperInvariant" or "GetNameInfo" } or IConditionalAccessOperation)
            value = value switch { IConversionOperation conversion => conversion.Operand, IConditionalAccessOperation access => access.WhenNotNull, IInvocationOperation { TargetMethod.Name: "GetNameInfo" } => null, IInvocationOperation call => call.Instance, _ => null };
        return value is IPropertyReferenceOperation { Property: { Name: "Subject" or "Issuer" or "FriendlyName" or "SerialNumber" or "SubjectName" or "IssuerName", ContainingType.Name: "X509Certificate" or "X509Certificate2" } };
    }

    static bool IsCertificate(IOperation value) =>
        value is IConversionOperation conversion ? IsCertificate(conversion.Operand) : value is IParameterReferenceOperation && value.Type is { Name: "X509Certificate" or "X509Certificate2" };

    object? Binary(IBinaryOperation binary)
    {
        if (binary.OperatorKind == BinaryOperatorKind.NotEquals && binary.RightOperand is { ConstantValue: { HasValue: true, Value: null } } && IsCertificate(binary.LeftOperand))
            return true;
        if (binary.OperatorKind == BinaryOperatorKind.Equals && (IsWrittenByMaker(binary.LeftOperand) || IsWrittenByMaker(binary.RightOperand)))
            return true;
        var (left, right) = (Value(binary.LeftOperand), Value(binary.RightOperand));
        return binary.OperatorKind switch
        {
            BinaryOperatorKind.ConditionalOr => left is true || right is true ? true : left is false && right is false ? false : null,
            BinaryOperatorKind.ConditionalAnd => left is false || right is false ? false : left is true && right is true ? true : null,
            BinaryOperatorKind.Equals when left is long one && right is long other => one == other,
            BinaryOperatorKind.NotEquals when left is long one && right is long other => one != other,
            BinaryOperatorKind.And when left is long one && right is long other => one & other,
            BinaryOperatorKind.Or when left is long one && right is long other => one | other,
            BinaryOperatorKind.ExclusiveOr when left is long one && right is long other => one ^ other,
            _ => null,
        };
    }

    object? Matches(IPatternOperation pattern, long value) => pattern switch
    {
        IDiscardPatternOperation => true,
        IConstantPatternOperation constant => Value(constant.Value) is long wanted ? wanted == value : null,
        INegatedPatternOperation negated => Matches(negated.Pattern, value) is bool matched ? !matched : null,
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => Matches(either.LeftPattern, value) is true || Matches(either.RightPattern, value) is true ? true : false,
        _ => null,
    };
}
