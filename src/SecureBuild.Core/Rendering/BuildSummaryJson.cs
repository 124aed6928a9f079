using System.Text.Json.Nodes;
using SecureBuild.Attestation;

namespace SecureBuild.Rendering;

/// <summary>A summary for machines. Statuses and states are the artifacts' own words; titles come in both languages.</summary>
public static class BuildSummaryJson
{
    /// <summary><c>{ verified: false, builds: […] }</c>: nothing in it was verified, and it says so.</summary>
    public static JsonObject Write(IEnumerable<BuildSummary> builds) => new() { ["verified"] = false, ["builds"] = JsonShapes.Array(builds.Select(Build)) };

    static JsonObject Build(BuildSummary summary) => new()
    {
        ["name"] = summary.Name,
        ["product"] = new JsonObject { ["name"] = summary.Product.Name, ["version"] = summary.Product.Version },
        ["supplier"] = summary.Product.Supplier,
        ["signature"] = new JsonObject { ["state"] = summary.Signature.IsSigned ? "signed-not-verified" : "unsigned-draft", ["keyIds"] = Texts(summary.Signature.KeyIds) },
        ["build"] = summary.Build is { } build
            ? new JsonObject { ["project"] = build.Project, ["configuration"] = build.Configuration, ["targetFramework"] = build.TargetFramework, ["language"] = build.Language }
            : null,
        ["issuedOn"] = summary.IssuedOn,
        ["outputs"] = JsonShapes.Array(summary.Outputs.Select(output => new JsonObject { ["name"] = output.Name, ["sha256"] = output.Sha256 })),
        ["files"] = JsonShapes.Array(summary.Files.Select(file => new JsonObject { ["name"] = file.Name, ["state"] = JsonShapes.Kebab(file.State) })),
        ["sbom"] = summary.Sbom is { } sbom ? Sbom(sbom) : null,
        ["analysis"] = summary.Analysis is { } analysis ? Analysis(analysis) : null,
        ["vex"] = summary.Vex is { } vex
            ? new JsonObject { ["notAffected"] = vex.NotAffected, ["affected"] = vex.Affected, ["fixed"] = vex.Fixed, ["underInvestigation"] = vex.UnderInvestigation, ["unstated"] = vex.Unstated, ["expired"] = vex.Expired }
            : null,
        ["audit"] = summary.Audit is { } audit
            ? new JsonObject { ["state"] = audit.State, ["source"] = audit.Source, ["date"] = audit.Date, ["findings"] = audit.Findings, ["gap"] = audit.Gap }
            : null,
        ["frameworks"] = JsonShapes.Array(summary.Frameworks.Select(Framework)),
        ["facts"] = new JsonObject { ["known"] = summary.KnownFacts, ["gaps"] = JsonShapes.Array(summary.Gaps.Select(Gap)) },
        ["limits"] = JsonShapes.Array(summary.Limits.Select(JsonShapes.Text)),
    };

    static JsonObject Sbom(SbomSummary sbom) => new()
    {
        ["file"] = sbom.File,
        ["format"] = sbom.Format,
        ["components"] = sbom.Components,
        ["dependencies"] = sbom.Dependencies,
        ["graph"] = sbom.Graph,
        ["licences"] = Counts(sbom.Licences),
        ["unknown"] = new JsonObject { ["licences"] = sbom.UnknownLicences, ["suppliers"] = sbom.UnknownSuppliers, ["hashes"] = sbom.UnknownHashes },
    };

    static JsonObject Analysis(AnalysisSummary analysis) => new()
    {
        ["file"] = analysis.File,
        ["rulesOfSecureBuild"] = analysis.OurRules,
        ["otherRules"] = analysis.OtherRules,
        ["findings"] = JsonShapes.Array(analysis.Findings.Select(finding => new JsonObject
        {
            ["rule"] = finding.Rule, ["level"] = finding.Level, ["count"] = finding.Count, ["first"] = finding.First,
        })),
        ["suppressed"] = Counts(analysis.Suppressed),
    };

    static JsonObject Framework(FrameworkSummary framework) => new()
    {
        ["framework"] = framework.Id,
        ["version"] = framework.Version,
        ["sourceStatus"] = framework.SourceStatus,
        ["sourceChecked"] = framework.SourceChecked,
        ["title"] = JsonShapes.Text(framework.Title),
        ["note"] = framework.Note is { } note ? JsonShapes.Text(note) : null,
        ["controls"] = JsonShapes.Array(framework.Controls.Select(control => new JsonObject
        {
            ["control"] = control.Id,
            ["ownId"] = control.HasOwnId,
            ["status"] = JsonShapes.Kebab(control.Status),
            ["conflict"] = control.Conflict,
            ["title"] = JsonShapes.Text(control.Title),
            ["statedBy"] = control.StatedBy,
        })),
    };

    static JsonObject Gap(GapSummary gap) => new() { ["fact"] = gap.Fact, ["state"] = gap.State, ["gap"] = gap.Gap };

    static JsonArray Counts(IEnumerable<CountOf> counts) => JsonShapes.Array(counts.Select(count => new JsonObject { ["name"] = count.Name, ["count"] = count.Count }));

    static JsonArray Texts(IEnumerable<string> texts) => JsonShapes.Array(texts.Select(text => (JsonNode)text));
}
