using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Cryptography;

/// <summary>
/// Recognises where a program chooses one of a family of algorithms: it creates an object of its type or of a type derived from it, calls (or refers to)
/// one of its static one-shot or factory methods, or asks a factory for it by name.
/// </summary>
sealed class AlgorithmChoice
{
    const string Namespace = "System.Security.Cryptography";

    static readonly string[] s_oneShots = ["Create", "HashData", "HashDataAsync", "TryHashData"];
    static readonly string[] s_factories = ["Create", "CreateFromName", "MapNameToOID", "SetHashAlgorithm", "SignData", "VerifyData", "SignHash", "VerifyHash", "HashPasswordForStoringInConfigFile"];

    readonly HashSet<string> _types;
    readonly string[] _implementations;
    readonly IReadOnlyDictionary<string, string> _names;

    /// <param name="types">The algorithms' class names in System.Security.Cryptography.</param>
    /// <param name="implementations">The class names of the framework's implementations, and of those algorithms that are implementations themselves.</param>
    /// <param name="names">The further names that .NET's factories accept for them, and the class each stands for.</param>
    public AlgorithmChoice(string[] types, string[] implementations, IReadOnlyDictionary<string, string> names)
    {
        _types = new(types, StringComparer.Ordinal);
        _implementations = implementations;
        _names = names;
    }

    /// <summary>Listens for everything that <see cref="In"/> recognises.</summary>
    public void Register(RuleRegistration on, Action<OperationAnalysisContext> check)
    {
        on.Creation(check, _implementations);
        on.Call(check, s_oneShots);
        on.Call(check, s_factories.Where(static name => name != "Create").ToArray());
        on.MethodReference(check, s_oneShots);
        // A class of one's own has any name, and so has what makes an object of its type argument.
        on.Operation(context =>
        {
            if (Made(context.Operation) is not null)
                check(context);
        }, BodyHint.OwnCryptography, OperationKind.Invocation);
        on.Operation(context =>
        {
            if (Made(context.Operation) is not null)
                check(context);
            else if (((IObjectCreationOperation)context.Operation).Type is { BaseType: { SpecialType: SpecialType.None } parent } type && AlgorithmOf(parent) is not null && Array.IndexOf(_implementations, type.Name) < 0)
                check(context);
        }, BodyHint.OwnCryptography, OperationKind.ObjectCreation);
    }

    /// <summary>The class name of the chosen algorithm, or null.</summary>
    public string? In(IOperation operation) => operation switch
    {
        IObjectCreationOperation creation => AlgorithmOf(creation.Type) ?? Made(creation),
        IInvocationOperation call => IsByName(call.TargetMethod)
            ? Named(call.Arguments.For("halg") ?? call.Arguments.For("str") ?? call.Arguments.For("passwordFormat") ?? call.Arguments.At(0))
            : Chosen(call.TargetMethod) ?? DefaultOf(call.TargetMethod) ?? Made(call),
        IMethodReferenceOperation method => Chosen(method.Method),
        _ => null,
    };

    /// <summary>The type's nearest base class, or itself, that is one of the algorithms.</summary>
    string? AlgorithmOf(ITypeSymbol? type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
            if (IsAlgorithm(current))
                return current.Name;
        return null;
    }

    /// <summary><c>new Sealing&lt;DESCryptoServiceProvider&gt;()</c>, <c>Create&lt;MD5CryptoServiceProvider&gt;()</c>, <c>AddTransient&lt;HashAlgorithm, SHA1Managed&gt;()</c>.</summary>
    string? Made(IOperation operation)
    {
        var (parameters, arguments) = operation switch
        {
            IObjectCreationOperation { Type: INamedTypeSymbol { IsGenericType: true } type } => (type.TypeParameters, type.TypeArguments),
            IInvocationOperation { TargetMethod: { IsGenericMethod: true } method } => (method.TypeParameters, method.TypeArguments),
            _ => default,
        };
        if (arguments.IsDefaultOrEmpty)
            return null;
        for (var i = 0; i < arguments.Length; i++)
            if ((parameters[i].HasConstructorConstraint || parameters[i].Name == "TImplementation") && AlgorithmOf(arguments[i]) is { } algorithm)
                return algorithm;
        return null;
    }

    bool IsAlgorithm(ITypeSymbol type) => _types.Contains(type.Name) && IsCryptography(type);

    string? Chosen(IMethodSymbol method) => method.IsStatic && Array.IndexOf(s_oneShots, method.Name) >= 0 && IsAlgorithm(method.ContainingType) ? method.ContainingType.Name : null;

    // HashAlgorithm.Create() is HashAlgorithm.Create("System.Security.Cryptography.HashAlgorithm"): SHA-1 on .NET Framework.
    string? DefaultOf(IMethodSymbol method) =>
        method is { Name: "Create", IsStatic: true, Parameters.Length: 0, ContainingType.Name: "HashAlgorithm" or "KeyedHashAlgorithm" or "HMAC" } && IsCryptography(method.ContainingType)
            && _names.TryGetValue(Namespace + "." + method.ContainingType.Name, out var algorithm) ? algorithm : null;

    /// <summary>The class name of the algorithm that this name may stand for, or null.</summary>
    public string? Named(IOperation? name)
    {
        var value = PossibleValues.First(name, _names, static (candidate, names) => candidate.ConstantValue is { HasValue: true, Value: string text } && names.ContainsKey(text));
        return value is null ? null : _names[(string)value.ConstantValue.Value!];
    }

    static bool IsByName(IMethodSymbol method) => method.Name switch
    {
        "Create" => method.IsStatic && TakesName(method) && method.ContainingType.Name is "HashAlgorithm" or "KeyedHashAlgorithm" or "HMAC" or "SymmetricAlgorithm" && IsCryptography(method.ContainingType),
        "CreateFromName" or "MapNameToOID" => method.IsStatic && TakesName(method) && method.ContainingType.Name == "CryptoConfig" && IsCryptography(method.ContainingType),
        "SetHashAlgorithm" => (method.ContainingType.Name.EndsWith("Formatter", StringComparison.Ordinal) || method.ContainingType.Name.EndsWith("Deformatter", StringComparison.Ordinal)) && IsCryptography(method.ContainingType),
        "SignData" or "VerifyData" or "SignHash" or "VerifyHash" => method.ContainingType.Name is "RSACryptoServiceProvider" or "DSACryptoServiceProvider" && IsCryptography(method.ContainingType)
            && method.Parameters.Any(static parameter => parameter is { Name: "halg" } or { Name: "str", Type.SpecialType: SpecialType.System_String }),
        "HashPasswordForStoringInConfigFile" => method.ContainingType.Is("System.Web.Security.FormsAuthentication"),
        _ => false,
    };

    static bool TakesName(IMethodSymbol method) => method.Parameters.Length > 0 && method.Parameters[0].Type.SpecialType == SpecialType.System_String;

    static bool IsCryptography(ITypeSymbol type) => type.ContainingType is null && type.ContainingNamespace is { Name: "Cryptography", ContainingNamespace: { Name: "Security", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };
}
