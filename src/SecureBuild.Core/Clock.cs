using System.Globalization;

namespace SecureBuild;

/// <summary>The time of a build: one reading for all artifacts, so that they agree.</summary>
/// <param name="Now">UTC, whole seconds.</param>
/// <param name="FromSourceDateEpoch">Taken from <c>SOURCE_DATE_EPOCH</c> (reproducible-builds.org) rather than from the machine.</param>
public sealed record Clock(DateTimeOffset Now, bool FromSourceDateEpoch)
{
    /// <summary><c>SOURCE_DATE_EPOCH</c> where it is set and a number, otherwise the machine's time.</summary>
    public static Clock From(string? sourceDateEpoch) =>
        long.TryParse(sourceDateEpoch, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= 253402300799
            ? new(DateTimeOffset.FromUnixTimeSeconds(seconds), true)
            : new(DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds()), false);

    /// <summary>RFC 3339 in UTC with a <c>Z</c>, seconds precision: <c>2026-11-22T04:21:00Z</c>.</summary>
    public string Text => Format(Now);

    /// <inheritdoc cref="Text"/>
    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
