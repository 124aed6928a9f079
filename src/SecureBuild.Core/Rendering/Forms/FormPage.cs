using System.Collections.Immutable;
using System.Text;
using SecureBuild.Assessment;
using SecureBuild.Catalogues;
using SecureBuild.Submission;

namespace SecureBuild.Rendering.Forms;

/// <summary>
/// A form, filled in as far as evidence and statements go: one page of HTML without scripts and without anything from elsewhere, made to be printed on A4. What a person has
/// to say is left to a person: boxes stay empty unless somebody stated exactly that, and the page says who.
/// </summary>
public static class FormPage
{
    /// <summary>The page, in UTF-8. The same for the same product.</summary>
    /// <param name="product">What it is about. Documents for others get <see cref="Product.ForOthers"/>.</param>
    /// <param name="form">Which form.</param>
    /// <param name="language"><c>en</c> or <c>ja</c>.</param>
    /// <exception cref="ProblemException">SB9801: no build was held against the form's catalogue; SB9802: builds were held against different editions of it.</exception>
    public static byte[] Render(Product product, SubmissionForm form, string language)
    {
        ImmutableArray<ProductFramework> frameworks = [.. product.Frameworks.Where(framework => framework.Id == form.Catalogue)];
        if (frameworks is not [var framework])
            throw new ProblemException(frameworks.IsEmpty
                ? Messages.Error("SB9801", arguments: [form.Catalogue])
                : Messages.Error("SB9802", arguments: [form.Catalogue, string.Join(", ", frameworks.Select(static edition => edition.Version).Distinct(StringComparer.Ordinal))]));
        var labels = new Labels(language);
        var mark = FormMark.Of(product, labels);
        var catalogue = CatalogueLibrary.ById(form.Catalogue)!;
        var html = new FormHtml();
        Head(product, form, framework, mark, labels, html);
        var items = FormItem.Of(framework, catalogue);
        Facts(product, items, labels, html);
        Limits(product, labels, html);
        FormTable.Write(items, form, labels, html);
        Signature(product, form, labels, html);
        Sources(product, framework, catalogue, labels, html);
        html.Raw("</main>\n</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(html.ToString());
    }

    static void Head(Product product, SubmissionForm form, ProductFramework framework, FormMark mark, Labels labels, FormHtml html)
    {
        var style = new FormStyle(mark, form.OfficialTitle, $"{product.Title} {product.Version.Text}".Trim());
        html.Raw($"<!DOCTYPE html>\n<html lang=\"{labels.Language}\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Raw($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{style.Hash}'; base-uri 'none'; form-action 'none'\">\n")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
            .Element("title", $"{form.OfficialTitle} – {product.Title}").Raw($"<style>{style.Text}</style>\n</head>\n<body{(mark.IsDraft ? " class=\"draft\"" : "")}>\n")
            .Element("div", mark.Text, "class=\"mark\" role=\"status\"").Element("div", mark.Text, "class=\"watermark\" aria-hidden=\"true\"").Raw("<main>\n")
            .Element("p", labels["Form_Kind"], "class=\"kind\"")
            .Element("h1", form.OfficialTitle, $"lang=\"{form.OfficialLanguage}\"").Element("p", form.Publisher, $"class=\"publisher\" lang=\"{form.OfficialLanguage}\"")
            .Element("p", labels.Of("Form_Edition", framework.Version, labels["Source_" + Known(framework.SourceStatus)]), "class=\"note\"")
            .Element("p", form.About.In(labels.Language), "class=\"note\"");
    }

    // An attestation of others may say anything here.
    static string Known(string? status) => status is "final" or "in-force" or "optional-use" or "draft" or "superseded" ? status.Replace('-', '_') : "unknown";

