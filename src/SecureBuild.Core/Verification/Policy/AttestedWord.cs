using System.Globalization;
using System.Text.Json.Nodes;

namespace SecureBuild.Verification.Policy;

/// <summary>What persons say of vulnerabilities in the attested evidence (<c>waivers.list</c>). Files of VEX are not read: no signature covers them.</summary>
/// <param name="accepted">The statuses that the policy takes.</param>
/// <param name="evidence">The evidence.</param>
/// <param name="today">The day on which a statement has to hold; null for the day of the attestation, on which it did.</param>
sealed class AttestedWord(IEnumerable<string> accepted, JsonObject? evidence, DateOnly? today)
{
    readonly JsonObject[] _applied =
        [.. evidence?.Objects("facts")?.FirstOrDefault(fact => fact.Text("id") == "waivers.list" && fact.Text("state") == "known")?.Objects("value")?.Where(entry => entry.Text("state") == "applied") ?? []];

    /// <summary>Who says what of a vulnerability, until when; null where nobody does.</summary>
    /// <param name="package">Package that has it.</param>
    /// <param name="version">Its version, or null where that is not certain.</param>
    /// <param name="isCalled">Whether an identifier is one of the vulnerability's.</param>
    public Word? On(string? package, string? version, Func<string, bool> isCalled)
    {
        foreach (var entry in _applied)
        {
            if (entry.Objects("findings")?.Any(finding => string.Equals(finding.Text("package"), package, StringComparison.OrdinalIgnoreCase)
                    && string.Equals(finding.Text("version"), version, StringComparison.OrdinalIgnoreCase) && finding.Text("advisory") is { } id && isCalled(id)) != true)
                continue;
            var status = entry.Text("status") ?? "–";
            var holds = DateOnly.TryParseExact(entry.Text("expires"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last) && !(last < today);
            // "Not affected" without saying why is no statement of VEX.
            var isWhole = status != "not_affected" || !string.IsNullOrWhiteSpace(entry.Text("justification"));
            return new($"{status}{(entry.Text("justification") is { } why ? $", {why}" : "")}: {entry.Text("owner") ?? "–"}, {entry.Text("expires") ?? "–"}", holds && isWhole && accepted.Contains(status));
        }
        return null;
    }

    /// <param name="Text">Status, justification, person, last day.</param>
    /// <param name="IsAccepted">The policy takes it, and it holds.</param>
    public sealed record Word(string Text, bool IsAccepted);
}

/// <summary>A vulnerability that is worse than the policy takes, and what a person says of it.</summary>
/// <param name="Title">Package, version, advisory.</param>
/// <param name="Said">What a person says; null where nobody does.</param>
sealed record WorseFinding(string Title, AttestedWord.Word? Said)
{
    /// <summary>Told apart: what only a person's word makes acceptable, what such a word does not, and what nobody says anything of.</summary>
    /// <param name="found">All of them.</param>
    /// <param name="worst">The worst severity taken.</param>
    /// <param name="where">The part of the text's name that says where they were found: <c>audit</c>, <c>advisories</c>.</param>
    public static IEnumerable<PolicyFinding> Tell(IReadOnlyCollection<WorseFinding> found, string worst, string where)
    {
        string[] open = [.. found.Where(finding => finding.Said is null).Select(finding => finding.Title)],
            refused = [.. found.Where(finding => finding.Said is { IsAccepted: false }).Select(Both)], accepted = [.. found.Where(finding => finding.Said is { IsAccepted: true }).Select(Both)];
        if (open.Length > 0)
            yield return PolicyFinding.Failed(RuleNames.Vulnerabilities, where + "_failed", open.Length, worst, PolicyFinding.Some(open));
        if (refused.Length > 0)
            yield return PolicyFinding.Failed(RuleNames.Vulnerabilities, where + "_word_refused", refused.Length, worst, PolicyFinding.Some(refused));
        if (accepted.Length > 0)
            yield return PolicyFinding.Passed(RuleNames.Vulnerabilities, where + "_word_accepted", accepted.Length, worst, PolicyFinding.Some(accepted));
    }

    static string Both(WorseFinding finding) => $"{finding.Title} ({finding.Said!.Text})";
}
