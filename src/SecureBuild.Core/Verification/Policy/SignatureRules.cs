using static SecureBuild.Verification.Policy.PolicyFinding;

namespace SecureBuild.Verification.Policy;

/// <summary>Who must have signed, and with what kind of key.</summary>
static class SignatureRules
{
    /// <param name="policy">The policy.</param>
    /// <param name="statements">The verified signatures of each statement.</param>
    /// <param name="incomplete">There are signatures that could not be checked here.</param>
    public static IEnumerable<PolicyFinding> Check(AcceptancePolicy policy, IEnumerable<VerifiedSignature[]> statements, bool incomplete)
    {
        var all = statements.ToArray();
        if (!policy.AllSigners.IsEmpty || !policy.AnySigner.IsEmpty)
            yield return Signers(policy, all);
        if (!policy.PostQuantum)
            yield break;
        if (all.All(signatures => signatures.Any(signature => signature.IsPostQuantum)))
            yield return Passed(RuleNames.PostQuantum, "quantum_passed");
        else if (incomplete)
            yield return Unknown(RuleNames.PostQuantum, "quantum_unknown");
        else
            yield return Failed(RuleNames.PostQuantum, "quantum_failed");
    }

    static PolicyFinding Signers(AcceptancePolicy policy, VerifiedSignature[][] statements)
    {
        foreach (var signatures in statements)
        {
            var keys = signatures.Select(signature => signature.KeyId).ToHashSet(StringComparer.Ordinal);
            if (policy.AllSigners.FirstOrDefault(key => !keys.Contains(key)) is { } missing)
                return Failed(RuleNames.Signers, "signers_all_missing", missing);
            if (!policy.AnySigner.IsEmpty && !policy.AnySigner.Any(keys.Contains))
                return Failed(RuleNames.Signers, "signers_any_missing", policy.AnySigner.Length);
        }
        return Passed(RuleNames.Signers, "signers_passed");
    }
}
