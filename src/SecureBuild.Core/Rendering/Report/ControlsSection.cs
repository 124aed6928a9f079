using System.Globalization;
using SecureBuild.Assessment;
using SecureBuild.Catalogues;
using SecureBuild.Evidence;
using SecureBuild.Submission;

namespace SecureBuild.Rendering.Report;

/// <summary>The control matrix: catalogue by catalogue, every control with its status, and behind it the evidence and what that does not show.</summary>
static class ControlsSection
{
    public static void Write(Html html, ReportModel model)
    {
        var frameworks = model.Product.Frameworks;
        html.Section("controls").Lead(ReportTexts.Of("Controls_Lead"));
        if (frameworks.IsEmpty)
            html.Remark(ReportTexts.Of("Controls_None"));
        html.Open("div", ("class", "tabs js"), ("role", "tablist"), ("aria-labelledby", "controls-name"));
        for (var at = 0; at < frameworks.Length; at++)
            html.Open("button", ("type", "button"), ("role", "tab"), ("id", Id("tab", at)), ("aria-controls", Id("framework", at)), ("aria-selected", at == 0 ? "true" : "false"), ("tabindex", at == 0 ? "0" : "-1"))
                .Both(Title(frameworks[at])).Close();
        html.Close().Break();
        for (var at = 0; at < frameworks.Length; at++)
            new FrameworkPanel(html, model.Product, frameworks[at], at).Write();
        html.Close().Break();
    }

    /// <summary>Where each control is in the page, by <c>framework/control</c>.</summary>
    public static Dictionary<string, (string Anchor, ProductControl Control)> Anchors(Product product)
    {
        var anchors = new Dictionary<string, (string, ProductControl)>(StringComparer.Ordinal);
        for (var at = 0; at < product.Frameworks.Length; at++)
            foreach (var (control, number) in product.Frameworks[at].Leaves.Select(static (control, number) => (control, number)))
                anchors.TryAdd($"{product.Frameworks[at].Id}/{control.Id}", (Id(Id("control", at), number), control));
        return anchors;
    }

    static Bilingual Title(ProductFramework framework) => new($"{framework.Title.En} {framework.Version}", $"{framework.Title.Ja} {framework.Version}");

    static string Id(string prefix, int at) => prefix + "-" + at.ToString(CultureInfo.InvariantCulture);

    /// <summary>One catalogue.</summary>
    sealed class FrameworkPanel(Html html, Product product, ProductFramework framework, int at)
    {
        readonly Dictionary<string, ProductControl> _groups = framework.Controls.Where(static control => control.IsGroup).DistinctBy(static control => control.Id).ToDictionary(static control => control.Id, StringComparer.Ordinal);
        readonly ProductControl[] _leaves = [.. framework.Leaves];

        public void Write()
        {
            html.Open("div", ("class", "framework"), ("id", Id("framework", at)), ("role", "tabpanel"), ("aria-labelledby", Id("tab", at))).Break();
            html.Open("h3").Both(Title(framework)).Text(" ").Whole("span", framework.Id, ("class", "faint")).Close();
            if (framework.Note is { } note)
                html.Whole("p", note, ("class", "note"));
            if (!framework.CanBeSigned)
                html.Remark(ReportTexts.Label("UnsettledSource"), "bad");
            if (framework.IsForeign)
                html.Remark(ReportTexts.Label("ForeignCatalogue"));
            html.Bar([.. Parts.Statuses.Select(status => (Parts.Slug(status), framework.Count(status)))]);
            Legend();
            Matrix();
            foreach (var (control, number) in _leaves.Select(static (control, number) => (control, number)))
                Control(control, Id(Id("control", at), number));
            if (_leaves.Any(static control => control.HasOwnId))
                html.Whole("p", ReportTexts.Label("OwnIds"), ("class", "note"));
            html.Close().Break();
        }

        // Counts, and on the screen the choice of what is listed.
        void Legend()
        {
            html.Open("div", ("class", "chips"), ("role", "group"), ("aria-label", ReportTexts.Of("ByStatus").En), ("data-label-en", ReportTexts.Of("ByStatus").En), ("data-label-ja", ReportTexts.Of("ByStatus").Ja));
            foreach (var status in Parts.Statuses)
                if (framework.Count(status) is > 0 and var count)
                    html.Open("button", ("type", "button"), ("class", "status s-" + Parts.Slug(status)), ("data-show", Parts.Slug(status)), ("aria-pressed", "false"))
                        .Sign(Parts.Slug(status)).Both(Parts.Name(status)).Text(" ").Whole("b", Parts.Number(count)).Close();
            html.Close().Break();
        }

        void Matrix()
        {
            html.Open("ul", ("class", "matrix"));
            for (var number = 0; number < _leaves.Length; number++)
            {
                var control = _leaves[number];
                html.Open("li").Open("a", ("href", "#" + Id(Id("control", at), number)), ("class", "cell s-" + Parts.Slug(control.Status, control.Conflict)), ("data-opens", ""))
                    .Sign(Parts.Slug(control.Status, control.Conflict)).Whole("span", Mark(control)).Open("span", ("class", "vh")).Text(" ").Both(control.Title).Text(" – ").Both(Parts.Name(control.Status, control.Conflict)).Close(3);
            }
            html.Close().Break();
        }

