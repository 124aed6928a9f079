using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecureBuild.Analyzers.Cryptography;

/// <summary>Which types can hold a secret's characters or bytes, and which calls pass them on.</summary>
static class ValuePath
{
    /// <summary>The call's result is made of the argument: framework methods that convert, format, join or map.</summary>
    public static bool PassesOn(IArgumentOperation argument)
    {
        if (argument.Parameter is not { ContainingSymbol: IMethodSymbol method } parameter)
            return argument.Parent is IPropertyReferenceOperation item && IsCharacter(item.Type);
        if (argument.Parent is IPropertyReferenceOperation indexer)
            return IsCharacter(indexer.Type);
        if (method.MethodKind == MethodKind.Constructor)
            return method.ContainingType.SpecialType == SpecialType.System_String && parameter.Ordinal == 0 || method.ContainingType.Name is "Guid" or "StringBuilder" && parameter.Ordinal == 0;
        if (method is { Name: "FromResult", ContainingType.Name: "Task" or "ValueTask" })
            return true;
        if (!IsFramework(method.ContainingNamespace))
            return false;
        if (method.ContainingType.Name == "Enumerable")
            return parameter.Ordinal == 0 && method.Name != "Range"
                || method.Name is "Select" or "SelectMany" or "Concat" or "Append" or "Prepend"
                || method.Name is "ElementAt" && IsCharacter(method.ReturnType)
                || method.Name is "OrderBy" && IsCharacter(ElementOf(method.ReturnType));
        return (method.IsStatic || method.ContainingType.Name.EndsWith("Encoding", StringComparison.Ordinal)) && (IsCarrier(method.ReturnType) || IsNumber(method.ReturnType));
    }

    static bool IsFramework(INamespaceSymbol? space) => space switch
    {
        { Name: "System", ContainingNamespace.IsGlobalNamespace: true } => true,
        { Name: "Linq" or "Text" or "Buffers", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } => true,
        { Name: "WebUtilities" } => true,
        _ => false,
    };

    public static bool IsAppend(IInvocationOperation call) => call.Instance is not null && call.TargetMethod switch
    {
        { Name: "Append" or "Insert" or "AppendFormat" or "AppendLine" or "Replace", ContainingType.Name: "StringBuilder" } => true,
        { Name: "Add" or "Insert" or "Enqueue" or "Push", ContainingType: { TypeArguments.Length: 1 } list } => IsCharacter(list.TypeArguments[0]) || list.TypeArguments[0].SpecialType == SpecialType.System_String,
        _ => false,
    };

    public static bool IsAnswer(ITypeSymbol? type) => type is null || type.SpecialType == SpecialType.System_Boolean;

    public static bool IsCharacter(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Char or SpecialType.System_Byte;

    public static bool IsNumber(ITypeSymbol? type) => type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    /// <summary>A type that can hold a secret's characters or bytes.</summary>
    public static bool IsCarrier(ITypeSymbol? type) =>
        IsCharacter(type) || type?.SpecialType == SpecialType.System_String || type?.Name is "Guid" or "StringBuilder" || IsCharacter(ElementOf(type)) || ElementOf(type)?.SpecialType == SpecialType.System_String;

    static ITypeSymbol? ElementOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments.Length: 1 } generic => generic.TypeArguments[0],
        _ => null,
    };
}
