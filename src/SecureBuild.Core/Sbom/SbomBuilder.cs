using System.Collections.Immutable;
using SecureBuild.Evidence;

namespace SecureBuild.Sbom;

/// <summary>Describes what one inner build resolved and delivers.</summary>
public static class SbomBuilder
{
    /// <summary>
    /// Reads the restore result and the files that the inputs name. Never throws for what it reads: a gap is stated in the document and told as a problem.
    /// </summary>
    public static SbomResult Build(BuildInputs inputs, ProductIdentity product, Clock clock) => Build(inputs, product, clock, new(null, [], null));

    /// <summary>The same, with what the team's configuration says of packages.</summary>
    internal static SbomResult Build(BuildInputs inputs, ProductIdentity product, Clock clock, PackagePolicy policy)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var (graph, problem) = AssetsFile.Read(inputs);
        if (problem is not null)
            problems.Add(problem);
        if (graph is { FailedCodes.Length: > 0 })
            problems.Add(Messages.Warning("SB9206", inputs.AssetsFile, 0, 0, string.Join(", ", graph.FailedCodes)));
        if (product.Cpe is { } cpe && !CpeName.IsWellFormed(cpe))
        {
            problems.Add(Messages.Warning("SB9299", inputs.ProjectFile, 0, 0, cpe));
            product = product with { Cpe = null };
        }

        var inventory = new Inventory(inputs, graph, product.SupplierSource == "product" ? Contacts.Entity(product.Supplier) : null, problems);
        var bom = new Bom
        {
            Metadata = new()
            {
                Lifecycles = inputs.Moment == Moment.Publish ? ["build", "post-build"] : ["build"],
                Tools = [new("application", null, Identity.ToolName) { Version = Identity.ToolVersion }],
                Authors = [.. product.Authors.Select(Contacts.Person)],
                // Who made this document: the team that configured it, never a name in a project file.
                Manufacturer = Contacts.Entity(product.CreatorSource == "product" ? product.Manufacturer : product.SupplierSource == "product" ? product.Supplier : null),
                Supplier = Contacts.Entity(product.Supplier),
                Component = BsiFields.Add(RootComponent.Of(inputs, product, inventory.Root, inventory.Outputs)),
                // The data of the document, not what it is about: SPDX asks for this one as well.
                Licenses = [new(Id: "CC0-1.0")],
                Properties = [new(Names.Graph, inventory.GraphState)],
            },
            Components = policy.Registered(inventory.Components),
            Dependencies = inventory.Dependencies,
            Compositions = inventory.Compositions,
        };
        policy.Check(bom, problems);
        bom = bom with { SerialNumber = SerialNumber.Pending, Metadata = bom.Metadata with { Timestamp = clock.Text } };
        var document = CycloneDxJson.Borrow(bom);
        return new(bom with { SerialNumber = SerialNumber.Put(document.Span) }, problems.ToImmutable(), inventory.Coverage) { Folders = inventory.Folders, CycloneDx = document };
    }
}
