using System.Collections.Immutable;
using SecureBuild.Evidence;

namespace SecureBuild.Sbom;

/// <summary>What the product's own code calls and the product does not bring: native libraries (P/Invoke) and COM servers.</summary>
static class ExternalLibraries
{
    /// <summary>A native library that the place where the product runs must have.</summary>
    public static Component Native(string name, string bomRef) => new("library", bomRef, name)
    {
        VersionRange = "vers:generic/*",
        IsExternal = true,
        Scope = "required",
        Purl = PackageUrl.Generic(name, null),
        Properties = [new(Names.External, "native"), new(Names.Licence, "unknown:external"), new(Names.Supplier, "unknown:external")],
    };

    /// <summary>A COM server that must be registered there.</summary>
    public static Component Com(ComReferenceInput reference, string bomRef)
    {
        var properties = ImmutableArray.CreateBuilder<Property>();
        if (reference.Guid is { } guid)
            properties.Add(new(Names.ComGuid, guid));
        properties.AddRange(new Property(Names.External, "com"), new Property(Names.Licence, "unknown:external"), new Property(Names.Supplier, "unknown:external"));
        return new("library", bomRef, reference.Name)
        {
            VersionRange = reference.Version is { } version ? $"vers:generic/{version}" : "vers:generic/*",
            IsExternal = true,
            Scope = "required",
            Purl = PackageUrl.Generic(reference.Name, null),
            Properties = properties.ToImmutable(),
        };
    }

    /// <summary>Whether a delivered file is the library that the code names: the loader adds prefix and ending (dotnet/runtime, native library probing).</summary>
    public static bool Is(string file, string import)
    {
        var (name, wanted) = (Stem(file), Stem(import));
        return name.Equals(wanted, StringComparison.OrdinalIgnoreCase) || name.Equals("lib" + wanted, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A library's name without folder and ending.</summary>
    public static string Stem(string path)
    {
        var name = path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
        foreach (var ending in new[] { ".dll", ".so", ".dylib", ".exe" })
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return name[..^ending.Length];
        return name;
    }
}
