using System.Text.Json.Nodes;
using SecureBuild.Assessment;

namespace SecureBuild.Exchange;

/// <summary>
/// OSCAL assessment results: one result for each catalogue, an observation for each control, and a finding where something is known. OSCAL knows satisfied and not
/// satisfied only: what was not assessed or does not apply is an observation without a finding.
/// </summary>
static class OscalAssessmentResults
{
    public static JsonObject Of(AttestedBuild build, string language)
    {
        var document = new OscalDocument(build, language);
        return new()
        {
            ["assessment-results"] = new JsonObject
            {
                ["uuid"] = document.Uuid("assessment-results"),
                ["metadata"] = document.Metadata(document.Text("title", build.ProductName)),
                ["import-ap"] = new JsonObject { ["href"] = "#" + document.Uuid("no plan"), ["remarks"] = document.Text("import") },
                ["results"] = new JsonArray([.. build.Frameworks.Select(framework => Result(document, build, framework, language))]),
                ["back-matter"] = document.BackMatter(),
            },
        };
    }

    static JsonNode Result(OscalDocument document, AttestedBuild build, AttestedFramework framework, string language)
    {
        var controls = OscalDocument.Judged(framework).ToArray();
        var result = new JsonObject
        {
            ["uuid"] = document.Uuid("result " + framework.Name),
            ["title"] = ControlTexts.Title(framework.Framework, language),
            ["description"] = document.Text("self"),
            ["start"] = Clock.Format(build.IssuedOn),
            ["end"] = Clock.Format(build.IssuedOn),
            ["props"] = new JsonArray(OscalDocument.Property("catalogue", framework.Name), OscalDocument.Property("catalogue-sha256", framework.CatalogueSha256)),
            ["reviewed-controls"] = new JsonObject
            {
                ["control-selections"] = new JsonArray(new JsonObject
                {
                    ["include-controls"] = new JsonArray([.. controls.Select(static control => new JsonObject { ["control-id"] = OscalDocument.Token(control.Control) })]),
                }),
            },
            ["observations"] = new JsonArray([.. controls.Select(control => document.Observation(framework, control))]),
        };
        if (controls.Where(IsFinding).Select(control => (JsonNode)Finding(document, framework, control, language)).ToArray() is { Length: > 0 } findings)
            result["findings"] = new JsonArray(findings);
        return result;
    }

    static bool IsFinding(ControlResult control) => control.Status is not (ControlStatus.NotAssessed or ControlStatus.NotApplicable);

    static JsonObject Finding(OscalDocument document, AttestedFramework framework, ControlResult control, string language)
    {
        var (state, reason) = control.Status switch
        {
            ControlStatus.MetByEvidence => ("satisfied", "pass"),
            ControlStatus.Stated => ("satisfied", "other"),
            ControlStatus.Partly => ("not-satisfied", "other"),
            _ => ("not-satisfied", "fail"),
        };
        return new()
        {
            ["uuid"] = document.Uuid($"finding {framework.Name} {control.Control}"),
            ["title"] = document.Title(framework, control),
            ["description"] = Reason.Of(control.Status).In(language),
            ["target"] = new JsonObject
            {
                ["type"] = "objective-id",
                ["target-id"] = OscalDocument.Token(control.Control),
                ["status"] = new JsonObject { ["state"] = state, ["reason"] = reason, ["remarks"] = Reason.Of(control.Status).In(language) },
            },
            ["related-observations"] = new JsonArray(new JsonObject { ["observation-uuid"] = document.Uuid($"observation {framework.Name} {control.Control}") }),
        };
    }
}
