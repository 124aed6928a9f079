using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;
using SecureBuild.Analyzers.Web;
using static SecureBuild.Analyzers.Cryptography.ValuePath;

namespace SecureBuild.Analyzers.Cryptography;

/// <summary>
/// Follows a value upwards through the expression that it is part of, through locals of the same method and to the callers in the same file, until something with a name takes it:
/// a variable, member, parameter, or the method that returns it. What only steers (conditions, lengths, which existing element to pick) is not followed.
/// </summary>
sealed class ValueDestination
{
    const int MaxFollowed = 8;

    // [a, .. b]: their interfaces came after the Roslyn we compile against.
    const OperationKind CollectionExpression = (OperationKind)127;
    const OperationKind Spread = (OperationKind)128;

    readonly ISymbol _method;
    readonly HashSet<ISymbol> _followed;

    ValueDestination(ISymbol method, HashSet<ISymbol> followed)
    {
        _method = method;
        _followed = followed;
    }

    /// <summary>The name of the security value that <paramref name="value"/> becomes, or becomes part of; null when none is seen.</summary>
    /// <param name="value">The value.</param>
    /// <param name="method">The method, property or field whose code this is.</param>
    public static string? Secret(IOperation value, ISymbol method) => new ValueDestination(method, new(SymbolEqualityComparer.Default)).Of(value);

    /// <summary>The same for a buffer that a call fills.</summary>
    public static string? SecretIn(IOperation buffer, ISymbol method) => new ValueDestination(method, new(SymbolEqualityComparer.Default)).Taker(buffer);

    string? Of(IOperation value)
    {
        for (var current = value; current.Parent is { } parent; current = parent)
        {
            switch (parent)
            {
                case IBinaryOperation or IInterpolatedStringOperation when WrittenBefore(parent, current) is { } written:
                    return written;
                case IConversionOperation or IParenthesizedOperation or IInterpolationOperation or IInterpolatedStringOperation or IArrayInitializerOperation or IArrayCreationOperation
                    or IAwaitOperation or ICoalesceOperation or ISwitchExpressionOperation or IAnonymousFunctionOperation or IDelegateCreationOperation:
                case IConditionalOperation conditional when conditional.Condition != current:
                case ISwitchExpressionArmOperation arm when arm.Value == current:
                case IUnaryOperation or IBinaryOperation when !IsAnswer(parent.Type):
                    if (parent is IArrayCreationOperation array && array.DimensionSizes.Contains(current) || parent is ISwitchExpressionOperation choice && choice.Value == current)
                        return null;
                    continue;
                case { Kind: CollectionExpression or Spread }:
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
                    if (argument.Parameter is { } parameter && TakenAs(parameter) is { } name)
                        return name;
                    if (KeyedName(argument) is { } keyed)
                        return keyed;
                    if (argument.Parent is IInvocationOperation append && IsAppend(append))
                        return append.Instance is { } receiver ? Taker(receiver) : null;
                    if (!PassesOn(argument))
                        return null;
                    continue;
                case IInvocationOperation or IObjectCreationOperation or IPropertyReferenceOperation when current is IArgumentOperation:
                    continue;
                case ITupleOperation tuple:
                    return Element(tuple, current);
                case IReturnOperation:
                    if (Returner(parent, out var lambda) is { } returner)
                        return Returned(returner, parent);
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
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance } item => NameIn(item.Arguments[0].Value, item.Type) ?? Taker(instance),
        IPropertyReferenceOperation property => Named(property.Property.Name, property.Type),
        IFieldReferenceOperation field => Named(field.Field.Name, field.Type),
        IParameterReferenceOperation parameter => Named(parameter.Parameter.Name, parameter.Type) ?? Created(parameter) ?? Filled(parameter),
        // foreach (ref var each in span) each = …
        ILocalReferenceOperation { Local: { RefKind: RefKind.Ref, IsForEach: true } each } element when LoopOf(each, element) is { } loop => Taker(loop.Collection),
        ILocalReferenceOperation local => Named(local.Local.Name, local.Type) ?? Follow(local.Local, local),
        // buffer.AsSpan(), and sb.Append(a).Append(b).
        IInvocationOperation { TargetMethod: { IsStatic: true, Name: "AsSpan" or "AsMemory" }, Arguments.Length: > 0 } view => Taker(view.Arguments[0].Value),
        IInvocationOperation { Instance: { } instance } chain when IsAppend(chain) => Taker(instance),
        _ => null,
    };

    static IForEachLoopOperation? LoopOf(ILocalSymbol each, IOperation element)
    {
        for (var outer = element.Parent; outer is not null; outer = outer.Parent)
            if (outer is IForEachLoopOperation loop && loop.Locals.Contains(each))
                return loop;
        return null;
    }

    /// <summary>What the method's own name says, or what its callers in the same file make of its result: <c>var token = RandomString(20)</c>.</summary>
    string? Returned(IMethodSymbol method, IOperation from)
    {
        if (method.AssociatedSymbol is { } property)
            return Named(property.Name, method.ReturnType);
        if (SecretName.Fits(method, method.ReturnType))
            return method.Name;
        if (!IsCarrier(method.ReturnType) && !IsNumber(method.ReturnType) || from.SemanticModel is not { } model || _followed.Count >= MaxFollowed || !_followed.Add(method))
            return null;
        foreach (var call in CallsByName.In(model.SyntaxTree, method.Name))
            if (model.GetOperation(call) is IInvocationOperation invocation
                && (SymbolEqualityComparer.Default.Equals(invocation.TargetMethod.OriginalDefinition, method) || Implements(method, invocation.TargetMethod))
                && model.GetEnclosingSymbol(call.SpanStart) is { } caller && new ValueDestination(caller, _followed).Of(invocation) is { } found)
                return found;
        return null;
    }

    // source.Next(10), where the interface is all that the caller knows
    static bool Implements(IMethodSymbol method, IMethodSymbol called) =>
        called.ContainingType?.TypeKind == TypeKind.Interface && SymbolEqualityComparer.Default.Equals(method.ContainingType?.FindImplementationForInterfaceMember(called), method);

    /// <summary><c>session.SetString("otp", value)</c>: the name is a constant beside the value.</summary>
    static string? KeyedName(IArgumentOperation argument) =>
        argument is { Parameter: { Name: "value", Ordinal: > 0 and var place }, Parent: IInvocationOperation call }
            ? NameIn(call.Arguments.At(place - 1), argument.Value.Type) ?? (call.TargetMethod.ContainingType.Name == "IResponseCookies" && CookieName.Constant(call.Arguments.At(place - 1)) is { } cookie && CookieName.IsSecret(cookie) ? cookie : null)
            : null;

    /// <summary><c>"https://…/reset?token=" + value</c>: the text says what comes behind it.</summary>
    static string? WrittenBefore(IOperation text, IOperation piece)
    {
        IOperation? before = null;
        if (text is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum && sum.RightOperand == piece)
            before = sum.LeftOperand is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } left ? left.RightOperand : sum.LeftOperand;
        else if (text is IInterpolatedStringOperation interpolated && interpolated.Parts.IndexOf((piece as IInterpolatedStringContentOperation)!) is > 0 and var place)
            before = (interpolated.Parts[place - 1] as IInterpolatedStringTextOperation)?.Text;
        if (before?.ConstantValue is not { HasValue: true, Value: string { Length: > 3 } said } || said[said.Length - 1] != '=')
            return null;
        var start = said.Length - 1;
        while (start > 0 && (char.IsLetterOrDigit(said[start - 1]) || said[start - 1] is '_' or '-'))
            start--;
        return Named(said.Substring(start, said.Length - 1 - start), text.Type);
    }

