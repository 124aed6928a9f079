using System.Text.Json.Nodes;

namespace SecureBuild.Sbom.Check;

/// <summary>What <see cref="SbomCheck"/> counts, as the value of the fact <c>sbom.elements</c> (FactValues.md).</summary>
static class ElementCounts
{
    /// <summary>Every test of these lists once, by its name.</summary>
    public static JsonObject Of(SbomDocument document, params ReadOnlySpan<string> lists)
    {
        var counts = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var list in CheckList.All)
        {
            if (!lists.Contains(list.Id))
                continue;
            foreach (var element in SbomCheck.Of(document, list)[0].Elements)
            {
                if (!counts.ContainsKey(element.Element.Test))
                    counts.Add(element.Element.Test, Of(element));
            }
        }
        return new(counts);
    }

    static JsonObject Of(ElementResult element) => new()
    {
        ["total"] = element.Total,
        ["present"] = element.Count(FieldState.Present),
        ["unknown"] = element.Count(FieldState.Unknown),
        ["withheld"] = element.Count(FieldState.Withheld),
        ["missing"] = element.Count(FieldState.Missing),
        ["said"] = element.Total - element.Count(FieldState.Missing),
    };
}