    static void Facts(Product product, ImmutableArray<FormItem> items, Labels labels, FormHtml html)
    {
        html.Element("h2", labels["Form_Product"]).Raw("<table class=\"facts\">\n")
            .Row(labels["Cover_Product"], Declared(product.Name, labels)).Row(labels["Cover_Version"], Declared(product.Version, labels))
            .Row(labels["Supplier"], Supplier(product, labels)).Row(labels["Cover_Contact"], Declared(product.Contact, labels).Select(static contact => contact.Replace("mailto:", "", StringComparison.Ordinal)))
            .Row(labels["Form_Attested"], ReiwaDate.Of(product.Time, labels.Language))
            .Row(labels["Form_Builds"], product.Projects.Select(project => project.Summary.Build is { } build ? $"{project.Key}: {build.Project}, {build.TargetFramework}, {build.Configuration}" : project.Key));
        // A form speaks of a product: what is part of it and unknown belongs on the first page.
        if (product.LeftOut.Where(static build => build.Why == LeftOutReason.NotAttested).Select(static build => build.Project).ToArray() is { Length: > 0 } unattested)
            html.Row(labels["Form_NotAttested"], unattested);
        html.Row(labels["Form_Counts"], string.Join(labels["Form_CountSeparator"], FormTable.Statuses
                .Select(status => (Status: status, Count: items.Count(item => item.IsAssessed && item.Control!.Status == status))).Where(static counted => counted.Count > 0)
                .Select(counted => $"{FormTable.Sign(counted.Status)} {labels["Status_" + counted.Status]} {counted.Count}")))
            .Raw("</table>\n");
        if (items.Any(static item => item.IsAssessed && item.Control!.Conflict))
            html.Element("p", labels["Form_Conflicts"], "class=\"title\"");
    }

    // On the first page: who reads no further has read this.
    static void Limits(Product product, Labels labels, FormHtml html)
    {
        if (product.Limits.IsEmpty)
            return;
        html.Element("h2", labels["Limits"]).Raw("<ul class=\"limits\">\n");
        foreach (var limit in product.Limits)
            html.Element("li", limit.In(labels.Language));
        html.Raw("</ul>\n");
    }

    // In the script of the page first, the other behind it: who files the one looks for the other.
    static IEnumerable<string> Supplier(Product product, Labels labels)
    {
        string?[] local = [.. product.Projects.Select(static project => project.Summary.Product.SupplierInJapanese).Distinct()];
        return product.Supplier.Value is not { } name || local is not [{ } japanese] ? Declared(product.Supplier, labels) : labels.Language == "ja" ? [japanese, name] : [name, japanese];
    }

    static IEnumerable<string> Declared(Declaration declaration, Labels labels) =>
        declaration.Values.IsEmpty ? [labels["NotStated"]]
        : declaration.IsConflict ? declaration.Values.Select(value => $"{value.Value} ({FormTable.Named(value.Projects, labels)})").Append(labels["Cover_Contradiction"])
        : [declaration.Values[0].Value];

    static void Signature(Product product, SubmissionForm form, Labels labels, FormHtml html)
    {
        html.Raw("<section class=\"keep\">\n").Element("h2", labels["Form_Signature"]);
        foreach (var (person, projects) in product.Projects.Where(static project => project.Signatory is not null).GroupBy(static project => project.Signatory!).Select(static group => (group.Key, group)))
            html.Element("p", labels.Of("Form_SignedFor", person.Name, person.Role, ReiwaDate.Of(person.Date, labels.Language), person.Scope, FormTable.Named([.. projects.Select(static project => project.Key)], labels)));
        foreach (var reason in product.Projects.Select(static project => project.ConflictReason).OfType<string>().Distinct(StringComparer.Ordinal))
            html.Element("p", labels.Of("Form_ConflictReason", reason));
        html.Element("p", labels["Form_SignatureNote"], "class=\"note\"").Raw("<table class=\"paper\">\n");
        foreach (var line in form.Signature)
            html.Raw("<tr>").Element("th", line.In(labels.Language), "scope=\"row\"").Raw("<td></td></tr>\n");
        html.Raw("</table>\n</section>\n");
    }

    static void Sources(Product product, ProductFramework framework, Catalogue catalogue, Labels labels, FormHtml html)
    {
        html.Element("h2", labels["Form_Sources"]);
        if (framework.SourceStatus is { } source && !Catalogue.IsSettled(source))
            html.Element("p", labels["UnsettledSource"], "class=\"title\"");
        html.Raw("<table class=\"facts\">\n")
            .Row(labels["Form_Catalogue"], $"{framework.Id} {framework.Version}", labels.Of("Form_Checked", catalogue.Document, ReiwaDate.Of(catalogue.Checked, labels.Language)),
                $"SHA-256 {framework.CatalogueSha256}", framework.CatalogueSha256 == catalogue.Sha256 ? labels["Form_SameCatalogue"] : labels["Form_OtherCatalogue"]);
        if ((framework.Note ?? catalogue.Note) is { } note)
            html.Row(labels["Form_Note"], note.In(labels.Language));
        foreach (var project in product.Projects)
            html.Row(labels.Of("Form_Statement", project.Key), [$"SHA-256 {project.StatementSha256}", .. project.Summary.Signature.KeyIds.Select(key => labels.Of("Form_Key", key))]);
        html.Raw("</table>\n").Element("p", labels["Form_Prevails"]);
    }
}
