using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>
/// Summaries that go from one compilation of an edited project to the next: of methods whose text, and that of all that they call, has not changed, as long as no declaration in the project has, so
/// that every name still means the same.
/// </summary>
sealed class KeptSummaries
{
    readonly ConcurrentDictionary<((int, int, int) Body, string Question), KeptSummary> _all = new();

    /// <param name="trees">All files of the project.</param>
    /// <param name="before">Those of the compilation before this one; null where a declaration has changed.</param>
    /// <param name="isMember">Whether the project declares a member whose name has this hash (<see cref="TreeNames.HashOf"/>).</param>
    public KeptSummaries(SyntaxTree[] trees, KeptSummaries? before, Func<int, bool> isMember)
    {
        Files = new(trees);
        if (before is null)
            return;
        var edits = new Dictionary<int, FileEdit>();
        for (var place = 0; place < trees.Length; place++)
            if (before.Files.Trees[place] is var old && old != trees[place])
                edits.Add(place, new(old, trees[place], isMember));
        var known = new HashSet<Footprint>();
        foreach (var kept in before._all)
            if (kept.Value.Footprint.IsUntouched(edits, known) && kept.Value.Moved(edits, before.Files) is { } moved)
                _all.TryAdd(kept.Key, moved);
        Answers.TakeOver(before.Answers, edits, known);
    }

    public ProjectFiles Files { get; }

    /// <summary>What else was asked of bodies, under the same terms.</summary>
    public KeptAnswers Answers { get; } = new();

    /// <param name="body">A method's body, as its declaration.</param>
    /// <param name="question">For which constants or inputs.</param>
    public KeptSummary? this[SyntaxNode body, string question] => Files.KeyOf(body) is { } key && _all.TryGetValue((key, question), out var kept) ? kept : null;

    public void Add(SyntaxNode body, string question, KeptSummary summary)
    {
        if (Files.KeyOf(body) is { } key)
            _all.TryAdd((key, question), summary);
    }
}
