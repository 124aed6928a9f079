using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Secrets;
using SecureBuild.Analyzers.Symbols;
namespace SecureBuild.Analyzers.Cryptography;

/// <summary>An initialisation vector or nonce that is always the same shows equal messages, and breaks GCM and stream modes altogether.</summary>
public sealed class SB2007StaticIvOrNonce : SecurityRule
{
    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB2007", Category.Cryptography, DiagnosticSeverity.Warning, cwe: [329, 323, 1204], "PW.5.1", "PW.1.3");

    static readonly string[] s_calls = ["CreateEncryptor", "EncryptCbc", "TryEncryptCbc", "EncryptCfb", "TryEncryptCfb", "Encrypt"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);
    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Set(CheckWrite, "IV");
        on.Call(CheckCall, s_calls);
        on.Creation(CheckCreation, "ParametersWithIV", "AeadParameters");
    }

    static void CheckWrite(OperationAnalysisContext context, Assigned assigned)
    {
        if (SecretApis.Vectors.Takes(assigned.Property))
            Check(context, assigned.Value, SameObject.Value(assigned.Target, "Key"), assigned.Property.Name);
    }

    static void CheckCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        foreach (var argument in call.Arguments)
            if (argument.ArgumentKind == ArgumentKind.Explicit && SecretApis.Vectors.Takes(argument.Parameter))
                Check(context, argument.Value, call.Arguments.For("rgbKey") ?? call.Arguments.For("key") ?? KeyOf(call.Instance), argument.Parameter!.Name);
    }

    // aes.Key = key; aes.EncryptCbc(text, vector), new AesGcm(key)
    static IOperation? KeyOf(IOperation? cipher) =>
        SameObject.Owner(cipher) is not { } owner ? null
        : Body.Of(cipher!).LastValueOf(owner, "Key") is { } key ? key
        : cipher is ILocalReferenceOperation local && PossibleValues.OnlyValueOf(local) is IObjectCreationOperation creation ? creation.Arguments.For("key") : null;

    static void CheckCreation(OperationAnalysisContext context)
    {
        foreach (var argument in ((IObjectCreationOperation)context.Operation).Arguments)
            if (SecretApis.Vectors.Takes(argument.Parameter))
                Check(context, argument.Value, null, argument.Parameter!.Name);
    }

    static void Check(OperationAnalysisContext context, IOperation value, IOperation? key, string name)
    {
        if (HardCoded.In(value, SecretApis.Vectors, SecretKind.Key) is not null || IsMadeOf(value, key) || IsKeptInField(context, value, name == "nonce"))
            context.ReportDiagnostic(Diagnostic.Create(s_rule, value.Syntax.GetLocation(), name));
    }

    // CreateEncryptor(key, key.Take(16).ToArray())
    static bool IsMadeOf(IOperation value, IOperation? key)
    {
        while (key is IConversionOperation conversion)
            key = conversion.Operand;
        var symbol = key switch
        {
            ILocalReferenceOperation local => (ISymbol)local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFieldReferenceOperation field => field.Field,
            _ => null,
        };
        return ValueOrigin.Has(value, part => part switch
        {
            ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, symbol),
            IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, symbol),
            IFieldReferenceOperation field => SymbolEqualityComparer.Default.Equals(field.Field, symbol),
            IPropertyReferenceOperation { Property.Name: "Key" } property => property.Property.ContainingType.IsOrInherits("System.Security.Cryptography.SymmetricAlgorithm"),
            _ => false,
        });
    }

    // Made once, used for every message that the method is given. An array that is also passed on may be filled there.
    // An object's own random vector may be for one message; the nonce of a counter mode must never come twice.
    static bool IsKeptInField(OperationAnalysisContext context, IOperation value, bool isNonce)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        if (value is not IFieldReferenceOperation { Field: { IsReadOnly: true, Type: IArrayTypeSymbol } field } reference || context.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method
            || !field.IsStatic && (!isNonce || !method.Parameters.Any(static parameter => IsMessage(parameter.Type))))
            return false;
        foreach (var other in Body.Of(reference).Mentions(field))
            if (MayChange(other))
                return false;
        return true;
    }

    static bool IsMessage(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String || type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } || type.Name is "ReadOnlySpan" or "ReadOnlyMemory" or "Stream";

    static bool MayChange(IOperation use)
    {
        var parent = use.Parent;
        while (parent is IConversionOperation)
            parent = parent.Parent;
        return parent switch
        {
            IArgumentOperation argument => !SecretApis.Vectors.Takes(argument.Parameter) && argument.Parent is IInvocationOperation { TargetMethod: { Name: not ("Write" or "CopyTo" or "BlockCopy" or "Concat" or "ToArray") } },
            IArrayElementReferenceOperation => true,
            _ => false,
        };
    }
}
