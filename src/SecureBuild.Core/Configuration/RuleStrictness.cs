using System.Globalization;
using System.Text.Json;
using SecureBuild.Assessment;

namespace SecureBuild.Configuration;

/// <summary>Whether a rule that bears the name of another one asks at least as much.</summary>
static class RuleStrictness
{
    /// <summary>The same fact, no new way round it, and every condition there again: the same, or with a bound that is harder to keep.</summary>
    public static bool IsAtLeast(LocatedValue rule, StatusRule other)
    {
        if (Member(rule, "fact")?.Text != other.Fact || (Member(rule, "notApplicable") is not null && !other.SkipNotApplicable))
            return false;
        var conditions = Member(rule, "when")?.Elements ?? [];
        return other.When.All(wanted => conditions.Any(condition => IsAtLeast(condition, wanted)));
    }

    static bool IsAtLeast(LocatedValue condition, Condition other) =>
        (Member(condition, "path")?.Text ?? "") == other.Path && Member(condition, other.Operator) is { } operand && other.Operator switch
        {
            "atLeast" => Compare(operand, other.Operand) >= 0,
            "atMost" => Compare(operand, other.Operand) <= 0,
            _ => IsSame(operand, other.Operand),
        };

    static int? Compare(LocatedValue one, JsonElement other) => (one.Kind, other.ValueKind) switch
    {
        (JsonValueKind.Number, JsonValueKind.Number) => double.Parse(one.Text, CultureInfo.InvariantCulture).CompareTo(other.GetDouble()),
        (JsonValueKind.String, JsonValueKind.String) when Version.TryParse(one.Text, out var version) && Version.TryParse(other.GetString(), out var wanted) => version.CompareTo(wanted),
        _ => null,
    };

    static bool IsSame(LocatedValue one, JsonElement other) => one.Kind == other.ValueKind && one.Kind switch
    {
        JsonValueKind.String => one.Text == other.GetString(),
        JsonValueKind.Number => Compare(one, other) == 0,
        JsonValueKind.True or JsonValueKind.False => true,
        _ => false, // lists and objects are not compared: a name of its own does
    };

    static LocatedValue? Member(LocatedValue value, string name)
    {
        foreach (var member in value.Members)
        {
            if (member.Name == name)
                return member.Value;
        }
        return null;
    }
}
