using System.Collections.Immutable;
using SecureBuild.Evidence;
using SecureBuild.Licences;

namespace SecureBuild.Sbom;

/// <summary>What the document is about: the product as this build delivers it, with its files inside.</summary>
static class RootComponent
{
    /// <summary>The root component.</summary>
    public static Component Of(BuildInputs inputs, ProductIdentity product, string bomRef, ImmutableArray<Component> files)
    {
        var licence = DeclaredLicence.Stated(product.LicenceExpression ?? inputs.Property("PackageLicenseExpression"));
        return new(inputs.Property("OutputType") is "Exe" or "WinExe" or "AppContainerExe" ? "application" : "library", bomRef, product.Name)
        {
            Version = product.Version,
            Description = product.Description,
            Supplier = Contacts.Entity(product.Supplier),
            Manufacturer = Contacts.Entity(product.Manufacturer),
            Licenses = licence.Choices,
            Copyright = product.Copyright,
            Cpe = product.Cpe,
            Purl = Purl(inputs, product),
            ExternalReferences = References(inputs, product),
            Components = files,
            Properties = Properties(inputs, product, licence),
        };
    }

    // The SDK calls every library and program packable. Only what really is packed is a NuGet package: 'dotnet pack' names it so, and a build that packs.
    // Any other name of ours in a registry's name space would be somebody else's to take.
    static string Purl(BuildInputs inputs, ProductIdentity product) =>
        inputs.Flag("IsPackable") == true && inputs.Flag("GeneratePackageOnBuild") == true && (inputs.Property("PackageId") ?? inputs.Property("AssemblyName")) is { } id
            ? PackageUrl.NuGet(id, inputs.Property("PackageVersion") ?? product.Version)
            : PackageUrl.Generic(product.Name, product.Version);

    static ImmutableArray<ExternalReference> References(BuildInputs inputs, ProductIdentity product)
    {
        var references = ImmutableArray.CreateBuilder<ExternalReference>();
        if (product.SecurityContact is { } contact && Uri.TryCreate(contact.Contains('@', StringComparison.Ordinal) && !contact.Contains(':', StringComparison.Ordinal)
                ? "mailto:" + contact : contact, UriKind.Absolute, out var address))
            references.Add(new("security-contact", address.AbsoluteUri));
        if (product.SecurityTxt is { } file)
            references.Add(new("rfc-9116", file));
        if (SourceCode.Reference(inputs.Git?.RemoteUrl, "git", inputs.Git?.Commit) is { } source)
            references.Add(source);
        if (PublicAddress.Of(product.Website) is { } website)
            references.Add(new("website", website));
        return references.ToImmutable();
    }

    static ImmutableArray<Property> Properties(BuildInputs inputs, ProductIdentity product, DeclaredLicence licence)
    {
        var properties = ImmutableArray.CreateBuilder<Property>();
        foreach (var (name, value) in new[]
        {
            (Names.BuildConfiguration, inputs.Property("Configuration")),
            (Names.BuildProject, RepositoryPath.Of(inputs.ProjectFile, inputs.RepositoryRoot)),
            (Names.BuildRuntimeIdentifier, inputs.Property("RuntimeIdentifier")),
            (Names.BuildTargetFramework, inputs.Property("TargetFramework")),
            (Names.BuildTestProject, inputs.Flag("IsTestProject") == true ? "true" : null),
            (Names.Creator, product.Manufacturer is null ? null : product.CreatorSource),
            (Names.Licence, licence.Source),
            (Names.LicenceConcluded, licence.Ground),
            (Names.Supplier, product.Supplier is null ? "unknown:none-declared" : product.SupplierSource),
        })
            if (value is not null)
                properties.Add(new(name, value));
        return properties.ToImmutable();
    }
}
