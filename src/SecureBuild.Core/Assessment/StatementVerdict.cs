using System.Collections.Immutable;
using System.Globalization;

namespace SecureBuild.Assessment;

/// <summary>Which of the statements about one control counts today, and why the others do not.</summary>
/// <param name="Counted">The newest valid statement; of two of the same day the worse.</param>
/// <param name="Reasons">About statements that do not count.</param>
sealed record StatementVerdict(PersonStatement? Counted, ImmutableArray<Bilingual> Reasons)
{
    public static StatementVerdict Of(IEnumerable<PersonStatement> statements, DateOnly today)
    {
        var reasons = ImmutableArray.CreateBuilder<Bilingual>();
        PersonStatement? counted = null;
        foreach (var statement in statements)
        {
            if (Objection(statement, today) is { } objection)
                reasons.Add(objection.Reason);
            else if (counted is null || statement.Date > counted.Date || (statement.Date == counted.Date && StatusOrder.IsWorse(statement.Status, counted.Status)))
                counted = statement;
        }
        return new(counted, reasons.ToImmutable());
    }

    /// <summary>Why a statement does not count, with the code of the message about it; null when it counts.</summary>
    public static (string Code, Bilingual Reason)? Objection(PersonStatement statement, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(statement.Name) || string.IsNullOrWhiteSpace(statement.Role))
            return ("SB9322", Reason.Of("nobody"));
        if (statement.Status is ControlStatus.MetByEvidence or ControlStatus.NotAssessed)
            return ("SB9326", Reason.Of("not-a-person's", statement.Name));
        if (statement.LastDay < today)
            return ("SB9321", Reason.Of("expired", statement.Name, Text(statement.LastDay)));
        if (statement.Date > today)
            return ("SB9323", Reason.Of("future", statement.Name, Text(statement.Date)));
        if (statement.Status == ControlStatus.NotApplicable && string.IsNullOrWhiteSpace(statement.Note))
            return ("SB9325", Reason.Of("no-reason", statement.Name));
        return null;
    }

    public static Bilingual Sentence(PersonStatement statement) =>
        Reason.Of("stated-by", statement.Name, statement.Role, Reason.Of(statement.Status), Text(statement.Date), Text(statement.LastDay));

    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
