namespace SecureBuild.Rendering.Report;

/// <summary>What the product is made of: to be explored, by licence, and by supplier with the source of each identity.</summary>
static class ComponentsSection
{
    public static void Write(Html html, ReportModel model)
    {
        html.Section("components");
        if (model.Components.IsEmpty)
        {
            html.Remark(ReportTexts.Label("NoSbom")).Close().Break();
            return;
        }
        var parts = model.Components.Skip(1).Where(static part => !part.IsOwn).ToArray();
        html.Lead(ReportTexts.Of("Components_Lead", model.Components.Length - 1, model.Components.Sum(static part => part.DependsOn.Length)));
        foreach (var graph in model.Product.Projects.Where(static project => project.Summary.Sbom is { Graph: not "complete" }))
            html.Remark(ReportTexts.Of("Components_Incomplete", graph.Key));
        if (!model.Product.SbomConflicts.IsEmpty)
            html.Remark(ReportTexts.Of("Components_Conflicts", model.Product.SbomConflicts.Length));
        Explorer(html);
        Direct(html, model);
        html.Close().Break();
        Licences(html, parts);
        Suppliers(html, parts);
    }

    // Filled by the script: of thousands of components only those in sight are in the page.
    static void Explorer(Html html)
    {
        html.Open("div", ("class", "explorer js"), ("id", "explorer")).Break();
        html.Open("div", ("class", "filters"), ("role", "search"), ("aria-labelledby", "components-name"));
        html.Open("label", ("class", "wide")).Whole("span", ReportTexts.Of("Search")).Void("input", ("type", "search"), ("id", "search"), ("autocomplete", "off"), ("spellcheck", "false")).Close();
        foreach (var filter in (string[])["Licence", "Supplier", "Country", "Vulnerability"])
            html.Open("label").Whole("span", ReportTexts.Of(filter)).Open("select", ("id", "by-" + filter.ToLowerInvariant())).Close(2);
        html.Whole("p", "", ("id", "matches"), ("role", "status")).Close().Break();
        html.Open("div", ("class", "split")).Open("div", ("id", "list"), ("role", "listbox"), ("tabindex", "0"), ("aria-labelledby", "components-name")).Open("div", ("id", "rows"), ("role", "presentation")).Close(2);
        html.Open("div", ("class", "view")).Open("div", ("id", "chosen"), ("aria-live", "polite")).Close().Open("div", ("id", "graph")).Close(3).Close().Break();
    }

    // On paper, and without a script.
    static void Direct(Html html, ReportModel model)
    {
        var ways = model.Components.Select(static (part, at) => (part, at)).Where(entry => entry.at == 0 || entry.part.IsOwn).Where(static entry => !entry.part.DependsOn.IsEmpty).ToArray();
        html.Open("details", ("class", "plain")).Open("summary").Both(ReportTexts.Of("Direct")).Close();
        html.Table(ReportTexts.Of("Direct"), "PartOfProduct", "DependsOn");
        foreach (var (part, _) in ways)
        {
            html.Open("tr").Open("th", ("scope", "row")).Whole("bdi", part.Name).Close().Open("td");
            List(html, part.DependsOn.Select(at => $"{model.Components[at].Name} {model.Components[at].Version}".TrimEnd()).Order(StringComparer.OrdinalIgnoreCase));
            html.Close(2).Break();
        }
        html.EndTable().Close().Break();
    }

    static void Licences(Html html, ReportComponent[] parts)
    {
        html.Section("licences").Lead(ReportTexts.Of("Licences_Lead"));
        html.Table(ReportTexts.Of("Section_licences"), "Licence", "Components", "Basis");
        foreach (var group in parts.GroupBy(static part => part.Licence).OrderBy(static group => group.Key is not null).ThenByDescending(static group => group.Count()).ThenBy(static group => group.Key, StringComparer.Ordinal))
        {
            html.Open("tr").Open("th", ("scope", "row"));
            if (group.Key is null)
                html.Badge("not-assessed", ReportTexts.Of("UnknownLicence"));
            else
                html.Whole("bdi", group.Key);
            html.Close().Open("td");
            Names(html, group, parts.Length, group.Key is null);
            html.Close().Open("td");
            Sources(html, group.Select(static part => part.LicenceSource));
            html.Close(2).Break();
        }
        html.EndTable().Close().Break();
    }

    static void Suppliers(Html html, ReportComponent[] parts)
    {
        html.Section("suppliers").Lead(ReportTexts.Of("Suppliers_Lead"));
        html.Table(ReportTexts.Of("Section_suppliers"), "Supplier", "Country", "Components", "IdentityFrom");
        foreach (var group in parts.GroupBy(static part => part.Supplier).OrderBy(static group => group.Key is not null).ThenByDescending(static group => group.Count()).ThenBy(static group => group.Key, StringComparer.Ordinal))
        {
            html.Open("tr").Open("th", ("scope", "row"));
            if (group.Key is null)
                html.Badge("not-assessed", ReportTexts.Of("UnknownSupplier"));
            else
                html.Whole("bdi", group.Key);
            html.Close().Open("td");
            string[] countries = [.. group.Select(static part => part.Country).OfType<string>().Distinct(StringComparer.Ordinal)];
            if (countries.Length == 0)
                html.Whole("span", ReportTexts.Of("Unknown"), ("class", "faint"));
            else
                html.Text(string.Join(", ", countries));
            html.Close().Open("td");
            Names(html, group, parts.Length, group.Key is null);
            html.Close().Open("td");
            Sources(html, group.Select(static part => part.SupplierSource));
            html.Close(2).Break();
        }
        html.EndTable().Close().Break();
    }

    static void Names(Html html, IEnumerable<ReportComponent> group, int total, bool isUnknown)
    {
        var parts = group.OrderBy(static part => part.Name, StringComparer.OrdinalIgnoreCase).ThenBy(static part => part.Version, StringComparer.Ordinal).ToArray();
        html.Open("details", ("class", "names")).Open("summary").Whole("b", Parts.Number(parts.Length)).Bar((isUnknown ? "not-assessed" : "stated", parts.Length), ("na", total - parts.Length)).Close();
        html.Open("p");
        List(html, parts.Select(static part => $"{part.Name} {part.Version}".TrimEnd()).Distinct(StringComparer.Ordinal));
        html.Close(2);
    }

    static void List(Html html, IEnumerable<string> names)
    {
        var isFirst = true;
        foreach (var name in names)
        {
            html.Text(isFirst ? "" : ", ").Whole("bdi", name);
            isFirst = false;
        }
    }

    static void Sources(Html html, IEnumerable<string?> words)
    {
        foreach (var word in words.CountBy(static word => word ?? "").OrderByDescending(static count => count.Value).ThenBy(static count => count.Key, StringComparer.Ordinal))
            html.Open("div").Both(Parts.Source(word.Key.Length == 0 ? null : word.Key)).Text(" ").Whole("span", "× " + Parts.Number(word.Value), ("class", "faint")).Close();
    }
}
