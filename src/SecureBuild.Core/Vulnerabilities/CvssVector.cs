using System.Collections.Frozen;

namespace SecureBuild.Vulnerabilities;

/// <summary>A severity in the notation of the Common Vulnerability Scoring System.</summary>
/// <param name="Text">The vector as the advisory has it.</param>
/// <param name="Method">CycloneDX's word: <c>CVSSv2</c>, <c>CVSSv3</c>, <c>CVSSv31</c>, <c>CVSSv4</c>.</param>
/// <param name="Score">The base score of versions 3.0 and 3.1; null for others, whose sums are not done here.</param>
sealed record CvssVector(string Text, string Method, double? Score)
{
    // CVSS v3.1 specification, section 7.4; privileges required with a changed scope differ.
    static readonly FrozenDictionary<string, double> s_weights = new Dictionary<string, double>(StringComparer.Ordinal)
    {
        ["AV:N"] = 0.85, ["AV:A"] = 0.62, ["AV:L"] = 0.55, ["AV:P"] = 0.2, ["AC:L"] = 0.77, ["AC:H"] = 0.44, ["UI:N"] = 0.85, ["UI:R"] = 0.62,
        ["PR:N"] = 0.85, ["PR:L"] = 0.62, ["PR:H"] = 0.27, ["PR:L/S:C"] = 0.68, ["PR:H/S:C"] = 0.5,
        ["C:H"] = 0.56, ["C:L"] = 0.22, ["C:N"] = 0, ["I:H"] = 0.56, ["I:L"] = 0.22, ["I:N"] = 0, ["A:H"] = 0.56, ["A:L"] = 0.22, ["A:N"] = 0,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>From OSV's <c>severity</c>: its type and its score.</summary>
    public static CvssVector? Of(string type, string score) => type switch
    {
        "CVSS_V3" => new(score, score.StartsWith("CVSS:3.0/", StringComparison.Ordinal) ? "CVSSv3" : "CVSSv31", Base(score)),
        "CVSS_V4" => new(score, "CVSSv4", null),
        "CVSS_V2" => new(score, "CVSSv2", null),
        _ => null,
    };

    /// <summary>The word for the score (section 5); unknown without one. A score of 0 has no word here.</summary>
    public Severity Severity => Score switch
    {
        >= 9.0 => Severity.Critical,
        >= 7.0 => Severity.High,
        >= 4.0 => Severity.Moderate,
        > 0 => Severity.Low,
        _ => Severity.Unknown,
    };

    // Section 7.1. Null where a metric is missing, twice there or not one.
    static double? Base(string vector)
    {
        if (!vector.StartsWith("CVSS:3.0/", StringComparison.Ordinal) && !vector.StartsWith("CVSS:3.1/", StringComparison.Ordinal))
            return null;
        var metrics = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var metric in vector[9..].Split('/'))
            if (metric.IndexOf(':') is var colon and > 0 && !metrics.TryAdd(metric[..colon], metric))
                return null;
        if (!metrics.TryGetValue("S", out var scope) || scope is not ("S:U" or "S:C"))
            return null;
        var changed = scope == "S:C";
        if (Weight("AV") is not { } vectorWeight || Weight("AC") is not { } complexity || Weight("UI") is not { } interaction || Weight("PR", changed) is not { } privileges
            || Weight("C") is not { } confidentiality || Weight("I") is not { } integrity || Weight("A") is not { } availability)
            return null;
        var sum = 1 - ((1 - confidentiality) * (1 - integrity) * (1 - availability));
        var impact = changed ? (7.52 * (sum - 0.029)) - (3.25 * Math.Pow(sum - 0.02, 15)) : 6.42 * sum;
        if (impact <= 0)
            return 0;
        var exploitability = 8.22 * vectorWeight * complexity * privileges * interaction;
        return RoundedUp(Math.Min((changed ? 1.08 : 1) * (impact + exploitability), 10));

        double? Weight(string name, bool isScoped = false) =>
            metrics.TryGetValue(name, out var metric) && (isScoped && s_weights.TryGetValue(metric + "/S:C", out var weight) || s_weights.TryGetValue(metric, out weight)) ? weight : null;
    }

    // Appendix A: to one decimal, without what binary fractions add.
    static double RoundedUp(double value)
    {
        var whole = (int)Math.Round(value * 100_000);
        return whole % 10_000 == 0 ? whole / 100_000.0 : (Math.Floor(whole / 10_000.0) + 1) / 10.0;
    }
}
