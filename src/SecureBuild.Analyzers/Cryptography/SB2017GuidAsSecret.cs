using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Symbols;
namespace SecureBuild.Analyzers.Cryptography;

/// <summary>A GUID is made to be unique. Nothing promises that nobody can guess it.</summary>
public sealed class SB2017GuidAsSecret : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB2017", Category.Cryptography, DiagnosticSeverity.Info, cwe: [330, 340], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);
    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.Call(Check, "NewGuid", "CreateVersion7");

    static void Check(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.ContainingType.Is("System.Guid") && ValueDestination.Secret(call, context.ContainingSymbol) is { } secret)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, call.Syntax.GetLocation(), secret));
    }
}
