using SecureBuild.Sbom;

namespace SecureBuild.Vulnerabilities;

/// <summary>What a named person says of a vulnerability, in <c>securebuild.json</c>: a statement until a day, never evidence.</summary>
/// <param name="Advisory">Identifier of the advisory, or an alias of it.</param>
/// <param name="Package">Name of the package, perhaps with an asterisk at its end; null for any.</param>
/// <param name="Versions">Versions of the package; null for any.</param>
/// <param name="Project">Project that it is about: name, file name or path in the repository; null for any.</param>
/// <param name="Status">What is said.</param>
/// <param name="Justification">For <see cref="VexStatus.NotAffected"/>: one of OpenVEX's.</param>
/// <param name="Action">For <see cref="VexStatus.Affected"/>: what to do.</param>
/// <param name="Owner">Who says so.</param>
/// <param name="Role">In which role.</param>
/// <param name="Reason">Why.</param>
/// <param name="Date">Since when.</param>
/// <param name="Expires">The last day on which it holds.</param>
/// <param name="Line">Where it stands, from 1.</param>
/// <param name="Column">Where it stands, from 1.</param>
public sealed record Waiver(
    string Advisory, string? Package, string? Versions, string? Project, VexStatus Status, string? Justification, string? Action, string Owner, string Role, string Reason,
    DateOnly Date, DateOnly Expires, int Line, int Column)
{
    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => Date <= day && day <= Expires;

    /// <summary>Whether it is about an advisory in a package of a product.</summary>
    internal bool IsAbout(Finding finding, Component? product) =>
        finding.IsCalled(Advisory)
        && (Package is null || (Package.EndsWith('*') ? finding.Package.StartsWith(Package[..^1], StringComparison.OrdinalIgnoreCase) : finding.Package.Equals(Package, StringComparison.OrdinalIgnoreCase)))
        && (Versions is null || VersionInterval.Parse(Versions)?.Contains(finding.Version, finding.Ecosystem) == true)
        && IsOf(product);

    /// <summary>Whether it is about this product, as far as it says.</summary>
    internal bool IsOf(Component? product)
    {
        if (Project is null)
            return true;
        var path = product?.Properties.FirstOrDefault(property => property.Name == Names.BuildProject)?.Value;
        var wanted = Project.Replace('\\', '/');
        return Same(product?.Name) || (path is not null && (Same(path) || Same(Path.GetFileName(path)) || Same(Path.GetFileNameWithoutExtension(path))));

        bool Same(string? name) => wanted.Equals(name, StringComparison.OrdinalIgnoreCase);
    }
}
