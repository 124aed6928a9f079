using System.Collections.Immutable;
using System.Text.Json;

namespace SecureBuild.Sbom.Check;

/// <summary>A list of elements that a buyer may hold a bill of materials against. The lists are data: <c>lists.json</c>.</summary>
/// <param name="Id">Its name on the command line.</param>
/// <param name="Title">Its title.</param>
/// <param name="Elements">What it asks for.</param>
public sealed record CheckList(string Id, Bilingual Title, ImmutableArray<CheckElement> Elements)
{
    static readonly Lazy<ImmutableArray<CheckList>> s_all = new(Read);

    /// <summary>All lists.</summary>
    public static ImmutableArray<CheckList> All => s_all.Value;

    static ImmutableArray<CheckList> Read()
    {
        using var json = JsonDocument.Parse(EmbeddedFile.Bytes("Sbom/Check/lists.json"));
        return [.. json.RootElement.GetProperty("lists").EnumerateArray().Select(list => new CheckList(Text(list, "id"), Both(list),
            [.. list.GetProperty("elements").EnumerateArray().Select(element => new CheckElement(Text(element, "id"), Text(element, "need"), Text(element, "test"), Both(element)))]))];
    }

    static Bilingual Both(JsonElement element) => new(Text(element.GetProperty("title"), "en"), Text(element.GetProperty("title"), "ja"));

    static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}

/// <summary>An element of a list.</summary>
/// <param name="Id">Its number there; our own name where the list has none.</param>
/// <param name="Need"><c>required</c>, <c>additional</c> (where it exists), <c>optional</c>; <c>outside</c>: asked of the supplier, not to be seen in a document.</param>
/// <param name="Test">What is looked at: <see cref="ElementTests"/>.</param>
/// <param name="Title">Its title, in our words.</param>
public sealed record CheckElement(string Id, string Need, string Test, Bilingual Title);