        void Control(ProductControl control, string id)
        {
            html.Open("details", ("class", "control"), ("id", id), ("data-kind", Parts.Slug(control.Status)));
            html.Open("summary").Whole("span", Mark(control), ("class", "id")).Open("span", ("class", "title")).Both(control.Title).Close().Status(control.Status, control.Conflict).Close();
            html.Open("div", ("class", "inside"));
            if (Group(control) is { } group)
                html.Open("p", ("class", "faint")).Text(group.Id + " ").Both(group.Title).Close();
            if (control.Summary is { } summary)
                html.Open("p").Both(summary).Text(" ").Whole("span", ReportTexts.Of("OurWords"), ("class", "faint")).Close();
            if (control.FromMemory)
                html.Remark(ReportTexts.Label("FromMemory").Filled(control.Id));
            Reasons(control);
            Persons(control);
            Projects(control);
            Evidence(control);
            html.Close(2).Break();
        }

        ProductControl? Group(ProductControl control) => control.Parent is { } parent ? _groups.GetValueOrDefault(parent) : null;

        void Reasons(ProductControl control)
        {
            var reasons = control.Projects.SelectMany(static project => project.Reasons.Select(reason => (reason, project.Project))).GroupBy(static item => item.reason, static item => item.Project).ToArray();
            if (reasons.Length == 0)
            {
                html.Whole("p", ReportTexts.Of(control.Projects.Any(static project => project.StatedBy is not null) ? "NoEvidenceOnlyWord" : "NothingKnown"));
                return;
            }
            html.Open("ul");
            foreach (var reason in reasons)
            {
                html.Open("li").Both(reason.Key);
                if (product.Projects.Length > 1 && reason.Count() < control.Projects.Length)
                    html.Text(" ").Whole("span", string.Join(", ", reason), ("class", "faint"));
                html.Close();
            }
            html.Close();
        }

        void Persons(ProductControl control)
        {
            foreach (var person in control.Projects.Select(static project => project.StatedBy).OfType<PersonStatement>().Distinct())
            {
                html.Open("div", ("class", "person")).Sign("stated").Open("p").Both(ReportTexts.Of("PersonSays", Parts.Name(person.Status), person.Name, person.Role, Iso(person.Date), Iso(person.LastDay)));
                if (person.Note is { Length: > 0 } note)
                    html.Void("br").Open("q").Whole("bdi", note).Close();
                if (person.Reference is { Length: > 0 } reference)
                    html.Void("br").Both(ReportTexts.Of("RestsOn")).Text(" ").Whole("bdi", reference);
                html.Close(2);
            }
        }

        void Projects(ProductControl control)
        {
            // Where all are alike, the control's own status says it.
            if (control.Projects.DistinctBy(static project => (project.Status, project.Conflict)).Count() < 2)
                return;
            html.Open("ul", ("class", "projects"));
            foreach (var project in control.Projects)
                html.Open("li").Whole("bdi", project.Project).Text(" ").Status(project.Status, project.Conflict).Close();
            html.Close();
        }

        void Evidence(ProductControl control)
        {
            var ids = control.Projects.SelectMany(static project => project.Facts).Distinct(StringComparer.Ordinal).ToArray();
            if (ids.Length == 0)
                return;
            html.Table(ReportTexts.Of("EvidenceOf", control.Id), "Fact", "FactState", "FactTrust", "FactLimits");
            foreach (var id in ids)
            {
                var facts = product.Projects.Where(project => control.Projects.Any(own => own.Project == project.Key && own.Facts.Contains(id))).Select(project => project.Facts.FirstOrDefault(fact => fact.Id == id)).OfType<ProductFact>().ToArray();
                var known = CatalogueLibrary.Facts.GetValueOrDefault(id);
                html.Open("tr").Open("th", ("scope", "row")).Both(known?.Title ?? ReportTexts.Same(id)).Void("br").Whole("code", id).Close().Open("td");
                if (facts.Length == 0)
                    html.Badge("not-assessed", ReportTexts.Of(product.Projects.Any(static project => !project.Facts.IsEmpty) ? "Fact_NotListed" : "Fact_NotAtHand"));
                foreach (var state in facts.GroupBy(static fact => (fact.State, fact.Gap)))
                {
                    html.Open("div").Badge(state.Key.State == FactState.Known ? "stated" : state.Key.State == FactState.NotApplicable ? "not-applicable" : "not-assessed", ReportTexts.Of("Fact_" + state.Key.State));
                    if (state.Count() < facts.Length)
                        html.Text(" ").Whole("span", $"{state.Count()}/{facts.Length}", ("class", "faint"));
                    if (state.Key.Gap is { } gap)
                        html.Open("div", ("class", "faint")).Both(GapText.Both(gap)).Close();
                    html.Close();
                }
                html.Close().Open("td");
                foreach (var trust in facts.Where(static fact => fact.State == FactState.Known).Select(static fact => fact.Trust).Distinct())
                    html.Whole("div", ReportTexts.Of("Trust_" + trust));
                html.Close().Open("td");
                if (known is not null)
                    html.Both(known.DoesNotShow);
                html.Close(2);
            }
            html.EndTable();
        }

        static string Mark(ProductControl control) => control.HasOwnId ? control.Id + " *" : control.Id;

        static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
