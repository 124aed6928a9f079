using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Serialization;

/// <summary>Json.NET that reads type names from the data creates whatever type the sender names.</summary>
public sealed class SB3002TypeNameHandling : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB3002", Category.Serialization, DiagnosticSeverity.Warning, cwe: [502], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Reference(context => Check(context, context.Operation), "Objects", "Arrays", "All", "Auto");
        on.WriteOfType(context => Number(context, ((IAssignmentOperation)context.Operation).Value), "TypeNameHandling");
        on.ArgumentOfType(context => Number(context, ((IArgumentOperation)context.Operation).Value), "TypeNameHandling");
    }

    // (TypeNameHandling)3 names no member.
    static void Number(OperationAnalysisContext context, IOperation value)
    {
        switch (value)
        {
            case IConversionOperation { IsImplicit: true } conversion:
                Number(context, conversion.Operand);
                break;
            case IConversionOperation:
                Check(context, value);
                break;
            case IBinaryOperation either:
                Number(context, either.LeftOperand);
                Number(context, either.RightOperand);
                break;
        }
    }

    static void Check(OperationAnalysisContext context, IOperation operation)
    {
        if (ReadsTypes(operation)
            && FlagChoice.Of(operation) is { } choice
            && FlagChoice.IsFirst(operation, choice, ReadsTypes)
            && !HasBinder(choice)
            && !OnlyWrites(choice))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, choice.Syntax.GetLocation(), choice.Syntax.ToString()));
    }

    static bool ReadsTypes(IOperation each) => each switch
    {
        IFieldReferenceOperation { Field: { HasConstantValue: true, ConstantValue: not 0, ContainingType: { TypeKind: TypeKind.Enum } type } } => IsHandling(type),
        IConversionOperation { IsImplicit: false, Type: { TypeKind: TypeKind.Enum } type, Operand: ILiteralOperation { ConstantValue: { HasValue: true, Value: not 0 } } } => IsHandling(type),
        _ => false,
    };

    static bool IsHandling(ITypeSymbol type) => type.Is("Newtonsoft.Json.TypeNameHandling");

    // A binder of one's own is Json.NET's documented way to limit the types. Whether it limits them well is for its author to say.
    static bool HasBinder(IOperation choice) =>
        choice.Parent is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target }
        && (Limits(SameObject.Value(target, "SerializationBinder")) || Limits(SameObject.Value(target, "Binder")));

    // JsonConvert.SerializeObject(value, new JsonSerializerSettings { TypeNameHandling = … }): nothing is read.
    static bool OnlyWrites(IOperation choice)
    {
        if (choice.Parent is not ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation creation } })
            return false;
        var parent = creation.Parent;
        while (parent is IConversionOperation)
            parent = parent.Parent;
        return parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "SerializeObject", ContainingType.Name: "JsonConvert" } } };
    }

    static bool Limits(IOperation? binder) =>
        binder is not null && binder.ConstantValue is not { HasValue: true, Value: null } && binder.Type?.Name != "DefaultSerializationBinder";
}
