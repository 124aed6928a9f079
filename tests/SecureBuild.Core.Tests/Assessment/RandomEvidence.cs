using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SecureBuild.Assessment;
using SecureBuild.Catalogues;
using SecureBuild.Evidence;

namespace SecureBuild.Core.Tests.Assessment;

/// <summary>Seeded random facts and statements: values that the rules ask for, values they object to, and nothing at all.</summary>
sealed class RandomEvidence(int seed)
{
    static readonly DateOnly s_today = new(2026, 11, 22);
    static readonly string[] s_facts = [.. AssessedCatalogue.All.SelectMany(assessed => assessed.Rules.Controls.Values).SelectMany(rules => rules).Select(rule => rule.Fact).Distinct().Order(StringComparer.Ordinal)];
    static readonly ILookup<string, StatusRule> s_rules = AssessedCatalogue.All.SelectMany(assessed => assessed.Rules.Controls.Values).SelectMany(rules => rules).ToLookup(rule => rule.Fact);
    static readonly string[] s_controls = [.. CatalogueLibrary.All.SelectMany(catalogue => catalogue.Controls.Select(control => $"{catalogue.Id}/{control.Id}"))];

    readonly Random _random = new(seed);

    public static DateOnly Today => s_today;

    /// <summary>Mostly good facts in half of the cases, so that high statuses are reached too.</summary>
    public EvidenceManifest Facts()
    {
        var good = _random.Next(4);
        return Manifest(s_facts.Select(id => _random.Next(4) < good || good == 3 ? Passing(id) : Any(id)).OfType<Fact>());
    }

    public ImmutableArray<PersonStatement> Statements() => [.. Enumerable.Range(0, _random.Next(80)).Select(_ => Statement())];

    /// <summary>A few of the shipped catalogues, the way a team chooses them, some with rules by which it is stricter.</summary>
    public ImmutableArray<AssessedCatalogue> Catalogues()
    {
        var chosen = AssessedCatalogue.All.Where(_ => _random.Next(3) == 0).Select(assessed => _random.Next(3) == 0 ? assessed.With(Stricter(assessed)) : assessed).ToImmutableArray();
        return chosen.IsEmpty ? AssessedCatalogue.Default : chosen;
    }

    // Rules of other controls, decisive or not: whatever they are, they must not make anything better.
    RuleFile Stricter(AssessedCatalogue assessed)
    {
        var rules = s_rules.SelectMany(group => group).ToArray();
        var controls = assessed.Catalogue.Controls.Where(control => control.Automation is Automation.Auto or Automation.Mixed && _random.Next(3) == 0)
            .ToDictionary(control => control.Id, _ => Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => rules[_random.Next(rules.Length)] with { Decisive = _random.Next(2) == 0 }).ToArray());
        return assessed.Rules with { Controls = controls };
    }

    public Fact Pick(EvidenceManifest evidence) => evidence.Facts[_random.Next(evidence.Facts.Length)];

    public static EvidenceManifest Manifest(IEnumerable<Fact> facts) =>
        new(new("App.csproj", "Release", "net10.0", null, "C#", "App.dll", new('a', 64)), default, [.. facts.OrderBy(fact => fact.Id, StringComparer.Ordinal)], []);

    /// <summary>A fact that all rules about it are content with.</summary>
    public static Fact Passing(string id) => new(id, FactState.Known, Value(id, static condition => Satisfying(condition)), "test", CatalogueLibrary.Facts[id].Trust, default);

    /// <summary>Passing facts for every rule.</summary>
    public static EvidenceManifest AllPassing() => Manifest(s_facts.Select(Passing));

    Fact? Any(string id)
    {
        var trust = CatalogueLibrary.Facts[id].Trust;
        return _random.Next(6) switch
        {
            0 => null,
            1 => new(id, FactState.NotAssessed, null, "test", trust, default, "no"),
            2 => new(id, FactState.NotApplicable, null, "test", trust, default, "no"),
            3 => Passing(id) with { State = FactState.Stale, Gap = "old" },
            4 => new(id, FactState.Known, Value(id, condition => _random.Next(2) == 0 ? Satisfying(condition) : Violating(condition)), "test", trust, default),
            _ => Passing(id),
        };
    }

    PersonStatement Statement()
    {
        var date = s_today.AddDays(_random.Next(-800, 20));
        // Some claim to hold for ever: they must not.
        var expires = _random.Next(4) switch { 0 => new(9999, 12, 31), 1 => date.AddMonths(_random.Next(12)), _ => date.AddMonths(12) };
        return new(s_controls[_random.Next(s_controls.Length)], (ControlStatus)_random.Next(6), _random.Next(10) == 0 ? " " : "Hanako", "Head of development",
            date, expires, null, _random.Next(2) == 0 ? "a reason" : null);
    }

    static JsonNode Value(string id, Func<Condition, JsonNode?> choose)
    {
        var root = new JsonObject();
        foreach (var condition in s_rules[id].SelectMany(rule => rule.When))
        {
            if (condition.Path.Length == 0)
                return choose(condition) ?? new JsonArray();
            var parent = root;
            var names = condition.Path.Split('.');
            foreach (var name in names[..^1])
                parent = (JsonObject)(parent[name] ??= new JsonObject());
            if (parent[names[^1]] is null || condition.Operator != "exists")
                parent[names[^1]] = choose(condition);
        }
        return root;
    }

    static JsonNode? Satisfying(Condition condition) => condition.Operator switch
    {
        "is" => JsonNode.Parse(condition.Operand.GetRawText()),
        "exists" => JsonValue.Create("present"),
        "atLeast" when condition.Path.Length == 0 => new JsonArray("one"),
        "atLeast" or "atMost" => JsonNode.Parse(condition.Operand.GetRawText()),
        _ => new JsonArray(JsonNode.Parse(condition.Operand.GetRawText())),
    };

    static JsonNode? Violating(Condition condition) => condition.Operator switch
    {
        "is" => JsonValue.Create("something else"),
        "exists" => null,
        "atLeast" when condition.Path.Length == 0 => new JsonArray(),
        "atLeast" => condition.Operand.ValueKind == System.Text.Json.JsonValueKind.String ? JsonValue.Create("1.0") : JsonValue.Create(-1),
        "atMost" => JsonValue.Create(1_000_000),
        _ => new JsonArray(),
    };
}
