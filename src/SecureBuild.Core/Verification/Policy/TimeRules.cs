using System.Globalization;
using static SecureBuild.Verification.Policy.PolicyFinding;

namespace SecureBuild.Verification.Policy;

/// <summary>How old the attestation may be, and how long what persons said must still be valid.</summary>
static class TimeRules
{
    public static IEnumerable<PolicyFinding> Check(AcceptancePolicy policy, VerifiedDelivery delivery, DateOnly? today)
    {
        if (policy.MaxAgeDays is { } most)
            yield return Age(delivery, today, most);
        if (policy.StatementsValidForDays is { } days)
            foreach (var finding in Statements(delivery, today, days))
                yield return finding;
    }

    static PolicyFinding Age(VerifiedDelivery delivery, DateOnly? today, int most)
    {
        if (today is not { } now)
            return Unknown(RuleNames.Age, "no_day");
        var age = now.DayNumber - DateOnly.FromDateTime(delivery.Time.UtcDateTime).DayNumber;
        return age <= most ? Passed(RuleNames.Age, "age_passed", age, most) : Failed(RuleNames.Age, "age_failed", age, most);
    }

    static IEnumerable<PolicyFinding> Statements(VerifiedDelivery delivery, DateOnly? today, int days)
    {
        if (today is not { } now)
            return [Unknown(RuleNames.Statements, "no_day")];
        var statements = delivery.Frameworks.SelectMany(framework => framework.Controls).Select(control => control.StatedBy).OfType<Assessment.PersonStatement>()
            .DistinctBy(statement => statement.Control, StringComparer.Ordinal).ToArray();
        var ending = statements.Where(statement => statement.LastDay.DayNumber < now.DayNumber + days)
            .Select(statement => Failed(RuleNames.Statements, "statements_failed", statement.Control, statement.Name, statement.LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), days)).ToArray();
        return ending.Length > 0 ? ending : [Passed(RuleNames.Statements, "statements_passed", statements.Length, days)];
    }
}
