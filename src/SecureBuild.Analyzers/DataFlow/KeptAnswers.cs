using System.Collections.Concurrent;
using System.Collections.Generic;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>What rules asked of methods' bodies, and the text that the answer was read from.</summary>
sealed class KeptAnswers
{
    readonly ConcurrentDictionary<((int, int, int) Body, string Question), Answer> _all = new();

    /// <param name="before">Those of the compilation before this one.</param>
    /// <param name="edits">What has changed since.</param>
    /// <param name="known">Footprints known to be untouched.</param>
    public void TakeOver(KeptAnswers before, Dictionary<int, FileEdit> edits, HashSet<Footprint> known)
    {
        foreach (var answer in before._all)
            if (answer.Value.Footprint.IsUntouched(edits, known))
                _all.TryAdd(answer.Key, answer.Value);
    }

    public Answer? this[(int, int, int) body, string question] => _all.TryGetValue((body, question), out var answer) ? answer : null;

    public void Add((int, int, int) body, string question, Answer answer) => _all.TryAdd((body, question), answer);

    /// <summary>Yes or no, and what was read for it.</summary>
    public sealed class Answer(bool isYes, Footprint footprint)
    {
        public bool IsYes { get; } = isYes;

        public Footprint Footprint { get; } = footprint;
    }
}
