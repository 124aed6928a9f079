using System.Collections.Concurrent;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>
/// Summaries that go from one compilation of an edited project to the next: of methods in whose files, and in the files of all that they call, no text has changed, as long as no declaration in the
/// project has, so that every name still means the same.
/// </summary>
sealed class KeptSummaries
{
    readonly ConcurrentDictionary<(SyntaxNode Body, string Constants), KeptSummary> _all;
    readonly HashSet<SyntaxTree> _trees;
    readonly HashSet<Footprint> _known = new();

    /// <param name="trees">All files of the project.</param>
    /// <param name="before">Those of the compilation before this one; null where a declaration has changed.</param>
    public KeptSummaries(SyntaxTree[] trees, KeptSummaries? before)
    {
        _trees = [.. trees];
        _all = new();
        foreach (var kept in before?._all ?? [])
            if (_trees.Contains(kept.Key.Body.SyntaxTree) && kept.Value.Footprint.IsIn(_trees, _known))
                _all.TryAdd(kept.Key, kept.Value);
        if (before is not null)
            Answers.TakeOver(before.Answers, _trees, _known);
    }

    /// <summary>What else was asked of bodies, under the same terms.</summary>
    public KeptAnswers Answers { get; } = new();

    public KeptSummary? this[SyntaxNode body, string constants] => _all.TryGetValue((body, constants), out var kept) ? kept : null;

    public void Add(SyntaxNode body, string constants, KeptSummary summary) => _all.TryAdd((body, constants), summary);
}
