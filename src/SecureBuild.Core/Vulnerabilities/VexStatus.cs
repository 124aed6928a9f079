using System.Collections.Frozen;

namespace SecureBuild.Vulnerabilities;

/// <summary>What is said of a product and a vulnerability (VEX, as in OpenVEX 0.2.0).</summary>
public enum VexStatus
{
    /// <summary>Nobody has said anything, or somebody says that it is being looked at.</summary>
    UnderInvestigation,
    /// <summary>The product is not affected; a justification says why.</summary>
    NotAffected,
    /// <summary>The product is affected; an action says what to do.</summary>
    Affected,
    /// <summary>This version of the product has a remedy.</summary>
    Fixed,
}

/// <summary>The words of OpenVEX, and those of CycloneDX that mean the same.</summary>
static class VexWords
{
    static readonly FrozenDictionary<string, VexStatus> s_statuses = new Dictionary<string, VexStatus>(StringComparer.Ordinal)
    {
        ["not_affected"] = VexStatus.NotAffected, ["affected"] = VexStatus.Affected, ["fixed"] = VexStatus.Fixed, ["under_investigation"] = VexStatus.UnderInvestigation,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // What an adversary cannot control has no word in CycloneDX: it stays in words.
    static readonly FrozenDictionary<string, string?> s_justifications = new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["component_not_present"] = "code_not_present",
        ["vulnerable_code_not_present"] = "code_not_present",
        ["vulnerable_code_not_in_execute_path"] = "code_not_reachable",
        ["vulnerable_code_cannot_be_controlled_by_adversary"] = null,
        ["inline_mitigations_already_exist"] = "protected_by_mitigating_control",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>OpenVEX's words for statuses.</summary>
    public static IEnumerable<string> Statuses => s_statuses.Keys.Order(StringComparer.Ordinal);

    /// <summary>OpenVEX's justifications.</summary>
    public static IEnumerable<string> Justifications => s_justifications.Keys.Order(StringComparer.Ordinal);

    /// <summary>The status of a word, or null.</summary>
    public static VexStatus? Status(string word) => s_statuses.TryGetValue(word, out var status) ? status : null;

    /// <summary>OpenVEX's word.</summary>
    public static string Word(VexStatus status) => status switch
    {
        VexStatus.NotAffected => "not_affected",
        VexStatus.Affected => "affected",
        VexStatus.Fixed => "fixed",
        _ => "under_investigation",
    };

    /// <summary>CycloneDX's <c>analysis.state</c>.</summary>
    public static string CycloneDxState(VexStatus status) => status switch
    {
        VexStatus.NotAffected => "not_affected",
        VexStatus.Affected => "exploitable",
        VexStatus.Fixed => "resolved",
        _ => "in_triage",
    };

    /// <summary>CycloneDX's <c>analysis.justification</c>; null where it has none that means the same.</summary>
    public static string? CycloneDxJustification(string? justification) => justification is null ? null : s_justifications.GetValueOrDefault(justification);

    /// <summary>Whether OpenVEX has this justification.</summary>
    public static bool IsJustification(string word) => s_justifications.ContainsKey(word);
}
