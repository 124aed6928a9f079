namespace SecureBuild.Rendering.Report;

/// <summary>What other tools found: by their own word, under their own names, and never added to what our rules found.</summary>
static class OthersSection
{
    const int Most = 200;

    public static void Write(Html html, System.Collections.Immutable.ImmutableArray<OtherAnalysis> others)
    {
        if (others.IsEmpty)
            return;
        html.Open("h4").Both(ReportTexts.Of("Others")).Close().Whole("p", ReportTexts.Of("Others_Lead"), ("class", "note"));
        foreach (var other in others)
            Tool(html, other);
    }

    static void Tool(Html html, OtherAnalysis other)
    {
        html.Open("details", ("class", "plain")).Open("summary").Whole("bdi", $"{other.Tool} {other.Version}".TrimEnd());
        if (other.Day is { } day)
            html.Text(" ").Whole("span", day, ("class", "faint"));
        foreach (var (level, count, kind) in ((string, int, string)[])[("error", other.Error, "not-met"), ("warning", other.Warning, "partly"), ("note", other.Note, "note")])
            if (count > 0)
                html.Text(" ").Open("span", ("class", "status s-" + kind)).Sign(kind).Both(ReportTexts.Label("Level_" + level)).Text(" ").Whole("b", Parts.Number(count)).Close();
        if (other.Error + other.Warning + other.Note == 0)
            html.Text(" ").Badge(other.IsIncomplete ? "not-assessed" : "note", ReportTexts.Of(other.IsIncomplete ? "Others_Broken" : "Others_None"));
        html.Close();
        if (other.IsIncomplete)
            html.Remark(ReportTexts.Of("Others_Incomplete"));
        if (other.Findings is not { } findings)
            html.Whole("p", ReportTexts.Of("Others_Withheld"), ("class", "faint"));
        else
            foreach (var finding in findings.Where(static finding => !finding.IsSuppressed).Take(Most))
                FindingsSection.Finding(html, finding);
        if (other.Findings is { } all && all.Count(static finding => !finding.IsSuppressed) is > Most and var total)
            html.Whole("p", ReportTexts.Of("Findings_More", total - Most), ("class", "faint"));
        if (other.Suppressed > 0)
            html.Whole("p", ReportTexts.Of("Others_Suppressed", other.Suppressed), ("class", "faint"));
        html.Close().Break();
    }
}
