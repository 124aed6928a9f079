using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecureBuild.Analyzers.Injection;

/// <summary>Members that say whose a record is.</summary>
static class Owners
{
    static readonly HashSet<string> s_names = new(StringComparer.OrdinalIgnoreCase)
    {
        "UserId", "OwnerId", "CustomerId", "AccountId", "TenantId", "PatientId", "EmployeeId", "MemberId", "HolderId", "AccountHolderId", "ApplicationUserId", "AppUserId", "CreatedById", "CreatedByUserId", "OwnerUserId", "RecipientId", "ReceiverId", "SenderId", "StudentId",
        "ClientId", "BuyerId", "ProfileId", "OrganizationId", "OrganisationId", "CompanyId", "BelongsTo", "OwnedBy", "Owner", "OwnerName", "OwnerEmail", "UserName", "CreatedBy", "UserEmail", "PersonId", "SubscriberId", "CardholderId", "User", "Customer", "Tenant", "SubjectId", "OwnerSub",
    };

    /// <summary>The type of a record that belongs to somebody.</summary>
    public static bool Has(ITypeSymbol? type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None, DeclaringSyntaxReferences.Length: > 0 }; current = current.BaseType)
            foreach (var member in current.GetMembers())
                if (member is IPropertySymbol { IsStatic: false } or IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false } && IsOwnerName(member.Name) && !IsPublicThing(type!.Name))
                    return true;
        return false;
    }

    /// <summary>The value is such a member of a record.</summary>
    public static bool IsOwner(IOperation value)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return value is IPropertyReferenceOperation { Property: { DeclaringSyntaxReferences.Length: > 0 } property } && IsOwnerName(property.Name);
    }

    /// <summary>A name of an owner.</summary>
    public static bool IsOwnerName(string name) => s_names.Contains(name);

    // What is written to be read by everybody has an author, but no secret.
    static bool IsPublicThing(string type) =>
        type.EndsWith("Post", StringComparison.Ordinal) || type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("Comment", StringComparison.Ordinal) || type.EndsWith("Review", StringComparison.Ordinal) || type.EndsWith("Product", StringComparison.Ordinal)
        || type.EndsWith("Blog", StringComparison.Ordinal) || type.EndsWith("Country", StringComparison.Ordinal) || type.EndsWith("Category", StringComparison.Ordinal);
}
