using System.Globalization;

namespace SecureBuild.Rendering.Report;

/// <summary>What the analysis of the source found: with the code where the log carries it or the compiled sources are at hand, and what was silenced, by which reason.</summary>
static class FindingsSection
{
    // More than a person reads; the log has all of them.
    const int Most = 400;

    public static void Write(Html html, ReportModel model)
    {
        html.Section("findings").Lead(ReportTexts.Of("Findings_Lead"));
        foreach (var analysis in model.Analysis)
            Project(html, analysis, model.Analysis.Length > 1);
        html.Close().Break();
    }

    static void Project(Html html, ReportAnalysis analysis, bool named)
    {
        html.Open("div", ("class", "listed"));
        if (named)
            html.Open("h3").Whole("bdi", analysis.Project).Close();
        if (analysis.Summary is not { } summary)
        {
            html.Remark(ReportTexts.Label("NoAnalysis"));
            if (analysis.IsHeldBack)
                html.Whole("p", ReportTexts.Of("Findings_HeldBack"));
            OthersSection.Write(html, analysis.Others);
            html.Close();
            return;
        }
        if (!analysis.WasAssessed)
            html.Remark(ReportTexts.Label("OurRulesDidNotRun"));
        html.Whole("p", ReportTexts.Label("RulesLoaded").Filled(summary.OurRules, summary.OtherRules), ("class", "faint"));
        if (analysis.IsWithheld)
            Counts(html, summary);
        var open = analysis.Findings.Where(static finding => !finding.IsSuppressed).ToArray();
        var silenced = analysis.Findings.Where(static finding => finding.IsSuppressed).ToArray();
        if (analysis.WasAssessed && !analysis.IsWithheld && open.Length == 0)
            html.Whole("p", ReportTexts.Of("Findings_NoneReported"));
        Chips(html, open);
        foreach (var finding in open.Take(Most))
            Finding(html, finding);
        if (open.Length > Most)
            html.Whole("p", ReportTexts.Of("Findings_More", open.Length - Most), ("class", "faint"));
        var hidden = summary.Findings.Sum(static finding => finding.Count) - open.Length;
        if (hidden > 0 && !analysis.IsWithheld)
            html.Whole("p", ReportTexts.Of("Findings_Hidden", hidden), ("class", "faint"));
        Silenced(html, silenced, summary);
        OthersSection.Write(html, analysis.Others);
        html.Close().Break();
    }

    static void Counts(Html html, AnalysisSummary summary)
    {
        html.Remark(ReportTexts.Of("Findings_Withheld"));
        var shown = summary.Findings.Where(static finding => finding.Level is "error" or "warning" || Evidence.AnalysisRule.IsOurId(finding.Rule)).ToArray();
        if (shown.Length == 0)
            return;
        html.Table(ReportTexts.Of("CountsByRule"), "Rule", "Level", "Count");
        foreach (var finding in shown)
            html.Open("tr").Open("th", ("scope", "row")).Whole("code", finding.Rule).Close().Open("td").Badge(Kind(finding.Level), Level(finding.Level)).Close().Whole("td", Parts.Number(finding.Count), ("class", "number")).Close().Break();
        html.EndTable();
    }

    static void Chips(Html html, ReportFinding[] findings)
    {
        if (findings.Length == 0)
            return;
        html.Open("div", ("class", "chips"), ("role", "group"), ("aria-label", ReportTexts.Of("ByLevel").En), ("data-label-en", ReportTexts.Of("ByLevel").En), ("data-label-ja", ReportTexts.Of("ByLevel").Ja));
        foreach (var level in findings.CountBy(static finding => finding.Level))
            html.Open("button", ("type", "button"), ("class", "status s-" + Kind(level.Key)), ("data-show", level.Key), ("aria-pressed", "false")).Sign(Kind(level.Key)).Both(Level(level.Key)).Text(" ").Whole("b", Parts.Number(level.Value)).Close();
        html.Close().Break();
    }

