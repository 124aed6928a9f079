using SecureBuild.Sbom;

namespace SecureBuild.Suppliers;

/// <summary>Who stands behind a package, by its own word (<c>authors</c> and <c>projectUrl</c> of the nuspec): NuGet has no contact data.</summary>
/// <param name="Entity">The entity, or null where nothing is said.</param>
/// <param name="Source"><c>nuspec-authors</c> (self-declared), or <c>unknown:…</c>.</param>
sealed record PackageSupplier(OrganizationalEntity? Entity, string Source)
{
    /// <summary>The supplier in a nuspec; null where there was no nuspec to read.</summary>
    public static PackageSupplier Of(Nuspec? nuspec) => nuspec switch
    {
        null => new(null, "unknown:no-package-metadata"),
        { Authors: null } => new(null, "unknown:none-declared"),
        _ => new(new(nuspec.Authors) { Url = PublicAddress.Of(nuspec.ProjectUrl) is { } url ? [url] : [] }, "nuspec-authors"),
    };
}
