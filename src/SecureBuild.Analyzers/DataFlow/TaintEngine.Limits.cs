using System.Collections.Concurrent;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>What more code has to do with than the engine looks at.</summary>
sealed partial class TaintEngine
{
    readonly ConcurrentDictionary<ISymbol, bool> _leftOut = new(SymbolEqualityComparer.Default);

    /// <summary>Notes a member that is not followed to its end: once, by whoever comes upon it, not by every method that reaches it.</summary>
    void Leave(ISymbol member) => _leftOut.TryAdd(member.OriginalDefinition, true);

    /// <summary>
    /// Members (also types of libraries that keep values) whose part in the flows was not followed: written by too many methods, behind them too many handlers or implementations. In the order of the project's files, those of libraries first. Complete when all bodies were looked at.
    /// </summary>
    public List<ISymbol> LeftOut()
    {
        var all = new List<ISymbol>(_leftOut.Keys);
        all.Sort(static (left, right) =>
        {
            var (mine, theirs) = (PlaceOf(left), PlaceOf(right));
            return string.CompareOrdinal(mine?.SyntaxTree.FilePath, theirs?.SyntaxTree.FilePath) is not 0 and var files ? files
                : mine is not null && theirs is not null && mine.Span.Start.CompareTo(theirs.Span.Start) is not 0 and var places ? places
                : string.CompareOrdinal(left.ToDisplayString(), right.ToDisplayString());
        });
        return all;
    }

    static SyntaxReference? PlaceOf(ISymbol symbol) => symbol.DeclaringSyntaxReferences.IsEmpty ? null : symbol.DeclaringSyntaxReferences[0];
}
