using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Symbols;
using SecureBuild.Analyzers.Web;

namespace SecureBuild.Analyzers.Identity;

/// <summary>Signing keys fetched over plain HTTP are whatever the network says they are.</summary>
public sealed class SB2202JwtHttpsMetadataOff : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB2202", Category.Identity, DiagnosticSeverity.Warning, cwe: [319, 345], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.Write(Check, "RequireHttpsMetadata", "RequireHttps");

    static void Check(OperationAnalysisContext context)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property: { Type.SpecialType: SpecialType.System_Boolean } property }
            && (property.Name == "RequireHttpsMetadata" || property.ContainingType.Name is "DiscoveryPolicy" or "HttpDocumentRetriever")
            && PossibleValues.Include(assignment.Value, false) && !IsConditional(assignment.Value) && !DevelopmentCheck.Guards(assignment))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, assignment.Syntax.GetLocation(), property.Name));
    }

    // RequireHttpsMetadata = env.IsDevelopment() ? false : true
    static bool IsConditional(IOperation value) => value.DescendantsAndSelf().Any(static part => part is ILiteralOperation && DevelopmentCheck.Guards(part));
}
