using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
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
        on.Write(static context => Check(context, false), "UsePkce", "RequirePkce", "RequireNonce", "RequireState", "RequireStateValidation");
        on.Write(static context => Check(context, true), "AllowPlainTextPkce");
    }

    static void Check(OperationAnalysisContext context, bool bad)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (assignment is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Type.SpecialType: SpecialType.System_Boolean } property } }
            && (property.ContainingType.Name is "OpenIdConnectProtocolValidator" or "Client" || property.ContainingType.Name.EndsWith("Options", StringComparison.Ordinal))
            && PossibleValues.Include(assignment.Value, bad) && !DevelopmentCheck.Guards(assignment))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, assignment.Syntax.GetLocation(), property.Name));
    }
}
