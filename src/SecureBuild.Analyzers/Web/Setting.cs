using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Web;

/// <summary>What an option is set to, where the code leaves no doubt: both arms of a conditional have to agree, because one of them is often the development machine's.</summary>
static class Setting
{
    /// <summary>The value is this constant.</summary>
    public static bool Is(IOperation? value, object constant) =>
        Bare(value) is IConditionalOperation { WhenFalse: { } otherwise } choice
            ? Is(choice.WhenTrue, constant) && Is(otherwise, constant)
            : constant is bool truth && value is not null && DevelopmentCheck.Elsewhere(value) is { } elsewhere ? elsewhere == truth
            : PossibleValues.First(value, constant, static (candidate, constant) => candidate is not (IConditionalOperation or ICoalesceOperation) && candidate.ConstantValue is { HasValue: true, Value: { } known } && known.Equals(constant)) is not null;

    /// <summary>The value is null.</summary>
    public static bool IsNull(IOperation? value) => Bare(value)?.ConstantValue is { HasValue: true, Value: null };

    /// <summary>The value is the member of an enumeration with this name.</summary>
    public static bool IsMember(IOperation? value, string member) =>
        Bare(value) is IConditionalOperation { WhenFalse: { } otherwise } choice
            ? IsMember(choice.WhenTrue, member) && IsMember(otherwise, member)
            : PossibleValues.First(value, member, static (candidate, member) => candidate is IFieldReferenceOperation { Field: { IsConst: true, ContainingType.TypeKind: TypeKind.Enum } field } ? field.Name == member : IsValueOf(candidate, member)) is not null;

    // (SameSiteMode)0
    static bool IsValueOf(IOperation candidate, string member)
    {
        if (candidate is { Type: INamedTypeSymbol { TypeKind: TypeKind.Enum } type, ConstantValue: { HasValue: true, Value: { } value } })
            foreach (var found in type.GetMembers(member))
                if (found is IFieldSymbol { HasConstantValue: true, ConstantValue: { } known } && known.Equals(value))
                    return true;
        return false;
    }

    /// <summary>The constant number that the value certainly is.</summary>
    public static decimal? Number(IOperation? value) =>
        PossibleValues.First(value, 0, static (candidate, _) => AsNumber(candidate) is not null) is { } number && Bare(value) is not IConditionalOperation ? AsNumber(number) : null;

    /// <summary>The span in hours that <c>TimeSpan.FromDays(30)</c>, <c>new TimeSpan(30, 0, 0, 0)</c> or <c>TimeSpan.MaxValue</c> says; null when it is not known.</summary>
    public static double? Hours(IOperation? value)
    {
        var span = PossibleValues.First(value, 0, static (candidate, _) => candidate is IInvocationOperation or IObjectCreationOperation or IFieldReferenceOperation { Field: { IsStatic: true, ContainingType.Name: "TimeSpan" } });
        return span switch
        {
            IFieldReferenceOperation { Field.Name: "MaxValue" } => double.MaxValue,
            IFieldReferenceOperation { Field.Name: "Zero" } => 0,
            IInvocationOperation { TargetMethod: { ContainingType.Name: "TimeSpan", Name: var name }, Arguments.Length: > 0 } call when Number(call.Arguments.At(0)) is { } number => (double)number * HoursOf(name),
            IObjectCreationOperation { Type.Name: "TimeSpan", Arguments: { Length: 3 } parts } => (double?)Number(parts.At(0)),
            IObjectCreationOperation { Type.Name: "TimeSpan", Arguments: { Length: > 3 } parts } => (double?)Number(parts.At(0)) * 24,
            _ => null,
        };
    }

    /// <summary>How many hours from now <c>DateTime.UtcNow.AddYears(1)</c> or <c>DateTimeOffset.MaxValue</c> is; null when it is not known.</summary>
    public static double? HoursFromNow(IOperation? value) =>
        PossibleValues.First(value, 0, static (candidate, _) => candidate is IInvocationOperation or IFieldReferenceOperation { Field: { Name: "MaxValue" } }) switch
        {
            IFieldReferenceOperation => double.MaxValue,
            IInvocationOperation { TargetMethod: { ContainingType.Name: "DateTime" or "DateTimeOffset", Name: var name }, Arguments.Length: 1 } call => name switch
            {
                "AddYears" => (double?)Number(call.Arguments.At(0)) * 24 * 365,
                "AddMonths" => (double?)Number(call.Arguments.At(0)) * 24 * 30,
                "AddDays" => (double?)Number(call.Arguments.At(0)) * 24,
                "AddHours" => (double?)Number(call.Arguments.At(0)),
                "Add" => Hours(call.Arguments.At(0)),
                _ => null,
            },
            _ => null,
        };

    static double HoursOf(string name) => name switch { "FromDays" => 24, "FromHours" => 1, "FromMinutes" => 1 / 60d, "FromSeconds" => 1 / 3600d, _ => 0 };

    static decimal? AsNumber(IOperation value) => value.ConstantValue is { HasValue: true, Value: { } known }
        ? known switch { int number => number, long number => number, uint number => number, ulong number => number, short number => number, double number when Math.Abs(number) < 1e18 => (decimal)number, _ => null }
        : null;

    static IOperation? Bare(IOperation? value)
    {
        while (value is IConversionOperation or IParenthesizedOperation)
            value = value is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)value).Operand;
        return value;
    }
}
