using System.Collections.Frozen;

namespace SecureBuild.Configuration;

/// <summary>Which members each object may have. <c>securebuild.schema.json</c> says the same to editors; a test compares them.</summary>
static class ConfigurationMembers
{
    public const string Root = "root", Product = "product", Supplier = "supplier", Name = "name", Contacts = "contacts", Contact = "contact",
        Statement = "statement", Person = "person", Licences = "licences", RegisteredSupplier = "registeredSupplier",
        Advisories = "advisories", Waiver = "waiver";

    public static FrozenDictionary<string, string[]> Of { get; } = new Dictionary<string, string[]>
    {
        [Root] = ["$schema", "product", "supplier", "contacts", "licences", "suppliers", "advisories", "waivers", "catalogues", "rules", "statementMonths", "statements"],
        [Product] = ["name", "version", "description"],
        [Supplier] = ["name", "url", "country", "contact"],
        [Name] = ["en", "ja"],
        [Contacts] = ["security", "support", "disclosurePolicy"],
        [Contact] = ["name", "email", "phone", "url"],
        [Statement] = ["control", "status", "by", "date", "expires", "reference", "referenceSha256", "note"],
        [Person] = ["name", "role"],
        [Licences] = ["allow", "review", "deny"],
        [RegisteredSupplier] = ["packages", "name", "url", "email"],
        [Advisories] = ["path", "maxAgeDays"],
        [Waiver] = ["advisory", "package", "versions", "project", "status", "justification", "action", "owner", "reason", "date", "expires"],
    }.ToFrozenDictionary();
}
