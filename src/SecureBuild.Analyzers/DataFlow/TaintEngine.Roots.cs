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
    public Summary Analyze(ISymbol owner, IReadOnlyList<IOperation> bodies, SyntaxNode member, TaintKind? entry, AnalysisSession session)
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

    Summary Walk(ISymbol owner, IReadOnlyList<IOperation> bodies, SyntaxNode member, TaintKind? entry, AnalysisSession session)
    {
        var method = owner as IMethodSymbol;
        if (entry is { } kinds)
            return Interpreter.Run(this, session, method, owner.ContainingType, bodies, member, parameter => EntryInput(parameter, kinds));
        return method is { MethodKind: MethodKind.Ordinary or MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.ExplicitInterfaceImplementation or MethodKind.UserDefinedOperator } && HasBody(method)
            ? SummaryOf(method, session)
            : Interpreter.Run(this, session, method, owner.ContainingType, bodies, member, parameter => Own(parameter, Taint.Of(new InputOrigin(parameter.Ordinal, null, []), TaintKind.Any)));
    }
}
