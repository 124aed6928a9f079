using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>What a virtual or interface call may run.</summary>
sealed partial class TaintEngine
{
    public const int MaxImplementations = 8;

    readonly ConcurrentDictionary<IMethodSymbol, Implementations> _implementations = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// The bodies that a virtual or interface call may run. Of a generic contract those for the very types that the call names: a handler of orders does not run for a customer.
    /// </summary>
    public List<IMethodSymbol> ImplementationsOf(IMethodSymbol method)
    {
        var definition = method.OriginalDefinition;
        if (!_implementations.TryGetValue(definition, out var known))
            known = _implementations.GetOrAdd(definition, FindImplementations(definition));
        var found = known.For(method.ContainingType);
        if (found.Count <= MaxImplementations)
            return found;
        // Beyond the bound nobody knows which it is. Of a library's contract (IDisposable, IEquatable) that says nothing of this project.
        if (IsInSource(definition.ContainingType))
            Leave(definition);
        return [];
    }

    Implementations FindImplementations(IMethodSymbol method)
    {
        var contract = method.ContainingType;
        var found = new Implementations(contract.IsGenericType);
        if (HasBody(method))
            found.Add(method, null);
        if (!IsInSource(contract) && contract.TypeKind != TypeKind.Interface)
            return found;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>();
        waiting.Enqueue(contract.Name);
        while (waiting.Count > 0 && (contract.IsGenericType || found.All.Count <= MaxImplementations))
        {
            var name = waiting.Dequeue();
            if (!seen.Add(name))
                continue;
            foreach (var declaration in Names(CancellationToken.None).TypesWithBase(name))
            {
                if (ModelFor(declaration.SyntaxTree).GetDeclaredSymbol(declaration) is not INamedTypeSymbol type)
                    continue;
                waiting.Enqueue(type.Name);
                foreach (var kept in ContractsOf(type, contract))
                    if (ImplementationIn(type, method, kept) is { } implementation && HasBody(implementation))
                        found.Add(implementation.OriginalDefinition, kept);
            }
        }
        return found;
    }

    // The contract as the type keeps it, once for each choice of type arguments.
    static IEnumerable<INamedTypeSymbol> ContractsOf(INamedTypeSymbol type, INamedTypeSymbol contract)
    {
        if (contract.TypeKind == TypeKind.Interface)
        {
            foreach (var implemented in type.AllInterfaces)
                if (SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, contract))
                    yield return implemented;
            yield break;
        }
        for (var current = type.BaseType; current is not null; current = current.BaseType)
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, contract))
                yield return current;
    }

    /// <summary>What a call of the method runs on an object of exactly this type; null when it is no such type.</summary>
    public IMethodSymbol? ImplementationIn(INamedTypeSymbol type, IMethodSymbol method) => ImplementationIn(type, method, method.ContainingType);

    static IMethodSymbol? ImplementationIn(INamedTypeSymbol type, IMethodSymbol method, INamedTypeSymbol contract)
    {
        var definition = method.OriginalDefinition;
        if (definition.ContainingType.TypeKind != TypeKind.Interface)
            return OverrideIn(type, definition);
        INamedTypeSymbol? kept = null;
        foreach (var implemented in ContractsOf(type, definition.ContainingType))
            if (kept is null || SymbolEqualityComparer.Default.Equals(implemented, contract))
                kept = implemented;
        if (kept is null)
            return null;
        foreach (var member in kept.GetMembers(definition.Name))
            if (SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, definition))
                return type.FindImplementationForInterfaceMember(member) as IMethodSymbol;
        // Accessors are not members by name of their own.
        if (definition.AssociatedSymbol is IPropertySymbol property)
            foreach (var member in kept.GetMembers(property.Name))
                if (type.FindImplementationForInterfaceMember(member) is IPropertySymbol own)
                    return definition.MethodKind == MethodKind.PropertyGet ? own.GetMethod : own.SetMethod;
        return null;
    }

    static IMethodSymbol? OverrideIn(INamedTypeSymbol type, IMethodSymbol definition)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
            foreach (var member in current.GetMembers(definition.Name))
                if (member is IMethodSymbol candidate)
                    for (IMethodSymbol? overridden = candidate; overridden is not null; overridden = overridden.OverriddenMethod)
                        if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, definition))
                            return candidate;
        return null;
    }
}
