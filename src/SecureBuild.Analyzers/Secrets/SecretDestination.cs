using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Secrets;

/// <summary>Where a literal goes: the variable, parameter, property, key or comparison whose name says what the value is.</summary>
readonly struct SecretDestination
{
    /// <summary>The name, as written there.</summary>
    public string Name { get; }

    /// <summary>The parameter or property, when there is one.</summary>
    public ISymbol? Symbol { get; }

    /// <summary>The value is compared with the named one, or stands beside a user name: it is a password, whatever word it is.</summary>
    public bool IsCertain { get; }

    /// <summary>A local, an argument or a member of a new object. A constant or field may be a label as well.</summary>
    public bool IsUsed { get; }

    SecretDestination(string name, ISymbol? symbol, bool isCertain = false, bool isUsed = false)
    {
        Name = name;
        Symbol = symbol;
        IsCertain = isCertain;
        IsUsed = isUsed;
    }

    /// <summary>Null when the value goes nowhere that has a name.</summary>
    /// <param name="value">The literal.</param>
    /// <param name="containing">The member it stands in: a property that returns it gives it its name.</param>
    public static SecretDestination? Of(IOperation value, ISymbol containing)
    {
        SecretDestination? fallbackFor = null;
        var found = Of(value, containing, ref fallbackFor);
        return fallbackFor is null || found is { } telling && SecretNames.KindOf(telling.Name) != SecretKind.None ? found : fallbackFor;
    }

    // configuration["Smtp:Password"] ?? "…" says what it is wherever it goes.
    static SecretDestination? Of(IOperation value, ISymbol containing, ref SecretDestination? fallbackFor)
    {
        for (IOperation child = value, parent = value.Parent!; parent is not null; child = parent, parent = parent.Parent!)
            switch (parent)
            {
                case ICoalesceOperation coalesce when coalesce.WhenNull == child:
                    fallbackFor ??= Named(coalesce.Value);
                    continue;
                case IConversionOperation or ICoalesceOperation or IParenthesizedOperation or ISwitchExpressionOperation:
                    continue;
                case IConditionalOperation conditional when conditional.Condition != child:
                    continue;
                // name switch { "ApiKey" => "…" }
                case ISwitchExpressionArmOperation arm when arm.Value == child:
                    if (arm.Pattern is IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: string key } } && SecretNames.KindOf(key) != SecretKind.None)
                        return new(key, null);
                    continue;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    return Of(declarator.Symbol);
                case IFieldInitializerOperation { InitializedFields.Length: > 0 } field:
                    return Of(field.InitializedFields[0]);
                case IPropertyInitializerOperation { InitializedProperties.Length: > 0 } property:
                    return Of(property.InitializedProperties[0]);
                case IParameterInitializerOperation parameter:
                    return Of(parameter.Parameter);
                case IAssignmentOperation assignment when assignment.Value == child && assignment is not ICompoundAssignmentOperation:
                    return CredentialPair.IsBesideUser(assignment) ? Certain(Named(assignment.Target)) : Named(assignment.Target);
                case ITupleOperation tuple:
                    return TupleElement.Of(tuple, child) is not { } element ? null : element.IsCompared ? Certain(Named(element.Operation)) : element.Name is { } name ? new(name, null, isUsed: true) : Named(element.Operation);
                case IPatternOperation or ICaseClauseOperation:
                    return Refusal.Is(parent) ? null : Certain(PatternInput.Of(parent) is { } input ? Named(input) : null);
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                    return Refusal.Is(comparison) ? null : Certain(Named(comparison.LeftOperand == child ? comparison.RightOperand : comparison.LeftOperand));
                case IInvocationOperation call when call.Instance == child && SecretNames.Compares(call.TargetMethod.Name):
                    return Refusal.Is(call) ? null : Certain(Named(call.Arguments.At(0)));
                case IInvocationOperation call when call.Instance == child && SecretNames.PassesThrough(call.TargetMethod.Name):
                    continue;
                case IArgumentOperation { Parent: IInvocationOperation call } when SecretNames.PassesThrough(call.TargetMethod.Name):
                    parent = call;
                    continue;
                // new string("…".Reverse().ToArray()), Encoding.UTF8.GetString(Convert.FromBase64String("…"))
                case IArgumentOperation { Parent: IObjectCreationOperation { Type.SpecialType: SpecialType.System_String } }:
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "GetString", ContainingType.Name: "Encoding" or "ASCIIEncoding" or "UTF8Encoding" or "UnicodeEncoding" } } }:
                    parent = parent.Parent!;
                    continue;
                case IArgumentOperation argument:
                    return Argument(argument);
                case IReturnOperation:
                    return Returned(parent, containing);
                default:
                    return null;
            }
        return null;
    }

    static SecretDestination? Argument(IArgumentOperation argument) => argument.Parent switch
    {
        IInvocationOperation call when SecretNames.Compares(call.TargetMethod.Name) => Refusal.Is(call) ? null : Other(call, argument),
        IInvocationOperation call when argument.Parameter?.Name is "key" or "secret" && SecretNames.TakesKey(call.TargetMethod.Name) => new SecretDestination("encryption key", argument.Parameter, isCertain: true, isUsed: true),
        IInvocationOperation call when SecretNames.Pairs(call.TargetMethod.Name) && argument.Parameter?.Ordinal - KeyOrdinal(call) == 1 && Key(call.Arguments, KeyOrdinal(call)) is { } key => key,
        IObjectCreationOperation { Type: { } type } creation when argument.Parameter?.Ordinal == 1 && SecretNames.Pairs(type.Name) && Key(creation.Arguments) is { } key => key,
        _ => argument.Parameter is not { } parameter ? null : CredentialPair.IsBesideUser(argument) ? Certain(Of(parameter)) : new SecretDestination(parameter.Name, parameter, isUsed: true),
    };

    // password.Equals("…"), string.Equals(password, "…"), StringComparer.Ordinal.Equals(password, "…").
    static SecretDestination? Other(IInvocationOperation call, IArgumentOperation argument)
    {
        foreach (var other in call.Arguments)
            if (other != argument && other.Value.Type?.TypeKind != TypeKind.Enum && Named(other.Value) is { } name)
                return Certain(name);
        return call.Instance is null ? null : Certain(Named(call.Instance));
    }

    static SecretDestination? Key(System.Collections.Immutable.ImmutableArray<IArgumentOperation> arguments, int ordinal = 0) =>
        arguments.At(ordinal)?.ConstantValue is { HasValue: true, Value: string key } ? new(key, null) : null;

    // The receiver of an extension method is its first argument.
    static int KeyOrdinal(IInvocationOperation call) => call.TargetMethod.IsExtensionMethod ? 1 : 0;

    /// <summary>What names the value of an expression: the variable, member, parameter or setting that it reads.</summary>
    public static SecretDestination? Named(IOperation? target) => target switch
    {
        IConversionOperation conversion => Named(conversion.Operand),
        ILocalReferenceOperation local => Of(local.Local),
        IParameterReferenceOperation parameter => Of(parameter.Parameter),
        IFieldReferenceOperation field => Of(field.Field),
        IPropertyReferenceOperation { Arguments.Length: > 0 } indexer => Key(indexer.Arguments),
        // txtPassword.Text
        IPropertyReferenceOperation { Property.Name: "Text" or "Value", Instance: { } box } when Named(box) is { } named => named,
        IPropertyReferenceOperation property => Of(property.Property),
        IDeclarationExpressionOperation declaration => Named(declaration.Expression),
        IInvocationOperation call when SecretNames.PassesThrough(call.TargetMethod.Name) => Named(call.Instance is { Type.SpecialType: SpecialType.System_String } || call.Arguments.Length == 0 ? call.Instance : call.Arguments.At(0)),
        IInvocationOperation call when SecretNames.Reads(call.TargetMethod.Name) => Key(call.Arguments, KeyOrdinal(call)),
        _ => null,
    };

    // A property or method that only says the value; a lambda's return says nothing.
    static SecretDestination? Returned(IOperation returned, ISymbol containing)
    {
        for (var parent = returned.Parent; parent is not null; parent = parent.Parent)
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return null;
        return containing is IMethodSymbol { AssociatedSymbol: IPropertySymbol property } ? Of(property) : containing is IMethodSymbol or IPropertySymbol ? Of(containing) : null;
    }

    static SecretDestination? Certain(SecretDestination? other) => other is { } name ? new SecretDestination(name.Name, name.Symbol, isCertain: true, isUsed: true) : null;

    static SecretDestination? Of(ISymbol symbol) =>
        new SecretDestination(symbol is IFieldSymbol or IPropertySymbol ? SecretNames.InClass(symbol.Name, symbol.ContainingType?.Name) : symbol.Name, symbol, isUsed: symbol is ILocalSymbol { IsConst: false });
}
