using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;
namespace SecureBuild.Analyzers.Cryptography;

/// <summary>TLS with cipher suites that encrypt nothing or almost nothing.</summary>
public sealed class SB2107EncryptionOptional : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB2107", Category.Cryptography, DiagnosticSeverity.Warning, cwe: [327, 319], "PW.5.1", "PW.1.3");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);
    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Reference(CheckPolicy, "AllowNoEncryption", "NoEncryption");
        on.ArgumentOfType(CheckSuites, "TlsCipherSuite");
        on.Creation(CheckSuiteList, "CipherSuitesPolicy");
    }

    static void CheckPolicy(OperationAnalysisContext context)
    {
        if (context.Operation is IFieldReferenceOperation { Field: var field } && field.ContainingType.Is("System.Net.Security.EncryptionPolicy") && FlagChoice.Of(context.Operation) is { } choice && !DenyList.Has(choice))
            Report(context, choice, field.Name);
    }

    static void CheckSuites(OperationAnalysisContext context)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (argument.Value.ConstantValue is { HasValue: true } && argument.Value is IFieldReferenceOperation { Field: var suite } && IsWeak(suite.Name) && argument.Parent is IObjectCreationOperation)
            Report(context, argument.Value, suite.Name);
    }

    static void CheckSuiteList(OperationAnalysisContext context)
    {
        foreach (var operation in context.Operation.Descendants())
            if (operation is IFieldReferenceOperation { Field: { ContainingType.Name: "TlsCipherSuite" } suite } && IsWeak(suite.Name))
                Report(context, operation, suite.Name);
    }

    static bool IsWeak(string suite) => suite.Contains("_NULL") || suite.Contains("_RC4_") || suite.Contains("_DES_") || suite.Contains("_DES40_") || suite.Contains("_3DES_") || suite.Contains("_EXPORT_") || suite.Contains("_anon_") || suite.Contains("_RC2_");

    static void Report(OperationAnalysisContext context, IOperation place, string name) => context.ReportDiagnostic(Diagnostic.Create(s_rule, place.Syntax.GetLocation(), name));
}
