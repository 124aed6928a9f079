using System.IO.Enumeration;
using static SecureBuild.Verification.Policy.PolicyFinding;

namespace SecureBuild.Verification.Policy;

/// <summary>That this is what was ordered. Without it an older delivery, or another product of the same supplier, verifies as well as the right one.</summary>
static class ProductRules
{
    public static IEnumerable<PolicyFinding> Check(AcceptancePolicy policy, VerifiedDelivery delivery)
    {
        if (policy.Product is not { } ordered)
            return [];
        var product = delivery.Attestation.Predicate.Object("product");
        return [Check("name", ordered.Name, product?.Text("name")) ?? Check("version", ordered.Version, product?.Text("version"))
            ?? Passed(RuleNames.Product, "product_passed", product?.Text("name") ?? "–", product?.Text("version") ?? "–")];
    }

    static PolicyFinding? Check(string member, string? ordered, string? said) => ordered is null ? null
        : string.IsNullOrWhiteSpace(said) ? Unknown(RuleNames.Product, "product_unknown", member)
        : FileSystemName.MatchesSimpleExpression(ordered, said, ignoreCase: false) ? null
        : Failed(RuleNames.Product, "product_failed", said, ordered);
}
