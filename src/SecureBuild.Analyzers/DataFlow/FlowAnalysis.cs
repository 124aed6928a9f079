using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Web;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Runs the engine on one body and reports what it finds there: at the sink, or at the call that leads to it.</summary>
static class FlowAnalysis
{
    public static void Check(OperationBlockAnalysisContext context, RuleRegistration on)
    {
        if (context.OperationBlocks.Length == 0 || MemberOf(context.OperationBlocks[0].Syntax) is not { } member)
            return;
        var engine = on.Engine.Value;
        var method = context.OwningSymbol as IMethodSymbol;
        var entry = method is null ? null : engine.EntryOf(method);
        var names = engine.Names.Value;
        if (!names.MayHaveSink(member) && (method is null || engine.ModelOf(method)?.Sinks is null) || entry is null && !names.MayHaveSource(member))
            return;
        var session = new AnalysisSession(context.CancellationToken);
        var summary = engine.Analyze(context.OwningSymbol, context.OperationBlocks, member, entry, session);
        var reported = new HashSet<(TaintKind, SyntaxNode)>();
        foreach (var finding in summary.Findings)
            Report(finding.Kind, finding.Source, finding.Sink, finding.Node, finding.Steps);
        // What an earlier method left in the object is as bad as what comes with this call.
        foreach (var hit in summary.Sinks)
            if (hit.Origin is { Ordinal: InputOrigin.This or InputOrigin.Static } && on.Flows.ContainsKey(hit.Kind) && context.OwningSymbol.ContainingType is { } type)
                foreach (var part in engine.StoredIn(type, hit.Origin, member, session)?.Parts ?? [])
                    if ((part.Kinds & hit.Kind & hit.Kinds) != 0 && part.Origin is SourceOrigin source)
                        Report(hit.Kind, source, hit.Sink, member.FullSpan.Contains(hit.Place.Span) && hit.Place.SyntaxTree == member.SyntaxTree ? hit.Place : member, hit.Steps);
        if (session.GaveUp && on.Limit is { } limit)
            context.ReportDiagnostic(Diagnostic.Create(limit, member.GetLocation(), context.OwningSymbol.Name));

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
            context.ReportDiagnostic(Diagnostic.Create(rule, node.GetLocation(), way, null, source.Name, sink));
        }

        bool IsForDevelopers(SyntaxNode node) =>
            context.OperationBlocks[0].SemanticModel is { } model && model.SyntaxTree == node.SyntaxTree && model.GetOperation(node, context.CancellationToken) is { } place && DevelopmentCheck.Guards(place);
    }

    static SyntaxNode? MemberOf(SyntaxNode node)
    {
        for (SyntaxNode? current = node; current is not null; current = current.Parent)
            if (current is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax or CompilationUnitSyntax or TypeDeclarationSyntax)
                return current;
        return null;
    }
}
