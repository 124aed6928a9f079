using System.Collections.Immutable;
using SecureBuild.Suppliers;

namespace SecureBuild.Sbom;

/// <summary>What the bill of materials is about and who stands behind it. Only name and version are required; the rest comes from <c>securebuild.json</c> or the project file.</summary>
/// <param name="Name">The product's or assembly's name.</param>
/// <param name="Version">Its real version.</param>
/// <param name="Description">One line about it, or null.</param>
/// <param name="Supplier">Who delivers it (NTIA and CISA: supplier), or null.</param>
/// <param name="Manufacturer">Who made it (BSI TR-03183-2: creator), or null.</param>
public sealed record ProductIdentity(
    string Name, string Version, string? Description = null, Supplier? Supplier = null, Supplier? Manufacturer = null)
{
    /// <summary>Where the supplier comes from: <c>product</c> (the team's configuration) or <c>project</c> (the project file).</summary>
    public string SupplierSource { get; init; } = "product";

    /// <summary>Where the creator comes from, likewise.</summary>
    public string CreatorSource { get; init; } = "product";

    /// <summary>The copyright notice that the project declares, or null.</summary>
    public string? Copyright { get; init; }

    /// <summary>Persons or desks who answer for this bill of materials (<c>metadata.authors</c>): <see cref="Supplier.Name"/>, e-mail and telephone are used.</summary>
    public ImmutableArray<Supplier> Authors { get; init; } = [];

    /// <summary>The product's licence as an SPDX expression, or null where nothing was said.</summary>
    public string? LicenceExpression { get; init; }

    /// <summary>CPE 2.3 name under which vulnerability databases know it, as the project says it (<c>SecureBuildCpe</c>); what is no such name is told and left out. Or null.</summary>
    public string? Cpe { get; init; }

    /// <summary>Where to report a weakness (URL or <c>mailto:</c>), or null.</summary>
    public string? SecurityContact { get; init; }

    /// <summary>Address of the <c>security.txt</c> (RFC 9116), or null.</summary>
    public string? SecurityTxt { get; init; }

    /// <summary>The product's home page, or null.</summary>
    public string? Website { get; init; }
}
