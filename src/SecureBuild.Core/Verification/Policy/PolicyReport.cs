using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Attestation;

namespace SecureBuild.Verification.Policy;

/// <summary>How a rule came out.</summary>
public enum PolicyVerdict
{
    /// <summary>Checked, and fulfilled.</summary>
    Passed,

    /// <summary>Checked, and not fulfilled.</summary>
    Failed,

    /// <summary>Nothing tells; the sentence says why. Never to be read as fulfilled.</summary>
    NotChecked,
}

/// <summary>One rule's result.</summary>
/// <param name="Rule">Which rule: <c>signers</c>, <c>controls</c>, <c>licences</c> …; stable, for machines.</param>
/// <param name="On">The file it was about, by name, or null.</param>
/// <param name="Verdict">How it came out.</param>
/// <param name="Sentence">That as one sentence, in the reader's language.</param>
/// <param name="Code">SB9715 failed, SB9716 not checked, SB9717 not checked where the policy takes that; null where it passed.</param>
public sealed record PolicyRuleResult(string Rule, string? On, PolicyVerdict Verdict, string Sentence, string? Code);

/// <summary>A delivery held against a policy.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Results">Every rule's results; a rule has one for each attestation, and more where several things fail.</param>
public sealed record PolicyReport(AcceptancePolicy Policy, ImmutableArray<PolicyRuleResult> Results)
{
    /// <summary>Whether nothing stands against the delivery.</summary>
    public bool IsFulfilled => !Results.Any(result => result.Verdict == PolicyVerdict.Failed || (result.Verdict == PolicyVerdict.NotChecked && !Policy.WarnIfUnknown));

    /// <summary>Rules of which every result is that they passed.</summary>
    public IEnumerable<string> Passed => Results.GroupBy(result => result.Rule, StringComparer.Ordinal)
        .Where(rule => rule.All(result => result.Verdict == PolicyVerdict.Passed)).Select(rule => rule.Key);

    /// <summary>For machines: <c>{ name, id, sha256, fulfilled, rules: [{ rule, on, result, sentence, code }] }</c>.</summary>
    public JsonObject ToJson() => new()
    {
        ["name"] = Policy.Name,
        ["id"] = Policy.Id,
        ["sha256"] = Policy.Sha256,
        ["fulfilled"] = IsFulfilled,
        ["rules"] = JsonShapes.Array(Results.Select(result => new JsonObject
        {
            ["rule"] = result.Rule,
            ["on"] = result.On,
            ["result"] = JsonShapes.Kebab(result.Verdict),
            ["sentence"] = result.Sentence,
            ["code"] = result.Code,
        })),
    };
}
