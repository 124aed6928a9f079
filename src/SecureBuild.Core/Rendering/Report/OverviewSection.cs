using SecureBuild.Assessment;
using SecureBuild.Submission;
using SecureBuild.Verification;

namespace SecureBuild.Rendering.Report;

/// <summary>The first screen: what product, who says so, whether that was verified, what is open.</summary>
static class OverviewSection
{
    // Kinds from the front of OpenKind up to this one are told in red.
    const OpenKind LastGrave = OpenKind.VulnerabilityOpen;

    public static void Write(Html html, ReportModel model)
    {
        var product = model.Product;
        html.Open("section", ("id", "overview"), ("aria-labelledby", "product")).Open("div", ("class", "cover"));
        html.Whole("p", ReportTexts.Of("Report"), ("class", "eyebrow"));
        html.Open("h1", ("id", "product")).Whole("bdi", product.Title);
        if (product.Version.Text is { } version)
            html.Text(" ").Whole("bdi", version, ("class", "version"));
        html.Close().Open("dl", ("class", "facts"));
        html.Term("Supplier", value => Declared(value, product.Supplier));
        html.Term("Contact", value => Declared(value, Readable(product.Contact)));
        html.Term("Date", value => Date(value, product.Time));
        html.Term("Projects", value => value.Both(ReportTexts.Of("ProjectCount", product.Projects.Length, product.Projects.SelectMany(static project => project.Summary.Outputs).Count())));
        html.Close().Break();
        Trust(html, model);
        InOneLine(html, product);
        html.Close();
        Tiles(html, model);
        Open(html, product, ControlsSection.Anchors(product));
        html.Close().Break();
    }

    static void Date(Html html, DateTimeOffset time)
    {
        html.Open("time", ("datetime", Clock.Format(time))).Whole("span", ReportTexts.Day(time), ("class", "together"));
        if (ReportTexts.Era(time) is { } era)
            html.Open("span", ("lang", "ja")).Whole("span", era.Ja, ("class", "together")).Close();
        html.Close();
    }

    // A mail address is one without the scheme, too.
    static Declaration Readable(Declaration contact) => new([.. contact.Values.Select(static value => value with { Value = value.Value.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? value.Value[7..] : value.Value })]);

    static void Declared(Html html, Declaration declared)
    {
        if (declared.Text is { } text)
            html.Whole("bdi", text);
        else
            html.Badge("not-assessed", ReportTexts.Label("NotStated"));
        if (declared.IsConflict)
            html.Text(" ").Badge("conflict", ReportTexts.Of("Contradicting"));
    }

    // Three steps that people take for one: somebody says it, somebody signed it, somebody checked that.
    static void Trust(Html html, ReportModel model)
    {
        var product = model.Product;
        html.Whole("h2", ReportTexts.Of("Trust"), ("class", "small")).Open("ol", ("class", "trust"));
        Step(html, product.Supplier.Text is null ? "not-assessed" : "stated", "Trust_Stated", product.Supplier.Text is { } supplier ? ReportTexts.Of("Trust_StatedBy", supplier) : ReportTexts.Of("Trust_StatedByNobody"));
        string[] persons = [.. product.Projects.Select(static project => project.Signatory).Where(static person => person is not null).Select(static person => $"{person!.Name}, {person.Role}").Distinct(StringComparer.Ordinal)];
        string[] keys = [.. product.Projects.SelectMany(static project => project.Summary.Signature.KeyIds).Distinct(StringComparer.Ordinal).Select(static key => key.Length > 16 ? key[..16] + "…" : key)];
        if (!product.IsSigned)
            Step(html, "not-met", "Trust_NotSigned", ReportTexts.Of("Trust_NotSignedWhy"));
        else
            Step(html, "stated", "Trust_Signed", persons.Length > 0 ? ReportTexts.Of("Trust_SignedByPerson", string.Join("; ", persons), string.Join(", ", keys)) : ReportTexts.Of("Trust_SignedByKey", string.Join(", ", keys)));
        if (model.Verification.IsEmpty)
            Step(html, "not-assessed", "Trust_NotVerified", ReportTexts.Of("Trust_NotVerifiedWhy"), "#verify");
        else if (model.Verification.All(static item => item.Report.Outcome == VerificationOutcome.Satisfied))
            Step(html, "met-by-evidence", "Trust_Verified", ReportTexts.Of("Trust_VerifiedWhy"), "#verify");
        else
            Step(html, "not-met", "Trust_VerificationFailed", ReportTexts.Of("Trust_VerificationFailedWhy"), "#verify");
        html.Close().Break();
    }

    // Before anything that looks well.
    static void InOneLine(Html html, Product product)
    {
        var grave = product.Open.Count(static item => item.Kind <= LastGrave);
        html.Open("p", ("class", grave > 0 ? "headline" : "headline calm")).Open("a", ("href", "#open")).Sign(grave > 0 ? "not-met" : product.Open.IsEmpty ? "note" : "not-assessed")
            .Whole("span", product.Open.IsEmpty ? ReportTexts.Of("OpenNone") : ReportTexts.Of("OpenShort", product.Open.Length, grave)).Close(2).Break();
    }

    static void Step(Html html, string kind, string title, Bilingual text, string? link = null)
    {
        html.Open("li", ("class", "s-" + kind)).Sign(kind).Whole("strong", ReportTexts.Of(title)).Open("span", ("class", "why")).Both(text);
        if (link is not null)
            html.Text(" ").Whole("a", ReportTexts.Of("HowToVerify"), ("href", link));
        html.Close(2);
    }

