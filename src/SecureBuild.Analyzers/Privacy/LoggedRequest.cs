using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Secrets;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Privacy;

/// <summary>A request that is written to the log as a whole, with the password that is one of its members: as JSON, taken apart (<c>{@Request}</c>), or as the text of a record.</summary>
static class LoggedRequest
{
    /// <summary>The secret member of the parameter's type; null when it has none that a text of it shows.</summary>
    public static string? SecretMember(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None, DeclaringSyntaxReferences.Length: > 0 })
            return null;
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
            foreach (var member in current.GetMembers())
                if (member is IPropertySymbol { DeclaredAccessibility: Accessibility.Public, IsStatic: false, Type.SpecialType: SpecialType.System_String } property && SecretNames.KindOf(property.Name) == SecretKind.Password
                    && !property.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is { } name && (name.IndexOf("Ignore", StringComparison.Ordinal) >= 0 || name.IndexOf("NotLogged", StringComparison.Ordinal) >= 0 || name.IndexOf("Mask", StringComparison.Ordinal) >= 0)))
                    return property.Name;
        return null;
    }

    /// <summary>Where the parameter is logged with all its members.</summary>
    public static IOperation? In(IOperation body, IParameterSymbol parameter)
    {
        foreach (var mention in Body.Of(body).Mentions(parameter))
            if (Around(mention) is { } place && place.Syntax.SyntaxTree == body.Syntax.SyntaxTree)
                return place;
        return null;
    }

    /// <summary>The variables and members that a call's arguments are, or have in their text.</summary>
    public static IEnumerable<IOperation> GivenTo(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
            foreach (var part in argument.Value.DescendantsAndSelf())
                if (part is ILocalReferenceOperation or IParameterReferenceOperation or IPropertyReferenceOperation or IFieldReferenceOperation)
                    yield return part;
    }

    /// <summary>The call that logs what is mentioned, with all its members; null when it does not.</summary>
    /// <param name="mention">What is mentioned.</param>
    /// <param name="isText">Its text shows all of it.</param>
    public static IOperation? Around(IOperation mention, bool isText = false)
    {
        isText |= mention.Type is { IsRecord: true } && !HasOwnText(mention.Type);
        for (IOperation current = mention; current.Parent is { } parent; current = parent)
            switch (parent)
            {
                case IConversionOperation or IParenthesizedOperation or IInterpolationOperation or IInterpolatedStringOperation or IArrayInitializerOperation or IArrayCreationOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add }:
                    continue;
                case IInvocationOperation { TargetMethod.Name: "ToString" } when isText:
                    continue;
                case IArgumentOperation { Parent: IInvocationOperation call } argument:
                    if (call.TargetMethod is { Name: "Serialize" or "SerializeObject", ContainingType.Name: "JsonSerializer" or "JsonConvert" } && argument.Parameter?.Ordinal == 0)
                    {
                        isText = true;
                        parent = call;
                        continue;
                    }
                    return IsLogger(call.TargetMethod) && (isText || IsTakenApart(call)) ? call : null;
                // var json = JsonSerializer.Serialize(form); log.LogDebug("…", json);
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } when isText && local.Type.SpecialType == SpecialType.System_String:
                    foreach (var use in Body.Of(mention).Mentions(local))
                        if (Logged(use) is { } log)
                            return log;
                    return null;
                default:
                    return null;
            }
        return null;
    }

    static IOperation? Logged(IOperation text)
    {
        while (text.Parent is IConversionOperation or IInterpolationOperation or IInterpolatedStringOperation or IArrayInitializerOperation or IArrayCreationOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add })
            text = text.Parent;
        return text.Parent is IArgumentOperation { Parent: IInvocationOperation call } && IsLogger(call.TargetMethod) ? call : null;
    }

    // A record whose author decided what its text says.
    static bool HasOwnText(ITypeSymbol type) => type.GetMembers().Any(static member => member is IMethodSymbol { Name: "ToString" or "PrintMembers", IsImplicitlyDeclared: false });

    public static bool IsLogger(IMethodSymbol method) => method.ContainingType.Name is "LoggerExtensions" or "ILogger" or "Log" or "Logger" or "ILog";

    static bool IsTakenApart(IInvocationOperation call) => call.Arguments.Any(static argument => argument.Value.ConstantValue is { HasValue: true, Value: string template } && template.IndexOf("{@", StringComparison.Ordinal) >= 0);
}
