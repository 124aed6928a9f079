using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Exceptions carry what they are made of to those who catch them, in this body or in one that calls it.</summary>
sealed partial class Interpreter
{
    const int MaxThrown = 20;

    void Throw(IThrowOperation thrown)
    {
        if (thrown.Exception is { } exception && Evaluate(exception) is var value && _state.IsReachable)
            NoteThrown(Peeled(exception).Type, Whole(value));
    }

    void NoteThrown(ITypeSymbol? type, Taint? taint)
    {
        if (taint is null)
            return;
        var at = _thrown.FindIndex(other => SymbolEqualityComparer.Default.Equals(other.Type, type));
        if (at >= 0)
            _thrown[at] = (type, Taint.Join(_thrown[at].Taint, taint)!);
        else if (_thrown.Count < MaxThrown)
            _thrown.Add((type, taint));
    }

    /// <summary>What the caught exception may carry.</summary>
    static Taint? Caught(ICatchClauseOperation handler, List<(ITypeSymbol? Type, Taint Taint)> thrown)
    {
        Taint? all = null;
        foreach (var (type, taint) in thrown)
            if (IsKind(type, handler.ExceptionType) || IsKind(handler.ExceptionType, type))
                all = Taint.Join(all, taint);
        return all;
    }

    /// <summary>What no handler takes, or one throws again, goes on.</summary>
    void PassOn(ITryOperation attempt, List<(ITypeSymbol? Type, Taint Taint)> thrown)
    {
        foreach (var (type, taint) in thrown)
        {
            var taker = System.Linq.Enumerable.FirstOrDefault(attempt.Catches, handler => handler.Filter is null && IsKind(type, handler.ExceptionType));
            if (taker is null || ThrowsAgain(taker))
                NoteThrown(type, taint);
        }
    }

    static bool ThrowsAgain(ICatchClauseOperation handler)
    {
        foreach (var statement in handler.Handler.Operations)
            if (statement is IThrowOperation { Exception: null } or IExpressionStatementOperation { Operation: IThrowOperation { Exception: null } })
                return true;
        return false;
    }

    static bool IsKind(ITypeSymbol? type, ITypeSymbol? of)
    {
        if (of is null or { SpecialType: SpecialType.System_Object } || of is { Name: "Exception", ContainingNamespace.Name: "System" })
            return true;
        for (; type is not null; type = type.BaseType)
            if (SymbolEqualityComparer.Default.Equals(type, of))
                return true;
        return false;
    }
}
