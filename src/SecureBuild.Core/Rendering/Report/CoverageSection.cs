namespace SecureBuild.Rendering.Report;

/// <summary>How complete the bills of materials are, element by element of each list. A count, no judgement.</summary>
static class CoverageSection
{
    public static void Write(Html html, ReportModel model)
    {
        html.Section("coverage").Lead(ReportTexts.Of("Coverage_Lead"));
        if (model.Coverage.IsEmpty)
            html.Remark(ReportTexts.Label("NoSbom"));
        foreach (var list in model.Coverage)
        {
            var required = list.Elements.Where(static element => element is { IsRequired: true, Total: > 0 }).ToArray();
            html.Open("details", ("class", "plain")).Open("summary").Whole("span", list.Title, ("class", "title")).Text(" ")
                .Whole("span", ReportTexts.Of("Coverage_Whole", required.Count(static element => element.Present == element.Total), required.Length), ("class", "faint")).Close();
            html.Table(list.Title, "Element", "Share", "Present", "SaidUnknown", "NotThere");
            foreach (var element in list.Elements)
            {
                html.Open("tr").Open("th", ("scope", "row")).Both(element.Title).Text(" ").Whole("span", element.Id, ("class", "faint")).Close();
                if (element.Total == 0)
                    html.Open("td", ("colspan", "4")).Whole("span", ReportTexts.Of("Coverage_Outside"), ("class", "faint")).Close();
                else
                    html.Open("td", ("class", "bar-cell")).Bar(("met-by-evidence", element.Present), ("not-assessed", element.Unknown), ("not-met", element.Missing)).Close()
                        .Whole("td", $"{Parts.Number(element.Present)} / {Parts.Number(element.Total)}", ("class", "number")).Whole("td", Parts.Number(element.Unknown), ("class", "number")).Whole("td", Parts.Number(element.Missing), ("class", "number"));
                html.Close().Break();
            }
            html.EndTable().Close().Break();
        }
        html.Close().Break();
    }
}
