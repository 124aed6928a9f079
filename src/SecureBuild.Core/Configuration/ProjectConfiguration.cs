using System.Collections.Immutable;
using SecureBuild.Assessment;
using SecureBuild.Licences;
using SecureBuild.Suppliers;
using SecureBuild.Vulnerabilities;

namespace SecureBuild.Configuration;

/// <summary>What people told us in <c>securebuild.json</c>. Everything is optional; nothing here is evidence.</summary>
/// <param name="Product">The product, where the project file does not say it well enough.</param>
/// <param name="Supplier">Who supplies it.</param>
/// <param name="Contacts">Whom to write to.</param>
/// <param name="Statements">Statements by named persons, in the file's order, at most one for a control.</param>
/// <param name="Sha256">Digest of the file as read, so that an artifact can name the text a statement comes from.</param>
public sealed record ProjectConfiguration(
    ProductInformation? Product, SupplierInformation? Supplier, Contacts? Contacts, ImmutableArray<PersonStatement> Statements, string Sha256)
{
    /// <summary>Which licences of packages are taken, or null where nothing is said.</summary>
    public LicencePolicy? Licences { get; init; }

    /// <summary>Suppliers of packages that the team knows better than the packages say, in the file's order.</summary>
    public ImmutableArray<RegisteredSupplier> Suppliers { get; init; } = [];

    /// <summary>Where advisories are, or null where nothing is said.</summary>
    public AdvisorySettings? Advisories { get; init; }

    /// <summary>What persons say of vulnerabilities, in the file's order.</summary>
    public ImmutableArray<Waiver> Waivers { get; init; } = [];

    /// <summary>What a build is held against: the catalogues named, or the default, with the rules by which the team is stricter.</summary>
    public ImmutableArray<AssessedCatalogue> Catalogues { get; init; } = [];

    /// <summary>For how many months a statement counts at most; the team may only shorten it.</summary>
    public int StatementMonths { get; init; } = PersonStatement.LongestMonths;

    /// <summary>Absolute paths of the team's own catalogues and rules, whether they could be read or not. A change in one of them is a change of the configuration.</summary>
    public ImmutableArray<string> CatalogueFiles { get; init; } = [];
}

/// <summary>Where advisories are.</summary>
/// <param name="Path">Folder or archive, relative to the configuration's folder or absolute; null where only the age is said.</param>
/// <param name="MaxAgeDays">Days after which they count as old, or null.</param>
public sealed record AdvisorySettings(string? Path, int? MaxAgeDays);

/// <summary>The product.</summary>
/// <param name="Name">Name as the buyer knows it, or null.</param>
/// <param name="Version">Version, or null.</param>
/// <param name="Description">One or two sentences, or null.</param>
public sealed record ProductInformation(string? Name, string? Version, string? Description);

/// <summary>The supplier.</summary>
/// <param name="Name">Legal name; where only one language is given it stands for both. Null where not given.</param>
/// <param name="Url">Web address (http or https), or null.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code of the seat, or null.</param>
/// <param name="Contact">Whom to ask about the product, or null.</param>
public sealed record SupplierInformation(Bilingual? Name, string? Url, string? Country, Contact? Contact);

/// <summary>Whom to write to.</summary>
/// <param name="Security">Where vulnerabilities are reported (SSDF RV.1.3), or null.</param>
/// <param name="Support">Where users ask, or null.</param>
/// <param name="DisclosurePolicy">Web address of the vulnerability disclosure policy, or null.</param>
public sealed record Contacts(Contact? Security, Contact? Support, string? DisclosurePolicy);

/// <summary>A person or an office. At least one member is set.</summary>
/// <param name="Name">Name, or null.</param>
/// <param name="Email">E-mail address, or null.</param>
/// <param name="Phone">Telephone number, or null.</param>
/// <param name="Url">Web address, or null.</param>
public sealed record Contact(string? Name, string? Email, string? Phone, string? Url);

/// <summary>What could be read, and every mistake found.</summary>
/// <param name="Configuration">What is good; null only where the file could not be read at all.</param>
/// <param name="Problems">SB91xx, in the file's order.</param>
public sealed record ConfigurationResult(ProjectConfiguration? Configuration, ImmutableArray<Problem> Problems);
