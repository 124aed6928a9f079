using System.Collections.Immutable;
using System.Globalization;
using SecureBuild.Assessment;

namespace SecureBuild.Rendering.Report;

/// <summary>What the sections have in common.</summary>
static class Parts
{
    /// <summary>All statuses as they are counted: the open ones last, as they stand on a bar.</summary>
    public static ImmutableArray<ControlStatus> Statuses { get; } =
        [ControlStatus.MetByEvidence, ControlStatus.Stated, ControlStatus.NotApplicable, ControlStatus.Partly, ControlStatus.NotMet, ControlStatus.NotAssessed];

    /// <summary>Begins a section with its heading.</summary>
    public static Html Section(this Html html, string id) =>
        html.Open("section", ("id", id), ("aria-labelledby", id + "-name")).Whole("h2", ReportTexts.Of("Section_" + id), ("id", id + "-name")).Break();

    /// <summary>A paragraph that tells what the section shows, and what not.</summary>
    public static Html Lead(this Html html, Bilingual text) => html.Whole("p", text, ("class", "lead")).Break();

    /// <summary>A remark that is easily overlooked and must not be.</summary>
    public static Html Remark(this Html html, Bilingual text, string kind = "open")
    {
        html.Open("div", ("class", "remark " + kind)).Sign(kind == "bad" ? "not-met" : kind == "good" ? "met-by-evidence" : "not-assessed").Open("p").Both(text);
        return html.Close(2).Break();
    }

    /// <summary>Begins a table that may be wider than a telephone; its head is given.</summary>
    public static Html Table(this Html html, Bilingual caption, params ReadOnlySpan<string> columns)
    {
        html.Open("div", ("class", "table"), ("role", "group"), ("tabindex", "0"), ("aria-label", caption.En), ("data-label-ja", caption.Ja), ("data-label-en", caption.En));
        html.Open("table").Whole("caption", caption, ("class", "vh")).Open("thead").Open("tr");
        foreach (var column in columns)
            html.Whole("th", ReportTexts.Of(column), ("scope", "col"));
        return html.Close(2).Open("tbody").Break();
    }

    /// <summary>Ends a table.</summary>
    public static Html EndTable(this Html html) => html.Close(3).Break();

    /// <summary>A status in words, with its sign and colour.</summary>
    public static Html Status(this Html html, ControlStatus status, bool conflict = false) =>
        html.Open("span", ("class", "status s-" + Slug(status, conflict))).Sign(Slug(status, conflict)).Both(Name(status, conflict)).Close();

    /// <summary>A word with a sign.</summary>
    public static Html Badge(this Html html, string kind, Bilingual text) => html.Open("span", ("class", "status s-" + kind)).Sign(kind).Both(text).Close();

    /// <summary>A status as it stands in classes and names of signs.</summary>
    public static string Slug(ControlStatus status, bool conflict = false) => conflict ? "conflict" : EnumNames.Of(status);

    /// <summary>A status in words.</summary>
    public static Bilingual Name(ControlStatus status, bool conflict = false) => ReportTexts.Label(conflict ? "Conflict" : "Status_" + status);

    /// <summary>A bar of shares; the words beside it say the same.</summary>
    public static Html Bar(this Html html, params ReadOnlySpan<(string Kind, int Count)> shares)
    {
        var total = 0;
        foreach (var (_, count) in shares)
            total += count;
        html.Open("svg", ("class", "share"), ("viewBox", "0 0 1000 10"), ("preserveAspectRatio", "none"), ("aria-hidden", "true"), ("focusable", "false"));
        var from = 0;
        foreach (var (kind, count) in shares)
        {
            if (count == 0)
                continue;
            var (left, right) = (1000L * from / total, 1000L * (from + count) / total);
            html.Open("rect", ("class", "f-" + kind), ("x", Number(left)), ("y", "0"), ("width", Number(Math.Max(right - left - 2, 3))), ("height", "10")).Close();
            from += count;
        }
        return html.Close();
    }

    /// <summary>A term and what it is.</summary>
    public static Html Term(this Html html, string name, Action<Html> value)
    {
        html.Open("div").Whole("dt", ReportTexts.Of(name)).Open("dd");
        value(html);
        return html.Close(2);
    }

    /// <summary>Where a value comes from, or why there is none (Sbom/properties.md): a word of it that has no text here stands as it is.</summary>
    public static Bilingual Source(string? word) => word is null ? ReportTexts.Of("Source_unsaid") : ReportTexts.Find("Source_" + word) ?? ReportTexts.Same(word);

    /// <summary>A number with groups of three.</summary>
    public static string Number(long number) => number.ToString(number < 10_000 ? "0" : "#,0", CultureInfo.InvariantCulture);
}
