using SecureBuild.Evidence;

namespace SecureBuild.Rendering.Report;

/// <summary>What the attestations do not say, and of which facts nothing is known.</summary>
static class LimitsSection
{
    public static void Write(Html html, ReportModel model)
    {
        var product = model.Product;
        html.Section("limits").Lead(ReportTexts.Of("Limits_Lead")).Open("ul");
        foreach (var limit in product.Limits)
            html.Open("li").Both(limit).Close();
        html.Close().Break();
        if (!product.Gaps.IsEmpty)
        {
            html.Open("details", ("class", "plain")).Open("summary").Both(ReportTexts.Of("Gaps", product.Gaps.Length)).Close();
            html.Table(ReportTexts.Of("Gaps", product.Gaps.Length), "Fact", "Why");
            foreach (var gap in product.Gaps)
            {
                html.Open("tr").Open("th", ("scope", "row")).Both(gap.Title).Void("br").Whole("code", gap.Fact).Close().Open("td");
                foreach (var reason in gap.Missing.GroupBy(static missing => (missing.State, missing.Gap)))
                {
                    html.Open("div").Badge("not-assessed", ReportTexts.Label(reason.Key.State == "stale" ? "Stale" : "NotAssessed")).Text(" ").Both(GapText.Both(reason.Key.Gap ?? ""));
                    if (reason.Count() < product.Projects.Length)
                        html.Text(" ").Whole("span", string.Join(", ", reason.Select(static missing => missing.Project)), ("class", "faint"));
                    html.Close();
                }
                html.Close(2).Break();
            }
            html.EndTable().Close();
        }
        html.Close().Break();
    }
}
