using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Cryptography;

/// <summary>
/// Recognises where a program chooses one of a family of algorithms: it creates an object of its type or of a type derived from it, calls (or refers to)
/// one of its static one-shot or factory methods, or asks a factory for it by name.
/// </summary>
sealed class AlgorithmChoice
{
    const string Namespace = "System.Security.Cryptography.";

    readonly TypeSet _types;
    readonly MethodSet _byName = new();
    readonly IReadOnlyDictionary<string, string> _names;

    AlgorithmChoice(Compilation compilation, TypeSet types, IReadOnlyDictionary<string, string> names)
    {
        _types = types;
        _names = names;
        foreach (var factory in new[] { "HashAlgorithm", "KeyedHashAlgorithm", "HMAC", "SymmetricAlgorithm" })
            _byName.Add(compilation, Namespace + factory, "Create", TakesName);
        _byName.Add(compilation, Namespace + "CryptoConfig", "CreateFromName", TakesName);
        foreach (var kind in new[] { "AsymmetricSignature", "RSAPKCS1Signature", "DSASignature" })
        {
            _byName.Add(compilation, Namespace + kind + "Formatter", "SetHashAlgorithm");
            _byName.Add(compilation, Namespace + kind + "Deformatter", "SetHashAlgorithm");
        }
        foreach (var key in new[] { "RSACryptoServiceProvider", "DSACryptoServiceProvider" })
            foreach (var method in new[] { "SignData", "VerifyData", "SignHash", "VerifyHash" })
                _byName.Add(compilation, Namespace + key, method, static method => method.Parameters.Any(static parameter => parameter is { Name: "halg" } or { Name: "str", Type.SpecialType: SpecialType.System_String }));
        _byName.Add(compilation, Namespace + "CryptoConfig", "MapNameToOID");
        _byName.Add(compilation, "System.Web.Security.FormsAuthentication", "HashPasswordForStoringInConfigFile");
    }

    /// <summary>Null when the compilation knows none of the algorithms.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="types">The algorithms' class names in System.Security.Cryptography.</param>
    /// <param name="names">The further names that .NET's factories accept for them, and the class each stands for.</param>
    public static AlgorithmChoice? Of(Compilation compilation, IReadOnlyCollection<string> types, IReadOnlyDictionary<string, string> names)
    {
        var metadataNames = new List<string>(types.Count);
        foreach (var type in types)
            metadataNames.Add(Namespace + type);
        return TypeSet.Find(compilation, [.. metadataNames]) is { } found ? new(compilation, found, names) : null;
    }

    /// <summary>The class name of the chosen algorithm, or null. Allocates nothing when it is null.</summary>
    public string? In(IOperation operation) => operation switch
    {
        IObjectCreationOperation creation => _types.BaseOf(creation.Type)?.Name,
        IInvocationOperation call => _byName.Contains(call.TargetMethod)
            ? Named(call.Arguments.For("halg") ?? call.Arguments.For("str") ?? call.Arguments.For("passwordFormat") ?? call.Arguments.At(0))
            : Chosen(call.TargetMethod) ?? DefaultOf(call.TargetMethod),
        IMethodReferenceOperation method => Chosen(method.Method),
        _ => null,
    };

    // The two questions only look at a value.
    string? Chosen(IMethodSymbol method) =>
        method.IsStatic && _types.Contains(method.ContainingType) && method.Name is not ("IsWeakKey" or "IsSemiWeakKey") ? method.ContainingType.Name : null;

    // HashAlgorithm.Create() is HashAlgorithm.Create("System.Security.Cryptography.HashAlgorithm"): SHA-1 on .NET Framework.
    string? DefaultOf(IMethodSymbol method) =>
        method is { Name: "Create", IsStatic: true, Parameters.Length: 0 } && method.ContainingType.Name is "HashAlgorithm" or "KeyedHashAlgorithm" or "HMAC" && _names.TryGetValue(method.ContainingType.ToDisplayString(), out var algorithm) ? algorithm : null;

    /// <summary>The class name of the algorithm that this name may stand for, or null.</summary>
    public string? Named(IOperation? name)
    {
        var value = PossibleValues.First(name, _names, static (candidate, names) => candidate.ConstantValue is { HasValue: true, Value: string text } && names.ContainsKey(text));
        return value is null ? null : _names[(string)value.ConstantValue.Value!];
    }

    static bool TakesName(IMethodSymbol method) => method.IsStatic && method.Parameters.Length > 0 && method.Parameters[0].Type.SpecialType == SpecialType.System_String;
}
