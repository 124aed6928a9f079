using System.Collections.Immutable;
using SecureBuild.Licences;
using SecureBuild.Suppliers;

namespace SecureBuild.Sbom;

/// <summary>NuGet packages as components.</summary>
static class PackageComponents
{
    /// <summary>A package of the resolved graph, without the files that a project takes of it: one object for all projects of a build that use it alike, with the fields of <see cref="BsiFields"/>.</summary>
    /// <param name="library">The library.</param>
    /// <param name="contents">What its folder knows.</param>
    /// <param name="use">How the project uses it.</param>
    /// <param name="project">The packages of the project.</param>
    public static Component Shared(RestoredLibrary library, PackageContents contents, PackageUse use, ProjectPackages project)
    {
        var digests = contents.Digests(project);
        return contents.Component(use, () => BsiFields.Add(Of(library, contents, use, digests)));
    }

    /// <summary>A package.</summary>
    /// <param name="library">The library.</param>
    /// <param name="contents">What its folder knows.</param>
    /// <param name="use">How the project uses it.</param>
    /// <param name="digests">Those of its file.</param>
    public static Component Of(RestoredLibrary library, PackageContents contents, PackageUse use, PackageDigests digests)
    {
        var (bomRef, direct, required, notCopied) = use;
        var licence = DeclaredLicence.Of(contents.Nuspec, contents.Licence, library.Files);
        var signature = contents.Signature;
        var signed = PackageSupplier.SignedContent(signature, digests);
        var supplier = PackageSupplier.Of(contents.Nuspec, signature, signed);
        var properties = ImmutableArray.CreateBuilder<Property>();
        if (supplier.Manufacturer is null or { Url.IsEmpty: true })
            properties.Add(new(Names.Creator, "unknown:no-address"));
        properties.Add(new(Names.Dependency, direct switch { null => "transitive", { IsAutomatic: true } => "direct:sdk", _ => "direct" }));
        if (notCopied)
            properties.Add(new(Names.Files, "not-copied"));
        if (contents.Sha512 is null)
            properties.Add(new(Names.Hash, "unknown:no-package-file"));
        properties.Add(new(Names.Licence, licence.Source));
        properties.Add(new(Names.LicenceConcluded, licence.Ground));
        if (direct?.RequestedVersion is { } requested)
            properties.Add(new(Names.Requested, requested));
        if (signature is not null)
            AddSignature(properties, signature, signed);
        properties.Add(new(Names.Supplier, supplier.Source));

        return new("library", bomRef, library.Name)
        {
            Version = library.Version,
            Scope = required ? "required" : "excluded",
            Supplier = supplier.Entity,
            Manufacturer = supplier.Manufacturer,
            Hashes = Hashes(digests.File, contents.Sha512),
            Licenses = licence.Choices,
            Copyright = contents.Nuspec?.Copyright,
            Purl = PackageUrl.NuGet(library.Name, library.Version),
            ExternalReferences = References(library, contents),
            Properties = properties.ToImmutable(),
        };
    }

    static ImmutableArray<Hash> Hashes(string? sha256, string? sha512) => (sha256, sha512) switch
    {
        (null, null) => [],
        (null, { } only) => [new("SHA-512", only)],
        ({ } only, null) => [new("SHA-256", only)],
        _ => [new("SHA-256", sha256), new("SHA-512", sha512)],
    };

    static void AddSignature(ImmutableArray<Property>.Builder properties, PackageSignature signature, string? content)
    {
        properties.Add(new(Names.Signature, signature.State));
        if (signature.Signer is { } signer)
            properties.Add(new(Names.SignatureCertificate, signer.Fingerprint));
        if (content is not null)
            properties.Add(new(Names.SignatureContent, content));
        if (!signature.RepositoryOwners.IsEmpty)
            properties.Add(new(Names.SignatureOwners, string.Join(", ", signature.RepositoryOwners)));
        if (signature.Repository is { } repository)
            properties.Add(new(Names.SignatureRepository, repository));
        if (signature.Signer?.Subject is { Length: > 0 } subject)
            properties.Add(new(Names.SignatureSubject, subject));
        if (signature.SignedBefore is { } time)
            properties.Add(new(Names.SignatureTime, time));
    }

    static ImmutableArray<ExternalReference> References(RestoredLibrary library, PackageContents contents)
    {
        var nuspec = contents.Nuspec;
        var references = ImmutableArray.CreateBuilder<ExternalReference>();
        if (contents.Folder is { } folder && PackageOrigin.Address(folder, contents.Signature?.PublicIndex, library.Name, library.Version) is { } address)
            references.Add(new("distribution", address));
        if (nuspec is { RepositoryCommit: not null, Sources: { } exact } && exact.Url.StartsWith("git+", StringComparison.Ordinal))
            references.Add(exact with { Type = "source-distribution" });
        if (nuspec?.Sources is { } source)
            references.Add(source);
        if (nuspec?.Website is { } website)
            references.Add(new("website", website));
        return references.ToImmutable();
    }
}
