using SecureBuild.Suppliers;

namespace SecureBuild.Sbom;

/// <summary>Our suppliers as CycloneDX entities.</summary>
static class Contacts
{
    /// <summary>An organisation with its site and contact.</summary>
    public static OrganizationalEntity? Entity(Supplier? supplier) => supplier is null ? null : new(supplier.Name)
    {
        Url = Uri.TryCreate(supplier.Url, UriKind.Absolute, out var url) ? [url.AbsoluteUri] : [],
        Contact = supplier is { Email: null, Contact: null, Phone: null } ? [] : [new(supplier.Contact, Email(supplier), supplier.Phone)],
    };

    /// <summary>A person or desk.</summary>
    public static OrganizationalContact Person(Supplier author) => new(author.Contact ?? author.Name, Email(author), author.Phone);

    // The configuration's reader tells the user about an address that is none; here it only must not make the document invalid.
    static string? Email(Supplier supplier) =>
        supplier.Email is { } email && email.IndexOf('@') is > 0 and var at && at < email.Length - 1 && !email.Any(char.IsWhiteSpace) ? email : null;
}
