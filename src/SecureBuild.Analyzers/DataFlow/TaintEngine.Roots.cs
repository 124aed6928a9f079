using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Bodies under analysis.</summary>
sealed partial class TaintEngine
{
    /// <summary>Walks a body: one that a framework calls, with its parameters from outside; any other by its summary.</summary>
    /// <param name="owner">Whose body it is.</param>
    /// <param name="bodies">Binds it; asked when nothing is known of it.</param>
    /// <param name="member">Its declaration.</param>
    /// <param name="entry">What its parameters are filled with from outside; null where only our own code calls it.</param>
    /// <param name="session">The work that this is a part of.</param>
    public Summary Analyze(ISymbol owner, Func<IReadOnlyList<IOperation>> bodies, SyntaxNode member, TaintKind? entry, AnalysisSession session)
    {
        return session.Open.Count > 0 ? Walk(owner, bodies, member, entry, session) : FromBelow(() => Walk(owner, bodies, member, entry, session), session);
    }

    // What is too deep for one go has its far end summarised first.
    Summary FromBelow(Func<Summary> walk, AnalysisSession session)
    {
        while (true)
            try
            {
                return walk();
            }
            catch (TooDeepException deep)
            {
                session.BeginAnew();
                Settle(deep.Method, session.Cancellation);
            }
    }

    Summary Walk(ISymbol owner, Func<IReadOnlyList<IOperation>> bodies, SyntaxNode member, TaintKind? entry, AnalysisSession session)
    {
        var method = owner as IMethodSymbol;
        if (entry is { } kinds)
            return WalkEntry(owner, method, bodies, member, kinds, session);
        return IsSummarised(method)
            ? SummaryOf(method!, session)
            : Interpreter.Run(this, session, method, owner.ContainingType, bodies(), member, parameter => Own(parameter, Taint.Of(new InputOrigin(parameter.Ordinal, null), TaintKind.Any)));
    }

    Summary WalkEntry(ISymbol owner, IMethodSymbol? method, Func<IReadOnlyList<IOperation>> bodies, SyntaxNode member, TaintKind kinds, AnalysisSession session)
    {
        // By itself, so that it leans on nothing that is still under way.
        var isKept = Kept is not null && method is not null && session.Open.Count == 0;
        if (isKept && Taken(method!, QuestionOf(kinds)) is { } taken)
            return taken;
        var outer = session.Footprint;
        session.Footprint = isKept ? FootprintOf(method!) : null;
        var summary = Interpreter.Run(this, session, method, owner.ContainingType, bodies(), member, parameter => EntryInput(parameter, kinds));
        session.Footprint = outer;
        if (isKept)
            Keep(method!.OriginalDefinition, QuestionOf(kinds), summary);
        return summary;
    }

    /// <summary>What is known of a body from the compilation before this one, so that it need not be bound; null for nothing.</summary>
    public Summary? KnownOf(ISymbol owner, TaintKind? entry) =>
        Kept is null || owner is not IMethodSymbol method ? null
        : entry is { } kinds ? Taken(method, QuestionOf(kinds))
        : IsSummarised(method) ? Taken(method.PartialImplementationPart ?? method, "") : null;

    bool IsSummarised(IMethodSymbol? method) =>
        method is { MethodKind: MethodKind.Ordinary or MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.ExplicitInterfaceImplementation or MethodKind.UserDefinedOperator } && HasBody(method);

    static string QuestionOf(TaintKind entry) => "entry " + ((ulong)entry).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
