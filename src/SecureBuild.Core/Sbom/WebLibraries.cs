using System.Collections.Immutable;
using SecureBuild.Evidence;
using SecureBuild.Licences;

namespace SecureBuild.Sbom;

/// <summary>What npm and LibMan bring, as components.</summary>
static class WebLibraries
{
    /// <summary>A package of npm. Which of its files end up in a bundle, the tool that bundles knows and leaves nowhere.</summary>
    public static Component Npm(NpmPackage package, string bomRef, bool isDirect)
    {
        var properties = ImmutableArray.CreateBuilder<Property>();
        properties.Add(new(Names.Dependency, isDirect ? "direct" : "transitive"));
        if (package.Hashes.IsEmpty)
            properties.Add(new(Names.Hash, "unknown:no-integrity-in-lock-file"));
        properties.Add(new(Names.Licence, package.Licence is null ? "unknown:none-declared" : "npm-lock-file"));
        properties.Add(new(Names.Supplier, "unknown:not-in-lock-file"));
        return new("library", bomRef, package.Name)
        {
            Version = package.Version,
            Scope = package.IsForDevelopment ? "excluded" : package.IsOptional ? "optional" : "required",
            Hashes = package.Hashes,
            ExternalReferences = package.Archive is { } archive ? [new("distribution", archive)] : [],
            Licenses = DeclaredLicence.Stated(package.Licence).Choices,
            Purl = PackageUrl.Npm(package.Name, package.Version),
            Properties = properties.ToImmutable(),
        };
    }

    /// <summary>A library of LibMan with its files.</summary>
    public static Component Client(ClientLibrary library, string bomRef, ImmutableArray<Component> files)
    {
        var properties = ImmutableArray.CreateBuilder<Property>();
        properties.Add(new(Names.ClientProvider, library.Provider));
        // Files of it are delivered and have digests; of the library as a whole there is none.
        properties.Add(new(Names.Hash, files.IsEmpty ? "unknown:no-delivered-file" : "unknown:no-archive"));
        properties.Add(new(Names.Licence, "unknown:none-declared"));
        properties.Add(new(Names.Supplier, "unknown:none-declared"));
        return new("library", bomRef, library.Name)
        {
            Version = library.Version,
            Scope = "required",
            Purl = library.Purl,
            Components = files,
            Properties = properties.ToImmutable(),
        };
    }

    /// <summary>Whether a published file lies in the library's folder.</summary>
    public static bool Owns(ClientLibrary library, OutputFile file) =>
        library.Destination.Length > 0 && file.Destination?.StartsWith(library.Destination + "/", StringComparison.OrdinalIgnoreCase) == true;
}
