using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Cryptography;

/// <summary><c>HashAlgorithmName.MD5</c> and <c>SHA1</c>: a value that chooses a hash only when it is handed to something that hashes, signs or derives.</summary>
static class WeakHashName
{
    const string Name = "System.Security.Cryptography.HashAlgorithmName";

    /// <summary>
    /// The parameter's method makes use of the hash it is given. Not so: comparisons and questions (a bool result outside the framework), OAEP padding (its security does not rest
    /// on collision resistance), certificate thumbprints (a name, not a proof), PBKDF2 (SB2006 judges it).
    /// </summary>
    public static bool Accepts(IParameterSymbol? parameter)
    {
        if (parameter is null || !Is(parameter.OriginalDefinition.Type) || parameter.ContainingSymbol is not IMethodSymbol method)
            return false;
        return method.Name switch
        {
            "Equals" or "op_Equality" or "op_Inequality" or "CreateOaep" or "Pbkdf2" => false,
            "GetCertHash" or "GetCertHashString" or "TryGetCertHash" => false,
            _ when method.ContainingType.Name == "Rfc2898DeriveBytes" => false,
            _ => method.ReturnType.SpecialType != SpecialType.System_Boolean || SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, parameter.OriginalDefinition.Type.ContainingAssembly),
        };
    }

    /// <summary><c>MD5</c> or <c>SHA1</c> when the value may be one of them.</summary>
    public static string? Of(IOperation? value) => PossibleValues.First(value, false, static (candidate, _) => Named(candidate) is not null) is { } found ? Named(found) : null;

    static string? Named(IOperation value) => value switch
    {
        IPropertyReferenceOperation { Property: { IsStatic: true, Name: "MD5" or "SHA1" } property } when Is(property.ContainingType) => property.Name,
        IInvocationOperation { TargetMethod: { Name: "FromOid", IsStatic: true } method } call when Is(method.ContainingType) => OfOid(call.Arguments.At(0)),
        IObjectCreationOperation creation when Is(creation.Type) && PossibleValues.First(creation.Arguments.At(0), false, static (name, _) => name.ConstantValue is { HasValue: true, Value: "MD5" or "SHA1" }) is { } name => (string)name.ConstantValue.Value!,
        _ => null,
    };

    static string? OfOid(IOperation? oid) => oid?.ConstantValue.Value switch
    {
        "1.3.14.3.2.26" => "SHA1",
        "1.2.840.113549.2.5" => "MD5",
        _ => null,
    };

    /// <summary>The value is a HashAlgorithmName.</summary>
    public static bool Is(ITypeSymbol? type) => type.Is(Name);
}
