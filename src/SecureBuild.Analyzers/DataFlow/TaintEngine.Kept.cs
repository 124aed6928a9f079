using System;
using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Summaries taken over from the compilation before this one, while somebody types.</summary>
sealed partial class TaintEngine
{
    readonly ConcurrentDictionary<IMethodSymbol, Footprint> _footprints = new(SymbolEqualityComparer.Default);

    readonly KeptAnswers _answers = new();

    // None in a build: there is no compilation after it.
    KeptSummaries? Kept => _names?.Kept;

    /// <summary>The files that a method's summary is read from.</summary>
    public Footprint FootprintOf(IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        if (_footprints.TryGetValue(method, out var known))
            return known;
        var footprint = new Footprint();
        footprint.Add(method);
        if (method.PartialImplementationPart is { } implementation)
            footprint.Add(implementation);
        // With what its initialisers say.
        if (method.MethodKind == MethodKind.Constructor)
            footprint.Add(method.ContainingType);
        return _footprints.GetOrAdd(method, footprint);
    }

    /// <summary>What a rule asks of a method's body, asked once; while somebody types, once for as long as nothing that it is read from changes.</summary>
    /// <param name="method">The method. Without a body in this compilation the answer is no.</param>
    /// <param name="question">What is asked, as a key.</param>
    /// <param name="asking">What the asker has read itself for: the answer's files are added to it.</param>
    /// <param name="look">Looks into the body; all that it reads beyond the method's own file it adds to the footprint.</param>
    public bool IsSaidOf(IMethodSymbol method, string question, Footprint asking, Func<Footprint, bool> look)
    {
        if (!HasBody(method) || FindBody(method.OriginalDefinition) is not { } body)
            return false;
        var answers = Kept?.Answers ?? _answers;
        if (answers[body, question] is not { } answer)
        {
            var footprint = new Footprint();
            footprint.Add(method.OriginalDefinition);
            answers.Add(body, question, answer = new(look(footprint), footprint));
        }
        asking.Add(answer.Footprint);
        return answer.IsYes;
    }

    Summary? Taken(IMethodSymbol method, string constants)
    {
        if (Kept is not { } all || FindBody(method) is not { } body || all[body, constants] is not { } kept || kept.In(_compilation, ModelFor) is not { } summary)
            return null;
        if (!_footprints.TryAdd(method, kept.Footprint))
            FootprintOf(method).Add(kept.Footprint);
        return summary;
    }

    void Finish(IMethodSymbol method, Summary summary)
    {
        if (_summaries.TryAdd(method, summary))
            Keep(method, "", summary);
    }

    void Keep(IMethodSymbol method, string constants, Summary summary)
    {
        if (Kept is { } all && FindBody(method) is { } body && KeptSummary.Of(summary, FootprintOf(method), _compilation.Assembly) is { } kept)
            all.Add(body, constants, kept);
    }
}
