using SecureBuild.Attestation;
using SecureBuild.Configuration;
using SecureBuild.Evidence;
using SecureBuild.Sbom;
using SecureBuild.Suppliers;

namespace SecureBuild;

/// <summary>
/// Who delivers what: the assembly as the project names it, the product and its supplier as <c>securebuild.json</c> does. One configuration
/// serves many projects, so the product's name never becomes the assembly's.
/// </summary>
sealed class AttestedProduct(BuildInputs inputs, ProjectConfiguration? configuration)
{
    /// <summary>For the bill of materials.</summary>
    public ProductIdentity Identity => new(
        inputs.Property("AssemblyName") ?? inputs.ArtifactName,
        inputs.Property("Version") ?? "0.0.0",
        inputs.Property("Description") is { } text && text != "Package Description" ? text : null,
        Supplier ?? OfProject("Company") ?? OfProject("Authors"),
        OfProject("Authors") ?? Supplier ?? OfProject("Company"))
    {
        SupplierSource = Supplier is null ? "project" : "product",
        CreatorSource = OfProject("Authors") is not null || Supplier is null ? "project" : "product",
        Copyright = inputs.Property("Copyright"),
        Authors = Supplier is { } supplier ? [supplier] : [],
        LicenceExpression = inputs.Property("PackageLicenseExpression"),
        Cpe = inputs.Property("SecureBuildCpe"),
        SecurityContact = SecurityContact,
        SecurityTxt = new[] { configuration?.Contacts?.DisclosurePolicy, configuration?.Contacts?.Security?.Url }
            .FirstOrDefault(address => address?.EndsWith("/security.txt", StringComparison.OrdinalIgnoreCase) == true),
        Website = inputs.Property("PackageProjectUrl"),
    };

    /// <summary>For the attestation.</summary>
    public ProductClaim Claim => new(
        configuration?.Product?.Name ?? inputs.Property("AssemblyName"),
        configuration?.Product?.Version ?? inputs.Property("Version"),
        configuration?.Supplier?.Name?.En,
        SecurityContact ?? configuration?.Supplier?.Contact?.Email ?? configuration?.Supplier?.Url)
    {
        SupplierInJapanese = configuration?.Supplier?.Name is { } name && name.Ja != name.En ? name.Ja : null,
    };

    Supplier? Supplier => configuration?.Supplier is { Name: { } name } supplier
        ? new(name.En, supplier.Url, supplier.Contact?.Email, supplier.Contact?.Name, supplier.Contact?.Phone)
        : null;

    // The SDK fills both with the assembly's name where nobody said anything.
    Supplier? OfProject(string property) =>
        inputs.Property(property) is { } name && name != inputs.Property("AssemblyName") ? new(name, PublicAddress.Of(inputs.Property("PackageProjectUrl"))) : null;

    string? SecurityContact => configuration?.Contacts?.Security switch
    {
        { Url: { } url } => url,
        { Email: { } address } => $"mailto:{address}",
        _ => null,
    };
}
