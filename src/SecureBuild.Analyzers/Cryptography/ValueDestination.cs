using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecureBuild.Analyzers.Cryptography;

/// <summary>
/// Follows a value upwards through the expression that it is part of, and through locals of the same method, until something with a name takes it:
/// a variable, member, parameter, or the method that returns it. What only steers (conditions, lengths, which existing element to pick) is not followed.
/// </summary>
sealed class ValueDestination
{
    const int MaxLocals = 8;

    readonly ISymbol _method;
    readonly HashSet<ISymbol> _locals = new(SymbolEqualityComparer.Default);

    ValueDestination(ISymbol method) => _method = method;

    /// <summary>The name of the security value that <paramref name="value"/> becomes, or becomes part of; null when none is seen.</summary>
    /// <param name="value">The value.</param>
    /// <param name="method">The method, property or field whose code this is.</param>
    public static string? Secret(IOperation value, ISymbol method) => new ValueDestination(method).Of(value);

    /// <summary>The same for a buffer that a call fills.</summary>
    public static string? SecretIn(IOperation buffer, ISymbol method) => new ValueDestination(method).Taker(buffer);

    string? Of(IOperation value)
    {
        for (var current = value; current.Parent is { } parent; current = parent)
        {
            switch (parent)
            {
                case IConversionOperation or IParenthesizedOperation or IInterpolationOperation or IInterpolatedStringOperation or IArrayInitializerOperation or IArrayCreationOperation
                    or IAwaitOperation or ICoalesceOperation or ISwitchExpressionOperation or IAnonymousFunctionOperation or IDelegateCreationOperation:
                case IConditionalOperation conditional when conditional.Condition != current:
                case ISwitchExpressionArmOperation arm when arm.Value == current:
                case IUnaryOperation or IBinaryOperation when !IsAnswer(parent.Type):
                    if (parent is IArrayCreationOperation array && array.DimensionSizes.Contains(current) || parent is ISwitchExpressionOperation choice && choice.Value == current)
                        return null;
                    continue;
                case IArrayElementReferenceOperation element:
                    if (element.ArrayReference != current && !IsCharacter(element.Type))
                        return null;
                    continue;
                case IInvocationOperation call when call.Instance == current && IsCarrier(call.Type):
                    continue;
                case IPropertyReferenceOperation { Property.IsIndexer: true } item when item.Instance == current && IsCarrier(item.Type):
                    continue;
                case IArgumentOperation argument:
                    if (argument.Parameter is { } parameter && SecretName.Fits(parameter.Name, parameter.Type))
                        return parameter.Name;
                    if (argument.Parent is IInvocationOperation append && IsAppend(append))
                        return append.Instance is { } receiver ? Taker(receiver) : null;
                    if (!PassesOn(argument))
                        return null;
                    continue;
                case IInvocationOperation or IObjectCreationOperation or IPropertyReferenceOperation when current is IArgumentOperation:
                    continue;
                case IReturnOperation:
                    if (Returner(parent, out var lambda) is { } returner)
                        return SecretName.Fits(returner, returner.ReturnType) || returner.AssociatedSymbol is { } property && SecretName.Fits(property.Name, returner.ReturnType) ? (returner.AssociatedSymbol ?? returner).Name : null;
                    if (lambda is null)
                        return null;
                    parent = lambda;
                    continue;
                case ISimpleAssignmentOperation or ICompoundAssignmentOperation or ICoalesceAssignmentOperation:
                    return ((IAssignmentOperation)parent) is var assignment && assignment.Value == current ? Taker(assignment.Target) : null;
                case IVariableInitializerOperation:
                    return Declared(parent, current);
                case IFieldInitializerOperation initializer:
                    foreach (var field in initializer.InitializedFields)
                        if (SecretName.Fits(field.Name, HeldType(field.Type, current)))
                            return field.Name;
                    return null;
                case IPropertyInitializerOperation initializer:
                    foreach (var property in initializer.InitializedProperties)
                        if (SecretName.Fits(property.Name, HeldType(property.Type, current)))
                            return property.Name;
                    return null;
                case IForEachLoopOperation loop when loop.Collection == current:
                    foreach (var local in loop.Locals)
                        if (Follow(local, loop) is { } found)
                            return found;
                    return null;
                default:
                    return null;
            }
        }
        return null;
    }

