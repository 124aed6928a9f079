using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Methods: their bodies, their implementations, their summaries.</summary>
sealed partial class TaintEngine
{
    const int MaxRounds = 5;

    readonly ConcurrentDictionary<IMethodSymbol, bool> _hasBody = new(SymbolEqualityComparer.Default);
    readonly ConcurrentDictionary<IMethodSymbol, Summary> _summaries = new(SymbolEqualityComparer.Default);
    readonly ConcurrentDictionary<IMethodSymbol, ConcurrentDictionary<string, Summary>> _variants = new(SymbolEqualityComparer.Default);

    /// <summary>Whether the compilation holds the method's code.</summary>
    public bool HasBody(IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        // In an IDE the methods of a referenced project have their sources, too, but not in this compilation.
        return method.DeclaringSyntaxReferences.Length > 0 && SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, _compilation.Assembly) && (_hasBody.TryGetValue(method, out var known) ? known : _hasBody.GetOrAdd(method, FindBody(method) is not null));
    }

    static SyntaxNode? FindBody(IMethodSymbol method)
    {
        foreach (var part in new[] { method.PartialImplementationPart, method })
            if (part is not null)
                foreach (var reference in part.DeclaringSyntaxReferences)
                {
                    var node = reference.GetSyntax();
                    if (node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax
                        && node is not (BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null } or AccessorDeclarationSyntax { Body: null, ExpressionBody: null }))
                        return node;
                }
        return null;
    }

    /// <summary>The operations of a method's body; of a constructor, with the initialisers that run before it.</summary>
    public List<IOperation> BodiesOf(IMethodSymbol method, CancellationToken cancellation)
    {
        var bodies = new List<IOperation>();
        method = method.OriginalDefinition;
        if (method is { MethodKind: MethodKind.Constructor, IsStatic: false })
            AddInitializers(method.ContainingType, bodies, cancellation);
        if (FindBody(method) is { } node && ModelFor(node.SyntaxTree).GetOperation(node, cancellation) is { } body)
            bodies.Add(body);
        return bodies;
    }

    void AddInitializers(INamedTypeSymbol type, List<IOperation> bodies, CancellationToken cancellation)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellation) is not TypeDeclarationSyntax declaration)
                continue;
            foreach (var member in declaration.Members)
                switch (member)
                {
                    case FieldDeclarationSyntax field when !field.Modifiers.Any(static modifier => modifier.ValueText is "static" or "const"):
                        foreach (var variable in field.Declaration.Variables)
                            Add(variable.Initializer);
                        break;
                    case PropertyDeclarationSyntax property when !property.Modifiers.Any(static modifier => modifier.ValueText == "static"):
                        Add(property.Initializer);
                        break;
                }
        }

        void Add(EqualsValueClauseSyntax? initializer)
        {
            if (initializer is not null && initializer.Value is not (LiteralExpressionSyntax or BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 }, Initializer: null })
                && ModelFor(initializer.SyntaxTree).GetOperation(initializer, cancellation) is { } operation)
                bodies.Add(operation);
        }
    }

    /// <summary>What the method does with its inputs.</summary>
    public Summary SummaryOf(IMethodSymbol method, AnalysisSession session, object?[]? constants = null)
    {
        method = method.OriginalDefinition;
        if (method.PartialImplementationPart is { } implementation)
            method = implementation;
        var summary = session.Ring is { } ring ? InRing(ring, method, session, constants) : Find(method, session, constants);
        session.GaveUp |= summary.GaveUp;
        session.Footprint?.Add(FootprintOf(method));
        return summary;
    }

    Summary Find(IMethodSymbol method, AnalysisSession session, object?[]? constants)
    {
        // In a recursion the general summary will do; whether or not another body has asked for this one already.
        if (constants is not null && !session.Open.Contains(method))
        {
            var variants = _variants.GetOrAdd(method, static _ => new(StringComparer.Ordinal));
            var key = string.Join("|", constants.Select(static constant => constant is null ? "" : constant.GetType().Name[0] + constant.ToString()));
            if (variants.TryGetValue(key, out var variant))
                return variant;
            if (Taken(method, key) is { } same)
                return variants.GetOrAdd(key, same);
            var made = Compute(method, session, constants, out var isWhole);
            if (!isWhole)
                return made;
            Keep(method, key, made);
            return variants.GetOrAdd(key, made);
        }
        if (_summaries.TryGetValue(method, out var known))
            return known;
        if (Taken(method, "") is { } taken)
            return _summaries.GetOrAdd(method, taken);
        var summary = Compute(method, session, null, out var isFinal);
        if (!isFinal)
            return summary;
        Keep(method, "", summary);
        return _summaries.GetOrAdd(method, summary);
    }

    Summary Compute(IMethodSymbol method, AnalysisSession session, object?[]? constants, out bool isFinal)
    {
        isFinal = false;
        var at = session.Open.FindIndex(open => SymbolEqualityComparer.Default.Equals(open, method));
        if (at >= 0)
        {
            // Each method of a circle would be walked anew for each round of every other that it runs through.
            if (session.Open.Count - at > AnalysisSession.MaxCircle)
                throw new TooDeepException(method);
            session.LeansOn = Math.Min(session.LeansOn, at);
            return session.Assumed.TryGetValue(method, out var assumed) ? assumed : Summary.Nothing;
        }
        if (constants is null && session.Provisional.TryGetValue(method, out var provisional))
        {
            session.LeansOn = Math.Min(session.LeansOn, provisional.LeansOn);
            return provisional.Summary;
        }
        if (session.Open.Count >= AnalysisSession.MaxDepth)
        {
            // What it does with these constants is one of the things that it does with any.
            if (constants is not null)
                return Find(method, session, null);
            throw new TooDeepException(method);
        }
        at = session.Open.Count;
        session.Open.Add(method);
        var outer = session.LeansOn;
        var caller = session.Footprint;
        session.Footprint = Kept is null ? null : FootprintOf(method);
        Summary summary;
        for (var round = 1; ; round++)
        {
            session.LeansOn = int.MaxValue;
            var bodies = BodiesOf(method, session.Cancellation);
            summary = Walk(method, bodies, session, constants);
            // A recursion goes on with other constants than it began with: the general summary tells what all of them do.
            if (constants is not null && session.LeansOn <= at)
            {
                session.Open.RemoveAt(at);
                session.ForgetFrom(at);
                session.LeansOn = outer;
                session.Footprint = caller;
                return SummaryOf(method, session);
            }
            // Nothing under way was asked for this very method: there is nothing to wait for.
            if (session.LeansOn > at || round == MaxRounds)
                break;
            // At the bound of what a value may carry, deeper origins would push nearer ones out: the earlier round has those.
            if (session.Assumed.TryGetValue(method, out var before) && before.Size == summary.Size)
            {
                summary = before;
                break;
            }
            session.Assumed[method] = summary;
            session.ForgetFrom(at);
        }
        session.Footprint = caller;
        session.Open.RemoveAt(at);
        session.Assumed.Remove(method);
        if (session.LeansOn < at)
        {
            if (constants is null)
                session.Provisional[method] = (summary, session.LeansOn);
        }
        else
        {
            isFinal = true;
            foreach (var (inner, finished) in session.TakeFrom(at))
                Finish(inner, finished);
            session.LeansOn = int.MaxValue;
        }
        session.LeansOn = Math.Min(outer, session.LeansOn);
        return summary;
    }

    Summary Walk(IMethodSymbol method, List<IOperation> bodies, AnalysisSession session, object?[]? constants = null) =>
        Interpreter.Run(this, session, method, method.ContainingType, bodies, FindBody(method), parameter => Own(parameter, Taint.Of(new InputOrigin(parameter.Ordinal, null), TaintKind.Any)), constants);
}
