using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Web;

/// <summary>Recognises what lets every origin in: the origin <c>"*"</c>, a callback that says yes to all.</summary>
static class AnyOrigin
{
    /// <summary>
    /// A callback that always answers true, to every origin that is not empty (<c>o => !string.IsNullOrEmpty(o)</c>), or to every one that anybody can register because it
    /// contains a text (<c>o => o.EndsWith("example.com")</c>: evil-example.com).
    /// </summary>
    public static bool Accepts(IOperation? callback) =>
        PossibleValues.First(callback, 0, static (candidate, _) => AlwaysTrue.Is(candidate) || AsksOnly(candidate)) is not null;

    /// <summary>The value, or an array or list that it may be, has the origin <c>"*"</c> in it, or <c>"null"</c>, which every sandboxed frame and local file has.</summary>
    public static bool HasStar(IOperation? origins) => PossibleValues.First(origins, 0, static (candidate, _) => HasStarIn(candidate)) is not null;

    static bool HasStarIn(IOperation value)
    {
        foreach (var each in value.DescendantsAndSelf())
            if (each is IInvocationOperation { TargetMethod: { Name: "Split", ContainingType.SpecialType: SpecialType.System_String }, Instance: { } list } ? HasStar(list) : each.ConstantValue is { HasValue: true, Value: "*" or "null" } || each is IFieldReferenceOperation { Field: { Name: "AnyOrigin", IsStatic: true, ContainingType.Name: "CorsConstants" } })
                return true;
        return false;
    }

    static bool AsksOnly(IOperation candidate)
    {
        while (candidate is IConversionOperation or IDelegateCreationOperation)
            candidate = candidate is IConversionOperation conversion ? conversion.Operand : ((IDelegateCreationOperation)candidate).Target;
        var answer = candidate switch
        {
            IAnonymousFunctionOperation { Body.Operations: { Length: 1 } body } => (body[0] as IReturnOperation)?.ReturnedValue,
            IMethodReferenceOperation reference when HasOneStatement(reference.Method) => PossibleValues.OnlyAnswerOf(reference.Method, reference),
            _ => null,
        };
        return answer is not null && (IsPresence(answer) || IsLoosePart(answer));
    }

    static bool HasOneStatement(IMethodSymbol method) => method.DeclaringSyntaxReferences.Length == 1 && method.DeclaringSyntaxReferences[0].GetSyntax() switch
    {
        MethodDeclarationSyntax { Body: { } block } => block.Statements.Count == 1,
        LocalFunctionStatementSyntax { Body: { } block } => block.Statements.Count == 1,
        _ => true,
    };

    // Between the text and what comes before or after it, anybody can put letters of their own.
    static bool IsLoosePart(IOperation answer) => answer switch
    {
        IConversionOperation conversion => IsLoosePart(conversion.Operand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either => IsLoosePart(either.LeftOperand) || IsLoosePart(either.RightOperand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both => (IsLoosePart(both.LeftOperand) || IsPresence(both.LeftOperand)) && (IsLoosePart(both.RightOperand) || IsPresence(both.RightOperand)),
        IInvocationOperation { TargetMethod: { ContainingType.SpecialType: SpecialType.System_String, Name: var question }, Instance: { } asked } call when call.Arguments.At(0)?.ConstantValue is { HasValue: true, Value: string { Length: > 0 } part } => question switch
        {
            "Contains" => part.IndexOf("://", StringComparison.Ordinal) < 0 || part[part.Length - 1] is not ('/' or ':'),
            "EndsWith" => part[0] != '.' && part.IndexOf("://", StringComparison.Ordinal) < 0,
            // https://example.com.evil.net
            "StartsWith" when part is "http" or "https" or "http:" or "https:" or "http://" or "https://" => true,
            "StartsWith" => asked is IParameterReferenceOperation && part.LastIndexOf('.') > 0 && part[part.Length - 1] is not ('/' or ':') && !HasPort(part),
            _ => false,
        },
        _ => false,
    };

    static bool HasPort(string origin) => origin.LastIndexOf(':') is > 5 and var colon && colon + 1 < origin.Length && char.IsDigit(origin[colon + 1]);

    static bool IsPresence(IOperation answer) => answer switch
    {
        IConversionOperation conversion => IsPresence(conversion.Operand),
        // Every origin is an address; which one is not asked.
        IInvocationOperation { TargetMethod: { Name: "TryCreate" or "IsWellFormedUriString", ContainingType.Name: "Uri" } } => true,
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: IInvocationOperation { TargetMethod: { Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace", ContainingType.SpecialType: SpecialType.System_String } } } => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.GreaterThan, LeftOperand: IPropertyReferenceOperation { Property: { Name: "Length", ContainingType.SpecialType: SpecialType.System_String } }, RightOperand.ConstantValue: { HasValue: true, Value: 0 } } => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } comparison => IsNothing(comparison.RightOperand) || IsNothing(comparison.LeftOperand),
        IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value: var value } } } => IsNothing(value),
        _ => false,
    };

    internal static bool IsNothing(IOperation value) =>
        value.ConstantValue is { HasValue: true, Value: null or "" } || value is IConversionOperation conversion && IsNothing(conversion.Operand)
        || value is IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } };
}