    /// <summary>The name of what is written to, when it is a secret's; a local with another name is followed to where it is used.</summary>
    string? Taker(IOperation target) => target switch
    {
        IConversionOperation conversion => Taker(conversion.Operand),
        IArrayElementReferenceOperation element => Taker(element.ArrayReference),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance } => Taker(instance),
        IPropertyReferenceOperation property => Named(property.Property.Name, property.Type),
        IFieldReferenceOperation field => Named(field.Field.Name, field.Type),
        IParameterReferenceOperation parameter => Named(parameter.Parameter.Name, parameter.Type),
        ILocalReferenceOperation local => Named(local.Local.Name, local.Type) ?? Follow(local.Local, local),
        // buffer.AsSpan(), and sb.Append(a).Append(b).
        IInvocationOperation { TargetMethod: { IsStatic: true, Name: "AsSpan" or "AsMemory" }, Arguments.Length: > 0 } view => Taker(view.Arguments[0].Value),
        IInvocationOperation { Instance: { } instance } chain when IsAppend(chain) => Taker(instance),
        _ => null,
    };

    string? Declared(IOperation initializer, IOperation value)
    {
        var declarator = initializer.Parent as IVariableDeclaratorOperation;
        return declarator is null ? null : Named(declarator.Symbol.Name, HeldType(declarator.Symbol.Type, value)) ?? Follow(declarator.Symbol, initializer);
    }

    string? Follow(ILocalSymbol local, IOperation from)
    {
        if (_locals.Count >= MaxLocals || !_locals.Add(local))
            return null;
        var root = from;
        while (root.Parent is { } parent)
            root = parent;
        foreach (var operation in root.Descendants())
            if (operation is ILocalReferenceOperation use && SymbolEqualityComparer.Default.Equals(use.Local, local) && Of(use) is { } found)
                return found;
        return null;
    }

    /// <summary>The method that returns here; null and the lambda when it is one.</summary>
    IMethodSymbol? Returner(IOperation operation, out IAnonymousFunctionOperation? lambda)
    {
        lambda = null;
        for (var current = operation.Parent; current is not null; current = current.Parent)
        {
            if (current is ILocalFunctionOperation local)
                return local.Symbol;
            if ((lambda = current as IAnonymousFunctionOperation) is not null)
                return null;
        }
        return _method as IMethodSymbol;
    }

    /// <summary>The call's result is made of the argument: framework methods that convert, format, join or map.</summary>
    static bool PassesOn(IArgumentOperation argument)
    {
        if (argument.Parameter is not { ContainingSymbol: IMethodSymbol method } parameter)
            return argument.Parent is IPropertyReferenceOperation item && IsCharacter(item.Type);
        if (argument.Parent is IPropertyReferenceOperation indexer)
            return IsCharacter(indexer.Type);
        if (method.MethodKind == MethodKind.Constructor)
            return method.ContainingType.SpecialType == SpecialType.System_String && parameter.Ordinal == 0 || method.ContainingType.Name is "Guid" or "StringBuilder" && parameter.Ordinal == 0;
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

    static bool IsAppend(IInvocationOperation call) => call.Instance is not null && call.TargetMethod switch
    {
        { Name: "Append" or "Insert" or "AppendFormat" or "AppendLine" or "Replace", ContainingType.Name: "StringBuilder" } => true,
        { Name: "Add" or "Insert" or "Enqueue" or "Push", ContainingType: { TypeArguments.Length: 1 } list } => IsCharacter(list.TypeArguments[0]) || list.TypeArguments[0].SpecialType == SpecialType.System_String,
        _ => false,
    };

    static string? Named(string name, ITypeSymbol? type) => SecretName.Fits(name, type) ? name : null;

    // Func<string> makeToken = () => …: what it holds is what it returns.
    static ITypeSymbol? HeldType(ITypeSymbol declared, IOperation value) =>
        value is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } ? lambda.Symbol.ReturnType : declared;

    static bool IsAnswer(ITypeSymbol? type) => type is null || type.SpecialType == SpecialType.System_Boolean;

    static bool IsCharacter(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Char or SpecialType.System_Byte;

    static bool IsNumber(ITypeSymbol? type) => type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    /// <summary>A type that can hold a secret's characters or bytes.</summary>
    static bool IsCarrier(ITypeSymbol? type) =>
        IsCharacter(type) || type?.SpecialType == SpecialType.System_String || type?.Name is "Guid" or "StringBuilder" || IsCharacter(ElementOf(type)) || ElementOf(type)?.SpecialType == SpecialType.System_String;

    static ITypeSymbol? ElementOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments.Length: 1 } generic => generic.TypeArguments[0],
        _ => null,
    };
}
