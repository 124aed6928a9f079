using System.Text.Json.Nodes;
using SecureBuild.Assessment;

namespace SecureBuild.Exchange;

/// <summary>
/// OSCAL plan of action and milestones: an item for each control that is partly met or not met. What is to be done, by whom and until when is a person's to say, and
/// is not made up here.
/// </summary>
static class OscalPlanOfAction
{
    /// <summary>Null where there is no such control: OSCAL has no plan without an item.</summary>
    public static JsonObject? Of(AttestedBuild build, string language)
    {
        var document = new OscalDocument(build, language);
        var open = build.Frameworks.SelectMany(static framework => OscalDocument.Judged(framework)
            .Where(static control => control.Status is ControlStatus.Partly or ControlStatus.NotMet).Select(control => (Framework: framework, Control: control))).ToArray();
        if (open.Length == 0)
            return null;
        return new()
        {
            ["plan-of-action-and-milestones"] = new JsonObject
            {
                ["uuid"] = document.Uuid("plan-of-action-and-milestones"),
                ["metadata"] = document.Metadata(document.Text("poam.title", build.ProductName)),
                ["system-id"] = new JsonObject { ["identifier-type"] = Identity.Site + "/statement-sha256", ["id"] = build.StatementSha256 },
                ["observations"] = new JsonArray([.. open.Select(item => document.Observation(item.Framework, item.Control))]),
                ["poam-items"] = new JsonArray([.. open.Select(item => new JsonObject
                {
                    ["uuid"] = document.Uuid($"item {item.Framework.Name} {item.Control.Control}"),
                    ["title"] = document.Text("poam.item", document.Title(item.Framework, item.Control), Reason.Of(item.Control.Status).In(language)),
                    ["description"] = document.Text("poam.description", ControlTexts.Reasons(item.Control, language)).TrimStart(),
                    ["props"] = new JsonArray(OscalDocument.Property("catalogue", item.Framework.Name), OscalDocument.Property("control", item.Control.Control)),
                    ["related-observations"] = new JsonArray(new JsonObject { ["observation-uuid"] = document.Uuid($"observation {item.Framework.Name} {item.Control.Control}") }),
                })]),
                ["back-matter"] = document.BackMatter(),
            },
        };
    }
}
