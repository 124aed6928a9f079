using System.Collections.Immutable;

namespace SecureBuild.Suppliers;

/// <summary>A supplier of packages by the team's own register (<c>suppliers</c> in <c>securebuild.json</c>).</summary>
/// <param name="Packages">Names of packages; an asterisk at the end stands for any rest.</param>
/// <param name="Supplier">Who supplies them.</param>
public sealed record RegisteredSupplier(ImmutableArray<string> Packages, Supplier Supplier)
{
    /// <summary>Whether a package is meant.</summary>
    public bool Covers(string package) => Packages.Any(name => name.EndsWith('*')
        ? package.StartsWith(name[..^1], StringComparison.OrdinalIgnoreCase)
        : package.Equals(name, StringComparison.OrdinalIgnoreCase));
}
