using System.Collections.Immutable;

namespace SecureBuild.Vulnerabilities;

/// <summary>An advisory, as far as it is about one package.</summary>
/// <param name="Id">Its identifier: <c>GHSA-…</c>, <c>CVE-…</c>.</param>
/// <param name="Aliases">Other identifiers of the same vulnerability.</param>
/// <param name="Summary">One line, or null.</param>
/// <param name="Severity">How bad, by its own word or by its vector.</param>
/// <param name="Cvss">Its vector, or null.</param>
/// <param name="Cwes">Weaknesses: the numbers of CWE.</param>
/// <param name="Published">When it came out, or null.</param>
/// <param name="Modified">When it was last changed.</param>
sealed record Advisory(
    string Id, ImmutableArray<string> Aliases, string? Summary, Severity Severity, CvssVector? Cvss, ImmutableArray<int> Cwes, DateTimeOffset? Published, DateTimeOffset Modified)
{
    /// <summary>The versions it is about; any of them.</summary>
    public ImmutableArray<AffectedVersions> Affected { get; init; } = [];

    /// <summary>Whether it has this identifier.</summary>
    public bool IsCalled(string id) => Id.Equals(id, StringComparison.OrdinalIgnoreCase) || Aliases.Contains(id, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether it is about this version.</summary>
    public Applicability AppliesTo(string? version, Ecosystem ecosystem)
    {
        var parsed = PackageVersion.Parse(version, ecosystem);
        var all = Applicability.No;
        foreach (var affected in Affected)
            switch (affected.Includes(version, parsed, ecosystem))
            {
                case Applicability.Yes:
                    return Applicability.Yes;
                case Applicability.Unknown:
                    all = Applicability.Unknown;
                    break;
            }
        return all;
    }
}

/// <summary>Whether an advisory is about a version.</summary>
enum Applicability
{
    /// <summary>It is not.</summary>
    No,
    /// <summary>It is.</summary>
    Yes,
    /// <summary>The versions cannot be compared. Never to be taken for "no".</summary>
    Unknown,
}

/// <summary>One entry of OSV's <c>affected</c>.</summary>
/// <param name="Versions">Versions named one by one.</param>
/// <param name="Ranges">Ranges of versions.</param>
/// <param name="IsComparable">False where it has ranges of a kind that is not compared here (commits).</param>
sealed record AffectedVersions(ImmutableArray<string> Versions, ImmutableArray<AffectedRange> Ranges, bool IsComparable)
{
    /// <summary>Evaluation as the Open Source Vulnerability format describes it.</summary>
    public Applicability Includes(string? version, PackageVersion? parsed, Ecosystem ecosystem)
    {
        foreach (var named in Versions)
            if (named == version || (parsed is not null && PackageVersion.Parse(named, ecosystem)?.CompareTo(parsed) == 0))
                return Applicability.Yes;
        if (parsed is null)
            return Applicability.Unknown;
        // Names the package and no version that could be compared: somebody has to look.
        var all = IsComparable && (!Ranges.IsEmpty || !Versions.IsEmpty) ? Applicability.No : Applicability.Unknown;
        foreach (var range in Ranges)
            switch (range.Includes(parsed, ecosystem))
            {
                case Applicability.Yes:
                    return Applicability.Yes;
                case Applicability.Unknown:
                    all = Applicability.Unknown;
                    break;
            }
        return all;
    }
}

/// <summary>What happens at a version.</summary>
enum RangeEventKind
{
    /// <summary>The vulnerability comes in.</summary>
    Introduced,
    /// <summary>It is gone.</summary>
    Fixed,
    /// <summary>The last version that has it.</summary>
    LastAffected,
    /// <summary>Nothing is said of versions from here on.</summary>
    Limit,
}

/// <summary>An event of a range.</summary>
readonly record struct RangeEvent(RangeEventKind Kind, string Version);

/// <summary>One entry of OSV's <c>ranges</c>, of the type SEMVER or ECOSYSTEM.</summary>
sealed record AffectedRange(ImmutableArray<RangeEvent> Events)
{
    const string Beginning = "0";
    const string NoLimit = "*";

    /// <summary>Whether the version lies in it; unknown where a version of the range cannot be read.</summary>
    public Applicability Includes(PackageVersion version, Ecosystem ecosystem)
    {
        var steps = new List<(PackageVersion? At, RangeEventKind Kind)>(Events.Length);
        var (hasLimit, isBeforeLimit) = (false, false);
        foreach (var step in Events)
        {
            if (step is { Kind: RangeEventKind.Limit, Version: NoLimit })
            {
                (hasLimit, isBeforeLimit) = (true, true);
                continue;
            }
            var at = step is { Kind: RangeEventKind.Introduced, Version: Beginning } ? null : PackageVersion.Parse(step.Version, ecosystem);
            if (at is null && step is not { Kind: RangeEventKind.Introduced, Version: Beginning })
                return Applicability.Unknown;
            if (step.Kind == RangeEventKind.Limit)
                (hasLimit, isBeforeLimit) = (true, isBeforeLimit || version.CompareTo(at) < 0);
            else
                steps.Add((at, step.Kind));
        }
        if (hasLimit && !isBeforeLimit)
            return Applicability.No;
        // At the same version the entry comes last: in doubt it is affected.
        steps.Sort(static (a, b) => a.At is null ? (b.At is null ? 0 : -1) : a.At.CompareTo(b.At) is not 0 and var order ? order : (a.Kind == RangeEventKind.Introduced).CompareTo(b.Kind == RangeEventKind.Introduced));
        var isAffected = false;
        foreach (var (at, kind) in steps)
            isAffected = kind switch
            {
                RangeEventKind.Introduced => isAffected || version.CompareTo(at) >= 0,
                RangeEventKind.Fixed => isAffected && version.CompareTo(at) < 0,
                _ => isAffected && version.CompareTo(at) <= 0,
            };
        return isAffected ? Applicability.Yes : Applicability.No;
    }
}
