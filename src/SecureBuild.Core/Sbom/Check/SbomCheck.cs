using System.Collections.Immutable;

namespace SecureBuild.Sbom.Check;

/// <summary>
/// Holds a bill of materials against lists of elements: what is there, what is said to be unknown or withheld, what is missing and where. It counts; whether
/// that is enough is for the buyer to say.
/// </summary>
public static class SbomCheck
{
    /// <summary>The document against every list, or those asked for.</summary>
    /// <param name="document">
    /// The document. Its subject and all its components count, nested ones too; a file inside a component counts where the element is about the file itself
    /// (name, digests, kind): who supplies it, under which version and licence, is said of what it is in.
    /// </param>
    /// <param name="lists">Lists to hold it against; all where none is given.</param>
    public static ImmutableArray<ListResult> Of(SbomDocument document, params ReadOnlySpan<CheckList> lists)
    {
        var looked = new CheckedDocument(document);
        var results = ImmutableArray.CreateBuilder<ListResult>();
        foreach (var list in lists.IsEmpty ? CheckList.All.AsSpan() : lists)
        {
            var elements = list.Elements.Where(element => element.Test != ElementTests.Unknowns).ToDictionary(element => element.Id, element => Of(element, looked));
            results.Add(new(list, [.. list.Elements.Select(element => elements.TryGetValue(element.Id, out var found) ? found : Silent(element, looked, elements.Values))]));
        }
        return results.ToImmutable();
    }

    static ElementResult Of(CheckElement element, CheckedDocument document)
    {
        if (element.Test == ElementTests.Outside)
            return new(element, ofDocument: true, []);
        if (ElementTests.OfDocument.TryGetValue(element.Test, out var once))
            return new(element, ofDocument: true, [new(null, "", once(document))]);
        var test = ElementTests.OfComponent[element.Test];
        return new(element, ofDocument: false, [.. document.Components.Where(place => Counts(place, element.Test)).Select(place => Field(place, test(place.Component, document)))]);
    }

    // What is not delivered (an external component) has no file to name or to digest.
    static bool Counts(CheckedComponent place, string test) =>
        test == "name" || (ElementTests.OfFile.Contains(test) ? !place.Component.IsExternal : place.Owner is null);

    // A component where a required element is neither given nor said to be unknown or withheld: nobody can tell whether it was forgotten.
    static ElementResult Silent(CheckElement element, CheckedDocument document, IEnumerable<ElementResult> others)
    {
        var silent = others.Where(other => !other.OfDocument && other.Element.Need == "required").SelectMany(other => other.Lacking).Where(field => field.State == FieldState.Missing)
            .Select(field => field.Place).ToHashSet(ReferenceEqualityComparer.Instance);
        return new(element, ofDocument: false, [.. document.Components.Select(place => Field(place, silent.Contains(place) ? FieldState.Missing : FieldState.Present))]);
    }

    static FieldOf Field(CheckedComponent place, FieldState state) =>
        new(place, $"{place.Component.Name} {place.Component.Version ?? place.Component.VersionRange}".TrimEnd(), state);
}

/// <summary>An element in one place.</summary>
/// <param name="Component">Name and version of the component; empty for the document itself.</param>
/// <param name="State">What stands there.</param>
public sealed record FieldOf(string Component, FieldState State)
{
    internal FieldOf(CheckedComponent? place, string component, FieldState state) : this(component, state) => Place = place;

    /// <summary>Its <c>bom-ref</c>, or null.</summary>
    public string? BomRef => Place?.Component.BomRef;

    internal CheckedComponent? Place { get; }
}

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
    readonly int[] _counts = new int[Enum.GetValues<FieldState>().Length];

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

    /// <summary>Not to be seen in a document: it is not counted.</summary>
    public bool IsOutside => Element.Test == ElementTests.Outside;

    /// <summary>Places looked at.</summary>
    public int Total { get; }

    /// <summary>Places without a value, and what stands there instead.</summary>
    public ImmutableArray<FieldOf> Lacking { get; }

    /// <summary>How many places are in a state.</summary>
    public int Count(FieldState state) => _counts[(int)state];

    /// <summary>Share of the places with a value, 0 to 1; of no place at all, 1.</summary>
    public double Share => Total == 0 ? 1 : (double)Count(FieldState.Present) / Total;
}
