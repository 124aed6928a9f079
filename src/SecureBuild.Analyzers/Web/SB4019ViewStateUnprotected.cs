using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Web;

/// <summary>Web Forms state that the client may change.</summary>
public sealed class SB4019ViewStateUnprotected : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create("SB4019", Category.Web, DiagnosticSeverity.Warning, cwe: [642, 20], "PW.9.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Write(Written, "EnableViewStateMac", "EnableEventValidation");
    }

    static void Written(OperationAnalysisContext context)
    {
        if (context.Operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property }, Value: var value }
            && (property.ContainingType.Is("System.Web.UI.Page") || property.ContainingType.Is("System.Web.Configuration.PagesSection")) && Setting.Is(value, false))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, context.Operation.Syntax.GetLocation(), property.Name));
    }
}
