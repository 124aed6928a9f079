using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Symbols;
namespace SecureBuild.Analyzers.Cryptography;

/// <summary>Lists the algorithms that a program uses, with key size where the code says it, and what quantum computers mean for them. Off unless asked for.</summary>
public sealed class SB2301CryptographyInventory : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB2301", Category.Cryptography, DiagnosticSeverity.Info, cwe: [327], isEnabledByDefault: false, "PS.3.2", "PW.4.4");

    static readonly string[] s_calls =
    [
        "Create", "HashData", "HashDataAsync", "TryHashData", "Pbkdf2", "DeriveKey", "Extract", "Expand", "GenerateKey", "ImportFromPem", "ImportEncapsulationKey", "ImportPrivateKey", "ImportSubjectPublicKeyInfo",
        "GetRSAPrivateKey", "GetRSAPublicKey", "GetECDsaPrivateKey", "GetECDsaPublicKey", "GetECDiffieHellmanPrivateKey", "GetECDiffieHellmanPublicKey", "GetDSAPrivateKey", "GetDSAPublicKey",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);
    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Call(CheckCall, s_calls);
        on.Creation(CheckCreation, CryptographicAlgorithm.Classes);
    }

    static void CheckCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        var method = call.TargetMethod;
        var name = method.ContainingType.Name.EndsWith("CertificateExtensions", StringComparison.Ordinal) ? method.Name.Substring(3).Replace("PrivateKey", "").Replace("PublicKey", "") : method.ContainingType.Name;
        if (method.IsStatic && CryptographicAlgorithm.Of(name) is { } algorithm && IsCryptography(method.ContainingType))
            Report(context, algorithm, call.Arguments);
    }

    static void CheckCreation(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (creation.Type is { } type && CryptographicAlgorithm.Of(type.Name) is { } algorithm && IsCryptography(type))
            Report(context, algorithm, creation.Arguments);
    }

    static void Report(OperationAnalysisContext context, CryptographicAlgorithm algorithm, ImmutableArray<IArgumentOperation> arguments)
    {
        if (!OffByDefault.IsOn(context.Compilation, context.Operation.Syntax.SyntaxTree, s_rule, context.CancellationToken))
            return;
        var size = (arguments.For("keySizeInBits") ?? arguments.For("keySize") ?? arguments.For("dwKeySize"))?.ConstantValue is { HasValue: true, Value: int and > 0 and var bits } ? bits.ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
        var name = size is null ? algorithm.Name : algorithm.Name + "-" + size;
        var properties = ImmutableDictionary<string, string?>.Empty.Add("Algorithm", algorithm.Name).Add("Primitive", algorithm.Primitive).Add("KeySize", size).Add("Quantum", algorithm.Quantum);
        context.ReportDiagnostic(Diagnostic.Create(s_rule, context.Operation.Syntax.GetLocation(), properties, name, algorithm.Primitive, algorithm.Quantum));
    }

    static bool IsCryptography(ITypeSymbol type) =>
        type.ContainingNamespace is { Name: "Cryptography" or "X509Certificates" } space && (space.Name == "X509Certificates" ? space.ContainingNamespace : space) is { Name: "Cryptography", ContainingNamespace: { Name: "Security", ContainingNamespace.Name: "System" } };
}
