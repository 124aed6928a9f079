namespace SecureBuild.Vulnerabilities;

/// <summary>How bad an advisory says that it is.</summary>
public enum Severity
{
    /// <summary>It does not say, or not in a way that is read here. Not the least of them.</summary>
    Unknown,
    /// <summary>Low.</summary>
    Low,
    /// <summary>Moderate; others say medium.</summary>
    Moderate,
    /// <summary>High.</summary>
    High,
    /// <summary>Critical.</summary>
    Critical,
}

/// <summary>Words for severities.</summary>
public static class Severities
{
    /// <summary>The words, gravest last.</summary>
    public static System.Collections.Immutable.ImmutableArray<string> Words { get; } = ["low", "moderate", "high", "critical"];

    /// <summary>From a word of an advisory, whatever its case.</summary>
    public static Severity Of(string? word) => word?.ToLowerInvariant() switch
    {
        "low" => Severity.Low,
        "moderate" or "medium" => Severity.Moderate,
        "high" => Severity.High,
        "critical" => Severity.Critical,
        _ => Severity.Unknown,
    };

    /// <summary>The word in our documents.</summary>
    public static string Word(Severity severity) => severity == Severity.Unknown ? "unknown" : Words[(int)severity - 1];

    /// <summary>Whether it reaches a threshold. Where nobody says how bad it is, it does.</summary>
    public static bool Reaches(this Severity severity, Severity threshold) => severity == Severity.Unknown || severity >= threshold;
}
