using System.Collections.Concurrent;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>What rules asked of methods' bodies, and the files that the answer was read from.</summary>
sealed class KeptAnswers
{
    readonly ConcurrentDictionary<SyntaxNode, ConcurrentDictionary<string, Answer>> _all = new();

    /// <param name="before">Those of the compilation before this one.</param>
    /// <param name="trees">All files of the project.</param>
    /// <param name="known">What is known to be among them.</param>
    public void TakeOver(KeptAnswers before, HashSet<SyntaxTree> trees, HashSet<Footprint> known)
    {
        foreach (var body in before._all)
            if (trees.Contains(body.Key.SyntaxTree))
                foreach (var answer in body.Value)
                    if (answer.Value.Footprint.IsIn(trees, known))
                        Add(body.Key, answer.Key, answer.Value);
    }

    public Answer? this[SyntaxNode body, string question] => _all.TryGetValue(body, out var answers) && answers.TryGetValue(question, out var answer) ? answer : null;

    public void Add(SyntaxNode body, string question, Answer answer) => _all.GetOrAdd(body, static _ => new()).TryAdd(question, answer);

    /// <summary>Yes or no, and what was read for it.</summary>
    public sealed class Answer(bool isYes, Footprint footprint)
    {
        public bool IsYes { get; } = isYes;

        public Footprint Footprint { get; } = footprint;
    }
}
