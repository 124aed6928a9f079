using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SecureBuild.Assessment;
using SecureBuild.Catalogues;
using SecureBuild.Rendering;

namespace SecureBuild.Submission;

/// <summary>Finds what is open in a product. The sentences are in <c>open.json</c>.</summary>
sealed class OpenItems
{
    static readonly Lazy<Dictionary<string, Bilingual>> s_texts = new(static () =>
    {
        using var document = JsonDocument.Parse(EmbeddedFile.Bytes("Submission/open.json"), CanonicalJson.Strict);
        return document.RootElement.EnumerateObject().ToDictionary(static text => text.Name, static text => CatalogueReader.Both(text.Value), StringComparer.Ordinal);
    });

    readonly List<OpenItem> _items = [];

    public static ImmutableArray<OpenItem> Of(Product product)
    {
        var open = new OpenItems();
        open.Declarations(product);
        foreach (var framework in product.Frameworks)
            open.Controls(framework);
        open.Files(product);
        open.Builds(product);
        // Stable: within a kind in the order in which they were found.
        return [.. open._items.OrderBy(static item => item.Kind)];
    }

    void Declarations(Product product)
    {
        foreach (var (name, declared) in ((string, Declaration)[])[("name", product.Name), ("version", product.Version), ("supplier", product.Supplier), ("contact", product.Contact)])
        {
            if (declared.IsConflict)
                Add(OpenKind.DeclarationConflict, "declaration-conflict." + name, name, [], string.Join(", ", declared.Values.Select(static value => $"{value.Value} ({string.Join(", ", value.Projects)})")));
            else if (declared.Value is null)
                Add(OpenKind.DeclarationMissing, "declaration-missing." + name, name, []);
        }
    }

    void Controls(ProductFramework framework)
    {
        var name = $"{framework.Id} {framework.Version}";
        if (!framework.CanBeSigned)
            Add(OpenKind.CatalogueUnsettled, "catalogue-unsettled", name, [], name);
        foreach (var control in framework.Leaves)
        {
            var id = $"{framework.Id}/{control.Id}";
            if (control.Conflict)
                Add(OpenKind.ControlConflict, "control-conflict", id, [.. control.Projects.Where(static project => project.Conflict).Select(static project => project.Project)], id);
            if (control.Status is ControlStatus.NotMet or ControlStatus.Partly)
                Add(control.Status == ControlStatus.NotMet ? OpenKind.ControlNotMet : OpenKind.ControlPartly, control.Status == ControlStatus.NotMet ? "control-not-met" : "control-partly", id,
                    [.. control.Deciding.Select(static project => project.Project)], id);
        }
        if (framework.Count(ControlStatus.NotAssessed) is > 0 and var unknown)
            Add(OpenKind.ControlsNotAssessed, "controls-not-assessed", name, [], name, unknown);
    }

    void Files(Product product)
    {
        foreach (var project in product.Projects)
            foreach (var file in project.Files)
            {
                if (file.State == FileState.Different)
                    Add(OpenKind.FileDifferent, "file-different", file.Name, [project.Key], file.Name);
                else if (file.State == FileState.Missing && file.Class != FileClass.Internal)
                    Add(OpenKind.FileMissing, "file-missing", file.Name, [project.Key], file.Name);
            }
    }

    void Builds(Product product)
    {
        foreach (var build in product.LeftOut.Where(static build => build.Why == LeftOutReason.NotAttested))
            Add(OpenKind.ProjectNotAttested, "project-not-attested", build.Project, [], build.Project);
        Each(product, OpenKind.Unsigned, "unsigned", static project => !project.Summary.Signature.IsSigned);
        Each(product, OpenKind.AnalysisMissing, "analysis-missing", static project => project.Summary.Analysis is not { OurRules: > 0 });
        Each(product, OpenKind.SbomIncomplete, "sbom-missing", static project => project.Summary.Sbom is null);
        Each(product, OpenKind.AuditNotAssessed, "audit-not-assessed", static project => project.Summary.Audit is not { State: "findings" or "none-found" });
        foreach (var project in product.Projects)
        {
            var summary = project.Summary;
            if (summary.Audit is { State: "findings", Findings: var vulnerable })
                Add(OpenKind.KnownVulnerabilities, "known-vulnerabilities", null, [project.Key], vulnerable?.ToString(CultureInfo.InvariantCulture) ?? "?");
            if (summary.Vex is { } vex && vex.Unstated + vex.Expired > 0)
                Add(OpenKind.VulnerabilityOpen, "vulnerability-open", null, [project.Key], vex.Unstated, vex.Expired);
            if (summary.Analysis?.Findings.Where(static finding => finding.Level == "error").Sum(static finding => finding.Count) is > 0 and var errors)
                Add(OpenKind.AnalysisErrors, "analysis-errors", null, [project.Key], errors);
            if (summary.Sbom is { } sbom && sbom.Graph != "complete")
                Add(OpenKind.SbomIncomplete, "sbom-incomplete", sbom.File, [project.Key], sbom.Graph);
            if (summary.Sbom?.UnknownLicences is > 0 and var licences)
                Add(OpenKind.LicencesUnknown, "licences-unknown", summary.Sbom.File, [project.Key], licences);
            if (summary.Sbom?.UnknownSuppliers is > 0 and var suppliers)
                Add(OpenKind.SuppliersUnknown, "suppliers-unknown", summary.Sbom.File, [project.Key], suppliers);
        }
    }

    void Each(Product product, OpenKind kind, string text, Func<ProductProject, bool> isOpen)
    {
        ImmutableArray<string> projects = [.. product.Projects.Where(isOpen).Select(static project => project.Key)];
        if (!projects.IsEmpty)
            Add(kind, text, null, projects);
    }

    void Add(OpenKind kind, string text, string? subject, ImmutableArray<string> projects, params object[] arguments)
    {
        var (en, ja) = (s_texts.Value[text].En, s_texts.Value[text].Ja);
        _items.Add(new(kind, subject, new(string.Format(CultureInfo.InvariantCulture, en, arguments), string.Format(CultureInfo.InvariantCulture, ja, arguments)), projects));
    }
}
