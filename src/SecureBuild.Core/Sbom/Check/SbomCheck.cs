using System.Collections.Immutable;

namespace SecureBuild.Sbom.Check;

/// <summary>
/// Holds a bill of materials against lists of elements: what is there, what is said to be unknown or withheld, what is missing and where. It counts; whether
/// that is enough is for the buyer to say.
/// </summary>
public static class SbomCheck
{
    /// <summary>The document against every list, or those asked for.</summary>
    /// <param name="bom">The document. Its subject and its components count, not the files inside them.</param>
    /// <param name="lists">Lists to hold it against; all where none is given.</param>
    public static ImmutableArray<ListResult> Of(Bom bom, params ReadOnlySpan<CheckList> lists)
    {
        ImmutableArray<Component> components = bom.Metadata.Component is { } subject ? [subject, .. bom.Components] : bom.Components;
        var edges = CheckedEdges.Of(bom);
        var results = ImmutableArray.CreateBuilder<ListResult>();
        foreach (var list in lists.IsEmpty ? CheckList.All.AsSpan() : lists)
            results.Add(new(list, [.. list.Elements.Select(element => Of(element, bom, components, edges))]));
        return results.ToImmutable();
    }

    static ElementResult Of(CheckElement element, Bom bom, ImmutableArray<Component> components, CheckedEdges edges)
    {
        if (ElementTests.OfDocument.TryGetValue(element.Test, out var document))
            return new(element, ofDocument: true, [new("", document(bom))]);
        var test = ElementTests.OfComponent[element.Test];
        return new(element, ofDocument: false, [.. components.Select(component => new FieldOf(component.BomRef ?? $"{component.Name} {component.Version}".TrimEnd(), test(component, edges)))]);
    }
}

/// <summary>An element in one place.</summary>
/// <param name="Component">The component's name in the document; empty for the document itself.</param>
/// <param name="State">What stands there.</param>
public sealed record FieldOf(string Component, FieldState State);

/// <summary>How a document stands against one list.</summary>
/// <param name="List">The list.</param>
/// <param name="Elements">Its elements, in its order.</param>
public sealed record ListResult(CheckList List, ImmutableArray<ElementResult> Elements)
{
    /// <summary>Mean share of the required elements that are there, 0 to 100; rounded down, so that 100 means all.</summary>
    public int Required
    {
        get
        {
            var required = Elements.Where(element => element.Element.Need == "required").ToArray();
            return required.Length == 0 ? 100 : (int)Math.Floor(100 * required.Average(element => element.Share) + 1e-9);
        }
    }
}

/// <summary>How a document stands against one element.</summary>
public sealed class ElementResult
{
    readonly int[] _counts = new int[4];

    internal ElementResult(CheckElement element, bool ofDocument, ImmutableArray<FieldOf> fields)
    {
        (Element, OfDocument) = (element, ofDocument);
        foreach (var field in fields)
            _counts[(int)field.State]++;
        Total = fields.Length;
        Lacking = [.. fields.Where(field => field.State != FieldState.Present)];
    }

    /// <summary>The element.</summary>
    public CheckElement Element { get; }

    /// <summary>Looked at once, not in every component.</summary>
    public bool OfDocument { get; }

    /// <summary>Places looked at.</summary>
    public int Total { get; }

    /// <summary>Places without a value, and what stands there instead.</summary>
    public ImmutableArray<FieldOf> Lacking { get; }

    /// <summary>How many places are in a state.</summary>
    public int Count(FieldState state) => _counts[(int)state];

    /// <summary>Share of the places with a value, 0 to 1; of no place at all, 1.</summary>
    public double Share => Total == 0 ? 1 : (double)Count(FieldState.Present) / Total;
}
