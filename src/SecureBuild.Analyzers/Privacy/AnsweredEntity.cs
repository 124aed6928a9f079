using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Secrets;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Privacy;

/// <summary>An object with a password's hash, or one of the database with all that the table has, on its way to the client; a password on its way into the database.</summary>
static class AnsweredEntity
{
    /// <summary>The password or its hash in what is answered; null when it has none, or only what somebody typed.</summary>
    public static string? SecretMember(IOperation answer, RuleRegistration on)
    {
        while (answer is IConversionOperation conversion)
            answer = conversion.Operand;
        if (One(answer.Type) is not INamedTypeSymbol { TypeKind: TypeKind.Class } type || answer is IObjectCreationOperation)
            return null;
        if (type.IsOrInherits("Microsoft.AspNetCore.Identity.IdentityUser"))
            return type.Name + ".PasswordHash";
        var isEntity = on.Web.Value.IsEntity(type.Name);
        for (var current = type; current is { SpecialType: SpecialType.None, DeclaringSyntaxReferences.Length: > 0 }; current = current.BaseType)
            foreach (var member in current.GetMembers())
                if (member is IPropertySymbol { DeclaredAccessibility: Accessibility.Public, IsStatic: false, GetMethod: not null } property && (property.Name is "PasswordHash" or "HashedPassword" or "PasswordSalt" || isEntity && property.Name == "Password")
                    && !member.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name.IndexOf("Ignore", StringComparison.Ordinal) >= 0))
                    return type.Name + "." + member.Name;
        return null;
    }

    /// <summary>The value is a parameter, or a member of one, that is called a password: nothing has been done to it.</summary>
    public static bool IsTyped(IOperation value) => value switch
    {
        IConversionOperation conversion => IsTyped(conversion.Operand),
        IParameterReferenceOperation { Parameter.Name: var name } => IsPassword(name),
        IPropertyReferenceOperation { Property.Name: var name, Instance: IParameterReferenceOperation } => IsPassword(name),
        _ => false,
    };

    static bool IsPassword(string name) => SecretNames.KindOf(name) == SecretKind.Password;

    // List<User>, User[]
    static ITypeSymbol? One(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: { Length: 1 } of, Name: "List" or "IEnumerable" or "IReadOnlyList" or "IList" or "ICollection" or "IQueryable" } => of[0],
        _ => type,
    };
}