    /// <summary>One finding: rule, message, place, the way of the value, and the code where there is any.</summary>
    internal static void Finding(Html html, ReportFinding finding)
    {
        html.Open("article", ("class", "finding"), ("data-kind", finding.Level)).Open("p", ("class", "head")).Badge(Kind(finding.Level), Level(finding.Level)).Text(" ").Whole("code", finding.Rule);
        if (finding.Title is { } title)
            html.Text(" ").Whole("span", title, ("class", "title"));
        html.Close().Whole("p", finding.Message);
        if (finding.Place is { } place)
        {
            html.Open("p", ("class", "place"));
            Place(html, place);
            html.Close();
            if (finding.Way.IsEmpty || !finding.IsFlow)
                Code(html, place);
            if (!finding.Way.IsEmpty)
                Way(html, finding, place);
        }
        html.Close().Break();
    }

    static void Place(Html html, FindingPlace place) => html.Whole("code", place.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{place.File}:{place.Line}") : place.File);

    // From where the value comes in to where it does harm, step by step.
    static void Way(Html html, ReportFinding finding, FindingPlace place)
    {
        html.Open("p", ("class", "faint")).Both(ReportTexts.Of(finding.IsFlow ? "Way" : "Related")).Close().Open("ol", ("class", "way"));
        foreach (var (step, at) in finding.Way.Select(static (step, at) => (step, at)))
            Step(html, step, finding.IsFlow ? at == 0 ? "Way_First" : "Way_Through" : null);
        if (finding.IsFlow)
            Step(html, place, "Way_Last");
        html.Close();
    }

    static void Step(Html html, FindingPlace place, string? part)
    {
        html.Open("li");
        if (part is not null)
            html.Whole("span", ReportTexts.Of(part), ("class", "part")).Text(" ");
        Place(html, place);
        Code(html, place);
        html.Close();
    }

    static void Code(Html html, FindingPlace place)
    {
        if (place.Excerpt is { } excerpt)
            Excerpt(html, excerpt);
        else if (place.Gap is { } gap)
            html.Whole("p", ReportTexts.Of("Code_" + gap), ("class", "faint"));
    }

    static void Excerpt(Html html, CodeExcerpt excerpt)
    {
        html.Open("pre", ("class", "code"), ("tabindex", "0")).Open("code");
        var number = excerpt.FirstLine;
        foreach (var line in excerpt.Text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            var marked = number > 0 && number == excerpt.MarkedLine;
            html.Open(marked ? "mark" : "span").Whole("span", number > 0 ? number.ToString(CultureInfo.InvariantCulture).PadLeft(5) + (marked ? " ▸ " : "   ") : "", ("class", "line")).Text(line.Replace("\t", "    ", StringComparison.Ordinal)).Close().Break();
            number += number > 0 ? 1 : 0;
        }
        html.Close(2);
    }

    static void Silenced(Html html, ReportFinding[] findings, AnalysisSummary summary)
    {
        if (findings.Length == 0)
        {
            if (!summary.Suppressed.IsEmpty)
                html.Whole("p", ReportTexts.Label("Suppressed").Filled(summary.Suppressed.Sum(static rule => rule.Count), string.Join(", ", summary.Suppressed.Select(static rule => $"{rule.Name} {rule.Count}×"))));
            return;
        }
        html.Open("h4").Both(ReportTexts.Of("Silenced", findings.Length)).Close().Whole("p", ReportTexts.Of("Silenced_Who"), ("class", "note"));
        html.Table(ReportTexts.Of("Silenced", findings.Length), "Rule", "Place", "Message", "Reason");
        foreach (var finding in findings.Take(Most))
        {
            html.Open("tr").Open("th", ("scope", "row")).Whole("code", finding.Rule).Close().Open("td");
            if (finding.Place is { } place)
                Place(html, place);
            html.Close();
            html.Whole("td", finding.Message).Open("td");
            foreach (var suppression in finding.Suppressions)
            {
                html.Open("div");
                if (string.IsNullOrWhiteSpace(suppression.Justification))
                    html.Badge("partly", ReportTexts.Of("NoReason"));
                else
                    html.Whole("bdi", suppression.Justification);
                html.Text(" ").Whole("span", ReportTexts.Find("Silenced_" + suppression.Kind) ?? ReportTexts.Same(suppression.Kind), ("class", "faint")).Close();
            }
            html.Close(2).Break();
        }
        html.EndTable();
    }

    static Bilingual Level(string level) => ReportTexts.Known("Level_" + level) ?? ReportTexts.Same(level);

    static string Kind(string level) => level switch { "error" => "not-met", "warning" => "partly", _ => "note" };
}
