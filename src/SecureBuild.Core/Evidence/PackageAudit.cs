using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SecureBuild.Evidence;

/// <summary>
/// NuGet's vulnerability audit, three-valued: findings, none reported, or not assessed. Measured with SDK 10: a source without vulnerability data
/// leaves the log empty, exactly as a source that knows of nothing; only a source named under <c>&lt;auditSources&gt;</c> says NU1905 when it has
/// no data and NU1900 when it cannot be reached. Silenced messages (NoWarn) never reach the log. So an empty log is worth something only
/// when all of that is excluded.
/// </summary>
sealed partial class PackageAudit
{
    // Documented by NuGet: NU1901 low, NU1902 moderate, NU1903 high, NU1904 critical.
    static readonly string[] s_severities = ["low", "moderate", "high", "critical"];

    PackageAudit() { }

    /// <summary>Null when assessed; otherwise why not, and the remedy.</summary>
    public string? Gap { get; private init; }

    /// <summary>Has no meaning here: there are no packages.</summary>
    public bool NothingToAudit { get; private init; }

    /// <summary>What was found; empty for "none reported".</summary>
    public ImmutableArray<AuditFinding> Findings { get; private init; } = [];

    /// <summary>Some source had no data, could not be reached, or some findings are silenced: there may be more.</summary>
    public bool Incomplete { get; private init; }

    /// <summary><c>direct</c> or <c>all</c>.</summary>
    public string? Mode { get; private init; }

    /// <summary>Lowest severity reported.</summary>
    public string? Level { get; private init; }

    /// <summary>Advisories the project asks not to hear of: their ids, or <c>other</c> for addresses without one.</summary>
    public ImmutableArray<string> Suppressed { get; private init; } = [];

    /// <summary>Audit sources named on purpose.</summary>
    public int ExplicitSources { get; private init; }

    /// <summary>Whether the sources answered with data: true, false, or null where nothing tells.</summary>
    public bool? Answered { get; private init; }

    public static PackageAudit Of(RestoreResult restore, string? targetFramework)
    {
        var properties = restore.Restore.Member("restoreAuditProperties") ?? default;
        var enabled = properties.Flag("enableAudit");
        var findings = restore.Logs.Select(log => Finding(log, restore, targetFramework)).OfType<AuditFinding>()
            .OrderBy(static finding => finding.Package, StringComparer.Ordinal).ThenBy(static finding => finding.Advisory, StringComparer.Ordinal).ToImmutableArray();
        var codes = restore.Logs.Select(static log => log.Text("code")).ToHashSet(StringComparer.Ordinal);
        var unanswered = codes.Contains("NU1900") || codes.Contains("NU1905");
        var explicitSources = restore.Configuration?.AuditSources ?? 0;
        var silenced = restore.Silenced.FirstOrDefault(static code => code.StartsWith("NU190", StringComparison.OrdinalIgnoreCase));
        var level = properties.Text("auditLevel");

        var gap =
            restore.Packages.IsEmpty || !findings.IsEmpty ? null
            : enabled is null ? GapText.Of("audit-unrecorded")
            : enabled == false ? GapText.Of("audit-off")
            : restore.Configuration is null ? GapText.Of("audit-configuration-unreadable")
            : explicitSources == 0 ? GapText.Of("audit-source-unnamed")
            : unanswered ? GapText.Of("audit-source-silent")
            : silenced is not null ? GapText.Of("audit-silenced", silenced.ToUpperInvariant())
            : level is not null and not "low" ? GapText.Of("audit-level", level)
            : null;
        return new()
        {
            Gap = gap,
            NothingToAudit = restore.Packages.IsEmpty,
            Findings = findings,
            Incomplete = unanswered || silenced is not null || level is not (null or "low"),
            Mode = properties.Text("auditMode"),
            Level = level,
            Suppressed = [.. properties.Members("suppressedAdvisories").Select(static item => AdvisoryId(item.Name) ?? "other").Order(StringComparer.Ordinal)],
            ExplicitSources = explicitSources,
            Answered = unanswered ? false : findings.IsEmpty && (explicitSources == 0 || enabled != true || silenced is not null) ? null : true,
        };
    }

    static AuditFinding? Finding(JsonElement log, RestoreResult restore, string? targetFramework)
    {
        if (log.Text("code") is not { Length: 6 } code || !code.StartsWith("NU190", StringComparison.Ordinal) || code[5] is < '1' or > '4')
            return null;

        // A graph is named after the framework, or framework/runtime. Only a graph that surely belongs to another framework is left out.
        var graphs = log.Items("targetGraphs", static graph => graph.GetString()!.Split('/')[0]).ToArray();
        if (graphs.Length > 0 && targetFramework is not null && graphs.All(graph => graph != targetFramework && restore.Frameworks.Contains(graph)))
            return null;

        // The message is in the user's language; library, severity and the advisory's id are not.
        var package = log.Text("libraryId") ?? "unknown";
        var versions = restore.Packages.Where(library => library.StartsWith(package + "/", StringComparison.OrdinalIgnoreCase)).Select(library => library[(package.Length + 1)..]).ToArray();
        var version = versions.Length == 1 ? versions[0] : versions.FirstOrDefault(version => log.Text("message")?.Contains(version, StringComparison.Ordinal) == true);
        return new(package, version, s_severities[code[5] - '1'], AdvisoryId(log.Text("message") ?? ""));
    }

    static string? AdvisoryId(string text) => Advisory().Match(text) is { Success: true } match ? match.Value : null;

    [GeneratedRegex("GHSA(-[0-9a-z]{4}){3}|CVE-[0-9]{4}-[0-9]{4,}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Advisory();
}

/// <summary>A known vulnerability in a package that this project restores.</summary>
/// <param name="Package">Package id.</param>
/// <param name="Version">Version restored, or null where it is not certain which.</param>
/// <param name="Severity"><c>low</c>, <c>moderate</c>, <c>high</c>, <c>critical</c>.</param>
/// <param name="Advisory"><c>GHSA-…</c> or <c>CVE-…</c>, or null where the advisory has neither.</param>
sealed record AuditFinding(string Package, string? Version, string Severity, string? Advisory);
