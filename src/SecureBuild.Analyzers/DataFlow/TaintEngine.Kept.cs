using System;
using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Summaries taken over from the compilation before this one, while somebody types.</summary>
sealed partial class TaintEngine
{
    readonly ConcurrentDictionary<IMethodSymbol, Footprint> _footprints = new(SymbolEqualityComparer.Default);

    readonly ConcurrentDictionary<(SyntaxNode Body, string Question), bool> _answers = new();

    // None in a build: there is no compilation after it.
    KeptSummaries? Kept => _names?.Kept;

    ProjectFiles? Files => Kept?.Files;

    /// <summary>The text that a method's summary is read from.</summary>
    public Footprint FootprintOf(IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        if (_footprints.TryGetValue(method, out var known))
            return known;
        var footprint = new Footprint();
        if (Files is { } files)
        {
            if (FindBody(method) is { } body)
                footprint.Add(body, files);
            // With what its initialisers say.
            if (method.MethodKind == MethodKind.Constructor)
                foreach (var reference in method.ContainingType.DeclaringSyntaxReferences)
                    if (reference.GetSyntax() is TypeDeclarationSyntax type)
                        foreach (var member in type.Members)
                            if (member is FieldDeclarationSyntax or PropertyDeclarationSyntax)
                                footprint.Add(member, files);
        }
        return _footprints.GetOrAdd(method, footprint);
    }

    /// <summary>What a rule asks of a method's body, asked once; while somebody types, once for as long as nothing that it is read from changes.</summary>
    /// <param name="method">The method. Without a body in this compilation the answer is no.</param>
    /// <param name="question">What is asked, as a key.</param>
    /// <param name="asking">What the asker has read itself for: the answer's text is added to it.</param>
    /// <param name="look">Looks into the body; all that it reads beyond the method's own text it adds to the footprint.</param>
    public bool IsSaidOf(IMethodSymbol method, string question, Footprint asking, Func<Footprint, bool> look)
    {
        if (!HasBody(method) || FindBody(method.OriginalDefinition) is not { } body)
            return false;
        if (Kept is not { } all || all.Files.KeyOf(body) is not { } key)
            return _answers.TryGetValue((body, question), out var known) ? known : _answers.GetOrAdd((body, question), look(new()));
        if (all.Answers[key, question] is not { } answer)
        {
            var footprint = new Footprint();
            footprint.Add(body, all.Files);
            all.Answers.Add(key, question, answer = new(look(footprint), footprint));
        }
        asking.Add(answer.Footprint);
        return answer.IsYes;
    }

    Summary? Taken(IMethodSymbol method, string question)
    {
        if (Kept is not { } all || FindBody(method) is not { } body || all[body, question] is not { } kept || kept.In(_compilation) is not { } summary)
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

    void Keep(IMethodSymbol method, string question, Summary summary)
    {
        if (Kept is { } all && FindBody(method) is { } body && KeptSummary.Of(summary, FootprintOf(method), _compilation.Assembly) is { } kept)
            all.Add(body, question, kept);
    }
}
