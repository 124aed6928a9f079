using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Serialization;

/// <summary>An XML reader that follows external entities reads files and calls servers for the sender of the document.</summary>
/// <remarks>
/// Since .NET Core and .NET Framework 4.5.2 no reader has a resolver of its own and entities stop at 10,000,000 characters, so neither
/// <c>DtdProcessing.Parse</c> alone nor a bare <c>XmlTextReader</c> is reported: a resolver or a lifted limit has to come with it.
/// </remarks>
public sealed class SB3003XmlExternalEntities : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB3003", Category.Serialization, DiagnosticSeverity.Warning, cwe: [611, 776, 827], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Set(Check, "DtdProcessing", "ProhibitDtd", "XmlResolver");
        on.Write(Flags, "ValidationFlags");
        on.Call(Switch, "SetSwitch");
    }

    static void Check(OperationAnalysisContext context, Assigned assigned)
    {
        var target = assigned.Target;
        var wrong = target.Property.Name switch
        {
            "DtdProcessing" => XmlTypes.IsSettings(target) && PossibleValues.Include(assigned.Value, (int)Dtd.Parse) && IsOpen(target),
            "ProhibitDtd" => XmlTypes.IsSettings(target) && assigned.Value.ConstantValue is { HasValue: true, Value: false } && IsOpen(target),
            _ => (XmlTypes.IsDocument(target) || XmlTypes.IsTextReader(target) && !RefusesDtd(target)) && XmlTypes.Follows(assigned.Value),
        };
        if (wrong)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, assigned.Place.Syntax.GetLocation(), target.Property.ContainingType.Name + "." + target.Property.Name));
    }

    // The document says which schemas it is checked by, and the reader fetches them.
    static void Flags(OperationAnalysisContext context)
    {
        const int ProcessSchemaLocation = 2;
        if (context.Operation is not IAssignmentOperation { Target: IPropertyReferenceOperation target } assignment || assignment is ICompoundAssignmentOperation { OperatorKind: not BinaryOperatorKind.Or } || !XmlTypes.IsSettings(target)
            || !XmlTypes.Follows(SameObject.Value(target, "XmlResolver")))
            return;
        if (PossibleValues.First(assignment.Value, 0, static (value, _) => value.ConstantValue is { HasValue: true, Value: int flags } && (flags & ProcessSchemaLocation) != 0
            || value is IBinaryOperation { OperatorKind: BinaryOperatorKind.Or } either && (Has(either.LeftOperand) || Has(either.RightOperand))) is not null)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, assignment.Syntax.GetLocation(), "XmlReaderSettings.ValidationFlags"));

        static bool Has(IOperation operand) => operand.ConstantValue is { HasValue: true, Value: int flags } && (flags & ProcessSchemaLocation) != 0;
    }

    // The switch gives every reader of the process the resolver that it had before .NET Framework 4.5.2.
    static void Switch(OperationAnalysisContext context)
    {
        const string DefaultResolver = "Switch.System.Xml.AllowDefaultResolver";
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.ContainingType.Is("System.AppContext")
            && call.Arguments.At(0)?.ConstantValue is { HasValue: true, Value: DefaultResolver }
            && call.Arguments.At(1)?.ConstantValue is { HasValue: true, Value: true })
            context.ReportDiagnostic(Diagnostic.Create(s_rule, call.Syntax.GetLocation(), DefaultResolver));
    }

    static bool IsOpen(IPropertyReferenceOperation settings) =>
        XmlTypes.Follows(SameObject.Value(settings, "XmlResolver"))
        || SameObject.Value(settings, "MaxCharactersFromEntities")?.ConstantValue is { HasValue: true, Value: 0 or 0L or int.MaxValue or >= (long)int.MaxValue };

    static bool RefusesDtd(IPropertyReferenceOperation reader) =>
        SameObject.Value(reader, "DtdProcessing")?.ConstantValue is { HasValue: true, Value: (int)Dtd.Prohibit or (int)Dtd.Ignore };

    // The numbers of System.Xml.DtdProcessing.
    enum Dtd
    {
        Prohibit = 0,
        Ignore = 1,
        Parse = 2,
    }
}
