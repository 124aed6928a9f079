using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Cryptography;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Identity;

/// <summary>A check of a new password's length that the program makes by itself.</summary>
static class OwnPasswordLength
{
    /// <summary>The password's name, the shortest that the check lets through, and whether it is true of those that are too short; null when it is another comparison.</summary>
    public static (string Name, int Least, bool IsRefusal)? In(IOperation operation) => operation switch
    {
        IBinaryOperation { OperatorKind: var kind } comparison => Measured(comparison.LeftOperand) is { } left && Number(comparison.RightOperand) is { } limit ? Compared(left, kind, limit)
            : Measured(comparison.RightOperand) is { } right && Number(comparison.LeftOperand) is { } bound ? Compared(right, Turned(kind), bound) : null,
        IIsPatternOperation { Value: var value, Pattern: IRelationalPatternOperation relation } => Measured(value) is { } name && Number(relation.Value) is { } limit ? Compared(name, relation.OperatorKind, limit) : null,
        // password is { Length: < 6 }
        IIsPatternOperation { Value: var value, Pattern: IRecursivePatternOperation { PropertySubpatterns: { Length: 1 } members } } =>
            members[0] is { Member: IPropertyReferenceOperation { Property.Name: "Length" }, Pattern: IRelationalPatternOperation relation } && NameOf(value) is { } name && Number(relation.Value) is { } limit ? Compared(name, relation.OperatorKind, limit) : null,
        _ => null,
    };

    /// <summary>Whether the comparison decides about the password: its answer is the answer of a check, or what is too short is refused. Points for strength and masks do not.</summary>
    public static bool Decides(IOperation comparison, bool isRefusal, ISymbol containing)
    {
        foreach (var word in Words.Of(containing.Name))
            if (word is "login" or "signin" or "authenticate" or "mask" or "strength" or "score" or "entropy" or "redact" or "generate" or "hash" or "try")
                return false;
        IOperation child = comparison, parent = comparison.Parent!;
        while (parent is IBinaryOperation { Type.SpecialType: SpecialType.System_Boolean } or IParenthesizedOperation or IConversionOperation or IUnaryOperation { OperatorKind: UnaryOperatorKind.Not })
        {
            if (parent is IUnaryOperation)
                isRefusal = !isRefusal;
            (child, parent) = (parent, parent.Parent!);
        }
        return parent switch
        {
            IReturnOperation { Kind: OperationKind.Return } => !isRefusal || IsAbout(containing),
            IConditionalOperation { Type: null } choice when choice.Condition == child => isRefusal && Refuses(choice.WhenTrue),
            _ => false,
        };
    }

    static bool IsAbout(ISymbol check) => check.Name.IndexOf("Short", StringComparison.OrdinalIgnoreCase) >= 0 || check.Name.IndexOf("Weak", StringComparison.OrdinalIgnoreCase) >= 0;

    // return "too short"; throw; errors.Add("too short");
    static bool Refuses(IOperation branch)
    {
        if (branch is IBlockOperation { Operations: { Length: > 0 } statements })
            branch = statements[0];
        return branch switch
        {
            IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation } => true,
            IReturnOperation { ReturnedValue: { } answer } => Bare(answer) is { Type: not { TypeKind: TypeKind.Enum } } value && (value.ConstantValue is not { HasValue: true, Value: int or true }),
            IExpressionStatementOperation { Operation: IInvocationOperation { TargetMethod.Name: "Add" or "AddModelError" or "AddFailure" or "AddError" } } => true,
            _ => false,
        };
    }

    static IOperation Bare(IOperation value) => value is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : value;

    static (string, int, bool)? Compared(string name, BinaryOperatorKind kind, int limit) => kind switch
    {
        BinaryOperatorKind.LessThan => (name, limit, true),
        BinaryOperatorKind.LessThanOrEqual => (name, limit + 1, true),
        BinaryOperatorKind.GreaterThanOrEqual => (name, limit, false),
        BinaryOperatorKind.GreaterThan => (name, limit + 1, false),
        _ => null,
    };

    static BinaryOperatorKind Turned(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => kind,
    };

    static string? Measured(IOperation value) => value switch
    {
        IConversionOperation conversion => Measured(conversion.Operand),
        IPropertyReferenceOperation { Property: { Name: "Length", ContainingType.SpecialType: SpecialType.System_String }, Instance: { } password } => NameOf(password),
        IConditionalAccessOperation { Operation: var password, WhenNotNull: IPropertyReferenceOperation { Property.Name: "Length" } } => NameOf(password),
        _ => null,
    };

    /// <summary>The name of a new password: <c>newPassword</c>, <c>model.Password</c>, <c>password.Trim()</c>; null when the value is something else.</summary>
    public static string? NameOf(IOperation value) => value switch
    {
        IConversionOperation conversion => NameOf(conversion.Operand),
        IInvocationOperation { TargetMethod.Name: "Trim", Instance: { } inner } => NameOf(inner),
        _ => ValueOrigin.NameOf(value) is { } name && Words.Of(name) is { Count: > 0 } words && words[words.Count - 1] is "password" or "passwd" or "pwd" or "passphrase" && words[0] is not ("old" or "current" or "generated" or "default") ? name : null,
    };

    static int? Number(IOperation value) => PossibleValues.First(value, false, static (candidate, _) => candidate.ConstantValue is { HasValue: true, Value: int })?.ConstantValue.Value as int?;
}
