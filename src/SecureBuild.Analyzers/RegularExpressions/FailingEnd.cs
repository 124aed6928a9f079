using System.Collections.Generic;

namespace SecureBuild.Analyzers.RegularExpressions;

/// <summary>Whether a match can still fail after a repeated text: without that a matcher never comes back to try its other ways.</summary>
static class FailingEnd
{
    const int MostSets = 100;

    /// <param name="automaton">The pattern.</param>
    /// <param name="place">Where the repetition begins and ends.</param>
    /// <param name="word">What is repeated.</param>
    public static bool Exists(PatternAutomaton automaton, int place, List<int> word)
    {
        var places = automaton.Places;
        // Everywhere the matcher can be after some repetitions.
        var reached = new SortedSet<int> { place };
        for (var count = -1; count != reached.Count;)
        {
            count = reached.Count;
            var current = reached;
            foreach (var letter in word)
            {
                if (current.Any(at => places[at].Ends))
                    return false;
                current = Read(places, current, letter);
            }
            reached = [.. reached, .. current];
        }
        var seen = new HashSet<string>();
        var queue = new Queue<SortedSet<int>>();
        queue.Enqueue(reached);
        while (queue.Count > 0 && seen.Count < MostSets)
        {
            var current = queue.Dequeue();
            if (current.Any(at => places[at].Ends))
                continue;
            if (!current.Any(at => places[at].MayEnd))
                return true;
            for (var letter = 0; letter < automaton.Letters.Count; letter++)
                if (Read(places, current, letter) is var next && seen.Add(string.Join(",", next)))
                    queue.Enqueue(next);
        }
        return false;
    }

    static SortedSet<int> Read(List<Place> places, SortedSet<int> from, int letter)
    {
        var next = new SortedSet<int>();
        foreach (var at in from)
            foreach (var to in places[at].Next)
                if ((places[to].Letters >> letter & 1) != 0)
                    next.Add(to);
        return next;
    }
}
