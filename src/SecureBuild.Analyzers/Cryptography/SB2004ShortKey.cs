using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Cryptography;

/// <summary>
/// RSA and DSA keys under 2048 bits, elliptic curves under 224 bits: less than the 112 bits of security that NIST SP 800-57 demands. DSA of any size: FIPS 186-5 took
/// it out of the standard.
/// </summary>
public sealed class SB2004ShortKey : SecurityRule
{
    const int LeastBits = 2048;
    const string Identifier = "System.Security.Cryptography.Oid";

    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB2004", Category.Cryptography, DiagnosticSeverity.Warning, cwe: [326], "PW.5.1", "PW.1.3");

    // SEC 2 and RFC 5639: names as Windows and OpenSSL know them, and object identifiers.
    static readonly HashSet<string> s_shortCurves = new(StringComparer.OrdinalIgnoreCase)
    {
        "secP112r1", "secP112r2", "secP128r1", "secP128r2", "secP160k1", "secP160r1", "secP160r2", "secP192k1", "secP192r1", "nistP192", "ECDSA_P192", "prime192v1", "prime192v2", "prime192v3", "x962P192v1",
        "x962P192v2", "x962P192v3", "sect163k1", "sect163r1", "sect163r2", "nistK163", "nistB163", "brainpoolP160r1", "brainpoolP160t1", "brainpoolP192r1", "brainpoolP192t1",
        "1.3.132.0.6", "1.3.132.0.7", "1.3.132.0.28", "1.3.132.0.29", "1.3.132.0.9", "1.3.132.0.8", "1.3.132.0.30", "1.3.132.0.31", "1.2.840.10045.3.1.1", "1.2.840.10045.3.1.2", "1.2.840.10045.3.1.3",
        "1.3.132.0.1", "1.3.132.0.2", "1.3.132.0.15", "1.3.36.3.3.2.8.1.1.1", "1.3.36.3.3.2.8.1.1.2", "1.3.36.3.3.2.8.1.1.3", "1.3.36.3.3.2.8.1.1.4",
    };

    static readonly string[] s_implementations = ["RSACryptoServiceProvider", "RSACng", "RSAOpenSsl", "DSACryptoServiceProvider", "DSACng", "DSAOpenSsl"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);

    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Creation(CheckCreation, s_implementations);
        // A class of one's own has any name.
        on.Operation(static context =>
        {
            if (((IObjectCreationOperation)context.Operation).Type is { BaseType.SpecialType: SpecialType.None } type && Array.IndexOf(s_implementations, type.Name) < 0)
                CheckCreation(context);
        }, BodyHint.OwnCryptography, OperationKind.ObjectCreation);
        on.Call(CheckCall, "Create");
        on.Set(CheckAssignment, "KeySize");
        on.Reference(CheckCurve, "brainpoolP160r1", "brainpoolP160t1", "brainpoolP192r1", "brainpoolP192t1");
        on.Call(CheckCurveName, "CreateFromFriendlyName", "CreateFromOid", "CreateFromValue");
    }

    static void CheckCreation(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (AlgorithmOf(creation.Type) is { } algorithm)
            Check(context, creation.Constructor, creation.Arguments, algorithm);
    }

    static void CheckCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.IsStatic && IsAlgorithm(call.TargetMethod.ContainingType))
            Check(context, call.TargetMethod, call.Arguments, call.TargetMethod.ContainingType);
    }

    static void CheckAssignment(OperationAnalysisContext context, Assigned assigned)
    {
        if (assigned.Target is { Property: { Name: "KeySize", Type.SpecialType: SpecialType.System_Int32 }, Instance: { } instance }
            && AlgorithmOf(instance.Type) is { } algorithm
            && PossibleValues.Below(assigned.Value, LeastBits) is { } bits)
            Report(context, assigned.Value, algorithm, bits);
    }

    static void CheckCurve(OperationAnalysisContext context)
    {
        if (context.Operation is IPropertyReferenceOperation { Property: var property } && property.ContainingType.Is("System.Security.Cryptography.ECCurve+NamedCurves"))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, context.Operation.Syntax.GetLocation(), property.Name, "brainpoolP256r1"));
    }

    static void CheckCurveName(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.ContainingType.Is("System.Security.Cryptography.ECCurve")
            && PossibleValues.First(call.Arguments.At(0), false, static (value, _) => ShortCurve(value) is not null) is { } curve)
            context.ReportDiagnostic(Diagnostic.Create(s_rule, call.Syntax.GetLocation(), ShortCurve(curve), "nistP256"));
    }

    static INamedTypeSymbol? AlgorithmOf(ITypeSymbol? type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
            if (current is INamedTypeSymbol named && IsAlgorithm(named))
                return named;
        return null;
    }

    static bool IsAlgorithm(INamedTypeSymbol type) => type.Name is "RSA" or "DSA" && (type.Is("System.Security.Cryptography.RSA") || type.Is("System.Security.Cryptography.DSA"));

    // The name itself, or an Oid made of it.
    static string? ShortCurve(IOperation value) => value switch
    {
        { ConstantValue: { HasValue: true, Value: string name } } => s_shortCurves.Contains(name) ? name : null,
        IObjectCreationOperation { Constructor: { } constructor } creation when constructor.ContainingType.Is(Identifier) => creation.Arguments.At(0) is { } name ? ShortCurve(name) : null,
        IInvocationOperation { TargetMethod: { Name: "FromOidValue" or "FromFriendlyName" } factory } call when factory.ContainingType.Is(Identifier) => call.Arguments.At(0) is { } name ? ShortCurve(name) : null,
        _ => null,
    };

    static void Check(OperationAnalysisContext context, IMethodSymbol? method, ImmutableArray<IArgumentOperation> arguments, INamedTypeSymbol algorithm)
    {
        if (method is not null && TakesSize(method, algorithm) && arguments.At(0) is { } size && PossibleValues.Below(size, LeastBits) is { } bits)
            Report(context, size, algorithm, bits);
        else if (algorithm.Name == "DSA")
            Report(context, context.Operation, algorithm, null);
    }

    // A first parameter of type int is the key's size in every constructor and factory of the framework; another implementation may mean anything by it.
    static bool TakesSize(IMethodSymbol method, INamedTypeSymbol algorithm) =>
        method.Parameters.Length > 0 && method.Parameters[0].Type.SpecialType == SpecialType.System_Int32
        && (SymbolEqualityComparer.Default.Equals(method.ContainingNamespace, algorithm.ContainingNamespace) || method.Parameters[0].Name is "keySize" or "keySizeInBits");

    // DSA has no good size: it is to be replaced, not lengthened.
    static void Report(OperationAnalysisContext context, IOperation place, INamedTypeSymbol algorithm, int? bits)
    {
        var isWithdrawn = algorithm.Name == "DSA";
        var what = bits is { } size ? algorithm.Name + " " + size.ToString(CultureInfo.InvariantCulture) : algorithm.Name;
        context.ReportDiagnostic(Diagnostic.Create(s_rule, place.Syntax.GetLocation(), isWithdrawn ? null : Rule.Replacement("3072"), what, isWithdrawn ? "ECDSA P-256" : "RSA 3072"));
    }
}
