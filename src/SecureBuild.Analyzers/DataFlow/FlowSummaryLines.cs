using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>The model lines of all members of a compilation that others can call: the content of its <see cref="FlowSummaryFile"/>.</summary>
sealed class FlowSummaryLines(Compilation compilation, TaintEngine engine, CancellationToken cancellation)
{
    readonly SortedSet<string> _lines = new(StringComparer.Ordinal);
    readonly Dictionary<IMethodSymbol, List<IMethodSymbol>> _foreign = new(SymbolEqualityComparer.Default);
    bool _internalsCount;

    /// <summary>The lines in ordinal order.</summary>
    public IReadOnlyCollection<string> Write()
    {
        foreach (var attribute in compilation.Assembly.GetAttributes())
            _internalsCount |= attribute.AttributeClass?.Name == "InternalsVisibleToAttribute";
        Visit(compilation.Assembly.GlobalNamespace);
        foreach (var member in _foreign)
            Describe(member.Key, member.Value, isOpen: true);
        return _lines;
    }

    void Visit(INamespaceOrTypeSymbol holder)
    {
        cancellation.ThrowIfCancellationRequested();
        if (holder is INamedTypeSymbol type && type.TypeKind is TypeKind.Class or TypeKind.Struct or TypeKind.Interface)
        {
            var isVisible = IsVisible(type);
            foreach (var member in type.GetMembers())
                if (member is IMethodSymbol { IsImplicitlyDeclared: false } method && IsCallable(method))
                {
                    if (isVisible && IsVisible(method))
                        Describe(method);
                    if (method.OverriddenMethod is { } overridden)
                        Stand(overridden, method);
                }
            if (type.TypeKind != TypeKind.Interface)
                foreach (var contract in type.AllInterfaces)
                    if (engine.IsDescribed(contract.ContainingAssembly))
                        foreach (var member in contract.GetMembers())
                            if (member is IMethodSymbol declared && IsCallable(declared) && type.FindImplementationForInterfaceMember(member) is IMethodSymbol implementation)
                                Stand(declared, implementation);
        }
        foreach (var member in holder.GetMembers())
            if (member is INamespaceSymbol or INamedTypeSymbol)
                Visit((INamespaceOrTypeSymbol)member);
    }

    // A method that stands for a contract of another project: whoever calls the contract may get here.
    void Stand(IMethodSymbol contract, IMethodSymbol implementation)
    {
        contract = contract.OriginalDefinition;
        if (!engine.IsDescribed(contract.ContainingAssembly) || !engine.HasBody(implementation))
            return;
        if (!_foreign.TryGetValue(contract, out var all))
            _foreign.Add(contract, all = new());
        if (!all.Exists(other => SymbolEqualityComparer.Default.Equals(other, implementation.OriginalDefinition)))
            all.Add(implementation.OriginalDefinition);
    }

    void Describe(IMethodSymbol method)
    {
        var isOpen = method.IsVirtual || method.IsAbstract || method.IsOverride && !method.IsSealed || method.ContainingType.TypeKind == TypeKind.Interface;
        Describe(method, isOpen ? engine.ImplementationsOf(method) : [method], isOpen);
    }

    void Describe(IMethodSymbol method, List<IMethodSymbol> bodies, bool isOpen)
    {
        // More than these the engine does not follow within a project either.
        if (bodies.Count is 0 or > TaintEngine.MaxImplementations || method.ContainingAssembly.Name.IndexOfAny([' ', ']']) >= 0)
            return;
        var lines = new MemberLines(method, engine);
        foreach (var body in bodies)
        {
            if (!engine.MayMatter(body, cancellation) || engine.SummaryFor(body, cancellation) is not { } summary)
                lines.AddUnknown();
            else
                lines.Add(summary);
        }
        _lines.UnionWith(lines.Write(isOpen));
    }

    bool IsVisible(ISymbol symbol)
    {
        for (ISymbol? current = symbol; current is not (null or INamespaceSymbol); current = current.ContainingSymbol)
            if (!(current.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
                || current.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedAndInternal && _internalsCount))
                return false;
        return true;
    }

    static bool IsCallable(IMethodSymbol method) => (method.MethodKind is MethodKind.Ordinary or MethodKind.Constructor or MethodKind.PropertyGet or MethodKind.PropertySet
        or MethodKind.UserDefinedOperator or MethodKind.Conversion) && method.AssociatedSymbol is not IPropertySymbol { IsIndexer: true };
}