    static string? NameIn(IOperation? key, ITypeSymbol? type) => key is IConversionOperation conversion ? NameIn(conversion.Operand, type) : key?.ConstantValue is { HasValue: true, Value: string name } ? Named(name, type) : null;

    /// <summary><c>SetPassword(value)</c>: a parameter that says little is named by its method.</summary>
    static string? TakenAs(IParameterSymbol parameter) =>
        SecretName.Fits(parameter.Name, parameter.Type) ? parameter.Name
        : parameter is { Name: "value" or "code" or "text" or "id", ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method } ? Named(method.Name, parameter.Type)
        : null;

    /// <summary><c>(string user, string password) Make() => (name, value)</c>: the element's name, there or where the tuple goes.</summary>
    static string? Element(ITupleOperation tuple, IOperation value)
    {
        var place = tuple.Elements.IndexOf(value);
        foreach (var type in new[] { tuple.Type, (tuple.Parent as IConversionOperation)?.Type })
            if (type is INamedTypeSymbol { IsTupleType: true } named && place >= 0 && place < named.TupleElements.Length && Named(named.TupleElements[place].Name, named.TupleElements[place].Type) is { } name)
                return name;
        return null;
    }

    /// <summary>The span that string.Create hands to its callback becomes the string.</summary>
    string? Created(IParameterReferenceOperation span)
    {
        for (IOperation? current = span; current is not null; current = current.Parent)
            if (current is IAnonymousFunctionOperation lambda && SymbolEqualityComparer.Default.Equals(lambda.Symbol, span.Parameter.ContainingSymbol))
                return lambda.Parent?.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "Create", ContainingType.SpecialType: SpecialType.System_String } } create } ? Of(create) : null;
        return null;
    }

    /// <summary>A buffer that a caller handed over: what the method returns of it, or what the callers in the same file call it.</summary>
    string? Filled(IParameterReferenceOperation buffer)
    {
        if (buffer.Parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method || buffer.SemanticModel is not { } model || _followed.Count >= MaxFollowed || !_followed.Add(buffer.Parameter))
            return null;
        foreach (var use in Body.Of(buffer).Mentions(buffer.Parameter))
            if (use.Parent is IReturnOperation && Of(use) is { } found)
                return found;
        foreach (var call in CallsByName.In(model.SyntaxTree, method.Name))
            if (model.GetOperation(call) is IInvocationOperation invocation && SymbolEqualityComparer.Default.Equals(invocation.TargetMethod.OriginalDefinition, method)
                && invocation.Arguments.For(buffer.Parameter.Name) is { } given && model.GetEnclosingSymbol(call.SpanStart) is { } caller && new ValueDestination(caller, _followed).Taker(given) is { } taken)
                return taken;
        return null;
    }

    string? Declared(IOperation initializer, IOperation value)
    {
        var declarator = initializer.Parent as IVariableDeclaratorOperation;
        return declarator is null ? null : Named(declarator.Symbol.Name, HeldType(declarator.Symbol.Type, value)) ?? Follow(declarator.Symbol, initializer);
    }

    string? Follow(ILocalSymbol local, IOperation from)
    {
        if (_followed.Count >= MaxFollowed || !_followed.Add(local))
            return null;
        foreach (var use in Body.Of(from).Mentions(local))
            if (Of(use) is { } found)
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

    static string? Named(string name, ITypeSymbol? type) => SecretName.Fits(name, type) ? name : null;

    // Func<string> makeToken = () => …: what it holds is what it returns.
    static ITypeSymbol? HeldType(ITypeSymbol declared, IOperation value) =>
        value is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } ? lambda.Symbol.ReturnType : declared;
}
