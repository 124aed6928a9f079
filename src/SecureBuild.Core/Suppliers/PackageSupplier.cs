using System.Collections.Immutable;
using SecureBuild.Sbom;

namespace SecureBuild.Suppliers;

/// <summary>
/// Who stands behind a package: by the certificate of its author's signature where that fits the package, otherwise by its own word (<c>authors</c> and
/// <c>projectUrl</c> of the nuspec). NuGet has no contact data.
/// </summary>
/// <param name="Entity">Who delivers it, or null where nothing is said.</param>
/// <param name="Manufacturer">Who made it, by the package's own word; null where nothing is said.</param>
/// <param name="Source"><c>author-signature</c>, <c>nuspec-authors</c> (self-declared), or <c>unknown:…</c>.</param>
sealed record PackageSupplier(OrganizationalEntity? Entity, OrganizationalEntity? Manufacturer, string Source)
{
    /// <summary>The supplier of a package.</summary>
    /// <param name="nuspec">What it says of itself, or null.</param>
    /// <param name="signature">Its signature, or null.</param>
    /// <param name="content"><see cref="SignedContent"/>.</param>
    public static PackageSupplier Of(Nuspec? nuspec, PackageSignature? signature, string? content)
    {
        ImmutableArray<string> url = nuspec?.Website is { } address ? [address] : [];
        // The maker's page, or where the sources are: a way to reach somebody.
        var maker = nuspec?.Authors is { } authors ? new OrganizationalEntity(authors) { Url = url.IsEmpty && nuspec.SourceAddress is { } sources ? [sources] : url } : null;
        // A repository signs what others publish: its certificate names no supplier.
        if (signature is { State: "author", Signer: { } signer } && (signer.Organization ?? signer.CommonName) is { } name && content == "matches")
            return new(new(name) { Url = url }, maker, "author-signature");
        return maker is not null ? new(maker, maker, "nuspec-authors") : new(null, null, nuspec is null ? "unknown:no-package-metadata" : "unknown:none-declared");
    }

    /// <summary>Whether the package is the one that was signed: <c>matches</c>, <c>differs</c>, <c>unknown:no-package-file</c>; null without a valid signature.</summary>
    public static string? SignedContent(PackageSignature? signature, PackageDigests digests) => signature is not { IsValid: true } ? null
        : digests.File is null ? "unknown:no-package-file"
        : digests.Content == signature.ContentDigest ? "matches" : "differs";
}
