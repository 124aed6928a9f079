using System.Collections.Immutable;
using SecureBuild.Sbom;
using SecureBuild.Verification.Policy;

namespace SecureBuild.Submission;

/// <summary>Many builds, one product.</summary>
static class ProductRollUp
{
    public static Product Of(IReadOnlyList<ReadBuild> builds, ImmutableArray<LeftOutBuild> leftOut, ProductRequest request)
    {
        var keyed = ProjectKeys.Of(builds);
        ImmutableArray<ProductProject> projects = [.. keyed.Select(static build => build.Build.Project(build.Key))];
        var time = builds.Max(static build => build.Attested.IssuedOn);
        var product = new Product
        {
            Name = Stated(request.Name) ?? Declared(projects, static project => project.Summary.Product.Name),
            Version = Stated(request.Version) ?? Declared(projects, static project => project.Summary.Product.Version),
            Supplier = Declared(projects, static project => project.Summary.Product.Supplier),
            Contact = Declared(projects, static project => project.Summary.Product.Contact),
            Time = time,
            Projects = projects,
            LeftOut = leftOut,
            Frameworks = FrameworkRollUp.Of(keyed),
            Gaps = Gaps(projects),
            Limits = [.. projects.SelectMany(static project => project.Summary.Limits).Distinct()],
            Open = [],
            Sbom = null,
            SbomConflicts = [],
            Suppliers = [],
        };
        product = WithSbom(product, keyed);
        var further = FurtherSboms.Of(request.Paths, projects);
        product = product with
        {
            Projects = [.. projects.Select(project => project with { FurtherSboms = further.ByBuild.GetValueOrDefault(project.Key, []) })],
            UntiedSboms = further.Untied,
        };
        return product with { Open = OpenItems.Of(product) };
    }

    static Product WithSbom(Product product, ImmutableArray<KeyedBuild> builds)
    {
        ImmutableArray<MergePart> parts = [.. builds.Where(static build => build.Build.Sbom is not null).Select(static build => new MergePart(build.Key, build.Build.Sbom!.Document.Bom))];
        if (parts.IsEmpty)
            return product;
        var merged = SbomMerge.Of(parts, product.Title, product.Version.Value, new(product.Time, false));
        var countries = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var build in builds)
            foreach (var (name, country) in build.Build.Sbom is { } sbom ? SupplierCountries.In(sbom) : [])
                countries.TryAdd(name, country);
        return product with { Sbom = merged.Bom, SbomConflicts = merged.Conflicts, Suppliers = ProductSuppliers.Of(merged.Bom, countries) };
    }

    static Declaration? Stated(string? value) => string.IsNullOrWhiteSpace(value) ? null : new([new(value.Trim(), [])]);

    static Declaration Declared(ImmutableArray<ProductProject> projects, Func<ProductProject, string?> value) => new(
    [
        .. projects.Where(project => !string.IsNullOrWhiteSpace(value(project))).GroupBy(project => value(project)!, StringComparer.Ordinal)
            .Select(static group => new DeclaredValue(group.Key, [.. group.Select(static project => project.Key)]))
            .OrderByDescending(static declared => declared.Projects.Length).ThenBy(static declared => declared.Value, StringComparer.Ordinal),
    ]);

    static ImmutableArray<ProductGap> Gaps(ImmutableArray<ProductProject> projects) =>
    [
        .. projects.SelectMany(static project => project.Summary.Gaps.Select(gap => (project.Key, Gap: gap))).GroupBy(static item => item.Gap.Fact, StringComparer.Ordinal)
            .OrderBy(static group => group.Key, StringComparer.Ordinal)
            .Select(static group => new ProductGap(group.Key, group.First().Gap.Title, [.. group.Select(static item => new MissingFact(item.Key, item.Gap.State, item.Gap.Gap))])),
    ];
}
