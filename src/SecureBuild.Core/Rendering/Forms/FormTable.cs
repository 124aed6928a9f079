using System.Collections.Immutable;
using SecureBuild.Assessment;
using SecureBuild.Catalogues;
using SecureBuild.Submission;

namespace SecureBuild.Rendering.Forms;

/// <summary>The items of a form, one row each: what is asked, how it stands, what the evidence shows, and what a person stated or is to fill in.</summary>
static class FormTable
{
    const int MostNames = 8;

    /// <summary>Statuses in the order in which they are counted.</summary>
    public static ImmutableArray<ControlStatus> Statuses { get; } =
        [ControlStatus.MetByEvidence, ControlStatus.Stated, ControlStatus.Partly, ControlStatus.NotMet, ControlStatus.NotAssessed, ControlStatus.NotApplicable];

    /// <summary>A status without colour: filled where it is shown, hollow where it is said.</summary>
    public static string Sign(ControlStatus status) => status switch
    {
        ControlStatus.MetByEvidence => "●",
        ControlStatus.Stated => "○",
        ControlStatus.Partly => "△",
        ControlStatus.NotMet => "×",
        ControlStatus.NotApplicable => "–",
        _ => "?",
    };

    public static void Write(ImmutableArray<FormItem> items, SubmissionForm form, Labels labels, FormHtml html)
    {
        html.Element("h2", labels["Form_Items"], "class=\"next\"").Raw("<ul class=\"legend\">\n");
        foreach (var status in Statuses)
            html.Element("li", $"{Sign(status)} {labels["Status_" + status]}");
        html.Raw("</ul>\n").Element("p", labels["Form_Legend"], "class=\"note\"").Raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"").Text(labels["Form_Items"]).Raw("\">\n<table class=\"items\">\n<thead><tr>");
        foreach (var column in (string[])["number", "asks", "status", "shows", "stated"])
            html.Raw($"<th scope=\"col\" class=\"{column}\">").Text(labels["Form_" + column]).Raw("</th>");
        html.Raw("</tr></thead>\n<tbody>\n");
        foreach (var item in items)
            Row(item, form, labels, html);
        html.Raw("</tbody>\n</table>\n</div>\n");
        foreach (var (number, note) in ((FormNumber, string)[])[(FormNumber.Own, "OwnIds"), (FormNumber.Unconfirmed, "Form_UnconfirmedIds")])
            if (items.Any(item => item.Number == number))
                html.Element("p", labels[note], "class=\"note\"");
    }

    /// <summary>Names in one line; of many, the first, and how many there are besides.</summary>
    public static string Named(ImmutableArray<string> names, Labels labels) =>
        names.Length <= MostNames ? string.Join(", ", names) : labels.Of("Form_AndMore", string.Join(", ", names.Take(MostNames)), names.Length - MostNames);

    static void Row(FormItem item, SubmissionForm form, Labels labels, FormHtml html)
    {
        var tone = item is not { IsAssessed: true, Control: { } control } ? "" : control.Conflict || control.Status == ControlStatus.NotMet ? " bad" : control.Status switch
        {
            ControlStatus.MetByEvidence => " met",
            ControlStatus.Stated => " said",
            ControlStatus.Partly => " part",
            _ => " open",
        };
        // What is only to be read has the whole width to be read in.
        var isText = !item.IsAssessed && !item.IsGroup || item.Control is null;
        html.Raw($"<tr class=\"{(item.IsGroup ? "group" : "item")}{tone}\"><th scope=\"row\">").Text(item.Id + Note(item.Number)).Raw(isText ? "</th><td colspan=\"4\">" : "</th><td>")
            .Element("p", item.Title.In(labels.Language), "class=\"title\"");
        if (item.Summary is { } summary && summary != item.Title)
            html.Element("p", summary.In(labels.Language), "class=\"small\"");
        if (isText)
        {
            html.Element("p", labels[item.IsGroup ? "Form_GroupOnly" : "Form_ToRead"]);
            Boxes(item, form, labels, html);
        }
        else
        {
            html.Raw("</td>");
            Status(item.Control!, labels, html);
            html.Raw("<td>");
            if (item.IsGroup)
                html.Element("p", labels["Form_Worst"]);
            else
                Evidence(item, item.Control!, labels, html);
            html.Raw("</td><td>");
            Statement(item, item.Control!, form, labels, html);
        }
        html.Raw("</td></tr>\n");
    }

    static string Note(FormNumber number) => number switch { FormNumber.Own => "*", FormNumber.Unconfirmed => "†", _ => "" };

    static void Status(ProductControl control, Labels labels, FormHtml html)
    {
        html.Raw("<td>").Raw($"<span class=\"sign\">{Sign(control.Status)}</span> ").Text(labels["Status_" + control.Status]);
        if (control.Conflict)
            html.Raw(" ").Element("p", "! " + labels["Conflict"], "class=\"sign\"");
        html.Raw("</td>");
    }

    static void Evidence(FormItem item, ProductControl control, Labels labels, FormHtml html)
    {
        // Builds that say the same are told once; the worst first, for there is what somebody has to do.
        var groups = control.Projects
            .GroupBy(project => (project.Status, project.Conflict, project.WasAssessed, Text: string.Join('\n', project.Reasons.Select(reason => reason.In(labels.Language)))))
            .OrderBy(group => group.Key.Status == control.Status ? 0 : 1).ToArray();
        foreach (var group in groups)
        {
            if (groups.Length > 1)
                html.Element("p", $"{Sign(group.Key.Status)} {labels["Status_" + group.Key.Status]}: {Named([.. group.Select(static project => project.Project)], labels)}", "class=\"title\"");
            if (!group.Key.WasAssessed)
                html.Element("p", labels["Form_NotHeld"]);
            else if (group.First().Reasons.IsEmpty)
                html.Element("p", labels[item.Automation == Automation.Human ? "Form_OnlyPerson" : "Form_NothingKnown"]);
            else
                List(group.First().Reasons, labels, html);
        }
    }

    static void List(ImmutableArray<Bilingual> reasons, Labels labels, FormHtml html)
    {
        html.Raw("<ul>\n");
        foreach (var reason in reasons)
            html.Element("li", reason.In(labels.Language));
        html.Raw("</ul>\n");
    }

    static void Statement(FormItem item, ProductControl control, SubmissionForm form, Labels labels, FormHtml html)
    {
        Boxes(item, form, labels, html);
        var statements = control.Projects.Where(static project => project.StatedBy is not null).GroupBy(static project => project.StatedBy!).ToArray();
        if (form.Choices.ContainsKey(item.Id))
        {
            // The boxes are the whole answer.
        }
        else if (item.Automation is null or Automation.Auto || item.IsGroup)
        {
            if (statements.Length == 0)
                html.Element("p", labels[item.IsGroup ? "Form_SeeBelow" : "Form_EvidenceOnly"], "class=\"small\"");
        }
        else
        {
            Box(item.IsStated, labels["Form_Declared"], labels, html);
        }
        foreach (var statement in statements)
            Person(statement.Key, statements.Length == 1 && statement.Count() == control.Projects.Length ? null : Named([.. statement.Select(static project => project.Project)], labels), labels, html);
        if (statements.Length == 0 && item is { IsGroup: false, Automation: Automation.Human or Automation.Mixed } && !form.Choices.ContainsKey(item.Id))
            foreach (var blank in (string[])["Cover_SignName", "Cover_SignRole", "Cover_SignDate"])
                html.Element("span", labels[blank], "class=\"blank\"");
    }

    static void Person(PersonStatement statement, string? projects, Labels labels, FormHtml html)
    {
        html.Element("p", $"{labels["Status_" + statement.Status]}: {statement.Name}", "class=\"title\"").Element("p", statement.Role)
            .Element("p", labels.Of("Form_Period", ReiwaDate.Of(statement.Date, labels.Language), ReiwaDate.Of(statement.LastDay, labels.Language)), "class=\"small\"");
        if (statement.Reference is { } reference)
            html.Element("p", labels.Of("Form_Reference", reference) + (statement.ReferenceSha256 is { } digest ? $" (SHA-256 {digest})" : ""), "class=\"small\"");
        if (statement.Note is { } note)
            html.Element("p", note, "class=\"small\"");
        if (projects is not null)
            html.Element("p", labels.Of("Form_StatedFor", projects), "class=\"small\"");
    }

    // Which of them holds is nowhere in the model: always empty.
    static void Boxes(FormItem item, SubmissionForm form, Labels labels, FormHtml html)
    {
        foreach (var choice in form.Choices.GetValueOrDefault(item.Id, []))
            Box(false, choice.In(labels.Language), labels, html);
    }

    static void Box(bool ticked, string text, Labels labels, FormHtml html) =>
        html.Raw("<p><span class=\"box\" role=\"img\" aria-label=\"").Text(labels[ticked ? "Form_Ticked" : "Form_Empty"]).Raw($"\">{(ticked ? "✓" : "")}</span>").Text(text).Raw("</p>\n");
}
