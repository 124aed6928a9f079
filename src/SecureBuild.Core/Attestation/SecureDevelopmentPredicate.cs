using System.Text.Json.Nodes;

namespace SecureBuild.Attestation;

/// <summary>The predicate of secure-development-v1.md.</summary>
static class SecureDevelopmentPredicate
{
    public static JsonObject From(SecureDevelopmentInput input) => new()
    {
        ["tool"] = new JsonObject { ["name"] = Identity.ToolName, ["version"] = Identity.ToolVersion },
        ["issuedOn"] = input.Clock.Text,
        ["build"] = JsonShapes.Build(input.Build),
        ["product"] = new JsonObject { ["name"] = input.Product.Name, ["version"] = input.Product.Version },
        ["supplier"] = Supplier(input.Product),
        ["evidence"] = JsonShapes.Files(input.Evidence),
        ["audit"] = Audit(input.Audit),
        ["frameworks"] = JsonShapes.Array(input.Frameworks.Select(JsonShapes.Framework)),
        ["conflictReason"] = null,
        ["limits"] = Limits.Json(),
    };

    static JsonObject Supplier(ProductClaim product)
    {
        var supplier = new JsonObject { ["name"] = product.Supplier, ["contact"] = product.Contact };
        if (product.SupplierInJapanese is { } name)
            supplier["nameJa"] = name;
        return supplier;
    }

    static JsonObject Audit(AuditOutcome audit) => new()
    {
        ["state"] = JsonShapes.Kebab(audit.State),
        ["source"] = audit.Source,
        ["date"] = audit.Date is { } date ? Clock.Format(date) : null,
        ["findings"] = audit.Findings,
        ["gap"] = audit.Gap,
    };
}
