using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecureBuild.Analyzers.Secrets;

/// <summary>What stands at the same place of the other tuple: <c>(user, password) == ("admin", "…")</c>, <c>var (user, password) = ("admin", "…")</c>.</summary>
readonly struct TupleElement
{
    public string? Name { get; }

    public IOperation? Operation { get; }

    public bool IsCompared { get; }

    TupleElement(string? name, IOperation? operation = null, bool isCompared = false)
    {
        Name = name;
        Operation = operation;
        IsCompared = isCompared;
    }

    /// <summary>Null when nothing names the element.</summary>
    public static TupleElement? Of(ITupleOperation tuple, IOperation element)
    {
        var index = tuple.Elements.IndexOf(element);
        if (index < 0)
            return null;
        IOperation outer = tuple;
        while (outer.Parent is IConversionOperation conversion)
            outer = conversion;
        switch (outer.Parent)
        {
            case ITupleBinaryOperation comparison:
                return At(comparison.LeftOperand == outer ? comparison.RightOperand : comparison.LeftOperand, index) is { } other ? new(null, other, isCompared: true) : null;
            case IDeconstructionAssignmentOperation { Target: var target } when target != outer:
                return At(target is IDeclarationExpressionOperation declaration ? declaration.Expression : target, index) is { } variable ? new(null, variable) : null;
        }
        // ("client_secret", "…") pairs a name with a value.
        if (index == 1 && tuple.Elements.Length == 2 && tuple.Elements[0].ConstantValue is { HasValue: true, Value: string key } && SecretNames.KindOf(key) != SecretKind.None)
            return new(key);
        return NameIn(outer.Type, index) ?? NameIn(tuple.NaturalType, index);
    }

    /// <summary>The element of a tuple that is written as one, conversions peeled off.</summary>
    public static IOperation? At(IOperation? tuple, int index)
    {
        while (tuple is IConversionOperation conversion)
            tuple = conversion.Operand;
        return tuple is ITupleOperation { Elements: var elements } && index < elements.Length ? elements[index] : null;
    }

    static TupleElement? NameIn(ITypeSymbol? type, int index) =>
        type is INamedTypeSymbol { IsTupleType: true, TupleElements: var elements } && index < elements.Length && elements[index].IsExplicitlyNamedTupleElement ? new(elements[index].Name) : null;
}
