using System.Globalization;

namespace SecureBuild.Collecting;

/// <summary>Times in reports of others.</summary>
static class ReportTime
{
    /// <summary>
    /// A time of ISO 8601. Without a zone it may be meant in UTC or in that of the machine: the earlier of the two counts, so that nothing looks
    /// as if it had come after the build because a clock was read in another zone.
    /// </summary>
    /// <returns>Null where it is none.</returns>
    public static DateTimeOffset? Iso(string? text, TimeZoneInfo zone)
    {
        if (text is not { Length: >= 19 } || text[4] != '-' || text[10] is not ('T' or ' ')
            || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var universal)
            || universal.Year is < 1971 or > 9990)
            return null;
        var hasZone = text.EndsWith('Z') || text.AsSpan(19).IndexOfAny('+', '-') >= 0;
        var here = hasZone ? universal : universal - zone.GetUtcOffset(DateTime.SpecifyKind(universal.DateTime, DateTimeKind.Unspecified));
        return here < universal ? here : universal;
    }

    /// <summary>A number of milliseconds since 1970.</summary>
    public static DateTimeOffset? Milliseconds(long number) => number is > 0 and < 253402300800000 ? DateTimeOffset.FromUnixTimeMilliseconds(number) : null;

    /// <summary>A number of seconds since 1970, or of milliseconds where it is too large for that: Cobertura's tools differ.</summary>
    public static DateTimeOffset? Seconds(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Milliseconds(number < 100_000_000_000 ? number * 1000 : number) : null;
}
