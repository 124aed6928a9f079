using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;
namespace SecureBuild.Analyzers.Cryptography;

/// <summary>A certificate whose key was stolen stays good for whoever does not ask whether it was revoked.</summary>
public sealed class SB2105CertificateRevocationOff : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB2105", Category.Cryptography, DiagnosticSeverity.Info, cwe: [299, 295], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);
    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Set(CheckFlag, "CheckCertificateRevocationList", "CheckCertificateRevocation");
        on.WriteOfType(CheckMode, "X509RevocationMode");
        on.Call(CheckCall, "AuthenticateAsClient", "AuthenticateAsClientAsync", "AuthenticateAsServer", "AuthenticateAsServerAsync");
    }

    static void CheckFlag(OperationAnalysisContext context, Assigned assigned)
    {
        if (assigned.Property is { Type.SpecialType: SpecialType.System_Boolean } property && PossibleValues.Include(assigned.Value, false))
            Report(context, assigned.Place, property.Name);
    }

    // stream.AuthenticateAsClient(host, certificates, protocols, checkCertificateRevocation: false). A server that asks for no certificate has none to check.
    static void CheckCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.ContainingType.Name == "SslStream" && call.Arguments.For("checkCertificateRevocation") is { } flag && PossibleValues.Include(flag, false)
            && !(call.Arguments.For("clientCertificateRequired") is { } required && !PossibleValues.Include(required, true)))
            Report(context, flag, "checkCertificateRevocation");
    }

    // X509RevocationMode.NoCheck = 0
    static void CheckMode(OperationAnalysisContext context)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation target && target.Type.Is("System.Security.Cryptography.X509Certificates.X509RevocationMode") && PossibleValues.Include(assignment.Value, 0))
            Report(context, assignment, target.Property.Name);
    }

    static void Report(OperationAnalysisContext context, IOperation place, string name) => context.ReportDiagnostic(Diagnostic.Create(s_rule, place.Syntax.GetLocation(), name));
}
