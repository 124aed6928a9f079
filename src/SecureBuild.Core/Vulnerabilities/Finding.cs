using System.Collections.Immutable;

namespace SecureBuild.Vulnerabilities;

/// <summary>An advisory about a component of a bill of materials, and what is said of it.</summary>
/// <param name="Id">The advisory's identifier.</param>
/// <param name="Aliases">Its other identifiers.</param>
/// <param name="Package">The component's name, of npm with its scope.</param>
/// <param name="Version">Its version, or null where the bill of materials does not say one.</param>
/// <param name="Severity">How bad.</param>
public sealed record Finding(string Id, ImmutableArray<string> Aliases, string Package, string? Version, Severity Severity)
{
    /// <summary>The component's package URL.</summary>
    public string? Purl { get; init; }

    /// <summary>The component's name in its bill of materials.</summary>
    public string? BomRef { get; init; }

    /// <summary>Used while building only, not delivered.</summary>
    public bool IsBuildOnly { get; init; }

    /// <summary>Versions could not be compared: the advisory names the package, and nobody can tell whether this version.</summary>
    public bool IsUncertain { get; init; }

    /// <summary>The advisory's one line, or null.</summary>
    public string? Summary { get; init; }

    /// <summary>When the advisory came out and was last changed, or null.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <inheritdoc cref="Published"/>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>Weaknesses: the numbers of CWE.</summary>
    public ImmutableArray<int> Cwes { get; init; } = [];

    /// <summary>Who says so: <see cref="NuGetAudit"/>, <see cref="OfflineAdvisories"/>.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>The waiver that holds; null where nobody has said anything.</summary>
    public Waiver? Waiver { get; init; }

    internal CvssVector? Cvss { get; init; }

    internal Ecosystem Ecosystem { get; init; }

    /// <summary>What is said: by the waiver, otherwise that it is under investigation. Never anything else by this tool's own judgement.</summary>
    public VexStatus Status => Waiver?.Status ?? VexStatus.UnderInvestigation;

    /// <summary>The source that is NuGet's audit while restoring.</summary>
    public const string NuGetAudit = "nuget-audit";

    /// <summary>The source that is a folder of advisories.</summary>
    public const string OfflineAdvisories = "advisories";

    internal bool IsCalled(string id) => Id.Equals(id, StringComparison.OrdinalIgnoreCase) || Aliases.Contains(id, StringComparer.OrdinalIgnoreCase);
}
