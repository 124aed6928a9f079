using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Web;

/// <summary>The <c>Origin</c> header of the request on its way into the response, and whether anything is asked of it.</summary>
sealed class RequestOrigin
{
    readonly HashSet<ISymbol> _locals = new(SymbolEqualityComparer.Default);
    readonly IOperation _function;

    public bool IsFromRequest { get; }

    /// <summary>Anything but "is there one" is asked: the answer is taken for a check of the origin.</summary>
    public bool IsChecked
    {
        get
        {
            foreach (var operation in _function.Descendants())
                if (Asks(operation))
                    return true;
            return false;
        }
    }

    public RequestOrigin(IOperation value, IOperation function)
    {
        _function = function;
        IsFromRequest = Reads(value);
    }

    bool Reads(IOperation value)
    {
        foreach (var each in value.DescendantsAndSelf())
            if (IsHeader(each) || each is ILocalReferenceOperation local && !_locals.Contains(local.Local) && IsOrigin(local))
                return true;
        return false;
    }

    bool IsOrigin(ILocalReferenceOperation local)
    {
        if (PossibleValues.OnlyValueOf(local) is { } initializer && Reads(initializer) || IsFilled(local.Local))
            return _locals.Add(local.Local);
        return false;
    }

    // headers.TryGetValue("Origin", out var origin)
    bool IsFilled(ILocalSymbol local)
    {
        foreach (var operation in _function.Descendants())
            if (operation is IInvocationOperation { TargetMethod.Name: "TryGetValue" or "TryGetValues" } call && IsHeader(call))
                foreach (var argument in call.Arguments)
                    if (argument.Parameter?.RefKind == RefKind.Out && Mentions(argument.Value, local))
                        return true;
        return false;
    }

    static bool Mentions(IOperation value, ILocalSymbol local)
    {
        foreach (var each in value.DescendantsAndSelf())
            if (each is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local))
                return true;
        return false;
    }

    // Headers["Origin"], Headers.Get("Origin"), Headers.Origin, Headers[HeaderNames.Origin].
    static bool IsHeader(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Arguments.Length: > 0 } indexer => IsKey(indexer.Arguments.At(0)),
        IPropertyReferenceOperation { Property: { Name: "Origin", ContainingType.Name: "IHeaderDictionary" } } => true,
        IInvocationOperation { Arguments.Length: > 0 } call => IsKey(call.Arguments.At(0)) || call.TargetMethod.IsExtensionMethod && IsKey(call.Arguments.At(1)),
        _ => false,
    };

    static bool IsKey(IOperation? key) =>
        key?.ConstantValue is { HasValue: true, Value: string name } && name.Equals("Origin", StringComparison.OrdinalIgnoreCase)
        || key is IFieldReferenceOperation { Field: { Name: "Origin", IsStatic: true, ContainingType.Name: "HeaderNames" } };

    bool Asks(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod.Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "ToString" or "Trim" or "TrimEnd" or "FirstOrDefault" or "First" or "Any" or "ContainsKey" } => false,
        IInvocationOperation call when IsHeader(call) || Secrets.SecretNames.Pairs(call.TargetMethod.Name) || call.TargetMethod.Name.StartsWith("Log", StringComparison.Ordinal) => false,
        IInvocationOperation call => call.Instance is { } instance && IsIt(instance) || AnyIsIt(call.Arguments),
        IObjectCreationOperation creation => AnyIsIt(creation.Arguments),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison =>
            IsIt(comparison.LeftOperand) && !AnyOrigin.IsNothing(comparison.RightOperand) || IsIt(comparison.RightOperand) && !AnyOrigin.IsNothing(comparison.LeftOperand),
        IIsPatternOperation { Pattern: not (IConstantPatternOperation { Value.ConstantValue.Value: null } or INegatedPatternOperation) } test => IsIt(test.Value),
        ISwitchOperation choice => IsIt(choice.Value),
        ISwitchExpressionOperation choice => IsIt(choice.Value),
        _ => false,
    };

    bool AnyIsIt(System.Collections.Immutable.ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
            if (IsIt(argument.Value))
                return true;
        return false;
    }

    bool IsIt(IOperation value) => value switch
    {
        IConversionOperation conversion => IsIt(conversion.Operand),
        ILocalReferenceOperation local => _locals.Contains(local.Local),
        IInvocationOperation { TargetMethod.Name: "ToString" or "Trim" or "TrimEnd" or "FirstOrDefault" } call => IsHeader(call) || (call.Instance ?? call.Arguments.At(0)) is { } receiver && IsIt(receiver),
        _ => IsHeader(value),
    };
}
