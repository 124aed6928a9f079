using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecureBuild.Analyzers.Secrets;

/// <summary>Where a literal goes: the variable, parameter, property, key or comparison whose name says what the value is.</summary>
readonly struct SecretDestination
{
    /// <summary>The name, as written there.</summary>
    public string Name { get; }

    /// <summary>The parameter or property, when there is one.</summary>
    public ISymbol? Symbol { get; }

    /// <summary>The value is compared with the named one: a check against a password that is written in the source.</summary>
    public bool IsComparison { get; }

    SecretDestination(string name, ISymbol? symbol, bool isComparison = false)
    {
        Name = name;
        Symbol = symbol;
        IsComparison = isComparison;
    }

    /// <summary>Null when the value goes nowhere that has a name.</summary>
    /// <param name="value">The literal.</param>
    /// <param name="containing">The member it stands in: a property that returns it gives it its name.</param>
    public static SecretDestination? Of(IOperation value, ISymbol containing)
    {
        for (IOperation child = value, parent = value.Parent!; parent is not null; child = parent, parent = parent.Parent!)
            switch (parent)
            {
                case IConversionOperation or ICoalesceOperation or IParenthesizedOperation or ISwitchExpressionOperation:
                    continue;
                case IConditionalOperation conditional when conditional.Condition != child:
                    continue;
                case ISwitchExpressionArmOperation arm when arm.Value == child:
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
                    return Named(assignment.Target);
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                    return Compared(Named(comparison.LeftOperand == child ? comparison.RightOperand : comparison.LeftOperand));
                case IInvocationOperation call when call.Instance == child && SecretNames.PassesThrough(call.TargetMethod.Name):
                    continue;
                case IArgumentOperation { Parent: IInvocationOperation call } when SecretNames.PassesThrough(call.TargetMethod.Name):
                    parent = call;
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
        IInvocationOperation { TargetMethod.Name: "Equals" } call => Other(call, argument),
        IInvocationOperation call when argument.Parameter?.Ordinal == 1 && SecretNames.Pairs(call.TargetMethod.Name) && Key(call.Arguments) is { } key => key,
        IObjectCreationOperation { Type: { } type } creation when argument.Parameter?.Ordinal == 1 && SecretNames.Pairs(type.Name) && Key(creation.Arguments) is { } key => key,
        _ => argument.Parameter is { } parameter ? Of(parameter) : null,
    };

    // password.Equals("…") and string.Equals(password, "…").
    static SecretDestination? Other(IInvocationOperation call, IArgumentOperation argument)
    {
        if (call.Instance is not null)
            return Compared(Named(call.Instance));
        foreach (var other in call.Arguments)
            if (other != argument && Named(other.Value) is { } name)
                return Compared(name);
        return null;
    }

    static SecretDestination? Key(System.Collections.Immutable.ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
            if (argument is { Parameter.Ordinal: 0, Value.ConstantValue: { HasValue: true, Value: string key } })
                return new(key, null);
        return null;
    }

    static SecretDestination? Named(IOperation target) => target switch
    {
        IConversionOperation conversion => Named(conversion.Operand),
        ILocalReferenceOperation local => Of(local.Local),
        IParameterReferenceOperation parameter => Of(parameter.Parameter),
        IFieldReferenceOperation field => Of(field.Field),
        IPropertyReferenceOperation { Arguments.Length: > 0 } indexer => Key(indexer.Arguments),
        IPropertyReferenceOperation property => Of(property.Property),
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

    static SecretDestination? Compared(SecretDestination? other) => other is { } name ? new SecretDestination(name.Name, name.Symbol, isComparison: true) : null;

    static SecretDestination? Of(ISymbol symbol) => new SecretDestination(symbol.Name, symbol);
}
