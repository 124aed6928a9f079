using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Operations;

namespace SecureBuild.Analyzers.Serialization;

/// <summary>An XML reader that follows external entities reads files and calls servers for the sender of the document.</summary>
/// <remarks>
/// Since .NET Core and .NET Framework 4.5.2 no reader has a resolver of its own and entities stop at 10,000,000 characters, so neither
/// <c>DtdProcessing.Parse</c> alone nor a bare <c>XmlTextReader</c> is reported: a resolver or a lifted limit has to come with it.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SB3003XmlExternalEntities : DiagnosticAnalyzer
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB3003", Category.Serialization, DiagnosticSeverity.Warning, cwe: [611, 776], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (XmlTypes.In(start.Compilation) is not { } types)
                return;
            start.RegisterOperationAction(operation => Assigned(operation, types), OperationKind.SimpleAssignment);
            if (types.XsltSettings is { } xslt)
            {
                start.RegisterOperationAction(operation => Trusted(operation, xslt), OperationKind.PropertyReference);
                start.RegisterOperationAction(operation => Created(operation, xslt), OperationKind.ObjectCreation);
            }
        });
    }

    static void Assigned(OperationAnalysisContext context, XmlTypes types)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is not IPropertyReferenceOperation target)
            return;
        var wrong = target.Property.Name switch
        {
            "DtdProcessing" => types.IsSettings(target) && assignment.Value.ConstantValue is { HasValue: true, Value: (int)Dtd.Parse } && IsOpen(target, types),
            "ProhibitDtd" => types.IsSettings(target) && assignment.Value.ConstantValue is { HasValue: true, Value: false } && IsOpen(target, types),
            "XmlResolver" => types.Follows(assignment.Value) && (types.IsDocument(target) || types.IsTextReader(target) && !RefusesDtd(target)),
            "EnableScript" => types.IsXslt(target) && assignment.Value.ConstantValue is { HasValue: true, Value: true },
            _ => false,
        };
        if (wrong)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, assignment.Syntax.GetLocation(), target.Property.ContainingType.Name + "." + target.Property.Name));
    }

    static bool IsOpen(IPropertyReferenceOperation settings, XmlTypes types) =>
        types.Follows(SameObject.Value(settings, "XmlResolver"))
        || SameObject.Value(settings, "MaxCharactersFromEntities")?.ConstantValue is { HasValue: true, Value: 0 or 0L or int.MaxValue or >= (long)int.MaxValue };

    static bool RefusesDtd(IPropertyReferenceOperation reader) =>
        SameObject.Value(reader, "DtdProcessing")?.ConstantValue is { HasValue: true, Value: (int)Dtd.Prohibit or (int)Dtd.Ignore };

    static void Trusted(OperationAnalysisContext context, INamedTypeSymbol xslt)
    {
        var property = ((IPropertyReferenceOperation)context.Operation).Property;
        if (property is { Name: "TrustedXslt", IsStatic: true } && SymbolEqualityComparer.Default.Equals(property.ContainingType, xslt))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, context.Operation.Syntax.GetLocation(), "XsltSettings.TrustedXslt"));
    }

    static void Created(OperationAnalysisContext context, INamedTypeSymbol xslt)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (!SymbolEqualityComparer.Default.Equals(creation.Type, xslt))
            return;
        foreach (var argument in creation.Arguments)
            if (argument is { Parameter.Name: "enableScript", Value.ConstantValue: { HasValue: true, Value: true } })
                context.ReportDiagnostic(Diagnostic.Create(s_rule, argument.Syntax.GetLocation(), "XsltSettings.EnableScript"));
    }

    // The numbers of System.Xml.DtdProcessing.
    enum Dtd
    {
        Prohibit = 0,
        Ignore = 1,
        Parse = 2,
    }
}
