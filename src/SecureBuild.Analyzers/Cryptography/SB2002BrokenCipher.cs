using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Cryptography;

/// <summary>DES, Triple DES and RC2: keys or blocks too short. What calls itself encryption and is none.</summary>
public sealed class SB2002BrokenCipher : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB2002", Category.Cryptography, DiagnosticSeverity.Warning, cwe: [327], "PW.5.1", "PW.1.3");

    // https://learn.microsoft.com/dotnet/api/system.security.cryptography.cryptoconfig: names are compared without case.
    static readonly Dictionary<string, string> s_names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["DES"] = "DES",
        ["System.Security.Cryptography.DES"] = "DES",
        ["System.Security.Cryptography.DESCryptoServiceProvider"] = "DES",
        ["http://www.w3.org/2001/04/xmlenc#des-cbc"] = "DES",
        ["3DES"] = "TripleDES",
        ["TripleDES"] = "TripleDES",
        ["Triple DES"] = "TripleDES",
        ["System.Security.Cryptography.TripleDES"] = "TripleDES",
        ["System.Security.Cryptography.TripleDESCng"] = "TripleDES",
        ["System.Security.Cryptography.TripleDESCryptoServiceProvider"] = "TripleDES",
        ["http://www.w3.org/2001/04/xmlenc#tripledes-cbc"] = "TripleDES",
        ["http://www.w3.org/2001/04/xmlenc#kw-tripledes"] = "TripleDES",
        ["RC2"] = "RC2",
        ["System.Security.Cryptography.RC2"] = "RC2",
        ["System.Security.Cryptography.RC2CryptoServiceProvider"] = "RC2",
        ["MACTripleDES"] = "MACTripleDES",
        ["System.Security.Cryptography.MACTripleDES"] = "MACTripleDES",
    };

    static readonly AlgorithmChoice s_choice = new(
        ["DES", "TripleDES", "RC2", "MACTripleDES"],
        ["DESCryptoServiceProvider", "TripleDESCryptoServiceProvider", "TripleDESCng", "RC2CryptoServiceProvider", "MACTripleDES"],
        s_names);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        s_choice.Register(on, Check);
        on.Symbol(CheckOwn, SymbolKind.NamedType);
        on.Reference(CheckXml, "XmlEncDESUrl", "XmlEncTripleDESUrl", "XmlEncTripleDESKeyWrapUrl");
    }

    // new EncryptionMethod(EncryptedXml.XmlEncTripleDESUrl); a comparison only asks what somebody else chose.
    static void CheckXml(OperationAnalysisContext context)
    {
        if (context.Operation is IFieldReferenceOperation { Field: var field, Parent: not (IBinaryOperation or IConstantPatternOperation or ISingleValueCaseClauseOperation) } && field.ContainingType.Is("System.Security.Cryptography.Xml.EncryptedXml"))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, context.Operation.Syntax.GetLocation(), field.Name == "XmlEncDESUrl" ? "DES" : "TripleDES"));
    }

    static void CheckOwn(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        // The names are known without the members themselves.
        foreach (var name in type.MemberNames)
            if (OwnCipher.IsPromisedBy(name))
                foreach (var member in type.GetMembers(name))
                    if (member is IMethodSymbol method && OwnCipher.In(method, context.CancellationToken) is { } own)
                        context.ReportDiagnostic(Diagnostic.Create(s_rule, own.Place.GetLocation(), own.Name));
    }

    static void Check(OperationAnalysisContext context)
    {
        if (s_choice.In(context.Operation) is { } cipher)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, context.Operation.Syntax.GetLocation(), cipher));
    }
}
