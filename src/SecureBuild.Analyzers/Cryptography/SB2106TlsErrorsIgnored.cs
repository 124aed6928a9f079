using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;
using SecureBuild.Analyzers.Web;
namespace SecureBuild.Analyzers.Cryptography;

/// <summary>A callback that looks at the certificate's errors and lets some of them pass: another host's name, or a chain that nobody trusts.</summary>
public sealed class SB2106TlsErrorsIgnored : SecurityRule
{
    const int Name = 2; // SslPolicyErrors.RemoteCertificateNameMismatch
    const int Chain = 4; // SslPolicyErrors.RemoteCertificateChainErrors

    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB2106", Category.Cryptography, DiagnosticSeverity.Warning, cwe: [297, 295], "PW.5.1", "PW.1.3");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);
    /// <inheritdoc/>
    public override void Register(RuleRegistration on) => on.Operation(Check, BodyHint.Certificate, OperationKind.DelegateCreation);

    static void Check(OperationAnalysisContext context)
    {
        var creation = (IDelegateCreationOperation)context.Operation;
        if (creation.Type is not INamedTypeSymbol { DelegateInvokeMethod: { ReturnType.SpecialType: SpecialType.System_Boolean, Parameters: { Length: > 1 } parameters } }
            || parameters[parameters.Length - 1].Type.Name != "SslPolicyErrors" || AlwaysTrue.Is(creation))
            return;
        var ignored = CallbackAnswer.Of(creation.Target, Chain) is true ? "RemoteCertificateChainErrors" : CallbackAnswer.Of(creation.Target, Name) is true ? "RemoteCertificateNameMismatch" : null;
        if (ignored is null && LooksOnlyAtNames(creation.Target))
            ignored = "RemoteCertificateChainErrors";
        if (ignored is not null && !DevelopmentCheck.Guards(creation))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, creation.Syntax.GetLocation(), ignored));
    }

    // certificate.Subject.Contains("contoso"): what anybody can write into a certificate of their own.
    static bool LooksOnlyAtNames(IOperation callback)
    {
        if (callback is not IAnonymousFunctionOperation { Symbol.Parameters: { Length: 4 } parameters, Body: var body })
            return false;
        var looks = false;
        foreach (var operation in body.Descendants())
            if (operation is IParameterReferenceOperation { Parameter: var parameter } use && parameters.Contains(parameter, SymbolEqualityComparer.Default))
            {
                if (parameter.Ordinal > 1 || parameter.Ordinal == 1 && !IsName(use))
                    return false;
                looks |= parameter.Ordinal == 1;
            }
        return looks;
    }

    static bool IsName(IOperation use) => use.Parent switch
    {
        IConversionOperation conversion => IsName(conversion),
        // certificate is X509Certificate2 known && known.GetCertHashString() == …: the variable is looked at.
        IIsPatternOperation { Pattern: IDeclarationPatternOperation { DeclaredSymbol: not null } or IRecursivePatternOperation { DeclaredSymbol: not null } } => false,
        IBinaryOperation or IIsPatternOperation => true,
        IMemberReferenceOperation { Member.Name: "Subject" or "Issuer" or "NotAfter" or "NotBefore" or "FriendlyName" or "SubjectName" or "IssuerName" } => true,
        IInvocationOperation { TargetMethod.Name: "GetNameInfo" or "GetEffectiveDateString" or "GetExpirationDateString" or "GetName" or "GetIssuerName" } call => ReferenceEquals(call.Instance, use),
        _ => false,
    };
}
