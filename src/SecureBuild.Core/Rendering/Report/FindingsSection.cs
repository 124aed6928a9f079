using System.Globalization;

namespace SecureBuild.Rendering.Report;

/// <summary>What the analysis of the source found: with the code where the log carries it, and what was silenced, by which reason.</summary>
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
            html.Remark(ReportTexts.Label("NoAnalysis")).Close();
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
            html.Open("tr").Open("th", ("scope", "row")).Whole("code", finding.Rule).Close().Open("td").Badge(Kind(finding.Level), ReportTexts.Known("Level_" + finding.Level) ?? ReportTexts.Same(finding.Level)).Close().Whole("td", Parts.Number(finding.Count), ("class", "number")).Close().Break();
        html.EndTable();
    }

    static void Chips(Html html, ReportFinding[] findings)
    {
        if (findings.Length == 0)
            return;
        html.Open("div", ("class", "chips"), ("role", "group"), ("aria-label", ReportTexts.Of("ByLevel").En), ("data-label-en", ReportTexts.Of("ByLevel").En), ("data-label-ja", ReportTexts.Of("ByLevel").Ja));
        foreach (var level in findings.CountBy(static finding => finding.Level))
            html.Open("button", ("type", "button"), ("class", "status s-" + Kind(level.Key)), ("data-show", level.Key), ("aria-pressed", "false")).Sign(Kind(level.Key)).Both(ReportTexts.Label("Level_" + level.Key)).Text(" ").Whole("b", Parts.Number(level.Value)).Close();
        html.Close().Break();
    }

    static void Finding(Html html, ReportFinding finding)
    {
        html.Open("article", ("class", "finding"), ("data-kind", finding.Level)).Open("p", ("class", "head")).Badge(Kind(finding.Level), ReportTexts.Label("Level_" + finding.Level)).Text(" ").Whole("code", finding.Rule);
        if (finding.Title is { } title)
            html.Text(" ").Whole("span", title, ("class", "title"));
        html.Close().Whole("p", finding.Message);
        Place(html, finding);
        if (finding.Excerpt is { } excerpt)
            Excerpt(html, excerpt);
        html.Close().Break();
    }

    static void Place(Html html, ReportFinding finding)
    {
        if (finding.File is { } file)
            html.Open("p", ("class", "place")).Whole("code", finding.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{file}:{finding.Line}") : file).Close();
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
        html.Open("h4").Both(ReportTexts.Of("Silenced", findings.Length)).Close();
        html.Table(ReportTexts.Of("Silenced", findings.Length), "Rule", "Place", "Message", "Reason");
        foreach (var finding in findings.Take(Most))
        {
            html.Open("tr").Open("th", ("scope", "row")).Whole("code", finding.Rule).Close().Open("td").Open("code").Text(finding.File is null ? "–" : finding.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{finding.File}:{finding.Line}") : finding.File).Close(2);
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

    static string Kind(string level) => level switch { "error" => "not-met", "warning" => "partly", _ => "note" };
}
