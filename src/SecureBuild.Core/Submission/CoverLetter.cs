using System.Globalization;
using System.Net;
using System.Text;
using SecureBuild.Assessment;
using SecureBuild.Attestation;
using SecureBuild.Rendering;

namespace SecureBuild.Submission;

/// <summary>
/// <c>cover-letter.html</c>: what is handed over, of which product, by whom, and what is open. It says nothing that was not declared or derived; whoever signs on paper fills
/// in the rest, so those lines are empty. Without scripts; the page's frame is <c>cover-letter.html</c> beside this file.
/// </summary>
static class CoverLetter
{
    public static SubmissionDocument Document { get; } = new("cover-letter.html", "text/html", FileClass.Customer, [], static (product, context) => Page(product, context));

    static ReadOnlyMemory<byte> Page(Product product, SubmissionContext context)
    {
        var body = new StringBuilder();
        foreach (var language in context.Profile.Languages)
            Letter(product, context, new(language), body);
        var page = Encoding.UTF8.GetString(EmbeddedFile.Bytes("Submission/cover-letter.html")).ReplaceLineEndings("\n")
            .Replace("{{language}}", context.Profile.Languages[0], StringComparison.Ordinal)
            .Replace("{{title}}", Text(product.Title), StringComparison.Ordinal)
            .Replace("{{body}}", body.ToString(), StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(page);
    }

    static void Letter(Product product, SubmissionContext context, Labels labels, StringBuilder html)
    {
        html.Append(CultureInfo.InvariantCulture, $"<article lang=\"{labels.Language}\">\n<h1>{Text(labels.Of("Cover_Title", product.Title))}</h1>\n");
        if (context.SignerKeyId is null || !product.IsSigned)
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"draft\">{DraftMark.Text} / {DraftMark.JapaneseText}: {Text(labels[context.SignerKeyId is null ? "Cover_PackageDraft" : "Cover_StatementsDraft"])}</p>\n");
        html.Append("<table>\n");
        foreach (var (label, declared) in ((string, Declaration)[])[("Cover_Product", product.Name), ("Cover_Version", product.Version), ("Supplier", product.Supplier), ("Cover_Contact", product.Contact)])
            Row(html, labels[label], Text(declared.Text ?? labels["NotStated"]) + (declared.IsConflict ? " – " + Text(labels["Cover_Contradiction"]) : ""));
        Row(html, labels["Cover_For"], Text(context.Profile.Title.In(labels.Language)));
        Row(html, labels["Cover_Prepared"], context.Clock.Text);
        Row(html, labels["Cover_Key"], Text(context.SignerKeyId ?? labels["Cover_NoKey"]));
        html.Append("</table>\n");
        Paragraph(html, labels["Cover_About"]);
        Builds(product, labels, html);
        Statuses(product, labels, html);
        Open(product, labels, html);
        List(html, labels["Limits"], product.Limits.Select(limit => limit.In(labels.Language)));
        Paragraph(html, labels["Cover_Verify"]);
        html.Append(CultureInfo.InvariantCulture, $"<h2>{Text(labels["Cover_Signature"])}</h2>\n<p class=\"note\">{Text(labels["Cover_SignatureNote"])}</p>\n<dl class=\"sign\">\n");
        foreach (var line in (string[])["Cover_SignName", "Cover_SignRole", "Cover_SignDate", "Cover_SignHand"])
            html.Append(CultureInfo.InvariantCulture, $"<dt>{Text(labels[line])}</dt><dd></dd>\n");
        html.Append("</dl>\n</article>\n");
    }

    static void Builds(Product product, Labels labels, StringBuilder html)
    {
        html.Append(CultureInfo.InvariantCulture, $"<h2>{Text(labels["Cover_Builds"])}</h2>\n<table>\n");
        foreach (var project in product.Projects)
            foreach (var output in project.Summary.Outputs)
                html.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(project.Key)}</td><td>{Text(output.Name)}</td><td><code>{output.Sha256}</code></td></tr>\n");
        html.Append("</table>\n");
    }

    static void Statuses(Product product, Labels labels, StringBuilder html)
    {
        html.Append(CultureInfo.InvariantCulture, $"<h2>{Text(labels["Cover_Statuses"])}</h2>\n<table>\n<tr><th></th>");
        var statuses = Enum.GetValues<ControlStatus>();
        foreach (var status in statuses)
            html.Append(CultureInfo.InvariantCulture, $"<th>{Text(labels["Status_" + status])}</th>");
        html.Append("</tr>\n");
        foreach (var framework in product.Frameworks)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><th>{Text(framework.Title.In(labels.Language))} {Text(framework.Version)}</th>");
            foreach (var status in statuses)
                html.Append(CultureInfo.InvariantCulture, $"<td>{framework.Count(status)}</td>");
            html.Append("</tr>\n");
        }
        html.Append("</table>\n");
        Paragraph(html, labels["Cover_StatusesNote"]);
    }

    static void Open(Product product, Labels labels, StringBuilder html)
    {
        if (product.Open.IsEmpty)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2>{Text(labels["Cover_Open"])}</h2>\n");
            Paragraph(html, labels["Cover_NothingOpen"]);
            return;
        }
        List(html, labels["Cover_Open"], product.Open.Select(item => item.Text.In(labels.Language) + (item.Projects.IsEmpty ? "" : $" [{string.Join(", ", item.Projects)}]")));
    }

    static void List(StringBuilder html, string heading, IEnumerable<string> items)
    {
        html.Append(CultureInfo.InvariantCulture, $"<h2>{Text(heading)}</h2>\n<ul>\n");
        foreach (var item in items)
            html.Append(CultureInfo.InvariantCulture, $"<li>{Text(item)}</li>\n");
        html.Append("</ul>\n");
    }

    static void Row(StringBuilder html, string label, string value) => html.Append(CultureInfo.InvariantCulture, $"<tr><th>{Text(label)}</th><td>{value}</td></tr>\n");

    static void Paragraph(StringBuilder html, string text) => html.Append(CultureInfo.InvariantCulture, $"<p>{Text(text)}</p>\n");

    // Much of it is the text of others, which must stay text.
    static string Text(string text) => WebUtility.HtmlEncode(Printable.Of(text));
}
