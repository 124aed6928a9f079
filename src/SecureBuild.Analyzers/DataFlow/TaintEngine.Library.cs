using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>What the compilation's methods are for those who reference it.</summary>
sealed partial class TaintEngine
{
    readonly HashSet<string> _described = new(System.StringComparer.Ordinal);

    /// <summary>Whether the assembly is a project whose own summary is known here: one of ours, and no library.</summary>
    public bool IsDescribed(IAssemblySymbol? assembly) => assembly is not null && _described.Contains(assembly.Name);

    /// <summary>A method's summary as its callers in other projects need it; null where the analysis gave up on it.</summary>
    public Summary? SummaryFor(IMethodSymbol method, CancellationToken cancellation)
    {
        var session = new AnalysisSession(cancellation);
        var summary = FromBelow(() => SummaryOf(method, session), session);
        return summary.GaveUp ? null : summary;
    }

    /// <summary>Whether the method is worth a look: it may lead to a sink, bring something in, or hand on what it is given.</summary>
    public bool MayMatter(IMethodSymbol method, CancellationToken cancellation)
    {
        if (!HasBody(method) || FindBody(method.OriginalDefinition) is not { } body)
            return method.MethodKind == MethodKind.Constructor && Interpreter.IsPrimary(method) && CarriesText(method);
        var names = Names(cancellation);
        if (names.SinksIn(body) != 0 || names.SourcesIn(body) != 0)
            return true;
        // A number or a date that comes back is harmless whatever went in.
        return body.Span.Length is > 0 and < MaxPassingLength && (method.MethodKind == MethodKind.PropertyGet || CarriesText(method)) && Answers(method);
    }

    const int MaxPassingLength = 4000;

    bool CarriesText(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
            if ((KindsOf(parameter.Type) & TaintKind.Sql) != 0)
                return true;
        return false;
    }

    bool Answers(IMethodSymbol method) =>
        method.ReturnsVoid || method.ReturnType.SpecialType == SpecialType.System_Boolean || (KindsOf(method.ReturnType) & TaintKind.Sql) != 0;
}
