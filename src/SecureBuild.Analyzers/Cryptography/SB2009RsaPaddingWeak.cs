using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;
namespace SecureBuild.Analyzers.Cryptography;

/// <summary>RSA encryption with PKCS #1 v1.5 padding can be decrypted by whoever may ask often enough whether the padding was right (Bleichenbacher).</summary>
public sealed class SB2009RsaPaddingWeak : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB2009", Category.Cryptography, DiagnosticSeverity.Warning, cwe: [780, 327], "PW.5.1", "PW.1.3");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);
    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Reference(CheckPadding, "Pkcs1");
        on.Reference(CheckXml, "XmlEncRSA15Url");
        on.Call(CheckFlag, "Encrypt", "Decrypt");
        on.Creation(CheckFormatter, "RSAPKCS1KeyExchangeFormatter", "RSAPKCS1KeyExchangeDeformatter", "Pkcs1Encoding");
    }

    static void CheckPadding(OperationAnalysisContext context)
    {
        if (context.Operation is IPropertyReferenceOperation { Property: { IsStatic: true } property } reference && property.ContainingType.Is("System.Security.Cryptography.RSAEncryptionPadding")
            && reference.Parent is not (IBinaryOperation or INameOfOperation) && !DenyList.Has(reference))
            Report(context, reference);
    }

    // new EncryptionMethod(EncryptedXml.XmlEncRSA15Url)
    static void CheckXml(OperationAnalysisContext context)
    {
        if (context.Operation is IFieldReferenceOperation { Field: var field, Parent: not (IBinaryOperation or IConstantPatternOperation or ISingleValueCaseClauseOperation) } && field.ContainingType.Is("System.Security.Cryptography.Xml.EncryptedXml"))
            Report(context, context.Operation);
    }

    // rsa.Encrypt(data, fOAEP: false)
    static void CheckFlag(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.ContainingType.Is("System.Security.Cryptography.RSACryptoServiceProvider") && call.Arguments.For("fOAEP") is { } flag && PossibleValues.Include(flag, false))
            Report(context, flag);
    }

    static void CheckFormatter(OperationAnalysisContext context)
    {
        if (context.Operation.Type is { } type && (type.ContainingNamespace?.Name is "Cryptography" or "Encodings"))
            Report(context, context.Operation);
    }

    static void Report(OperationAnalysisContext context, IOperation place) => context.ReportDiagnostic(Diagnostic.Create(s_rule, place.Syntax.GetLocation()));
}
