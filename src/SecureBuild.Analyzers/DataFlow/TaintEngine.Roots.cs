using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>Bodies under analysis, and what they leave in the objects they belong to.</summary>
sealed partial class TaintEngine
{
    readonly ConcurrentDictionary<(INamedTypeSymbol, string), Taint?> _stored = new();

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

    /// <summary>What the methods of a type leave in a member of theirs that comes from outside.</summary>
    public Taint? StoredIn(INamedTypeSymbol type, InputOrigin place, SyntaxNode asking, AnalysisSession session)
    {
        var name = place.Ordinal == InputOrigin.Static ? place.Symbol!.Name : place.Path.Length > 0 ? place.Path[0] : null;
        if (place.Symbol is not null)
            type = place.Symbol.ContainingType;
        if (name is null)
            return null;
        if (_stored.TryGetValue((type, name), out var known))
            return known;
        Taint? all = null;
        for (INamedTypeSymbol? current = type; current is not null && IsInSource(current); current = current.BaseType)
            foreach (var reference in current.DeclaringSyntaxReferences)
                if (reference.GetSyntax(session.Cancellation) is TypeDeclarationSyntax declaration)
                    foreach (var member in Mentioning(declaration, name))
                        if (Names(session.Cancellation).SourcesIn(member) != 0 || EntryOfDeclared(member) is not null)
                            all = Taint.Join(all, LeftBy(member, name, place, session));
        return _stored.GetOrAdd((type, name), all);
    }

    /// <summary>What the methods of a type put into an event or delegate of theirs.</summary>
    public Function[]? FunctionsIn(ISymbol member, AnalysisSession session)
    {
        if (!IsInSource(member.ContainingType))
            return null;
        session.Footprint?.Add(member.ContainingType);
        var found = new List<Function>();
        foreach (var reference in member.ContainingType.DeclaringSyntaxReferences)
            if (reference.GetSyntax(session.Cancellation) is TypeDeclarationSyntax declaration)
                foreach (var candidate in Mentioning(declaration, member.Name))
                    if (NameIndex.Assigns(candidate, member.Name) && ModelFor(candidate.SyntaxTree).GetDeclaredSymbol(candidate) is IMethodSymbol method && !session.Open.Contains(method))
                        foreach (var (target, shape) in SummaryOf(method, session).Effects)
                            if (target.Ordinal == InputOrigin.This && target.Path.Length == 1 && target.Path[0] == member.Name && shape.Value.Functions is { } functions)
                                found.AddRange(functions);
        foreach (var reference in member.DeclaringSyntaxReferences)
            if (reference.GetSyntax(session.Cancellation) switch { VariableDeclaratorSyntax declarator => declarator.Initializer, PropertyDeclarationSyntax property => property.Initializer, _ => null } is { } initializer
                && ModelFor(initializer.SyntaxTree).GetOperation(initializer.Value, session.Cancellation) is { } initial && FunctionOf(initial) is { } function)
                found.Add(function);
        return found.Count == 0 ? null : found.ToArray();
    }

    static Function? FunctionOf(IOperation initial) => initial switch
    {
        IDelegateCreationOperation creation => FunctionOf(creation.Target),
        IConversionOperation conversion => FunctionOf(conversion.Operand),
        IAnonymousFunctionOperation lambda => new(lambda, lambda.Symbol, null),
        IMethodReferenceOperation { Instance: null } reference => new(null, reference.Method, null),
        _ => null,
    };

    // The methods of a type whose text uses the name, in the order of the text.
    static List<SyntaxNode> Mentioning(TypeDeclarationSyntax declaration, string name)
    {
        var members = new List<SyntaxNode>();
        foreach (var use in NamesIn.Of(declaration, name))
        {
            SyntaxNode member = use;
            while (member.Parent is { } parent && parent != declaration)
                member = parent;
            if (member is BaseMethodDeclarationSyntax && (members.Count == 0 || members[members.Count - 1] != member))
                members.Add(member);
        }
        return members;
    }

    TaintKind? EntryOfDeclared(SyntaxNode member) => ModelFor(member.SyntaxTree).GetDeclaredSymbol(member) is IMethodSymbol method ? EntryOf(method) : null;

    Taint? LeftBy(SyntaxNode member, string name, InputOrigin place, AnalysisSession session)
    {
        if (ModelFor(member.SyntaxTree).GetDeclaredSymbol(member, session.Cancellation) is not IMethodSymbol method)
            return null;
        var summary = Analyze(method, BodiesOf(method, session.Cancellation), member, EntryOf(method), session);
        Taint? all = null;
        foreach (var (target, shape) in summary.Effects)
            if (target.Ordinal == place.Ordinal && (place.Symbol is null ? target.Path.Length > 0 && target.Path[0] == name : SymbolEqualityComparer.Default.Equals(target.Symbol, place.Symbol)))
                all = Taint.Join(all, FromOutside(shape));
        return all;
    }

    static Taint? FromOutside(Shape shape)
    {
        Taint? all = null;
        foreach (var part in shape.Value.Taint?.Parts ?? [])
            if (part.Origin is SourceOrigin)
                all = Taint.Join(all, Taint.Of(part.Origin, part.Kinds, part.Steps));
        if (shape.Elements is { } elements)
            all = Taint.Join(all, FromOutside(elements));
        foreach (var item in shape.Sequence ?? [])
            all = Taint.Join(all, FromOutside(item));
        foreach (var member in shape.Members ?? new())
            all = Taint.Join(all, FromOutside(member.Value));
        return all;
    }
}
