using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Web;
namespace SecureBuild.Analyzers.Cryptography;

/// <summary>The key ring of ASP.NET Core's data protection, written where others may read it.</summary>
public sealed class SB2016DataProtectionKeysUnprotected : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB2016", Category.Cryptography, DiagnosticSeverity.Info, cwe: [311, 522, 312], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);
    /// <inheritdoc/>
    public override void Register(RuleRegistration on) =>
        on.Call(Check, "PersistKeysToFileSystem", "PersistKeysToStackExchangeRedis", "PersistKeysToDbContext", "PersistKeysToAzureBlobStorage", "PersistKeysToRegistry", "PersistKeysToAWSSystemsManager", "UseEphemeralDataProtectionProvider");

    static void Check(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name.StartsWith("Persist", StringComparison.Ordinal) && call.TargetMethod.ReturnType.Name == "IDataProtectionBuilder"
            && !Body.Of(call).Any(static operation => operation is IInvocationOperation { TargetMethod.Name: var name } && name.StartsWith("ProtectKeysWith", StringComparison.Ordinal))
            && !DevelopmentCheck.Guards(call))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, call.Syntax.GetLocation(), call.TargetMethod.Name));
    }
}
