using System.Collections.Concurrent;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>The code behind events, delegates and tables of delegates: what is put there anywhere in the project.</summary>
sealed partial class TaintEngine
{
    const int MaxHandlers = 16;

    readonly ConcurrentDictionary<ISymbol, Function[]> _handlers = new(SymbolEqualityComparer.Default);

    /// <summary>The functions that a place of an object of this type, or a static one, may hold; null where none is known.</summary>
    public Function[]? FunctionsIn(INamedTypeSymbol? type, InputOrigin place, AnalysisSession session)
    {
        var member = place.Symbol;
        ITypeSymbol? holder = member is null ? type : TypeOf(member);
        foreach (var key in place.Path)
        {
            if (holder is null)
                return null;
            if (IsElement(key))
                holder = ElementOf(holder);
            else if (MemberIn(holder, key) is { } next)
                (member, holder) = (next, TypeOf(next));
            else
                return null;
        }
        return member is null ? null : FunctionsIn(member, session);
    }

    /// <summary>The functions that are put into an event, a delegate or a collection of delegates; null where none is known.</summary>
    public Function[]? FunctionsIn(ISymbol member, AnalysisSession session)
    {
        member = member.OriginalDefinition;
        if (!IsInSource(member.ContainingType))
            return null;
        if (Files is { } files)
            session.Footprint?.AddFiles(member.ContainingType, files);
        if (_handlers.TryGetValue(member, out var known))
            return known.Length == 0 ? null : known;
        var found = new List<Function>();
        if (member is IParameterSymbol given)
            AddGiven(given, found, new(SymbolEqualityComparer.Default), session);
        else
            AddPut(member, found, new(SymbolEqualityComparer.Default), session);
        // Beyond the bound nobody knows which it is.
        if (found.Count > MaxHandlers)
            Leave(member);
        known = _handlers.GetOrAdd(member, found.Count > MaxHandlers ? [] : found.ToArray());
        return known.Length == 0 ? null : known;
    }

    void AddPut(ISymbol member, List<Function> found, HashSet<ISymbol> asked, AnalysisSession session)
    {
        foreach (var reference in member.DeclaringSyntaxReferences)
            if (reference.GetSyntax(session.Cancellation) switch { VariableDeclaratorSyntax declarator => declarator.Initializer, PropertyDeclarationSyntax property => property.Initializer, _ => null } is { } initializer
                && ModelFor(initializer.SyntaxTree).GetOperation(initializer.Value, session.Cancellation) is { } initial)
                AddAll(initial, found, asked, session);
        foreach (var node in Sorted(member, TreeNames.HashOf(member.Name), NameForm.Assigned, TypesAround(member.ContainingType), session))
            if (member.DeclaredAccessibility != Accessibility.Private || IsWithin(node, member.ContainingType))
                foreach (var operation in Operations(node, session))
                    foreach (var value in PutInto(member, operation))
                        AddAll(value, found, asked, session);
    }

    // What is handed over for a parameter, wherever its method is called.
    void AddGiven(IParameterSymbol parameter, List<Function> found, HashSet<ISymbol> asked, AnalysisSession session)
    {
        if (!asked.Add(parameter) || parameter.ContainingSymbol is not IMethodSymbol method)
            return;
        var isConstructor = method.MethodKind == MethodKind.Constructor;
        var name = TreeNames.HashOf(isConstructor ? method.ContainingType.Name : method.Name);
        foreach (var node in Sorted(parameter, name, NameForm.Called | NameForm.Created, TypesAround(method.ContainingType), session))
            foreach (var operation in Operations(node, session))
            {
                var (called, arguments) = operation switch
                {
                    IInvocationOperation call => ((IMethodSymbol?)call.TargetMethod, call.Arguments),
                    IObjectCreationOperation creation => (creation.Constructor, creation.Arguments),
                    _ => (null, default),
                };
                if (called?.Name != method.Name || !MayRun(called, method))
                    continue;
                foreach (var argument in arguments)
                    if (argument.Parameter?.Ordinal == parameter.Ordinal)
                        AddAll(argument.Value, found, asked, session);
            }
    }

    List<SyntaxNode> Sorted(ISymbol member, int name, NameForm form, HashSet<int> types, AnalysisSession session)
    {
        var users = Users(member, name, form, types, session);
        Sort(users);
        return users;
    }

    bool MayRun(IMethodSymbol called, IMethodSymbol method)
    {
        called = (called.ReducedFrom ?? called).OriginalDefinition;
        return SymbolEqualityComparer.Default.Equals(called, method)
            || called.ContainingType is { } contract && (called.IsAbstract || called.IsVirtual) && SymbolEqualityComparer.Default.Equals(ImplementationIn(method.ContainingType, called)?.OriginalDefinition, method) && contract.TypeKind is TypeKind.Interface or TypeKind.Class;
    }

    // The functions in an expression: itself, what a creation or collection holds; of a parameter, what its method is given.
    void AddAll(IOperation value, List<Function> found, HashSet<ISymbol> asked, AnalysisSession session)
    {
        var waiting = new Stack<IOperation>();
        waiting.Push(value);
        while (waiting.Count > 0 && found.Count <= MaxHandlers)
        {
            var operation = waiting.Pop();
            switch (operation)
            {
                case IAnonymousFunctionOperation lambda:
                    Add(new(lambda, lambda.Symbol, null));
                    continue;
                case IMethodReferenceOperation { Method.MethodKind: not MethodKind.LocalFunction } reference:
                    Add(new(null, reference.Method, null));
                    continue;
                case IParameterReferenceOperation { Parameter: var parameter } when parameter.Type.TypeKind == TypeKind.Delegate:
                    AddGiven(parameter, found, asked, session);
                    continue;
                case IInvocationOperation or ISimpleAssignmentOperation { Target: not IPropertyReferenceOperation }:
                    break;
            }
            foreach (var child in operation.ChildOperations)
                waiting.Push(child);
        }

        void Add(Function function)
        {
            if (!found.Exists(function.Is))
                found.Add(function);
        }
    }

    static IEnumerable<IOperation> PutInto(ISymbol member, IOperation operation)
    {
        switch (operation)
        {
            case IEventAssignmentOperation { Adds: true } subscription when IsOf(subscription.EventReference, member):
                yield return subscription.HandlerValue;
                break;
            case IAssignmentOperation assignment when IsOf(assignment.Target, member) || assignment.Target is IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } table } && IsOf(table, member):
                yield return assignment.Value;
                break;
            case IInvocationOperation { Instance: { } list } call when IsOf(list, member):
                foreach (var argument in call.Arguments)
                    if (argument.Parameter?.Type.TypeKind == TypeKind.Delegate)
                        yield return argument.Value;
                break;
        }
    }

    static bool IsOf(IOperation operation, ISymbol member) => operation is IMemberReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Member.OriginalDefinition, member);

    static bool IsWithin(SyntaxNode node, INamedTypeSymbol type)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
            if (reference.SyntaxTree == node.SyntaxTree && reference.Span.Contains(node.Span))
                return true;
        return false;
    }

    IEnumerable<IOperation> Operations(SyntaxNode member, AnalysisSession session)
    {
        if (ModelFor(member.SyntaxTree).GetOperation(member, session.Cancellation) is not { } body)
            yield break;
        if (Files is { } files)
            session.Footprint?.AddFile(member.SyntaxTree, files);
        var waiting = new Stack<IOperation>();
        waiting.Push(body);
        while (waiting.Count > 0)
        {
            var operation = waiting.Pop();
            yield return operation;
            foreach (var child in operation.ChildOperations)
                waiting.Push(child);
        }
    }
}
