using System.Globalization;
using System.Resources;

namespace SecureBuild.Rendering.Report;

/// <summary>The words of the report, always in both languages: <c>ReportTexts.resx</c> and <c>ReportTexts.ja.resx</c>; those it shares with other renderings come from <see cref="Labels"/>.</summary>
static class ReportTexts
{
    static readonly ResourceManager s_texts = new("SecureBuild.Rendering.Report.ReportTexts", typeof(ReportTexts).Assembly);
    static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en"), s_japanese = CultureInfo.GetCultureInfo("ja");
    static readonly Labels s_englishLabels = new("en"), s_japaneseLabels = new("ja");

    /// <summary>A text with its holes filled; a bilingual argument fills each language's hole with its own.</summary>
    public static Bilingual Of(string name, params object?[] arguments) => Find(name, arguments) ?? throw new MissingManifestResourceException(name);

    /// <summary>As <see cref="Of"/>; null where there is no such text.</summary>
    public static Bilingual? Find(string name, params object?[] arguments) => s_texts.GetString(name, s_english) is { } english
        ? new(Filled(english, arguments, "en"), Filled(s_texts.GetString(name, s_japanese)!, arguments, "ja"))
        : null;

    /// <summary>A word of all renderings that is named by data; null where there is none.</summary>
    public static Bilingual? Known(string name) => s_englishLabels.Find(name) is { } english ? new(english, s_japaneseLabels[name]) : null;

    /// <summary>A word of all renderings.</summary>
    public static Bilingual Label(string name) => new(s_englishLabels[name], s_japaneseLabels[name]);

    /// <summary>The same in both languages: a name, a number.</summary>
    public static Bilingual Same(string text) => new(text, text);

    /// <summary>A day.</summary>
    public static Bilingual Day(DateTimeOffset time) =>
        new(time.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture), Of("Day", time.UtcDateTime.Year, time.UtcDateTime.Month, time.UtcDateTime.Day).Ja);

    /// <summary>The year of the Japanese era, which English does without: Reiwa began on 1 May 2019, and its first year is written with a word of its own.</summary>
    public static Bilingual? Era(DateTimeOffset time) => time.UtcDateTime < new DateTime(2019, 5, 1, 0, 0, 0, DateTimeKind.Utc) ? null
        : Of("Era", time.UtcDateTime.Year == 2019 ? "元" : (time.UtcDateTime.Year - 2018).ToString(CultureInfo.InvariantCulture));

    static string Filled(string text, object?[] arguments, string language) => arguments.Length == 0 ? text
        : string.Format(CultureInfo.InvariantCulture, text, [.. arguments.Select(argument => argument is Bilingual both ? both.In(language) : argument)]);
}

/// <summary>Bilingual texts with holes.</summary>
static class BilingualHoles
{
    /// <summary>The text with its holes filled.</summary>
    public static Bilingual Filled(this Bilingual text, params object?[] arguments) =>
        new(string.Format(CultureInfo.InvariantCulture, text.En, arguments), string.Format(CultureInfo.InvariantCulture, text.Ja, arguments));
}
