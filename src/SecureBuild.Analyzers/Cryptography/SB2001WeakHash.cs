using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Cryptography;

/// <summary>MD5, SHA-1 and RIPEMD-160 no longer protect anything.</summary>
public sealed class SB2001WeakHash : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB2001", Category.Cryptography, DiagnosticSeverity.Warning, cwe: [328, 327], "PW.5.1", "PW.1.3");

    // https://learn.microsoft.com/dotnet/api/system.security.cryptography.cryptoconfig: names are compared without case.
    static readonly Dictionary<string, string> s_names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["MD5"] = "MD5",
        ["System.Security.Cryptography.MD5"] = "MD5",
        ["System.Security.Cryptography.MD5CryptoServiceProvider"] = "MD5",
        ["http://www.w3.org/2001/04/xmldsig-more#md5"] = "MD5",
        ["SHA"] = "SHA1",
        ["SHA1"] = "SHA1",
        ["SHA-1"] = "SHA1",
        ["System.Security.Cryptography.HashAlgorithm"] = "SHA1",
        ["System.Security.Cryptography.SHA1"] = "SHA1",
        ["System.Security.Cryptography.SHA1Cng"] = "SHA1",
        ["System.Security.Cryptography.SHA1CryptoServiceProvider"] = "SHA1",
        ["System.Security.Cryptography.SHA1Managed"] = "SHA1",
        ["http://www.w3.org/2000/09/xmldsig#sha1"] = "SHA1",
        ["1.3.14.3.2.26"] = "SHA1",
        ["1.2.840.113549.2.5"] = "MD5",
        ["RIPEMD160"] = "RIPEMD160",
        ["RIPEMD-160"] = "RIPEMD160",
        ["System.Security.Cryptography.RIPEMD160"] = "RIPEMD160",
        ["System.Security.Cryptography.RIPEMD160Managed"] = "RIPEMD160",
        ["HMACMD5"] = "HMACMD5",
        ["System.Security.Cryptography.HMACMD5"] = "HMACMD5",
        ["http://www.w3.org/2001/04/xmldsig-more#hmac-md5"] = "HMACMD5",
        ["HMACSHA1"] = "HMACSHA1",
        ["System.Security.Cryptography.HMAC"] = "HMACSHA1",
        ["System.Security.Cryptography.KeyedHashAlgorithm"] = "HMACSHA1",
        ["System.Security.Cryptography.HMACSHA1"] = "HMACSHA1",
        ["http://www.w3.org/2000/09/xmldsig#hmac-sha1"] = "HMACSHA1",
        ["HMACRIPEMD160"] = "HMACRIPEMD160",
        ["System.Security.Cryptography.HMACRIPEMD160"] = "HMACRIPEMD160",
        ["http://www.w3.org/2001/04/xmldsig-more#hmac-ripemd160"] = "HMACRIPEMD160",
    };

    // XML Signature's identifiers, as SignedXml, SAML and WS-Security libraries take them.
    static readonly Dictionary<string, string> s_xmlMethods = new(StringComparer.Ordinal)
    {
        ["http://www.w3.org/2000/09/xmldsig#sha1"] = "SHA1",
        ["http://www.w3.org/2000/09/xmldsig#rsa-sha1"] = "SHA1",
        ["http://www.w3.org/2000/09/xmldsig#dsa-sha1"] = "SHA1",
        ["http://www.w3.org/2000/09/xmldsig#hmac-sha1"] = "HMACSHA1",
        ["http://www.w3.org/2001/04/xmldsig-more#md5"] = "MD5",
        ["http://www.w3.org/2001/04/xmldsig-more#rsa-md5"] = "MD5",
        ["http://www.w3.org/2001/04/xmldsig-more#hmac-md5"] = "HMACMD5",
        ["http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1"] = "SHA1",
    };

    static readonly AlgorithmChoice s_choice = new(
        ["MD5", "SHA1", "RIPEMD160", "HMACMD5", "HMACSHA1", "HMACRIPEMD160"],
        ["MD5CryptoServiceProvider", "MD5Cng", "SHA1CryptoServiceProvider", "SHA1Cng", "SHA1Managed", "RIPEMD160Managed", "HMACMD5", "HMACSHA1", "HMACRIPEMD160"],
        s_names);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        s_choice.Register(on, Check);
        on.ArgumentOfType(CheckArgument, "HashAlgorithmName");
        on.WriteOfType(CheckAssignment, "HashAlgorithmName", "Oid", "String");
        on.Reference(CheckAnswer, "MD5", "SHA1");
        on.Creation(CheckCredentials, "SigningCredentials", "X509SigningCredentials", "X509CertificateSigningCredentials", "RsaSigningCredentials");
    }

    static void Check(OperationAnalysisContext context)
    {
        if (s_choice.In(context.Operation) is { } hash)
            Report(context, context.Operation, hash);
    }

    static void CheckArgument(OperationAnalysisContext context)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (WeakHashName.Accepts(argument.Parameter) && WeakHashName.Of(argument.Value) is { } hash)
            Report(context, argument.Value, hash);
    }

    // protected override HashAlgorithmName Algorithm => HashAlgorithmName.SHA1: whoever asks makes use of it.
    static void CheckAnswer(OperationAnalysisContext context)
    {
        if (context.Operation is IPropertyReferenceOperation { Parent: IReturnOperation } && context.ContainingSymbol is IMethodSymbol { IsOverride: true, ReturnType: var answer } && WeakHashName.Is(answer) && WeakHashName.Of(context.Operation) is { } hash)
            Report(context, context.Operation, hash);
    }

    static void CheckCredentials(OperationAnalysisContext context)
    {
        foreach (var argument in ((IObjectCreationOperation)context.Operation).Arguments)
            if (argument.Parameter?.Type.SpecialType == SpecialType.System_String && InXml(argument.Value) is { } hash)
                Report(context, argument.Value, hash);
    }

    // options.Hash = HashAlgorithmName.SHA1, reference.DigestMethod = "…#sha1", signer.DigestAlgorithm = new Oid("1.3.14.3.2.26").
    static void CheckAssignment(OperationAnalysisContext context)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (assignment is ICompoundAssignmentOperation || assignment.Target is not (IPropertyReferenceOperation { Property.IsIndexer: false } or IFieldReferenceOperation) || assignment.Target.Type is not { } type)
            return;
        var hash = type.SpecialType == SpecialType.System_String ? InXml(assignment.Value)
            : WeakHashName.Is(type) ? WeakHashName.Of(assignment.Value)
            : assignment.Target is IPropertyReferenceOperation { Property: { Name: "DigestAlgorithm", Type.Name: "Oid" } } ? s_choice.Named(Identifier(assignment.Value))
            : null;
        if (hash is not null)
            Report(context, assignment.Value, hash);
    }

    static string? InXml(IOperation value) => value.ConstantValue is { HasValue: true, Value: string uri } && s_xmlMethods.TryGetValue(uri, out var hash) ? hash : null;

    static IOperation? Identifier(IOperation value) => value is IObjectCreationOperation creation ? creation.Arguments.At(0) : null;

    static void Report(OperationAnalysisContext context, IOperation place, string hash)
    {
        if (HarmlessHash.Is(place, context.ContainingSymbol))
            return;
        var better = hash.StartsWith("HMAC", StringComparison.Ordinal) ? "HMACSHA256" : "SHA256";
        context.ReportDiagnostic(Diagnostic.Create(s_rule, place.Syntax.GetLocation(), Rule.Replacement(better), hash, better));
    }
}
