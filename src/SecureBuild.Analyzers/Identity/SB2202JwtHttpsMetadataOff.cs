using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;
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
    public override void Register(RuleRegistration on) => on.Set(Check, "RequireHttpsMetadata", "RequireHttps");

    static void Check(OperationAnalysisContext context, Assigned assigned)
    {
        if (assigned is { Property: { Type.SpecialType: SpecialType.System_Boolean } property }
            && (property.Name == "RequireHttpsMetadata" || property.ContainingType.Name is "DiscoveryPolicy" or "HttpDocumentRetriever")
            && PossibleValues.Include(assigned.Value, false) && !IsConditional(assigned.Value) && !DevelopmentCheck.Guards(assigned.Place))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, assigned.Place.Syntax.GetLocation(), property.Name));
    }

    // RequireHttpsMetadata = env.IsDevelopment() ? false : true
    static bool IsConditional(IOperation value) => value.DescendantsAndSelf().Any(static part => part is ILiteralOperation && DevelopmentCheck.Guards(part));
}
