using System.Collections.Generic;
using System.Text;
using System.Text.RegularExpressions;

namespace SecureBuild.Analyzers.RegularExpressions;

/// <summary>
/// Whether a backtracking matcher can need exponential time for a pattern: some place has two ways back to itself that read the same text, and behind it the
/// match can fail. Then each repetition of that text doubles the ways to try. The work is bounded; what is too large has no answer.
/// </summary>
static class ExponentialPattern
{
    const int MostPairs = 20_000;
    const int MostSteps = 1_000_000;
    const int MostCandidates = 12;
    const int MostParts = 50;

    /// <summary>A text whose repetition makes the pattern exponential; null when there is none or when nobody knows.</summary>
    public static string? Repetition(string pattern, RegexOptions options)
    {
        if (PatternParser.Parse(pattern, options) is not { } tree)
            return null;
        var parts = new Queue<PatternNode>();
        parts.Enqueue(tree);
        for (var i = 0; parts.Count > 0 && i < MostParts; i++)
        {
            if (PatternAutomaton.Of(parts.Dequeue()) is not { } automaton)
                return null;
            if (Repetition(automaton) is { } found)
                return found;
            foreach (var part in automaton.Alone)
                parts.Enqueue(part);
        }
        return null;
    }

    static string? Repetition(PatternAutomaton automaton)
    {
        var places = automaton.Places;
        var component = StrongComponents.Of(places.Select(static place => place.Next).ToList());
        var candidates = 0;
        // Two ways to the same place without reading anything in between, as in (a*)*.
        for (var from = 0; from < places.Count; from++)
            foreach (var to in places[from].Twice)
                if (component[from] == component[to] && candidates++ < MostCandidates
                    && Path([Step(places, to)], to, from, place => places[place].Next.Where(next => component[next] == component[from]), place => Step(places, place)) is { } word
                    && FailingEnd.Exists(automaton, from, word))
                    return Text(automaton, word);
        return Pairs(automaton, component, candidates);
    }

    // Both ways at once: pairs of places that the same text leads to.
    static string? Pairs(PatternAutomaton automaton, int[] component, int candidates)
    {
        var places = automaton.Places;
        var pairs = new List<(int One, int Other)>();
        var numbers = new Dictionary<(int, int), int>();
        var successors = new List<List<int>>();
        for (var place = 0; place < places.Count; place++)
            Number((place, place));
        var steps = 0;
        for (var i = 0; i < pairs.Count; i++)
        {
            var (one, other) = pairs[i];
            foreach (var next in places[one].Next)
                foreach (var otherNext in places[other].Next)
                {
                    if (++steps > MostSteps || pairs.Count > MostPairs)
                        return null;
                    if (component[next] == component[one] && component[otherNext] == component[one] && (places[next].Letters & places[otherNext].Letters) != 0 && (one != other || next <= otherNext))
                        successors[i].Add(Number(next <= otherNext ? (next, otherNext) : (otherNext, next)));
                }
        }
        var cycles = StrongComponents.Of(successors);
        for (var i = 0; i < places.Count; i++)
            foreach (var parted in successors[i])
                if (cycles[parted] == cycles[i] && pairs[parted].One != pairs[parted].Other && candidates++ < MostCandidates
                    && Path([Common(parted)], parted, i, pair => successors[pair].Where(next => cycles[next] == cycles[i]), Common) is { } word
                    && FailingEnd.Exists(automaton, i, word))
                    return Text(automaton, word);
        return null;

        int Number((int, int) pair)
        {
            if (!numbers.TryGetValue(pair, out var number))
            {
                numbers.Add(pair, number = pairs.Count);
                pairs.Add(pair);
                successors.Add([]);
            }
            return number;
        }

        int Common(int pair) => Lowest(places[pairs[pair].One].Letters & places[pairs[pair].Other].Letters);
    }

    static int Step(List<Place> places, int place) => Lowest(places[place].Letters);

    /// <summary>The letters on a shortest way, behind those that lead to its start.</summary>
    static List<int>? Path(List<int> word, int from, int to, Func<int, IEnumerable<int>> successors, Func<int, int> letter)
    {
        var before = new Dictionary<int, int> { [from] = from };
        var queue = new Queue<int>();
        queue.Enqueue(from);
        while (queue.Count > 0 && !before.ContainsKey(to))
            foreach (var next in successors(queue.Peek()).Concat([-1]))
                if (next < 0)
                    queue.Dequeue();
                else if (!before.ContainsKey(next))
                {
                    before.Add(next, queue.Peek());
                    queue.Enqueue(next);
                }
        if (!before.ContainsKey(to))
            return null;
        var back = new Stack<int>();
        for (var node = to; node != from; node = before[node])
            back.Push(letter(node));
        word.AddRange(back);
        return word;
    }

    static int Lowest(ulong letters)
    {
        var letter = 0;
        while ((letters >> letter & 1) == 0)
            letter++;
        return letter;
    }

    static string Text(PatternAutomaton automaton, List<int> word)
    {
        var text = new StringBuilder();
        foreach (var letter in word)
            text.Append(automaton.Letters.Example(letter));
        return text.ToString();
    }
}
