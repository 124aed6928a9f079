using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Submission;
using SecureBuild.Verification;

namespace SecureBuild.Rendering.Report;

/// <summary>Known vulnerabilities as the builds' audits have them.</summary>
/// <param name="Audits">What the audit of each project says.</param>
/// <param name="Findings">Packages and advisories, each once; the gravest first.</param>
public sealed record ReportVulnerabilities(ImmutableArray<ReportAudit> Audits, ImmutableArray<ReportAdvisory> Findings)
{
    static readonly ImmutableArray<string> s_severities = ["critical", "high", "moderate", "low"];

    /// <summary>Every project's audit had data. Otherwise nothing follows from a package not being named.</summary>
    public bool WasAssessed => Audits.Length > 0 && Audits.All(static audit => audit.Audit is { State: "findings" or "none-found" });

    /// <summary>Audits name packages that are not in <see cref="Findings"/>: their evidence is not for the reader, or not at hand.</summary>
    public bool IsWithheld { get; init; }

    /// <summary>How many are known at least.</summary>
    public int Count => Math.Max(Findings.Length, Audits.Select(static audit => audit.Audit?.Findings ?? 0).DefaultIfEmpty().Max());

    /// <summary>How grave a severity is: the smaller the graver.</summary>
    internal static int Rank(string severity) => s_severities.IndexOf(severity) is >= 0 and var at ? at : s_severities.Length;

    internal static ReportVulnerabilities Of(Product product)
    {
        var isWithheld = false;
        var found = new Dictionary<(string, string?, string?), ReportAdvisory>();
        foreach (var project in product.Projects)
        {
            var facts = project.Evidence.IsEmpty ? [] : StrictJson.Parse(project.Evidence)?.Objects("facts") ?? [];
            var waivers = Value(facts, "waivers.list") is JsonArray list ? [.. list.OfType<JsonObject>().Where(static waiver => waiver.Text("state") == "applied")] : Array.Empty<JsonObject>();
            var named = (Value(facts, "nuget.audit") as JsonObject)?.Objects("findings") ?? [];
            isWithheld |= named.Count == 0 && project.Summary.Audit is { State: "findings" };
            foreach (var finding in named)
                if (finding.Text("package") is { } package)
                    found.TryAdd((package, finding.Text("version"), finding.Text("advisory")), Advisory(package, finding, waivers));
        }
        return new([.. product.Projects.Select(static project => new ReportAudit(project.Key, project.Summary.Audit))],
            [.. found.Values.OrderBy(static item => Rank(item.Severity)).ThenBy(static item => item.Package, StringComparer.Ordinal).ThenBy(static item => item.Advisory, StringComparer.Ordinal)]) { IsWithheld = isWithheld };
    }

    static ReportAdvisory Advisory(string package, JsonObject finding, JsonObject[] waivers)
    {
        var advisory = finding.Text("advisory");
        var waiver = advisory is null ? null : waivers.FirstOrDefault(item =>
            item.Text("advisory") is { } id && advisory.EndsWith(id, StringComparison.OrdinalIgnoreCase) && (item.Text("package") is not { } named || named.Equals(package, StringComparison.OrdinalIgnoreCase)));
        return new(package, finding.Text("version"), finding.Text("severity")?.ToLowerInvariant() is { } severity && s_severities.Contains(severity) ? severity : "unknown", advisory,
            waiver is null ? null : new(waiver.Text("status") ?? "", waiver.Text("owner") ?? "", waiver.Text("role"), waiver.Text("reason"), waiver.Text("expires")));
    }

    static JsonNode? Value(IReadOnlyList<JsonObject> facts, string id) => facts.FirstOrDefault(fact => fact.Text("id") == id && fact.Text("state") == "known")?["value"];
}

/// <summary>One project's audit.</summary>
/// <param name="Project">Key of the project.</param>
/// <param name="Audit">What it says; null where the attestation does not say.</param>
public sealed record ReportAudit(string Project, AuditSummary? Audit);

/// <summary>An advisory about a package.</summary>
/// <param name="Package">Name.</param>
/// <param name="Version">Version, or null.</param>
/// <param name="Severity"><c>critical</c>, <c>high</c>, <c>moderate</c>, <c>low</c> or <c>unknown</c>.</param>
/// <param name="Advisory">Its address or identifier, or null.</param>
/// <param name="Statement">What a person says of it; null where nobody says anything.</param>
public sealed record ReportAdvisory(string Package, string? Version, string Severity, string? Advisory, AdvisoryStatement? Statement);

/// <summary>What a person says of a vulnerability.</summary>
/// <param name="Status">OpenVEX's word.</param>
/// <param name="Owner">Who says so.</param>
/// <param name="Role">In which role, or null.</param>
/// <param name="Reason">Why, or null.</param>
/// <param name="Expires">Until when, or null.</param>
public sealed record AdvisoryStatement(string Status, string Owner, string? Role, string? Reason, string? Expires);
