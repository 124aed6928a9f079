using System.Security.Cryptography;
using System.Text;
using SecureBuild.Submission;

namespace SecureBuild.Rendering.Report;

/// <summary>
/// <c>report.html</c>: one file that needs nothing else, in both languages, for the screen and for paper. Its only script and its only style sheet are named in its
/// Content-Security-Policy by their digests; it fetches nothing.
/// </summary>
public static class ReportPage
{
    static readonly Lazy<(string Style, string Script, string Signs)> s_files = new(static () => (File("report.css"), File("report.js"), File("signs.svg")));

    /// <summary>The page in a submission.</summary>
    public static SubmissionDocument Document { get; } = new("report.html", "text/html", FileClass.Customer, [],
        static (product, context) => Render(ReportModel.Of(product, code: context.Code) with { IsDraft = !product.IsSigned || context.SignerKeyId is null }, context.Profile.Languages[0]));

    /// <summary>The page, in UTF-8. The same model gives the same bytes.</summary>
    /// <param name="model">What to show.</param>
    /// <param name="language"><c>en</c> or <c>ja</c>: in which the page opens. The reader can switch.</param>
    public static byte[] Render(ReportModel model, string language)
    {
        var html = new Html();
        html.Own("<!DOCTYPE html>\n").Open("html", ("lang", language.StartsWith("ja", StringComparison.OrdinalIgnoreCase) ? "ja" : "en")).Break();
        Head(html, model, language);
        html.Open("body").Break();
        html.Open("a", ("class", "skip"), ("href", "#main")).Both(ReportTexts.Of("Skip")).Close().Own(s_files.Value.Signs);
        Bar(html, model);
        html.Open("div", ("class", "page"));
        Contents(html, model);
        html.Open("main", ("id", "main"), ("tabindex", "-1")).Break();
        foreach (var mark in (string[])[.. model.IsDraft ? ["DraftMark"] : Array.Empty<string>(), .. model.IsInternal ? ["InternalMark"] : Array.Empty<string>()])
            html.Open("p", ("class", mark == "DraftMark" ? "draft unsigned" : "draft")).Whole("strong", ReportTexts.Of(mark)).Close().Break();
        OverviewSection.Write(html, model);
        ControlsSection.Write(html, model);
        FindingsSection.Write(html, model);
        VulnerabilitiesSection.Write(html, model);
        ComponentsSection.Write(html, model);
        CoverageSection.Write(html, model);
        ProvenanceSection.Write(html, model);
        VerifySection.Write(html, model);
        LimitsSection.Write(html, model);
        html.Close(2).Break();
        html.Open("footer").Whole("p", ReportTexts.Of("Foot", Identity.ToolName, Identity.ToolVersion, Clock.Format(model.Product.Time))).Close().Break();
        html.Open("script", ("type", "application/json"), ("id", "data")).Own(ReportData.Json(model)).Close().Break();
        html.Open("script").Own(s_files.Value.Script).Close().Break().Close(2).Break();
        return html.Bytes();
    }

    /// <summary>The policy that the page gives itself: nothing but its own style and script.</summary>
    internal static string Policy => $"default-src 'none'; script-src {Source(s_files.Value.Script)}; style-src {Source(s_files.Value.Style)}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    static void Head(Html html, ReportModel model, string language)
    {
        var title = Title(model);
        html.Open("head").Break().Void("meta", ("charset", "utf-8")).Break();
        html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy)).Break();
        html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1")).Break();
        html.Void("meta", ("name", "referrer"), ("content", "no-referrer")).Void("meta", ("name", "robots"), ("content", "noindex")).Void("meta", ("name", "color-scheme"), ("content", "light dark")).Break();
        html.Whole("title", title.In(language), ("data-en", title.En), ("data-ja", title.Ja)).Break();
        html.Open("style").Own(s_files.Value.Style).Close().Break().Close().Break();
    }

    static Bilingual Title(ReportModel model) => ReportTexts.Of("PageTitle", $"{model.Product.Title} {model.Product.Version.Text}".TrimEnd());

    static void Bar(Html html, ReportModel model)
    {
        html.Open("header", ("class", "bar")).Open("p", ("class", "mark")).Sign("seal").Whole("span", ReportTexts.Of("Report")).Close();
        html.Open("div", ("class", "tools js"), ("role", "group"), ("aria-labelledby", "tools-name")).Whole("span", ReportTexts.Of("Tools"), ("class", "vh"), ("id", "tools-name"));
        html.Whole("button", "English", ("type", "button"), ("lang", "en"), ("data-language", "en"), ("aria-pressed", "false"));
        html.Whole("button", "日本語", ("type", "button"), ("lang", "ja"), ("data-language", "ja"), ("aria-pressed", "false"));
        html.Open("button", ("type", "button"), ("data-theme-switch", ""), ("aria-pressed", "false")).Sign("contrast").Whole("span", ReportTexts.Of("Dark")).Close();
        html.Open("button", ("type", "button"), ("data-print", "")).Sign("print").Whole("span", ReportTexts.Of("Print")).Close().Close(2).Break();
    }

    static void Contents(Html html, ReportModel model)
    {
        html.Open("nav", ("aria-labelledby", "contents-name")).Whole("h2", ReportTexts.Of("Contents"), ("class", "vh"), ("id", "contents-name")).Open("ol");
        foreach (var section in (string[])["overview", "controls", "findings", "vulnerabilities", "components", "licences", "suppliers", "coverage", "provenance", "verify", "limits"])
            if (!model.Components.IsEmpty || section is not ("licences" or "suppliers"))
                html.Open("li").Whole("a", ReportTexts.Of("Section_" + section), ("href", "#" + section)).Close();
        html.Close(2).Break();
    }

    static string Source(string content) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}'";

    // With line feeds only: a browser makes them so before it takes the digest.
    static string File(string name) => Encoding.UTF8.GetString(EmbeddedFile.Bytes("Rendering/Report/" + name)).ReplaceLineEndings("\n");
}
