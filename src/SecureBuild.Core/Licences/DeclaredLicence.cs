using System.Collections.Immutable;
using SecureBuild.Sbom;

namespace SecureBuild.Licences;

/// <summary>The licence that a package's authors declare, as they declare it. Whether it is the right one is another question.</summary>
/// <param name="Choices">Zero or one entry for <c>licenses</c>.</param>
/// <param name="Source">Where it was read: <c>nuspec-expression</c>, <c>nuspec-file</c>, <c>nuspec-url</c>; or why there is none: <c>unknown:…</c>.</param>
sealed record DeclaredLicence(ImmutableArray<LicenseChoice> Choices, string Source)
{
    /// <summary>Nothing declared, or nobody to ask.</summary>
    public bool IsUnknown => Choices.IsEmpty;

    /// <summary>The licence in a nuspec; null where there was no nuspec to read.</summary>
    public static DeclaredLicence Of(Nuspec? nuspec)
    {
        if (nuspec is null)
            return Unknown("no-package-metadata");
        if (nuspec.LicenceExpression is { } expression)
            return new([new(Expression: expression) { Acknowledgement = "declared" }], "nuspec-expression");
        if (nuspec.LicenceFile is { } file)
            return new([new(Name: file.Replace('\\', '/')) { Acknowledgement = "declared" }], "nuspec-file");
        return PublicAddress.Of(nuspec.LicenceUrl) is { } url
            ? new([new(Name: url) { Acknowledgement = "declared", Url = url }], "nuspec-url")
            : Unknown("none-declared");
    }

    /// <summary>The licence that the product's own people stated.</summary>
    public static DeclaredLicence Stated(string? expression) =>
        expression is { Length: > 0 } ? new([new(Expression: expression) { Acknowledgement = "declared" }], "project") : Unknown("none-declared");

    /// <summary>No licence is known.</summary>
    public static DeclaredLicence Unknown(string why) => new([], "unknown:" + why);
}
