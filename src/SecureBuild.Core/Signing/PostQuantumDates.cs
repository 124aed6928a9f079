using System.Collections.Immutable;
using System.Text.Json;

namespace SecureBuild.Signing;

/// <summary>A date by which somebody wants classical signatures to be over, and how sure that is.</summary>
/// <param name="Date">Year, or year-month-day.</param>
/// <param name="What">What is to happen.</param>
/// <param name="Source">Who wants it.</param>
/// <param name="Confidence"><c>confirmed</c>: seen in the document itself; <c>secondary</c>: told by others; <c>draft</c>: told by others, of a document that is not final.</param>
public sealed record PostQuantumDate(string Date, Bilingual What, Bilingual Source, string Confidence);

/// <summary>pqc-timeline.json: data, looked up on the date in it. Nothing of it is a fact of ours.</summary>
public static class PostQuantumDates
{
    static readonly Lazy<ImmutableArray<PostQuantumDate>> s_dates = new(Read);

    /// <summary>The dates about signatures, the earliest first.</summary>
    public static ImmutableArray<PostQuantumDate> ForSignatures => s_dates.Value;

    static ImmutableArray<PostQuantumDate> Read()
    {
        using var file = JsonDocument.Parse(EmbeddedFile.Bytes("Signing/pqc-timeline.json"), CanonicalJson.Strict);
        return
        [
            .. file.RootElement.GetProperty("dates").EnumerateArray()
                .Select(date => new PostQuantumDate(date.GetProperty("date").GetString()!, Both(date, "what"), Both(date, "source"), date.GetProperty("confidence").GetString()!))
                .OrderBy(date => date.Date, StringComparer.Ordinal),
        ];
    }

    static Bilingual Both(JsonElement date, string name) =>
        new(date.GetProperty(name).GetProperty("en").GetString()!, date.GetProperty(name).GetProperty("ja").GetString()!);
}
