using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;
using SecureBuild.Analyzers.Web;

namespace SecureBuild.Analyzers.Identity;

/// <summary>PKCE, state and nonce tie an answer of the identity provider to the browser that asked.</summary>
public sealed class SB2208OpenIdConnectProtectionOff : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB2208", Category.Identity, DiagnosticSeverity.Warning, cwe: [287, 352, 294], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Set(static (context, assigned) => Check(context, assigned, false), "UsePkce", "RequirePkce", "RequireNonce", "RequireState", "RequireStateValidation");
        on.Set(static (context, assigned) => Check(context, assigned, true), "AllowPlainTextPkce");
    }

    static void Check(OperationAnalysisContext context, Assigned assigned, bool bad)
    {
        if (assigned is { Property: { Type.SpecialType: SpecialType.System_Boolean } property }
            && (property.ContainingType.Name is "OpenIdConnectProtocolValidator" or "Client" || property.ContainingType.Name.EndsWith("Options", StringComparison.Ordinal))
            && PossibleValues.Include(assigned.Value, bad) && !DevelopmentCheck.Guards(assigned.Place))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, assigned.Place.Syntax.GetLocation(), property.Name));
    }
}
