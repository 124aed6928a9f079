using System.Text.Json.Nodes;
using SecureBuild.Vulnerabilities;

namespace SecureBuild.Evidence;

/// <summary>NuGet's audit and offline advisories as one three-valued answer: a finding of either is one, and none is reported only by a source that could have.</summary>
/// <param name="Audit">NuGet's.</param>
/// <param name="Report">The offline one; null where it was not asked for.</param>
sealed record AuditSources(PackageAudit Audit, VulnerabilityReport? Report)
{
    bool HasOffline => Report is { Data: not null };

    // Versions that could not be compared are neither a finding nor none.
    string? OfflineGap => Report is not { WasAsked: true } ? null
        : Report.Gap ?? (Report.From(Finding.OfflineAdvisories).Any(static finding => finding.IsUncertain) ? GapText.Of("advisories-uncertain") : null);

    bool OfflineFound => Report?.From(Finding.OfflineAdvisories).Any(static finding => !finding.IsUncertain) == true;

    bool OfflineAnswers => HasOffline && OfflineGap is null;

    /// <summary>There are no packages, and nothing else was found.</summary>
    public bool HasNothingToAudit => Audit.NothingToAudit && !OfflineFound;

    /// <summary>Why nothing is known: a sentence, or null where something is.</summary>
    public string? Gap => OfflineFound || OfflineAnswers || (Audit.Gap is null && !Audit.NothingToAudit) ? null : OfflineGap ?? Audit.Gap ?? GapText.Of("no-packages");

    /// <summary>Where it was read, with name and digest of offline advisories.</summary>
    public string Source(string restore) => !HasOffline ? restore
        : (Audit.Gap is null && !Audit.NothingToAudit ? restore + "; " : "") + $"advisories {Report!.SourceName} (OSV, sha256 {Report.Data!.Sha256})";

    /// <summary>The fact's value.</summary>
    public JsonObject Value()
    {
        var value = new JsonObject
        {
            ["outcome"] = Audit.Findings.IsEmpty && !OfflineFound ? "none-reported" : "findings",
            ["findings"] = HasOffline ? Merged() : new JsonArray([.. Audit.Findings.Select(static finding => (JsonNode)new JsonObject
            {
                ["package"] = finding.Package, ["version"] = finding.Version, ["severity"] = finding.Severity, ["advisory"] = finding.Advisory,
            })]),
            ["incomplete"] = Audit.Incomplete || OfflineGap is not null,
            // Offline advisories are compared with everything that the bill of materials lists.
            ["mode"] = OfflineAnswers ? "all" : Audit.Mode,
            ["level"] = Audit.Level,
            ["suppressedAdvisories"] = new JsonArray([.. Audit.Suppressed.Select(static id => (JsonNode)id)]),
            ["suppressed"] = Audit.Suppressed.Length,
        };
        if (Report?.Data is { } data)
            value["advisories"] = new JsonObject
            {
                ["name"] = Report.SourceName,
                ["sha256"] = data.Sha256,
                ["newest"] = data.Newest is { } newest ? Clock.Format(newest) : null,
                ["count"] = data.Advisories,
                ["unread"] = data.Unread,
                ["stale"] = Report.IsStale,
                ["compared"] = Report.Compared,
                ["notCompared"] = Report.NotCompared,
            };
        return value;
    }

    JsonArray Merged() => new([.. Report!.Findings.Where(static finding => !finding.IsUncertain).Select(static finding => (JsonNode)new JsonObject
    {
        ["package"] = finding.Package, ["version"] = finding.Version, ["severity"] = Severities.Word(finding.Severity), ["advisory"] = finding.Id,
        ["sources"] = new JsonArray([.. finding.Sources.Select(static source => (JsonNode)source)]),
    })]);
}
