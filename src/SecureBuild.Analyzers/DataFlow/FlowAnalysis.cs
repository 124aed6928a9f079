using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Web;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Runs the engine on one body and reports what it finds there: at the sink, or at the call that leads to it.</summary>
static class FlowAnalysis
{
    /// <summary>Whether the names in the body's text allow for a flow; asked before the body is bound.</summary>
    public static bool MayFind(SyntaxNode body, ISymbol owner, RuleRegistration on, CancellationToken cancellation)
    {
        if (MemberOf(body) is not { } member)
            return false;
        var engine = on.Engine.Value;
        var names = engine.Names(cancellation);
        var method = owner as IMethodSymbol;
        var sinks = (names.SinksIn(member) | SinksOf(method, engine)) & on.FlowKinds;
        return sinks != 0 && ((sinks & names.SourcesIn(member)) != 0 || method is not null && engine.EntryOf(method) is { } entry && (sinks & entry) != 0);
    }

    /// <param name="owner">Whose body it is.</param>
    /// <param name="body">Its declaration.</param>
    /// <param name="bodies">Binds it; asked unless everything is known from before the last edit.</param>
    /// <param name="model">The file's.</param>
    /// <param name="on">What is looked for.</param>
    /// <param name="report">Takes the findings.</param>
    /// <param name="cancellation">Ends it.</param>
    public static void Check(ISymbol owner, SyntaxNode body, Func<IReadOnlyList<IOperation>> bodies, SemanticModel model, RuleRegistration on, Action<Diagnostic> report, CancellationToken cancellation)
    {
        if (MemberOf(body) is not { } member)
            return;
        var engine = on.Engine.Value;
        var method = owner as IMethodSymbol;
        var entry = method is null ? null : engine.EntryOf(method);
        var session = new AnalysisSession(cancellation);
        if (engine.KnownOf(owner, entry) is not { } summary)
        {
            if (bodies() is not { Count: > 0 } bound || !engine.MayFlow(bound, entry ?? 0, SinksOf(method, engine), on.FlowKinds, cancellation))
                return;
            summary = engine.Analyze(owner, () => bound, member, entry, session);
        }
        var reported = new HashSet<(TaintKind, SyntaxNode)>();
        foreach (var finding in summary.Findings)
            Report(finding.Kind, finding.Source, finding.Sink, finding.Node, finding.Steps);
        // What an earlier method left in the object is as bad as what comes with this call.
        foreach (var hit in summary.Sinks)
            if (hit.Origin is { Ordinal: InputOrigin.This or InputOrigin.Static } && on.Flows.ContainsKey(hit.Kind) && owner.ContainingType is { } type)
                foreach (var part in engine.StoredIn(type, hit.Origin, session)?.Parts ?? [])
                    if ((part.Kinds & hit.Kind & hit.Kinds) != 0 && part.Origin is SourceOrigin source)
                        Report(hit.Kind, source, hit.Sink, member.FullSpan.Contains(hit.Place.Span) && hit.Place.SyntaxTree == member.SyntaxTree ? hit.Place : member, hit.Steps);
        if (summary.GaveUp && on.Limit is { } limit)
            report(Diagnostic.Create(limit, member.GetLocation(), owner.Name));

        void Report(TaintKind kind, SourceOrigin source, string sink, SyntaxNode node, Step? steps)
        {
            if (!on.Flows.TryGetValue(kind, out var rule) || !reported.Add((kind, node)) || kind == TaintKind.ErrorDetail && (IsForDevelopers(node) || IsForDevelopers(source.Node)))
                return;
            var way = new List<Location>();
            for (var step = steps; step is not null; step = step.Previous)
                if (step.Node != node)
                    way.Add(step.Node.GetLocation());
            way.Add(source.Node.GetLocation());
            way.Reverse();
            report(Diagnostic.Create(rule, node.GetLocation(), way, null, source.Name, sink));
        }

        bool IsForDevelopers(SyntaxNode node) =>
            model.SyntaxTree == node.SyntaxTree && model.GetOperation(node, cancellation) is { } place && DevelopmentCheck.Guards(place);
    }

    // What the method gives back may be what a library makes of it.
    static TaintKind SinksOf(IMethodSymbol? method, TaintEngine engine)
    {
        TaintKind sinks = 0;
        if (method is not null && engine.ModelOf(method)?.Sinks is { } own)
            foreach (var line in own)
                sinks |= line.Kinds;
        return sinks;
    }

    static SyntaxNode? MemberOf(SyntaxNode node)
    {
        for (SyntaxNode? current = node; current is not null; current = current.Parent)
            if (current is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax or CompilationUnitSyntax or TypeDeclarationSyntax)
                return current;
        return null;
    }
}
