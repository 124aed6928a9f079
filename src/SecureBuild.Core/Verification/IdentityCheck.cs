using System.Globalization;

namespace SecureBuild.Verification;

/// <summary>
/// Says what was attested, and when. An older delivery that is whole in itself verifies like any other: only a reader who compares product,
/// version and time with what was ordered can see it.
/// </summary>
sealed class IdentityCheck(CheckLog log)
{
    /// <param name="attestation">The attestation.</param>
    /// <param name="time">When it says that it was made.</param>
    /// <param name="today">The day of the verification; null leaves the time unchecked.</param>
    public void Check(ReadStatement attestation, DateTimeOffset time, DateOnly? today)
    {
        var when = time.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        // A day for clocks that differ, and for those who are past midnight already.
        if (DateOnly.FromDateTime(time.UtcDateTime) is var day && today is { } now && day.DayNumber > now.DayNumber + 1)
            log.Unsatisfied("identity", attestation.File, "SB9554", when);
        else
            log.Pass("identity", attestation.File, Of(attestation, "product", "name"), Of(attestation, "product", "version"),
                Of(attestation, "build", "project"), Of(attestation, "build", "configuration"), Of(attestation, "build", "targetFramework"), when);
    }

    static string Of(ReadStatement attestation, string part, string name) => attestation.Predicate.Object(part)?.Text(name) is { Length: > 0 } text ? text : "–";
}