    static void Tiles(Html html, ReportModel model)
    {
        html.Whole("h2", ReportTexts.Of("InShort"), ("class", "small")).Open("ul", ("class", "tiles"));
        if (model.Product.Frameworks is [var first, ..])
        {
            var total = first.Leaves.Count();
            Tile(html, "#controls", first.Title, Parts.Number(first.Count(ControlStatus.MetByEvidence)), ReportTexts.Of("Tile_Controls", total),
                ReportTexts.Of("Tile_ControlsRest", first.Count(ControlStatus.Stated), first.Count(ControlStatus.Partly) + first.Count(ControlStatus.NotMet), first.Count(ControlStatus.NotAssessed)),
                [.. Parts.Statuses.Select(status => (Parts.Slug(status), first.Count(status)))]);
        }
        Findings(html, model);
        var advisories = model.Vulnerabilities.Count;
        if (model.Vulnerabilities.WasAssessed || advisories > 0)
            Tile(html, "#vulnerabilities", ReportTexts.Of("Section_vulnerabilities"), Parts.Number(advisories), ReportTexts.Of("Tile_Advisories"),
                model.Vulnerabilities.WasAssessed ? ReportTexts.Of("Tile_AuditLimits") : ReportTexts.Of("Tile_AuditPartly"), [("not-met", advisories), ("na", advisories == 0 ? 1 : 0)]);
        else
            Unknown(html, "#vulnerabilities", ReportTexts.Of("Section_vulnerabilities"), ReportTexts.Label("AuditNotAssessed"));
        if (model.Components.Length > 1)
        {
            var parts = model.Components.Skip(1).ToArray();
            var known = parts.Count(static part => part.Licence is not null && part.Supplier is not null);
            Tile(html, "#components", ReportTexts.Of("Section_components"), Parts.Number(parts.Length), ReportTexts.Of("Tile_Components"),
                ReportTexts.Of("Tile_ComponentsUnknown", parts.Count(static part => part.Licence is null), parts.Count(static part => part.Supplier is null)), [("met-by-evidence", known), ("not-assessed", parts.Length - known)]);
        }
        else
        {
            Unknown(html, "#components", ReportTexts.Of("Section_components"), ReportTexts.Label("NoSbom"));
        }
        html.Close().Break();
    }

    static void Findings(Html html, ReportModel model)
    {
        if (!model.Analysis.Any(static analysis => analysis.WasAssessed))
        {
            Unknown(html, "#findings", ReportTexts.Of("Section_findings"), ReportTexts.Label("NoAnalysis"));
            return;
        }
        var (errors, warnings, suppressed) = (Count("error"), Count("warning"), model.Analysis.Sum(static analysis => analysis.Summary?.Suppressed.Sum(static rule => rule.Count) ?? 0));
        var silent = model.Analysis.Count(static analysis => !analysis.WasAssessed);
        Tile(html, "#findings", ReportTexts.Of("Section_findings"), Parts.Number(errors + warnings), ReportTexts.Of("Tile_Findings", errors, warnings),
            silent > 0 ? ReportTexts.Of("Tile_FindingsPartly", suppressed, silent) : ReportTexts.Of("Tile_FindingsRest", suppressed), [("not-met", errors), ("partly", warnings), ("stated", suppressed), ("na", errors + warnings + suppressed == 0 ? 1 : 0)]);

        int Count(string level) => model.Analysis.Sum(analysis => analysis.Summary?.Findings.Where(finding => finding.Level == level).Sum(static finding => finding.Count) ?? 0);
    }

    static void Tile(Html html, string link, Bilingual title, string number, Bilingual unit, Bilingual rest, ReadOnlySpan<(string, int)> shares)
    {
        html.Open("li").Open("a", ("href", link), ("class", "tile")).Whole("span", title, ("class", "name")).Open("span", ("class", "figure")).Whole("b", number).Text(" ").Both(unit).Close();
        html.Bar(shares).Whole("span", rest, ("class", "rest")).Close(2);
    }

    static void Unknown(Html html, string link, Bilingual title, Bilingual why) => html.Open("li").Open("a", ("href", link), ("class", "tile"))
        .Whole("span", title, ("class", "name")).Open("span", ("class", "figure unknown")).Sign("not-assessed").Whole("b", ReportTexts.Label("NotAssessed")).Close().Whole("span", why, ("class", "rest")).Close(2);

    static void Open(Html html, Product product, Dictionary<string, (string Anchor, ProductControl Control)> controls)
    {
        html.Open("h2", ("class", "small"), ("id", "open")).Both(ReportTexts.Of("Open", product.Open.Length)).Close();
        if (product.Open.IsEmpty)
            html.Lead(ReportTexts.Of("NothingOpen"));
        foreach (var kind in product.Open.GroupBy(static item => item.Kind))
        {
            var grave = kind.Key <= LastGrave;
            html.Open("details", ("class", "open " + (grave ? "grave" : ""))).Open("summary").Sign(kind.Key is OpenKind.ControlConflict or OpenKind.DeclarationConflict ? "conflict" : grave ? "not-met" : "not-assessed");
            html.Open("span", ("class", "kind")).Both(ReportTexts.Of("Open_" + kind.Key)).Close().Whole("span", Parts.Number(kind.Count()), ("class", "count")).Close().Open("ul");
            foreach (var item in kind)
            {
                html.Open("li").Both(item.Text);
                if (item.Subject is { } subject && controls.TryGetValue(subject, out var found))
                    html.Text(" ").Whole("a", found.Control.Title, ("href", "#" + found.Anchor), ("data-opens", ""));
                if (!item.Projects.IsEmpty && item.Projects.Length < product.Projects.Length)
                    html.Text(" ").Whole("span", string.Join(", ", item.Projects), ("class", "faint"));
                html.Close();
            }
            html.Close(2).Break();
        }
    }
}
