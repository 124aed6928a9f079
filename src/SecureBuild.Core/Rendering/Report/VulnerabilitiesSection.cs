namespace SecureBuild.Rendering.Report;

/// <summary>Known vulnerabilities, and how far anybody looked for them.</summary>
static class VulnerabilitiesSection
{
    public static void Write(Html html, ReportModel model)
    {
        html.Section("vulnerabilities").Lead(ReportTexts.Of("Vulnerabilities_Lead"));
        foreach (var audits in model.Vulnerabilities.Audits.GroupBy(static audit => audit.Audit))
            Audit(html, audits.Key, audits.Count() < model.Vulnerabilities.Audits.Length ? string.Join(", ", audits.Select(static audit => audit.Project)) : null);
        if (model.Vulnerabilities.IsWithheld)
            html.Remark(ReportTexts.Of("Vulnerabilities_Withheld"));
        var findings = model.Vulnerabilities.Findings;
        if (!findings.IsEmpty)
        {
            html.Table(ReportTexts.Of("Section_vulnerabilities"), "Package", "Severity", "Advisory", "Statement");
            foreach (var finding in findings)
            {
                html.Open("tr").Open("th", ("scope", "row")).Whole("bdi", finding.Package).Text(" ").Whole("bdi", finding.Version, ("class", "faint")).Close();
                html.Open("td").Badge(Kind(finding.Severity), Severity(finding.Severity)).Close().Open("td").Link(finding.Advisory).Close().Open("td");
                Statement(html, finding.Statement);
                html.Close(2).Break();
            }
            html.EndTable();
        }
        html.Close().Break();
    }

    static void Audit(Html html, AuditSummary? audit, string? projects)
    {
        var date = audit?.Date is { } given ? ReportTexts.Same(given) : ReportTexts.Label("UndatedSource");
        var text = audit?.State switch
        {
            "findings" => ReportTexts.Label("AuditFindings"),
            "none-found" => ReportTexts.Label("AuditNoneFound"),
            _ => ReportTexts.Label("AuditNotAssessed"),
        };
        text = audit?.State switch
        {
            "findings" => new(text.Filled(audit.Findings, audit.Source ?? "?", date.En).En, text.Filled(audit.Findings, audit.Source ?? "?", date.Ja).Ja),
            "none-found" => new(text.Filled(audit.Source ?? "?", date.En).En, text.Filled(audit.Source ?? "?", date.Ja).Ja),
            _ => text,
        };
        html.Open("div", ("class", "remark " + (audit?.State == "findings" ? "bad" : audit?.State == "none-found" ? "plain" : "open"))).Sign(audit?.State == "findings" ? "not-met" : audit?.State == "none-found" ? "note" : "not-assessed").Open("p").Both(text);
        if (audit?.Gap is { } gap && audit.State is not ("findings" or "none-found"))
            html.Text(" ").Both(Evidence.GapText.Both(gap));
        if (projects is not null)
            html.Text(" ").Whole("span", projects, ("class", "faint"));
        html.Close(2).Break();
    }

    static void Statement(Html html, AdvisoryStatement? statement)
    {
        if (statement is null)
        {
            html.Badge("not-assessed", ReportTexts.Label("VexUnstated"));
            return;
        }
        html.Badge("stated", ReportTexts.Known("Vex_" + statement.Status) ?? ReportTexts.Same(statement.Status)).Text(" ");
        html.Both(ReportTexts.Of("StatementBy", statement.Owner, statement.Role ?? "–", statement.Expires ?? "–"));
        if (statement.Reason is { } reason)
            html.Void("br").Open("q").Whole("bdi", reason).Close();
    }

    /// <summary>A severity in words.</summary>
    internal static Bilingual Severity(string severity) => ReportTexts.Known("Severity_" + severity) ?? ReportTexts.Same(severity);

    static string Kind(string severity) => severity is "critical" or "high" ? "not-met" : severity is "moderate" or "low" ? "partly" : "not-assessed";
}
