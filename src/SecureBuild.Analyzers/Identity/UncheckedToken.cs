using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Operations;

namespace SecureBuild.Analyzers.Identity;

/// <summary>Recognises a validator that checks nothing: it hands back what it was given, or a token only parsed from it, and never throws.</summary>
static class UncheckedToken
{
    public static bool IsReturnedBy(IOperation? validator) => validator switch
    {
        IConversionOperation conversion => IsReturnedBy(conversion.Operand),
        IDelegateCreationOperation creation => IsReturnedBy(creation.Target),
        IAnonymousFunctionOperation lambda => Body(lambda.Body),
        IMethodReferenceOperation { SemanticModel: { } model, Method.DeclaringSyntaxReferences: { Length: 1 } declarations } when declarations[0].SyntaxTree == model.SyntaxTree =>
            model.GetOperation(declarations[0].GetSyntax()) is { } body && Body(body),
        _ => Callback.HeldIn(validator) is { } held && IsReturnedBy(held),
    };

    static bool Body(IOperation body)
    {
        var answers = 0;
        foreach (var operation in body.Descendants())
            switch (operation)
            {
                case IThrowOperation or IInvalidOperation:
                case IInvocationOperation { TargetMethod: var called } when !IsParsing(called):
                    return false;
                case IReturnOperation { ReturnedValue: { } value, Kind: OperationKind.Return }:
                    if (!IsUnchecked(value))
                        return false;
                    answers++;
                    break;
            }
        return answers > 0;
    }

    static bool IsUnchecked(IOperation value) => value switch
    {
        IConversionOperation conversion => IsUnchecked(conversion.Operand),
        IParenthesizedOperation parenthesized => IsUnchecked(parenthesized.Operand),
        IAwaitOperation await => IsUnchecked(await.Operation),
        IParameterReferenceOperation => true,
        ILocalReferenceOperation => true,
        IPropertyReferenceOperation { Instance: { } instance } => IsUnchecked(instance),
        IObjectCreationOperation { Type.Name: "JwtSecurityToken" or "JsonWebToken" } => true,
        IObjectCreationOperation { Type.Name: "ValueTask", Arguments: { Length: 1 } arguments } => IsUnchecked(arguments[0].Value),
        IInvocationOperation { TargetMethod.Name: "FromResult", Arguments: { Length: 1 } arguments } => IsUnchecked(arguments[0].Value),
        IInvocationOperation call => IsParsing(call.TargetMethod),
        { ConstantValue: { HasValue: true, Value: string } } => true,
        _ => false,
    };

    static bool IsParsing(IMethodSymbol method) => method.Name is "ReadJwtToken" or "ReadJsonWebToken" or "ReadToken" or "FromResult" or "ToString" || method.Name.StartsWith("Log", StringComparison.Ordinal) || method.Name is "WriteLine";
}
