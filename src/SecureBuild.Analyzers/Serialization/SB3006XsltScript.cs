using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Serialization;

/// <summary>A style sheet with script is a program; one that may call document() reads files and calls servers.</summary>
/// <remarks>document() alone is a question of whose style sheet it is, so it is reported only where one that is not named by a constant is loaded with it.</remarks>
public sealed class SB3006XsltScript : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB3006", Category.Serialization, DiagnosticSeverity.Warning, cwe: [94, 611], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Reference(Trusted, "TrustedXslt");
        on.Write(Assigned, "EnableScript", "EnableDocumentFunction");
        on.Creation(Created, "XsltSettings");
    }

    static void Trusted(OperationAnalysisContext context)
    {
        if (context.Operation is IPropertyReferenceOperation { Property: { IsStatic: true, ContainingType: var type } } && type.Is(XmlTypes.XsltSettings))
            Report(context, context.Operation, "XsltSettings.TrustedXslt");
    }

    static void Assigned(OperationAnalysisContext context)
    {
        if (context.Operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment
            && target.Property.ContainingType.Is(XmlTypes.XsltSettings)
            && IsTrue(assignment.Value)
            && (target.Property.Name == "EnableScript" || LoadsForeignSheet(assignment, SameObject.Owner(target.Instance), SameObject.Initializer(target.Instance)?.Parent)))
            Report(context, assignment, "XsltSettings." + target.Property.Name);
    }

    static void Created(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (!creation.Type.Is(XmlTypes.XsltSettings))
            return;
        foreach (var argument in creation.Arguments)
            if (argument.Parameter?.Name == "enableScript" && IsTrue(argument.Value) && !IsTakenBack(creation, "EnableScript"))
            {
                Report(context, argument, "XsltSettings.EnableScript");
                return;
            }
        foreach (var argument in creation.Arguments)
            if (argument.Parameter?.Name == "enableDocumentFunction" && IsTrue(argument.Value) && !IsTakenBack(creation, "EnableDocumentFunction") && LoadsForeignSheet(creation, HolderOf(creation), creation))
                Report(context, argument, "XsltSettings.EnableDocumentFunction");
    }

    static void Report(OperationAnalysisContext context, IOperation place, string what) =>
        context.ReportDiagnostic(Diagnostic.Create(s_rule, place.Syntax.GetLocation(), what));

    // settings.EnableScript = false
    static bool IsTakenBack(IObjectCreationOperation creation, string property) =>
        HolderOf(creation) is { } owner && Body.Of(creation).LastValueOf(owner, property) is { ConstantValue: { HasValue: true, Value: false } };

    static bool IsTrue(IOperation value) => value.ConstantValue is { HasValue: true, Value: true };

    /// <summary>The settings, by name or as they are made, go into a Load whose style sheet is not a constant.</summary>
    static bool LoadsForeignSheet(IOperation place, ISymbol? owner, IOperation? creation)
    {
        foreach (var operation in Body.Of(place).Where(static operation => operation is IInvocationOperation { TargetMethod.Name: "Load" }))
            if (operation is IInvocationOperation { TargetMethod.ContainingType: var type } load
                && type.Is("System.Xml.Xsl.XslCompiledTransform")
                && load.Arguments.For("settings") is { } settings
                && (ReferenceEquals(settings, creation) || owner is not null && SymbolEqualityComparer.Default.Equals(owner, SameObject.Owner(settings))))
                return PossibleValues.First(load.Arguments.At(0), 0, static (value, _) => value.ConstantValue.HasValue) is null;
        return false;
    }

    static ISymbol? HolderOf(IObjectCreationOperation creation) => creation.Parent switch
    {
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
        ISimpleAssignmentOperation assignment => SameObject.Owner(assignment.Target),
        _ => null,
    };
}
