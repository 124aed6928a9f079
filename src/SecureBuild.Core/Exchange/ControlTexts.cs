using System.Collections.Immutable;
using System.Text.Json;
using SecureBuild.Assessment;
using SecureBuild.Catalogues;
using SecureBuild.Evidence;

namespace SecureBuild.Exchange;

/// <summary>The sentences of the renderings, in both languages (<c>exchange.json</c>), and how much trust each class of evidence is worth.</summary>
static class ControlTexts
{
    static readonly Lazy<(Dictionary<string, Bilingual> Texts, Dictionary<string, double> Confidence)> s_data = new(static () =>
    {
        using var document = JsonDocument.Parse(EmbeddedFile.Bytes("Exchange/exchange.json"), CanonicalJson.Strict);
        return (document.RootElement.GetProperty("texts").EnumerateObject().ToDictionary(static text => text.Name, static text => CatalogueReader.Both(text.Value), StringComparer.Ordinal),
            document.RootElement.GetProperty("confidence").EnumerateObject().ToDictionary(static trust => trust.Name, static trust => trust.Value.GetDouble(), StringComparer.Ordinal));
    });

    /// <summary>A sentence with its holes filled.</summary>
    public static string Of(string name, string language, params object?[] arguments) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, s_data.Value.Texts[name].In(language), arguments);

    /// <summary>A control's reasons in one text.</summary>
    public static string Reasons(ControlResult control, string language) => string.Join(language.StartsWith("ja", StringComparison.Ordinal) ? "" : " ", control.Reasons.Select(reason => reason.In(language)));

    /// <summary>The control's title, and whether its id is not the source's; its id for a catalogue or a control that this version does not know.</summary>
    public static string Title(Catalogue? catalogue, string control, string language) =>
        catalogue?[control] is { } known ? known.Title.In(language) + (known.HasOwnId ? Of("own-id", language) : "") : control;

    /// <summary>The catalogue's title, and whether its source is not settled; its id where this version does not know it.</summary>
    public static string Title(string framework, string language) =>
        CatalogueLibrary.ById(framework) is { } known ? known.Title.In(language) + (known.CanBeSigned ? "" : Of("unsettled", language)) : framework;

    /// <summary>The fact's title; its id where this version does not know it.</summary>
    public static string FactTitle(string fact, string language) => CatalogueLibrary.Facts.TryGetValue(fact, out var known) ? known.Title.In(language) : fact;

    /// <summary>Of the trust classes of the facts that were known the weakest; null where none is.</summary>
    public static TrustClass? WeakestTrust(ControlResult control, ImmutableDictionary<string, AttestedFact> facts)
    {
        TrustClass? weakest = null;
        foreach (var id in control.Facts)
            if (facts.TryGetValue(id, out var fact) && fact.State == FactState.Known && (weakest is null || Confidence(fact.Trust) < Confidence(weakest.Value)))
                weakest = fact.Trust;
        return weakest;
    }

    /// <summary>Between 0 and 1. Our own scale, said to be so wherever it is printed.</summary>
    public static double Confidence(TrustClass trust) => s_data.Value.Confidence[EnumNames.Of(trust)];
}
