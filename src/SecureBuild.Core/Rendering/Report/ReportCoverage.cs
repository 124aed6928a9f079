using System.Collections.Immutable;
using SecureBuild.Sbom;
using SecureBuild.Sbom.Check;
using SecureBuild.Submission;

namespace SecureBuild.Rendering.Report;

/// <summary>One list of elements, counted over the bills of materials of all projects.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Elements">Its elements, in its order.</param>
public sealed record ReportCoverage(Bilingual Title, ImmutableArray<ElementCoverage> Elements)
{
    internal static ImmutableArray<ReportCoverage> Of(Product product)
    {
        var counts = product.Projects.Where(static project => project.Sbom is not null)
            .Select(static project => SbomCheck.Of(new SbomDocument(project.Sbom!, project.Summary.Sbom?.Format ?? "", []))).ToArray();
        if (counts.Length == 0)
            return [];
        return [.. counts[0].Select((list, at) => new ReportCoverage(list.List.Title,
            [.. list.Elements.Select((element, number) => ElementCoverage.Sum(element.Element, counts.Select(count => count[at].Elements[number])))]))];
    }
}

/// <summary>One element, counted.</summary>
/// <param name="Id">Its id in the list.</param>
/// <param name="Title">Its name.</param>
/// <param name="IsRequired">The list asks for it.</param>
/// <param name="Total">Places looked at; 0 where a document cannot show it.</param>
/// <param name="Present">Of those, with a value.</param>
/// <param name="Unknown">Said to be unknown or withheld.</param>
/// <param name="Missing">Not there, or not as asked for.</param>
public sealed record ElementCoverage(string Id, Bilingual Title, bool IsRequired, int Total, int Present, int Unknown, int Missing)
{
    internal static ElementCoverage Sum(CheckElement element, IEnumerable<ElementResult> results)
    {
        var sum = new ElementCoverage(element.Id, element.Title, element.Need == "required", 0, 0, 0, 0);
        foreach (var result in results)
            sum = sum with
            {
                Total = sum.Total + result.Total,
                Present = sum.Present + result.Count(FieldState.Present),
                Unknown = sum.Unknown + result.Count(FieldState.Unknown) + result.Count(FieldState.Withheld),
                Missing = sum.Missing + result.Count(FieldState.Missing) + result.Count(FieldState.Unfit),
            };
        return sum;
    }
}
